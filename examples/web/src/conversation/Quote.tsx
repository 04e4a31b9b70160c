import { plainName } from '../ui/plainName.ts';
import { type Previewed, previewOf } from '../ui/previewOf.ts';
import type { Message } from './MessageRow.tsx';
import { useScope } from './scope.ts';

/** The message that a message replies to. It leads there if that message is loaded. */
export function Quote({ message: { repliedTo } }: { message: Message }) {
  const { jumpTo } = useScope();
  if (!repliedTo) return null;
  const { id, senderName, isSender } = repliedTo;
  return (
    <button type="button" className="quote" onClick={() => jumpTo(id)}>
      <span className="visually-hidden">In reply to </span>
      <strong>{isSender ? 'You' : plainName(senderName ?? 'Somebody')}</strong>
      <span className="quote-text">{summaryOf(repliedTo)}</span>
    </button>
  );
}

/** @returns a line about a message, without its sender. */
export function summaryOf(message: Omit<Previewed, 'isSender' | 'senderName'>): string {
  return previewOf({ ...message, isSender: null, senderName: null }, false) || 'Message';
}
