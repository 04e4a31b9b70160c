import { getChat } from '../../beeper/chats/api.ts';
import { listMessages } from '../../beeper/messages/api.ts';
import { isLast, type Message } from '../../beeper/messages/wire.ts';
import type { SentMessage } from '../../beeper/sending/api.ts';
import type { Context } from '../../context.ts';
import type { Look, Sighting } from '../../writes/pipeline.ts';
import { ifMissing } from './ifMissing.ts';
import { readMessage } from './message.ts';
import { readableText, sameText } from './readableText.ts';

/** What was to be sent, as far as it can be recognized in the chat. */
export interface Outgoing {
  readonly chatID: string;
  /** The text or the caption; null for a file without one. */
  readonly text: string | null;
  readonly hasFile: boolean;
  readonly replyToMessageID: string | null;
}

/** A message that was seen, with the chat that it is in. */
type Seen = Message & { readonly chatID: string };

/** The newest messages of a chat. */
interface Newest {
  readonly messages: readonly Seen[];
  /** Whether they go back to the time of the attempt. */
  readonly isComplete: boolean;
}

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
  const subjectIn = subjectsOf(outgoing);
  return {
    subject: subjectIn(outgoing.chatID),
    remedy:
      'Send the request again with the same idempotency key: within 24 hours, that only looks for the message once more and never sends it. A new key would send the message, perhaps for the second time: look at `candidates` and into the chat first.',
    clockAheadMs: context.serverInfo.clockAheadMs() ?? 0,
    find: (attempt) => find(outgoing, attempt, context),
    subjectOf: ({ chatID }) => subjectIn(chatID),
    nameOf: ({ chatID, pendingMessageID }) => messageName(chatID, pendingMessageID),
    async nameNow(name) {
      const [chatID = '', id = ''] = JSON.parse(name) as string[];
      const message = await readMessage(chatID, id, context);
      return message && messageName(message.chatID ?? chatID, message.id);
    },
  };
}

const subjectsOf = ({ hasFile, text }: Outgoing) => {
  const readable = readableText(text ?? '');
  return (chatID: string) => subjectOf(chatID, hasFile, readable);
};

async function find(
  outgoing: Outgoing,
  { at, clockAheadMs }: { readonly at: number; readonly clockAheadMs: number },
  context: Context,
): Promise<Sighting<SentMessage>> {
  const { messages, isComplete } = await readNewest(outgoing.chatID, at, context);
  const own = messages.filter(({ isSender }) => isSender);
  const alike = own.filter((message) => isAlike(message, outgoing) && isDatedAfter(message, at));
  const matches = alike.filter(({ timestamp }) => Number(timestamp) <= at + maxDelayMs);
  const isOneClock = Math.abs(clockAheadMs) <= maxClockDifferenceMs && haveOneClock(messages, context);
  return {
    matches: matches.map(({ id, chatID }) => ({
      name: messageName(chatID, id),
      result: { chatID, pendingMessageID: id, resolvedByLooking: true },
    })),
    seen: own.map(({ id, chatID }) => messageName(chatID, id)),
    isCertain: isComplete && isOneClock && matches.every((message) => canBe(message, outgoing)),
    async subjects() {
      const found = [...new Set(matches.map(({ chatID }) => chatID))];
      const names = await Promise.all(found.map((chatID) => namesOfChat(chatID, context)));
      return names.flat().map(subjectsOf(outgoing));
    },
    candidates: alike,
  };
}

/** @returns the IDs by which others may have sent to the chat. */
async function namesOfChat(chatID: string, { beeper }: Context): Promise<string[]> {
  const chat = await beeper.read(getChat(chatID));
  const merged = chat?.mergedIntoChatID ? await beeper.read(getChat(chat.mergedIntoChatID)) : null;
  const names = [chatID, chat?.id, chat?.localChatID, chat?.mergedIntoChatID, merged?.localChatID];
  return names.filter((name) => name != null);
}

/** @returns whether the messages are dated by a clock that can be compared with ours. */
function haveOneClock(messages: readonly Message[], { serverInfo }: Context): boolean {
  const now = Date.now();
  const isFuture = ({ timestamp }: Message) => Number(timestamp) > now + maxClockDifferenceMs;
  return Math.abs(serverInfo.clockAheadMs() ?? 0) <= maxClockDifferenceMs && !messages.some(isFuture);
}

const isAlike = (message: Message, { text, hasFile }: Outgoing): boolean =>
  isLast(message) && hasFiles(message) === hasFile && sameText(text ?? '', message.text);

/** @returns false for a message that reads the same and was something else, or may have been. */
const canBe = (message: Message, { text, hasFile, replyToMessageID }: Outgoing): boolean =>
  message.editedTimestamp === null &&
  (message.linkedMessageID === null || message.linkedMessageID === replyToMessageID) &&
  // A text of nothing but marks, such as `***`, reads as nothing, and so do locations and polls.
  (hasFile || readableText(text ?? '') !== '');

/** Some networks date messages in whole seconds. */
function isDatedAfter({ timestamp }: Message, at: number): boolean {
  const time = Number(timestamp);
  return time >= (time % 1_000 === 0 ? at - (at % 1_000) : at);
}

/**
 * Reads the newest page of the chat. The page of a merged chat is empty, so those of its chats are read.
 * @param at until when it has to go back to be complete, in milliseconds since 1970.
 */
export async function readNewest(chatID: string, at: number, { beeper }: Context): Promise<Newest> {
  const newestOf = async (id: string): Promise<Newest> => {
    const { items, hasMore } = await beeper.read(listMessages(id, newestPage));
    const goesBack = items.some(({ timestamp }) => timestamp !== null && timestamp.getTime() < at);
    return {
      messages: items.map((message) => ({ ...message, chatID: message.chatID ?? id })),
      isComplete: !hasMore || goesBack,
    };
  };
  const newest = await newestOf(chatID);
  if (newest.messages.length > 0) return newest;
  const chat = await beeper.read(getChat(chatID));
  const parts = [...new Set(chat?.merge?.chatIDs ?? [])];
  const pages = await Promise.all(parts.map((id) => newestOf(id).catch(ifMissing(nothing))));
  return {
    messages: pages.flatMap(({ messages }) => messages),
    isComplete: pages.every(({ isComplete }) => isComplete),
  };
}

const nothing: Newest = { messages: [], isComplete: true };
