import { isFinalID, type Message } from '../beeper/messages/wire.ts';
import type { Page } from '../beeper/page.ts';
import { dropFirst } from './dropFirst.ts';

export interface PendingOptions {
  readonly readNewest: (chatID: string) => Promise<Page<Message>>;
  /** It could not be found out what became of messages in this chat. */
  readonly onUnclear: (chatID: string) => void;
}

const maxChats = 200;
const maxMessages = 100;
/** How long an own message without a status and without a final ID counts as pending. */
const unclearMs = 2 * 60_000;

/**
 * Own messages that are being sent, by their pending IDs. Beeper does not tell that such an ID is gone once the message has
 * its final one.
 */
export class PendingMessages {
  readonly #options: PendingOptions;
  /** By chat and ID: when it was sent, in milliseconds since 1970. */
  readonly #chats = new Map<string, Map<string, number>>();
  /** Looks that have not begun, which serve all who ask until then. */
  readonly #planned = new Map<string, Promise<readonly string[]>>();

  constructor(options: PendingOptions) {
    this.#options = options;
  }

  /** Notes the message if it is an own one that is being sent. */
  note(chatID: string, message: Message): void {
    if (!message.isSender || !isPending(message)) return;
    const sent = this.#chats.get(chatID) ?? new Map<string, number>();
    this.#chats.set(chatID, sent);
    sent.set(message.id, message.timestamp?.getTime() ?? Number.NEGATIVE_INFINITY);
    dropFirst(sent, maxMessages);
    dropFirst(this.#chats, maxChats);
  }

  /** @returns whether another message of the chat than this one is being sent. */
  hasOthers(chatID: string, messageID: string): boolean {
    const sent = this.#chats.get(chatID);
    return sent !== undefined && sent.size > (sent.has(messageID) ? 1 : 0);
  }

  drop(chatID: string, messageID: string): void {
    this.#chats.get(chatID)?.delete(messageID);
  }

  dropChat(chatID: string): void {
    this.#chats.delete(chatID);
  }

  /** @returns which of the IDs in the chat are gone, by one read for all who ask. It does not fail. */
  look(chatID: string): Promise<readonly string[]> {
    const planned = this.#planned.get(chatID);
    if (planned) return planned;
    const looking = Promise.resolve().then(() => {
      this.#planned.delete(chatID);
      return this.#lookNow(chatID);
    });
    this.#planned.set(chatID, looking);
    return looking;
  }

  async #lookNow(chatID: string): Promise<readonly string[]> {
    const { readNewest, onUnclear } = this.#options;
    const gone: string[] = [];
    const page = await readNewest(chatID).catch(() => null);
    if (page === null) {
      onUnclear(chatID);
      return gone;
    }
    const inPage = new Map(page.items.map((message) => [message.id, message]));
    const times = page.items.map(({ timestamp }) => timestamp?.getTime() ?? Number.POSITIVE_INFINITY);
    const from = page.hasMore ? Math.min(...times) : null;
    for (const [id, sentAt] of this.#chats.get(chatID) ?? []) {
      const found = inPage.get(id);
      if (found && isPending(found)) continue;
      this.drop(chatID, id);
      if (found) continue;
      // What is as old as the oldest of the page can be behind it.
      if (from === null || sentAt > from) gone.push(id);
      else onUnclear(chatID);
    }
    if (this.#chats.get(chatID)?.size === 0) this.#chats.delete(chatID);
    return gone;
  }
}

/** Apps before 4.2.808 send no status. */
export const isPending = ({ id, sendStatus, timestamp }: Message): boolean =>
  sendStatus?.status == null
    ? !isFinalID(id) && timestamp !== null && Date.now() - timestamp.getTime() < unclearMs
    : /^pending$/i.test(sendStatus.status);
