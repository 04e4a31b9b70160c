import { applyEvent, emptyState } from '../../../examples/live/apply.js';

/** A chat as a page shows it. */
export interface ShownChat {
  readonly id: string;
  /** Parts of a merged chat are not in lists. */
  readonly isPart: boolean;
  readonly content: string;
}

/** A message as a page shows it. */
export interface ShownMessage {
  readonly id: string;
  /** Whether it is shown: not deleted, not hidden. */
  readonly isShown: boolean;
  /** '' where it is not known. */
  readonly sortKey: string;
  /** All others of its fields. */
  readonly content: string;
  readonly sentWithKey?: string | null;
}

/** `undefined` in an event stands for what could not be read. */
export type PageEvent = Parameters<typeof applyEvent<ShownChat, ShownMessage>>[1] & {
  readonly position: string;
};

/** The newest messages of a chat. */
export interface MessagePages {
  readonly messages: readonly ShownMessage[];
  /** The sort key of the oldest one; null where these are all. */
  readonly oldest: string | null;
}

/** Where a page gets its data from. Each of them fails as the gateway does. */
export interface Source {
  subscribe(request: { chatIDs: readonly string[] | null; after: string | null }): AsyncIterator<PageEvent>;
  /**
   * The chats of the list, or those that are named.
   * @param isFresh reads them to compare, so that it has no effect on the page.
   */
  chats(chatIDs: readonly string[] | null, isFresh?: boolean): Promise<readonly ShownChat[]>;
  /** @param until reads back to this sort key instead, to compare. @returns null where there is no such chat. */
  messages(chatID: string, pages: number, until?: string | null): Promise<MessagePages | null>;
  /** Whether messages have the key with which they were sent. */
  readonly hasKeys: boolean;
  send(chatID: string, text: string, key: string): Promise<void>;
}

export interface PageOptions {
  readonly source: Source;
  /** Null for all. */
  readonly chatIDs: readonly string[] | null;
  readonly log: (line: string) => void;
}

/** A page of a web app: it subscribes, reads, and applies events. */
export class Page {
  readonly state = emptyState<ShownChat, ShownMessage>();
  readonly #options: PageOptions;
  /** Pages of the chats that were opened. */
  readonly #opened = new Map<string, number>();
  /** The oldest sort key that was read of each chat; null for all. */
  readonly #oldest = new Map<string, string | null>();
  #after: string | null = null;
  #stream: AsyncIterator<PageEvent> | null = null;
  #isClosed = false;
  #goOn: (() => void) | null = null;
  #going = Promise.resolve();
  #absence = Promise.resolve();
  /** Reads and events take turns. */
  #turn: Promise<void> = Promise.resolve();
  /** Whether it has read what it shows. */
  isReady = false;

  constructor(options: PageOptions) {
    this.#options = options;
  }

