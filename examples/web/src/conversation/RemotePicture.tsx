import { useState } from 'react';
import { type AttachmentData, boxOf, fileNameOf, hostOf } from './attachmentData.ts';
import { FileLink } from './FileLink.tsx';

/** A picture on somebody else's server. Loading it tells that server who looks and when, so a person decides. */
export function RemotePicture({ attachment }: { attachment: AttachmentData }) {
  const [state, setState] = useState<'hidden' | 'shown' | 'lost'>('hidden');
  const url = attachment.srcURL?.url ?? null;
  if (url?.startsWith('data:image/'))
    return (
      <span className="picture" style={boxOf(attachment)}>
        <img src={url} alt={fileNameOf(attachment)} />
      </span>
    );
  const host = hostOf(url);
  if (!url || !host || state === 'lost')
    return <FileLink attachment={attachment} isLost={state === 'lost'} />;
  if (state === 'shown')
    return (
      <span className="picture" style={boxOf(attachment)}>
        <img
          src={url}
          alt={fileNameOf(attachment)}
          referrerPolicy="no-referrer"
          onError={() => setState('lost')}
        />
      </span>
    );
  return (
    <button
      type="button"
      className="picture remote"
      style={boxOf(attachment)}
      onClick={() => setState('shown')}
    >
      <span>Show picture from {host}</span> <small>Its server sees your IP address, and when you look.</small>
    </button>
  );
}
