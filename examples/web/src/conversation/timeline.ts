/** What the order and the grouping of messages need. */
export interface TimelineMessage {
  readonly id: string;
  readonly chatID: string;
  readonly type: string | null;
  readonly timestamp: string | null;
  readonly senderID: string | null;
  readonly isSender: boolean | null;
  readonly isHidden: boolean | null;
  readonly isDeleted: boolean | null;
  readonly sentWithKey: string | null;
}

type TimelineRow<Message> =
  | { readonly kind: 'day'; readonly key: string; readonly at: string }
  | { readonly kind: 'unread'; readonly key: string }
  | {
      readonly kind: 'message';
      readonly key: string;
      readonly message: Message;
      /** Whether it is the first or the last of several by the same sender. */
      readonly startsGroup: boolean;
      readonly endsGroup: boolean;
    };

/** Longer pauses begin a new group. */
const groupMs = 5 * 60_000;

/**
 * Arranges messages under days and in groups, with a line above the first unread one. Keeps the order: timestamps can be
 * out of order.
 *
 * @param messages oldest first
 */
export function timelineOf<Message extends TimelineMessage>(
  messages: readonly Message[],
  firstUnreadID: string | null,
): readonly TimelineRow<Message>[] {
  const shown = shownOf(messages);
  const rows: TimelineRow<Message>[] = [];
  for (const [at, message] of shown.entries()) {
    const [before, after] = [shown[at - 1], shown[at + 1]];
    const startsDay = message.timestamp !== null && dayOf(message) !== (before && dayOf(before));
    if (startsDay) rows.push({ kind: 'day', key: `day ${message.id}`, at: message.timestamp ?? '' });
    if (message.id === firstUnreadID) rows.push({ kind: 'unread', key: 'unread' });
    rows.push({
      kind: 'message',
      key: keyOf(message),
      message,
      startsGroup: !before || !belongTogether(before, message) || message.id === firstUnreadID,
      endsGroup: !after || !belongTogether(message, after) || after.id === firstUnreadID,
    });
  }
  return rows;
}

/** A sent message keeps the key of its optimistic copy: the same row shows one after the other. */
function keyOf({ id, sentWithKey }: Pick<TimelineMessage, 'id' | 'sentWithKey'>): string {
  return sentWithKey ?? id;
}

/** @returns the ID of the oldest unread message: the last `unreadCount` of other people are unread. */
export function firstUnreadOf(
  messages: readonly TimelineMessage[],
  unreadCount: number | null,
): string | null {
  if (!unreadCount) return null;
  const others = messages.filter((message) => !message.isSender && !message.isHidden && !message.isDeleted);
  return others.at(-unreadCount)?.id ?? null;
}

/** Hidden messages are not shown. While a message gets its final ID, it can be there twice: the later one is shown. */
function shownOf<Message extends TimelineMessage>(messages: readonly Message[]): readonly Message[] {
  const last = new Map(messages.map((message) => [keyOf(message), message]));
  return messages.filter((message) => !message.isHidden && last.get(keyOf(message)) === message);
}

function belongTogether(before: TimelineMessage, message: TimelineMessage): boolean {
  if (before.type === 'NOTICE' || message.type === 'NOTICE') return false;
  if (before.isSender !== message.isSender || before.senderID !== message.senderID) return false;
  // A merged chat has messages of several networks.
  if (before.chatID !== message.chatID || dayOf(before) !== dayOf(message)) return false;
  return Math.abs(Date.parse(message.timestamp ?? '') - Date.parse(before.timestamp ?? '')) < groupMs;
}

/** @returns the day in the time zone of the browser. */
function dayOf({ timestamp }: TimelineMessage): string | null {
  return timestamp === null ? null : new Date(timestamp).toDateString();
}
