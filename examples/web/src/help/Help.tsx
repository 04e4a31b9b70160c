/** The dialog to try the failures. */
export function Help({ onClose }: { onClose: () => void }) {
  return (
    <dialog open aria-label="Help">
      <button type="button" onClick={onClose}>
        Close
      </button>
    </dialog>
  );
}
