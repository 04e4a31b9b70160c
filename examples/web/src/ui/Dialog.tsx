import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Icon } from './Icon.tsx';

/** A modal dialog. It is open while it is rendered; the focus returns to where it was. */
export function Dialog({
  title,
  onClose,
  children,
}: {
  title: string;
  /** Called for Escape and for the close button. The caller stops rendering the dialog. */
  onClose: () => void;
  children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleID = useId();
  // Before the element is removed: only `close` gives the focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={titleID}
      onClose={() => {
        if (!dialog.current?.open) onClose();
      }}
    >
      <header className="dialog-header">
        <h2 id={titleID}>{title}</h2>
        <button type="button" className="icon-button" aria-label="Close" onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      {/* Gets the focus when what has it is removed. */}
      <div className="dialog-body" tabIndex={-1}>
        <ErrorBoundary name="This dialog">{children}</ErrorBoundary>
      </div>
    </dialog>
  );
}
