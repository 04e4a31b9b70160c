/** The dialog to start a chat. */
export function NewChat({ onClose }: { onClose: () => void }) {
  return (
    <dialog open aria-label="New chat">
      <button type="button" onClick={onClose}>
        Close
      </button>
    </dialog>
  );
}
