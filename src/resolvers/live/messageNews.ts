import type { Message } from '../../beeper/messages/wire.ts';
import type { Context } from '../../context.ts';
import type { LiveEvent, LiveStream, MessageUpserted } from '../../live/events.ts';

/** A newer state of a message, a reason to look for one, or why there will be none. */
export type News = { readonly message: Message } | 'look' | Error;

/** What events tell of a message that was sent. */
export class MessageNews {
  readonly #listen: () => LiveStream;
  /** The IDs by which events can name the message. */
  readonly #ids: ReadonlySet<string>;
  readonly #news: News[] = [];
  #events: LiveStream | null = null;
  #wake: (() => void) | null = null;
  #isStopped = false;

  constructor(chatID: string, ids: ReadonlySet<string>, { live }: Context) {
    this.#listen = () => live.listen({ chatIDs: [chatID], after: null, isSignal: true });
    this.#ids = ids;
  }

  /**
   * Listens from the first call on.
   * @returns the next news; `look` where there is none within `ms` milliseconds.
   */
  async next(ms: number): Promise<News> {
    if (!this.#events && !this.#isStopped) {
      this.#events = this.#listen();
      this.#readEvents(this.#events).catch((error: Error) => this.#add(error));
    }
    if (this.#news.length === 0 && !this.#isStopped) await this.#rest(ms);
    return this.#news.shift() ?? 'look';
  }

  stop(): void {
    this.#isStopped = true;
    void this.#events?.return?.();
    this.#wake?.();
  }

  #rest(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #add(news: News): void {
    // Looking once is enough.
    if (news === 'look' && this.#news.includes('look')) return;
    this.#news.push(news);
    this.#wake?.();
  }

  async #readEvents(events: LiveStream): Promise<void> {
    for await (const event of events) {
      const news = event instanceof Error ? event : await this.#newsOf(event);
      if (news) this.#add(news);
    }
  }

  async #newsOf(event: LiveEvent): Promise<News | null> {
    switch (event.kind) {
      case 'messageUpserted':
        return this.#newsOfMessage(event);
      case 'messageDeleted':
        return this.#ids.has(event.messageID) ? 'look' : null;
      case 'gap':
      case 'chatDeleted':
        return 'look';
      default:
        return null;
    }
  }

  async #newsOfMessage(event: MessageUpserted): Promise<News | null> {
    const message = await event.message().catch(() => null);
    if (this.#ids.has(event.messageID)) return message ? { message } : 'look';
    // The message itself can come under its final ID, which is not known yet.
    return message?.isSender ? 'look' : null;
  }
}
