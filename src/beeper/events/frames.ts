import { type Message, message } from '../messages/wire.ts';
import { object } from '../objectReader.ts';
import { parseBody } from '../parseBody.ts';
import { decoder, orNull, type ReadBy } from '../reader.ts';
import { code, date, id, integer, key, list, text } from '../values.ts';

/** A change that Beeper tells of. */
export type BeeperEvent = MessagesUpserted | OtherEvent;

interface EventBase {
  readonly chatID: string;
  /** IDs of messages of the chat; for events of chats, of the chat itself. At least one, each once. */
  readonly ids: readonly string[];
  /** When it happened; null where Beeper does not tell. */
  readonly at: Date | null;
}

interface MessagesUpserted extends EventBase {
  readonly type: 'message.upserted';
  /** Those of the messages that came along and can be read, by ID. */
  readonly entries: ReadonlyMap<string, Message>;
}

interface OtherEvent extends EventBase {
  readonly type: 'message.deleted' | 'chat.upserted' | 'chat.deleted';
}

/** What one frame of Beeper says. */
export type Frame =
  /** Not a JSON object, or too deep. */
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'ready' }
  /** A `set` was carried out; `refusal` is null then, and else the code of an error. */
  | { readonly kind: 'answer'; readonly requestID: string | null; readonly refusal: string | null }
  /** `events` is empty for what the gateway does not know, and null where it can't be told what changed. */
  | { readonly kind: 'event'; readonly seq: number | null; readonly events: readonly BeeperEvent[] | null };

const fields = object({
  type: text,
  requestID: key,
  code,
  seq: orNull(integer),
  ts: date,
  chatID: key,
  ids: list('eventID', id),
  entries: list('eventEntry', message),
});

type Fields = ReadBy<typeof fields>;

const readFields = decoder(fields);

/** @param text of a frame. @returns what it says. Fields that can't be read count as missing. */
export function readFrame(text: string): Frame {
  const found = readFields(parseBody(text));
  if (found === null) return { kind: 'unreadable' };
  const { type, requestID, seq } = found;
  switch (type) {
    case 'ready':
      return { kind: 'ready' };
    case 'subscriptions.updated':
      return { kind: 'answer', requestID, refusal: null };
    case 'error':
      return { kind: 'answer', requestID, refusal: found.code ?? 'UNKNOWN' };
    case 'message.upserted':
    case 'message.deleted':
      return { kind: 'event', seq, events: messageEvents(type, found) };
    case 'chat.upserted':
    case 'chat.deleted':
      return { kind: 'event', seq, events: chatEvents(type, found) };
    default:
      return { kind: 'event', seq, events: [] };
  }
}

function messageEvents(type: 'message.upserted' | 'message.deleted', found: Fields): BeeperEvent[] | null {
  const ids = idsOf(found);
  const chatID = found.chatID ?? onlyChatOf(found);
  if (chatID === null || ids.length === 0) return null;
  const event = { chatID, ids, at: found.ts };
  return [
    type === 'message.upserted' ? { type, ...event, entries: entriesOf(found, event) } : { type, ...event },
  ];
}

function chatEvents(type: 'chat.upserted' | 'chat.deleted', found: Fields): BeeperEvent[] | null {
  const { chatID, ts: at } = found;
  const ids = idsOf(found);
  if (chatID !== null) return [{ type, chatID, ids: ids.length > 0 ? ids : [chatID], at }];
  return ids.length > 0 ? ids.map((id) => ({ type, chatID: id, ids: [id], at })) : null;
}

const idsOf = ({ ids, entries }: Fields): string[] => [
  ...new Set(ids !== null && ids.length > 0 ? ids : entries?.map(({ id }) => id)),
];

/** @returns the chat that all entries name, or null. */
function onlyChatOf({ entries }: Fields): string | null {
  const [chatID = null, ...others] = new Set(entries?.map((entry) => entry.chatID));
  return others.length === 0 ? chatID : null;
}

/** Some servers send the sort key "-1" for one that is not known yet. */
function entriesOf({ entries }: Fields, { chatID, ids }: Pick<BeeperEvent, 'chatID' | 'ids'>) {
  const named = new Set(ids);
  return new Map(
    entries
      ?.filter(({ id }) => named.has(id))
      .map((entry) => {
        const sortKey = entry.sortKey === '-1' ? null : entry.sortKey;
        return [entry.id, { ...entry, chatID: entry.chatID ?? chatID, sortKey }];
      }),
  );
}
