import { useState } from 'react';
import { type AttachmentData, boxOf, fileNameOf } from './attachmentData.ts';
import { Lightbox } from './Lightbox.tsx';

/** A picture in the space that its size tells, so that nothing jumps when it arrives. It opens large. */
export function Picture({
  attachment,
  address,
  onError,
  onLoad,
}: {
  attachment: AttachmentData;
  address: string;
  onError: () => void;
  onLoad: () => void;
}) {
  const [isLarge, setIsLarge] = useState(false);
  const name = fileNameOf(attachment);
  return (
    <>
      <button
        type="button"
        className="picture"
        data-sticker={attachment.isSticker === true}
        style={boxOf(attachment)}
        aria-label={`Open ${name}`}
        onClick={() => setIsLarge(true)}
      >
        <img src={address} alt={name} loading="lazy" decoding="async" onError={onError} onLoad={onLoad} />
      </button>
      {isLarge && <Lightbox name={name} address={address} onClose={() => setIsLarge(false)} />}
    </>
  );
}
