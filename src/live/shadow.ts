import { LRUCache } from 'lru-cache';
import type { Chat } from '../beeper/chats/wire.ts';
import type { Message } from '../beeper/messages/wire.ts';
import { entryLimit } from '../common/entryLimit.ts';
import { sha256 } from '../common/sha256.ts';
import { dropFirst } from './dropFirst.ts';
import { isSilent } from './silent.ts';

/** How a chat was last seen in the list. */
interface ChatTrace {
  /** Null where an event has told of a change since. */
  digest: string | null;
  /** On the clock of the shadow. */
  touchedAt: number;
  /** In milliseconds since 1970. */
  readonly lastActivity: number | null;
  /** The chats that are merged in it. */
  readonly partIDs: readonly string[];
  /** Null where Beeper sends events of it. */
  readonly silentAccountID: string | null;
}

interface MessageTrace {
  readonly digest: string | null;
  /** In milliseconds since 1970. */
  readonly at: number | null;
}

/** The messages of a chat that callers may hold. */
interface MessageTraces {
  /** By ID, in the order of being seen. */
  readonly known: Map<string, MessageTrace>;
  /** Whether a query was given messages of the chat. */
  isServed: boolean;
  /** When an event told of one, on the clock of `performance.now()`. */
  activeAt: number;
}

const maxChats = 100;
const maxMessages = 300;

/**
 * What listeners can know of Beeper, as hashes: the chats of the list, and the messages that queries or events have brought.
 * What a gap has hidden is found by comparing with it. It holds no content.
 */
export class Shadow {
  readonly #chats = new Map<string, ChatTrace>();
  readonly #messages = new LRUCache<string, MessageTraces>({
    ...entryLimit(maxChats),
    dispose: ({ isServed }, chatID, reason) => {
      if (reason === 'evict' && isServed) this.#forgotten.add(chatID);
    },
  });
  #forgotten = new Set<string>();
  #clock = 0;

  /** A moment for `learnChat`: events that come after it are newer than what is read from then on. */
  get now(): number {
    return this.#clock;
  }

  /** @returns chats whose messages were served, and are not known any more because there were too many; each once. */
  takeForgotten(): readonly string[] {
    const forgotten = [...this.#forgotten];
    this.#forgotten = new Set();
    return forgotten;
  }

  get chatIDs(): Iterable<string> {
    return this.#chats.keys();
  }

  /** The accounts with chats of which Beeper sends no events; null where none is known. */
  get silentAccountIDs(): readonly string[] | null {
    const accountIDs = new Set([...this.#chats.values()].flatMap((chat) => chat.silentAccountID ?? []));
    return accountIDs.size > 0 ? [...accountIDs] : null;
  }

  chat(chatID: string): Readonly<ChatTrace> | undefined {
    return this.#chats.get(chatID);
  }

  /** Notes that a chat has changed, in a way that is not known here. */
  touchChat(chatID: string): void {
    const trace = this.#chats.get(chatID);
    if (!trace) return;
    trace.digest = null;
    trace.touchedAt = ++this.#clock;
  }

  dropChat(chatID: string): void {
    this.#chats.delete(chatID);
    this.#messages.delete(chatID);
  }

  /**
   * @param readAt a moment before the chat was read.
   * @returns how it compares with what was known: `unknown` where an event has told of a change.
   */
  learnChat(chat: Chat, readAt: number): 'new' | 'unknown' | 'changed' | 'same' {
    const before = this.#chats.get(chat.id);
    const digest = digestOf(chat);
    const isNewer = before !== undefined && before.touchedAt > readAt;
    this.#chats.set(chat.id, {
      digest: isNewer ? null : digest,
      touchedAt: before?.touchedAt ?? 0,
      lastActivity: chat.lastActivity?.getTime() ?? null,
      partIDs: chat.merge?.chatIDs ?? [],
      silentAccountID: isSilent(chat) ? chat.accountID : null,
    });
    if (!before) return 'new';
    if (before.digest === null) return 'unknown';
    return before.digest === digest ? 'same' : 'changed';
  }

  /** The messages of a chat that are known, by ID; null where none are. */
  messagesOf(chatID: string): ReadonlyMap<string, MessageTrace> | null {
    return this.#messages.peek(chatID)?.known ?? null;
  }

  /** @returns whether callers hold messages of the chat: those of a query, or of an event. */
  holds(chatID: string): boolean {
    const { isServed, activeAt } = this.#messages.peek(chatID) ?? { isServed: false, activeAt: 0 };
    return isServed || activeAt > 0;
  }

  /** @returns the chats that listeners look at: those that queries have read, and those with an event since `activeSince`. */
  watched(activeSince: number): string[] {
    return [...this.#messages.entries()]
      .filter(([, { isServed, activeAt }]) => isServed || activeAt >= activeSince)
      .map(([chatID]) => chatID);
  }

  /** @returns whether the message differs from what was known of it. */
  learnMessage(chatID: string, message: Message): boolean {
    const digest = digestOf({ ...message, chatID });
    const traces = this.#tracesOf(chatID);
    const before = traces.known.get(message.id);
    this.#keep(traces, message.id, { digest, at: message.timestamp?.getTime() ?? null });
    return before?.digest !== digest;
  }

  /**
   * Notes messages that a query was given. Where they tell of a change, other pages may not have it: it counts as not known
   * here, so that it is told after the next gap.
   */
  serve(chatID: string, messages: readonly Message[]): void {
    const traces = this.#tracesOf(chatID);
    traces.isServed = true;
    const oldest = Math.min(...[...traces.known.values()].map(({ at }) => at ?? 0));
    for (const message of messages) {
      const before = traces.known.get(message.id);
      const isChange = before === undefined && (message.timestamp?.getTime() ?? 0) >= oldest;
      const isDifferent = this.learnMessage(chatID, message);
      if (isChange || (before && isDifferent)) this.touchMessage(chatID, message.id);
    }
  }

  /** Notes that a message is new or has changed, in a way that is not known here. */
  touchMessage(chatID: string, messageID: string): void {
    const traces = this.#tracesOf(chatID);
    this.#keep(traces, messageID, { digest: null, at: traces.known.get(messageID)?.at ?? null });
  }

  /** Notes an event about messages of the chat. */
  markActive(chatID: string): void {
    this.#tracesOf(chatID).activeAt = performance.now();
  }

  dropMessage(chatID: string, messageID: string): void {
    this.#messages.peek(chatID)?.known.delete(messageID);
  }

  #tracesOf(chatID: string): MessageTraces {
    const known = this.#messages.get(chatID);
    if (known) return known;
    const traces: MessageTraces = { known: new Map(), isServed: false, activeAt: 0 };
    this.#messages.set(chatID, traces);
    return traces;
  }

  #keep({ known }: MessageTraces, messageID: string, trace: MessageTrace): void {
    known.delete(messageID);
    known.set(messageID, trace);
    dropFirst(known, maxMessages);
  }
}

/** Functions, such as those that read large parts later, do not count. */
const digestOf = (value: object): string => sha256(JSON.stringify(value)).toString('base64');
