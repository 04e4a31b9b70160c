import { getChat } from '../../beeper/chats/api.ts';
import { listMessages } from '../../beeper/messages/api.ts';
import type { Message } from '../../beeper/messages/wire.ts';
import type { SentMessage } from '../../beeper/sending/api.ts';
import type { Context } from '../../context.ts';
import type { Look, Sighting } from '../../writes/pipeline.ts';
import { readMessage } from './message.ts';
import { readableText, sameText } from './readableText.ts';

/** What was to be sent, as far as it can be recognized in the chat. */
export interface Outgoing {
  readonly chatID: string;
  /** The text or the caption; null for a file without one. */
  readonly text: string | null;
  readonly hasFile: boolean;
}

/** A message that was seen, with the chat it was seen in. */
type Seen = Message & { readonly chatID: string };

/** Clocks that differ by more than this say nothing about what was there before. */
const maxClockDifferenceMs = 2_000;
/** A bridge can hold a message back. What is dated later was sent by somebody else's hand. */
const maxDelayMs = 10 * 60 * 1_000;
const newestPage = { cursor: null, direction: 'before' } as const;

/**
 * @param readable the text without its marks.
 * @returns what messages have in common that look alike: the same text in the same chat.
 */
export const subjectOf = (chatID: string, hasFile: boolean, readable: string): readonly string[] => [
  chatID,
  hasFile ? 'file' : 'text',
  readable,
];

export const hasFiles = ({ attachments }: Message): boolean => attachments !== null && attachments.length > 0;

/** @returns the name of a message among those of all chats. */
export const messageName = (chatID: string, messageID: string): string => JSON.stringify([chatID, messageID]);

/**
 * Finds out whether a message was sent whose answer was lost: by one of your own in the newest page of the chat that reads
 * the same and is dated after the attempt.
 */
export function lookForMessage(outgoing: Outgoing, context: Context): Look<SentMessage> {
  const readable = readableText(outgoing.text ?? '');
  const subjectIn = (chatID: string) => subjectOf(chatID, outgoing.hasFile, readable);
  return {
    subject: subjectIn(outgoing.chatID),
    remedy:
      'Send the request again with the same idempotency key: within 24 hours, that only looks for the message once more and never sends it. A new key would send the message, perhaps for the second time: look at `candidates` and into the chat first.',
    find: ({ at }) => find(outgoing, at, context),
    subjectOf: ({ chatID }) => subjectIn(chatID),
    nameOf: ({ chatID, pendingMessageID }) => messageName(chatID, pendingMessageID),
    async nameNow(name) {
      const [chatID = '', id = ''] = JSON.parse(name) as string[];
      const message = await readMessage(chatID, id, context);
      return message && messageName(chatID, message.id);
    },
  };
}

async function find(outgoing: Outgoing, at: number, context: Context): Promise<Sighting<SentMessage>> {
  const { messages, isComplete } = await readNewest(outgoing.chatID, at, context);
  const own = messages.filter(({ isSender }) => isSender);
  const alike = own.filter((message) => isAlike(message, outgoing) && isDatedAfter(message, at));
  const isLate = ({ timestamp }: Message) => Number(timestamp) > at + maxDelayMs;
  return {
    matches: alike
      .filter((message) => !isLate(message))
      .map(({ id, chatID }) => ({
        name: messageName(chatID, id),
        result: { chatID, pendingMessageID: id, resolvedByLooking: true },
      })),
    seen: own.map(({ id, chatID }) => messageName(chatID, id)),
    isCertain: isComplete && haveOneClock(messages, context),
    candidates: alike,
  };
}

/** @returns whether the messages are dated by a clock that can be compared with the one of the attempt. */
function haveOneClock(messages: readonly Message[], { serverInfo }: Context): boolean {
  const now = Date.now();
  const isFuture = ({ timestamp }: Message) => Number(timestamp) > now + maxClockDifferenceMs;
  return Math.abs(serverInfo.clockAheadMs() ?? 0) <= maxClockDifferenceMs && !messages.some(isFuture);
}

const isAlike = (message: Message, { text, hasFile }: Outgoing): boolean =>
  !message.isDeleted && hasFiles(message) === hasFile && sameText(text ?? '', message.text);

/** Some networks date messages in whole seconds. */
function isDatedAfter({ timestamp }: Message, at: number): boolean {
  const time = Number(timestamp);
  return timestamp !== null && time >= (time % 1_000 === 0 ? at - (at % 1_000) : at);
}

/**
 * Reads the newest page of the chat. The page of a merged chat is empty, so those of its chats are read.
 * @returns also whether it goes back to the time of the attempt.
 */
async function readNewest(chatID: string, at: number, { beeper }: Context) {
  const newestOf = async (id: string) => {
    const { items, hasMore } = await beeper.read(listMessages(id, newestPage));
    const messages: Seen[] = items.map((message) => ({ ...message, chatID: message.chatID ?? id }));
    const goesBack = items.some(({ timestamp }) => timestamp !== null && timestamp.getTime() < at);
    return { messages, isComplete: !hasMore || goesBack };
  };
  const newest = await newestOf(chatID);
  if (newest.messages.length > 0) return newest;
  const chat = await beeper.read(getChat(chatID));
  const pages = await Promise.all([...new Set(chat?.merge?.chatIDs ?? [])].map(newestOf));
  return {
    messages: pages.flatMap(({ messages }) => messages),
    isComplete: pages.every(({ isComplete }) => isComplete),
  };
}
