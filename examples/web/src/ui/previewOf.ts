import { plainLine, plainName } from './plainName.ts';

/** The parts of a message that a preview reads. */
export interface Previewed {
  readonly plainText: string | null;
  readonly isSender: boolean | null;
  readonly isDeleted: boolean | null;
  readonly senderName: string | null;
  readonly attachments: readonly PreviewedFile[] | null;
}

interface PreviewedFile {
  readonly type: string | null;
  readonly isVoiceNote: boolean | null;
  readonly isGif: boolean | null;
  readonly isSticker: boolean | null;
}

/** @returns one line that says what a message is: “You: Photo · At the harbour”. Names of others only in groups. */
export function previewOf(message: Previewed, isGroup: boolean): string {
  const { plainText, isDeleted, attachments } = message;
  if (isDeleted) return 'Message deleted';
  const files = attachments?.length ? [filesWord(attachments)] : [];
  const text = plainLine(plainText ?? '');
  return senderPrefix(message, isGroup) + [...files, ...(text ? [text] : [])].join(' · ');
}

/** @returns the sender before the text of a message, as in “Ada: Hello”. Empty for others outside of groups. */
export function senderPrefix(
  { isSender, senderName }: Pick<Previewed, 'isSender' | 'senderName'>,
  isGroup: boolean,
): string {
  if (isSender) return 'You: ';
  return isGroup && senderName ? `${plainName(senderName)}: ` : '';
}

/** @returns what kind of file it is. */
export function fileWord({ type, isVoiceNote, isGif, isSticker }: PreviewedFile): string {
  if (isVoiceNote) return 'Voice message';
  if (isSticker) return 'Sticker';
  if (isGif) return 'GIF';
  if (type === 'IMG') return 'Photo';
  if (type === 'VIDEO') return 'Video';
  if (type === 'AUDIO') return 'Audio';
  return 'File';
}

function filesWord(attachments: readonly PreviewedFile[]): string {
  const words = attachments.map(fileWord);
  const [first = 'File'] = words;
  if (words.length === 1) return first;
  return words.every((word) => word === 'Photo') ? `${words.length} photos` : `${words.length} files`;
}
