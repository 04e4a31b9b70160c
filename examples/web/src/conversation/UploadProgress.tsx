import type { Outgoing } from '../data/outbox.ts';
import { Icon } from '../ui/Icon.tsx';
import { plainName } from '../ui/plainName.ts';

/** The file of a message on its way. */
export function UploadProgress({ entry, onCancel }: { entry: Outgoing; onCancel: () => void }) {
  const { progress, state } = entry;
  const fileName = plainName(entry.fileName ?? 'File');
  const isUploading = state === 'uploading';
  return (
    <div className="file">
      <span className="file-icon">
        <Icon name="file" />
      </span>
      <span className="file-name">{fileName}</span>
      {isUploading && (
        <>
          <progress value={progress ?? undefined} max={1} aria-label={`Upload of ${fileName}`} />
          <button type="button" className="icon-button" aria-label={`Cancel ${fileName}`} onClick={onCancel}>
            <Icon name="close" size="small" />
          </button>
        </>
      )}
    </div>
  );
}
