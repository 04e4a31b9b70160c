import { useEffect, useState } from 'react';
import { Icon } from '../ui/Icon.tsx';
import { plainName } from '../ui/plainName.ts';
import { fileSizeText } from './fileSize.ts';

/** The files that go with the next message. */
export function AttachedFiles({
  files,
  onRemove,
}: {
  files: readonly File[];
  onRemove: (file: File) => void;
}) {
  if (!files.length) return null;
  return (
    <ul className="attached-files" aria-label="Files to send">
      {files.map((file, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same file can be chosen twice.
        <li key={`${at} ${file.name}`}>
          <Preview file={file} />
          <span className="file-name">{plainName(file.name)}</span>
          <small>{fileSizeText(file.size)}</small>
          <button
            type="button"
            className="icon-button"
            aria-label={`Remove ${plainName(file.name)}`}
            onClick={() => onRemove(file)}
          >
            <Icon name="close" size="small" />
          </button>
        </li>
      ))}
    </ul>
  );
}

function Preview({ file }: { file: File }) {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (!/^image\/(avif|gif|jpeg|png|webp)$/.test(file.type)) return;
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return address ? <img src={address} alt="" width="40" height="40" /> : <Icon name="file" />;
}
