import { type DragEvent, type ReactNode, useRef, useState } from 'react';

/** Takes the files that are dropped on the conversation. */
export function DropZone({
  isOpen,
  onFiles,
  children,
}: {
  /** Whether files can be sent here. */
  isOpen: boolean;
  onFiles: (files: File[]) => void;
  children: ReactNode;
}) {
  const [isOver, setIsOver] = useState(false);
  // Each element below sends an event of its own when it is entered and left.
  const depth = useRef(0);
  const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  const move = (event: DragEvent, by: number) => {
    if (!hasFiles(event)) return;
    depth.current += by;
    setIsOver(depth.current > 0);
  };
  return (
    <section
      className="conversation"
      aria-labelledby="conversation-title"
      onDragEnter={(event) => move(event, 1)}
      onDragLeave={(event) => move(event, -1)}
      onDragOver={(event) => {
        if (!hasFiles(event)) return;
        // Where it is not taken, the browser would leave the page to show the file.
        event.preventDefault();
        if (!isOpen) event.dataTransfer.dropEffect = 'none';
      }}
      onDrop={(event) => {
        depth.current = 0;
        setIsOver(false);
        const files = [...event.dataTransfer.files];
        if (!files.length) return;
        event.preventDefault();
        if (isOpen) onFiles(files);
      }}
    >
      {children}
      {isOver && isOpen && <p className="drop-hint">Drop the files here to send them.</p>}
    </section>
  );
}
