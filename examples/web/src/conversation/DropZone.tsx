import { type DragEvent, type ReactNode, useRef, useState } from 'react';

/** Takes the files that are dropped on the conversation. */
export function DropZone({ onFiles, children }: { onFiles: (files: File[]) => void; children: ReactNode }) {
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
        if (hasFiles(event)) event.preventDefault();
      }}
      onDrop={(event) => {
        depth.current = 0;
        setIsOver(false);
        const files = [...event.dataTransfer.files];
        if (!files.length) return;
        event.preventDefault();
        onFiles(files);
      }}
    >
      {children}
      {isOver && <p className="drop-hint">Drop the files here to send them.</p>}
    </section>
  );
}