  /** Shows its chats until it is closed. */
  async run(): Promise<void> {
    while (!this.#isClosed) {
      await this.#absence;
      const { source, chatIDs, log } = this.#options;
      log(`subscribes after ${this.#after}`);
      const stream = source.subscribe({ chatIDs, after: this.#after });
      this.#stream = stream;
      for (;;) {
        await this.#going;
        const { done, value } = await stream.next();
        if (done || this.#stream !== stream) break;
        await this.#inTurn(() => this.#apply(value));
      }
      await sleep(5);
    }
  }

  open(chatID: string, pages: number): Promise<void> {
    const { chatIDs } = this.#options;
    if (chatIDs !== null && !chatIDs.includes(chatID)) return Promise.resolve();
    this.#opened.set(chatID, pages);
    return this.isReady ? this.#inTurn(() => this.#readMessages(chatID)) : Promise.resolve();
  }

  /** Sends a message. Where keys tell which one it is, it is shown at once. */
  async send(chatID: string, text: string): Promise<void> {
    const { source } = this.#options;
    const key = crypto.randomUUID();
    const shown = source.hasKeys ? this.state.messages.get(chatID) : undefined;
    const copy = { id: key, isShown: true, sortKey: 'Infinity', content: text, sentWithKey: key };
    shown?.set(key, copy);
    try {
      await source.send(chatID, text, key);
    } catch {
      shown?.delete(key);
    }
  }

  /** Leaves the stream, and comes back after this time. */
  leave(ms: number): void {
    const stream = this.#stream;
    this.#stream = null;
    this.#absence = sleep(ms);
    void stream?.return?.();
  }

  pause(): void {
    if (this.#goOn) return;
    this.#going = new Promise((resolve) => (this.#goOn = resolve));
  }

  goOn(): void {
    this.#goOn?.();
    this.#goOn = null;
    this.#going = Promise.resolve();
  }

  close(): void {
    this.#isClosed = true;
    this.goOn();
    this.leave(0);
  }

  /** @returns how what it shows differs from what is read now. */
  async differences(): Promise<string[]> {
    if (!this.isReady) return ['It has not read anything.'];
    const { source, chatIDs } = this.#options;
    const listed = (chats: Iterable<ShownChat>) =>
      [...chats]
        .filter(({ isPart }) => !isPart || chatIDs !== null)
        .map(({ id, content }) => [id, content] as const);
    const found = compare(
      'chat',
      listed(this.state.chats.values()),
      listed(await source.chats(chatIDs, true)),
    );
    for (const chatID of this.#opened.keys()) {
      const oldest = this.#oldest.get(chatID);
      if (oldest === undefined && !this.state.messages.has(chatID)) {
        if (await source.messages(chatID, 1)) found.push(`${chatID} is not open`);
        continue;
      }
      const fresh = await source.messages(chatID, 50, oldest);
      const sortKeys = new Map(fresh?.messages.map(({ id, sortKey }) => [id, sortKey]));
      // Other servers do not tell the sort keys of messages in events.
      const withKey = (message: ShownMessage) => ({
        ...message,
        sortKey: message.sortKey || (sortKeys.get(message.id) ?? ''),
      });
      const isCounted = ({ isShown, sortKey }: ShownMessage) =>
        isShown && (oldest == null || Number(sortKey) >= Number(oldest));
      const shown = (messages: Iterable<ShownMessage>) =>
        [...messages]
          .map(withKey)
          .filter(isCounted)
          .map(({ id, sortKey, content }) => [id, `${sortKey} ${content}`] as const);
      const own = this.state.messages.get(chatID)?.values() ?? [];
      found.push(...compare(`message of ${chatID}`, shown(own), shown(fresh?.messages ?? [])));
    }
    return found;
  }

  async #apply(event: PageEvent): Promise<void> {
    this.#options.log(describe(event));
    const reload = applyEvent(this.state, event);
    const isUnread =
      ('message' in event && event.message === undefined) || ('chat' in event && event.chat === undefined);
    if (isUnread) await this.#read([event.chatID]);
    if (reload) await this.#read(reload.chatIDs);
    this.#after = event.position;
  }

  /** Reads what it shows; what can't be read is read again. */
  async #read(chatIDs: readonly string[] | null): Promise<void> {
    const { source, chatIDs: own, log } = this.#options;
    log(`reads ${chatIDs ?? 'all'}`);
    const wanted = chatIDs?.filter((id) => own === null || own.includes(id)) ?? null;
    const chats = await this.#retry(() => source.chats(wanted ?? own));
    if (wanted === null) this.state.chats.clear();
    else for (const id of wanted) this.state.chats.delete(id);
    for (const chat of chats) this.state.chats.set(chat.id, chat);
    for (const id of this.#opened.keys()) if (wanted?.includes(id) ?? true) await this.#readMessages(id);
    this.isReady = true;
    log('has read');
  }

  async #readMessages(chatID: string): Promise<void> {
    const found = await this.#retry(() =>
      this.#options.source.messages(chatID, this.#opened.get(chatID) ?? 1),
    );
    if (found === null) {
      this.state.messages.delete(chatID);
      return;
    }
    this.#oldest.set(chatID, found.oldest);
    this.state.messages.set(chatID, new Map(found.messages.map((message) => [message.id, message])));
  }

  /** Until it succeeds, or the page is closed. */
  async #retry<Value>(read: () => Promise<Value>): Promise<Value> {
    for (;;) {
      try {
        return await read();
      } catch (error) {
        if (this.#isClosed) throw error;
        this.#options.log(`could not read: ${error}`);
        await sleep(10);
      }
    }
  }

  #inTurn(act: () => Promise<void>): Promise<void> {
    this.#turn = this.#turn.then(act);
    // It fails where the page is closed while it reads.
    this.#turn.catch(() => {});
    return this.#turn;
  }
}

function compare(
  what: string,
  own: readonly (readonly [id: string, content: string])[],
  fresh: readonly (readonly [id: string, content: string])[],
): string[] {
  const expected = new Map(fresh);
  const found = own.flatMap(([id, content]) => {
    const now = expected.get(id);
    expected.delete(id);
    if (now === undefined) return `${what} ${id} is gone`;
    return now === content ? [] : `${what} ${id} is\n    ${now}, and shown as\n    ${content}`;
  });
  return [...found, ...[...expected.keys()].map((id) => `${what} ${id} is missing`)];
}

function describe(event: PageEvent): string {
  const { __typename: type, position, ...rest } = event;
  return `${position} ${type} ${JSON.stringify(rest).slice(0, 300)}`;
}

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
