import { useState } from 'react';
import { type AttachmentData, fileNameOf } from './Attachment.tsx';
import { FileLink } from './FileLink.tsx';
import { boxOf } from './Picture.tsx';

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

/** @returns null for what is not on the web. */
export function hostOf(url: string | null): string | null {
  if (!url || !URL.canParse(url)) return null;
  const { protocol, host } = new URL(url);
  return /^https?:$/.test(protocol) ? host : null;
}
