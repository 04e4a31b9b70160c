import type { Chat } from '../../beeper/chats/wire.ts';
import type { Context } from '../../context.ts';
import { ForbiddenFailure, InvalidInputFailure } from '../../failures.ts';
import type { SendMessageInput } from './sendMessage.ts';

/**
 * Refuses what a chat does not take, if an earlier field of this request has read the chat. Makes no upstream call.
 * @throws {ForbiddenFailure} for a chat in which nobody may write.
 * @throws {InvalidInputFailure} for a text or caption that is too long.
 */
export function requireSendable({ chatID, content }: SendMessageInput, { chatsAtHand }: Context): void {
  const chat = chatsAtHand.get(chatID);
  if (!chat) return;
  if (chat.isReadOnly) {
    throw new ForbiddenFailure('You can’t write in this chat.', {
      remedy: 'Nothing was sent. Check `isReadOnly` of the chat before you offer to write in it.',
    });
  }
  const { text, attachment } = content;
  const capabilities = chat.capabilities();
  if (attachment) {
    const max = fileCapabilities(chat, attachment)?.maxCaptionLength;
    requireLength(attachment.caption ?? '', max, ['input', 'content', 'attachment', 'caption']);
  } else requireLength(text, capabilities?.maxTextLength, ['input', 'content', 'text']);
}

/** Networks count code points, not UTF-16 code units or bytes. */
function requireLength(text: string, max: number | null | undefined, path: readonly string[]): void {
  if (max == null || text.length <= max) return;
  const length = [...text].length;
  if (length <= max) return;
  throw new InvalidInputFailure([
    { path, code: 'too_big', message: `This chat takes at most ${max} characters; this text has ${length}.` },
  ]);
}

const messageTypes: Readonly<Record<string, string>> = {
  image: 'm.image',
  video: 'm.video',
  audio: 'm.audio',
  file: 'm.file',
  gif: 'fi.mau.gif',
  'voice-note': 'org.matrix.msc3245.voice',
  sticker: 'm.sticker',
};

type FileCapabilities = NonNullable<NonNullable<ReturnType<Chat['capabilities']>>['attachments']>[number];

/** @returns what the chat says of the type of the file; null where the type can't be told without the file. */
function fileCapabilities(
  chat: Chat,
  {
    kind,
    mimeType,
  }: { readonly kind?: string | null | undefined; readonly mimeType?: string | null | undefined },
): FileCapabilities['value'] | null {
  const [family = ''] = mimeType?.split('/') ?? [];
  const type = messageTypes[kind ?? (mimeType ? (messageTypes[family] ? family : 'file') : '')];
  return chat.capabilities()?.attachments?.find(({ key }) => key === type)?.value ?? null;
}
