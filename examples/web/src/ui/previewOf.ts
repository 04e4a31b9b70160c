import { plainName } from './plainName.ts';

/** The parts of a message that a preview reads. */
export interface Previewed {
  readonly plainText: string | null;
  readonly isSender: boolean | null;
  readonly isDeleted: boolean | null;
  readonly senderName: string | null;
  readonly attachments:
    | readonly {
        readonly type: string | null;
        readonly isVoiceNote: boolean | null;
        readonly isGif: boolean | null;
        readonly isSticker: boolean | null;
      }[]
    | null;
}

/** @returns one line that says what a message is: “You: Photo · At the harbour”. Names of others only in groups. */
export function previewOf(message: Previewed, isGroup: boolean): string {
  const { plainText, isSender, isDeleted, senderName, attachments } = message;
  if (isDeleted) return 'Message deleted';
  const files = attachments?.length ? [fileWord(attachments)] : [];
  const text = plainText?.replaceAll(/\s+/g, ' ').trim();
  const content = [...files, ...(text ? [text] : [])].join(' · ');
  const sender = isSender ? 'You' : isGroup && senderName ? plainName(senderName) : null;
  return sender ? `${sender}: ${content}` : content;
}

function fileWord(attachments: NonNullable<Previewed['attachments']>): string {
  const words = attachments.map(({ type, isVoiceNote, isGif, isSticker }) => {
    if (isVoiceNote) return 'Voice message';
    if (isSticker) return 'Sticker';
    if (isGif) return 'GIF';
    if (type === 'IMG') return 'Photo';
    if (type === 'VIDEO') return 'Video';
    if (type === 'AUDIO') return 'Audio';
    return 'File';
  });
  const [first = 'File'] = words;
  if (words.length === 1) return first;
  return words.every((word) => word === 'Photo') ? `${words.length} photos` : `${words.length} files`;
}
