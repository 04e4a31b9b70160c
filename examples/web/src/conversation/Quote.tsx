import type { Message } from './MessageRow.tsx';
import { useScope } from './scope.ts';

type Quoted = NonNullable<Message['repliedTo']>;

/** The message that a message replies to. It leads there if that message is loaded. */
export function Quote({ message: { repliedTo } }: { message: Message }) {
  const { jumpTo } = useScope();
  if (!repliedTo) return null;
  const { id, senderName, isSender } = repliedTo;
  return (
    <button type="button" className="quote" onClick={() => jumpTo(id)}>
      <span className="visually-hidden">In reply to </span>
      <strong>{isSender ? 'You' : (senderName ?? 'Somebody')}</strong>
      <span className="quote-text">{summaryOf(repliedTo)}</span>
    </button>
  );
}

/** @returns a line about a message. */
export function summaryOf({
  plainText,
  isDeleted,
  attachments,
}: Pick<Quoted, 'plainText' | 'isDeleted' | 'attachments'>): string {
  if (isDeleted) return 'This message was deleted.';
  if (plainText) return plainText;
  const [file] = attachments ?? [];
  if (!file) return 'Message';
  if (file.isVoiceNote) return 'Voice message';
  if (file.type === 'IMG') return 'Picture';
  if (file.type === 'VIDEO') return 'Video';
  return file.fileName ?? 'File';
}
