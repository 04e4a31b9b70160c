import { LinkedText } from './LinkedText.tsx';
import type { Message } from './MessageRow.tsx';

/** The text of a message, or words for a message that has none. */
export function MessageText({ message }: { message: Message }) {
  const { type, rawType, plainText, isDeleted, attachments } = message;
  if (isDeleted) return <p className="message-text message-aside">This message was deleted.</p>;
  if (type === 'LOCATION') return <Location text={plainText} />;
  // A type that is newer than this page.
  const aside = type === 'OTHER' ? `${rawType ?? 'Message'}: this page can’t show all of it.` : null;
  return (
    <>
      {aside && <p className="message-text message-aside">{aside}</p>}
      {plainText ? (
        <LinkedText text={plainText} />
      ) : (
        !aside &&
        !attachments?.length && <p className="message-text message-aside">This message has no content.</p>
      )}
    </>
  );
}

/** A `geo:` URI (RFC 5870) as a link to a map, which is loaded only if it is followed. */
function Location({ text }: { text: string | null }) {
  const [, latitude, longitude] = /^geo:(-?[\d.]+),(-?[\d.]+)/.exec(text ?? '') ?? [];
  if (!latitude || !longitude) return <LinkedText text={text ?? 'A location'} />;
  const href = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=15/${latitude}/${longitude}`;
  return (
    <p className="message-text">
      Location:{' '}
      <a href={href} target="_blank" rel="noopener noreferrer">
        {latitude}, {longitude}
      </a>
    </p>
  );
}
