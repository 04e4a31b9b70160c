import { Icon } from '../ui/Icon.tsx';
import { type AttachmentData, fileNameOf, hostOf } from './attachmentData.ts';
import { fileSizeText } from './fileSize.ts';

/** A file to download, or words for one that can't be. */
export function FileLink({ attachment, isLost }: { attachment: AttachmentData; isLost: boolean }) {
  const { srcURL, fileSize } = attachment;
  const name = fileNameOf(attachment);
  const host = hostOf(srcURL?.url ?? null);
  const href = srcURL?.contentURL ?? (host ? srcURL?.url : null);
  const details = (
    <>
      <span className="file-icon">
        <Icon name={href ? 'download' : 'file'} />
      </span>
      <span className="file-name">{name}</span>
      <small>
        {isLost
          ? 'Could not be shown'
          : href
            ? [host && `at ${host}`, fileSizeText(fileSize)].filter(Boolean).join(' ')
            : 'Not available'}
      </small>
    </>
  );
  if (!href) return <p className="file">{details}</p>;
  return (
    <a
      className="file"
      href={href}
      download={host ? undefined : name}
      target="_blank"
      rel="noopener noreferrer"
    >
      {details}
    </a>
  );
}
