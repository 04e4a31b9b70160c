import { type AttachmentData, boxOf, fileNameOf } from './attachmentData.ts';
import type { Message } from './MessageRow.tsx';
import { useFileAddress } from './useFileAddress.ts';

/** A video, a song or a voice note. Nothing is loaded before it is played; a poster shows what a video is. */
export function Player({
  attachment,
  message,
  address,
  onError,
  onLoad,
}: {
  attachment: AttachmentData;
  message: Message;
  address: string;
  onError: () => void;
  onLoad: () => void;
}) {
  const { type, isGif, posterImg, transcription } = attachment;
  const poster = useFileAddress(posterImg?.contentURL ?? null, message);
  const name = fileNameOf(attachment);
  const common = {
    src: address,
    controls: true,
    preload: poster.address ? 'none' : 'metadata',
    'aria-label': name,
    onError,
    onPlaying: onLoad,
  } as const;
  return (
    <figure className="player" data-type={type}>
      {type === 'VIDEO' ? (
        <div className="video" style={boxOf(attachment, [320, 180])}>
          {/* A <video> does not tell when its poster fails; an <img> does. */}
          {poster.address && !poster.isLost && (
            <img src={poster.address} alt="" hidden onError={poster.onError} onLoad={poster.onLoad} />
          )}
          <video
            {...common}
            poster={poster.address ?? undefined}
            playsInline
            loop={isGif === true}
            muted={isGif === true}
          />
        </div>
      ) : (
        <audio {...common} />
      )}
      {type === 'AUDIO' && attachment.fileName && <figcaption>{name}</figcaption>}
      {transcription?.transcription && <figcaption>“{transcription.transcription}”</figcaption>}
    </figure>
  );
}
