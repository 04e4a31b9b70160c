import type { AttachmentData } from './attachmentData.ts';
import { FileLink } from './FileLink.tsx';
import type { Message } from './MessageRow.tsx';
import { Picture } from './Picture.tsx';
import { Player } from './Player.tsx';
import { RemotePicture } from './RemotePicture.tsx';
import { useFileAddress } from './useFileAddress.ts';

/** What browsers show of what is called an image; HEIC, TIFF and SVG are downloads. */
const shownTypes = /^image\/(apng|avif|bmp|gif|jpeg|png|webp|x-icon)$/;

/** A file of a message, by its kind. One that does not load is a link. */
export function Attachment({ attachment, message }: { attachment: AttachmentData; message: Message }) {
  const { type, mimeType, srcURL } = attachment;
  const { address, isLost, onError, onLoad } = useFileAddress(srcURL?.contentURL ?? null, message);
  const isPicture = type === 'IMG' && shownTypes.test(mimeType ?? 'image/png');
  if (srcURL && !srcURL.contentURL && isPicture) return <RemotePicture attachment={attachment} />;
  if (!address || isLost) return <FileLink attachment={attachment} isLost={isLost} />;
  if (isPicture)
    return <Picture attachment={attachment} address={address} onError={onError} onLoad={onLoad} />;
  if (type === 'VIDEO' || type === 'AUDIO')
    return (
      <Player attachment={attachment} message={message} address={address} onError={onError} onLoad={onLoad} />
    );
  return <FileLink attachment={attachment} isLost={false} />;
}
