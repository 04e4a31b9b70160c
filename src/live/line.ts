import { supports } from '../beeper/features.ts';
import type { Message } from '../beeper/messages/wire.ts';
import { Failure, UnavailableFailure } from '../failures.ts';
import { Audience } from './audience.ts';
import type { GapReason } from './events.ts';
import { Feed } from './feed.ts';
import { Healing, isRejection } from './healing.ts';
import { type Member, wantedBy } from './members.ts';
import { LineReads, type ReadsOptions } from './reads.ts';
import { resolveChats } from './resolveChats.ts';
import { Sends } from './sends.ts';
import { Shadow } from './shadow.ts';
import { isMissingRoute, Upstream, type UpstreamEnd } from './upstream.ts';

export interface LineOptions extends ReadsOptions {
  /** Scheme, host and port of Beeper. */
  readonly origin: string;
  readonly times: LineTimes;
}

/** In milliseconds. */
export interface LineTimes {
  /** Between two looks for what sends no events. */
  readonly poll: number;
  /** From the leave of the last listener until the socket is closed. */
  readonly linger: number;
  /** From then on until no stream can be resumed any more. */
  readonly keep: number;
  /** Before a lost socket is opened again, at first and at most. */
  readonly reconnect: number;
  /** Without a sign of life, until a socket counts as lost. */
  readonly silence: number;
  /** Between two healings, at least. */
  readonly heal: number;
}

/** With more listeners that have left, the first ones can't resume. */
const maxAbsent = 100;

/** What happens in Beeper on behalf of one token: one socket, for as long as somebody listens. */
export class Line {
  readonly #options: LineOptions;
  readonly #onForgotten: () => void;
  readonly #audience = new Audience();
  readonly #reads: LineReads;
  readonly #sends = new Sends();
  readonly #shadow = new Shadow();
  readonly #feed: Feed;
  readonly #healing: Healing;
  #upstream: Upstream | null = null;
  /** Whether it is known whether the server sends events; asked once for as long as somebody listens. */
  #isPrepared = false;
  /** Reads the chats with which later states are compared. */
  #learning: Promise<void> | null = null;
  /** Whether there are no events at all, so that changes are looked for. */
  #isPolled = false;
  /** Whether listeners are told what happens, and were at any time. */
  #isLive = false;
  #wasLive = false;
  /** Why the next listener for whom gaps are closed needs that. */
  #unhealed: GapReason | null = null;
  #polls: NodeJS.Timeout | null = null;
  #end: NodeJS.Timeout | null = null;
  /** Who may resume a stream: until then, what happens in their chats is told of, too. */
  readonly #absent = new Set<Member>();

  constructor(options: LineOptions, onForgotten: () => void) {
    this.#options = options;
    this.#onForgotten = onForgotten;
    this.#reads = new LineReads(options);
    const reads = this.#reads;
    const audience = this.#audience;
    this.#feed = new Feed({
      shadow: this.#shadow,
      sends: this.#sends,
      readChat: (chatID, since) => reads.chat(chatID, since),
      readMessage: (chatID, messageID) => reads.message(chatID, messageID),
      readNewest: (chatID) => reads.newest(chatID),
      publish: (change) => audience.publish(change),
      onUnclear: (chatID) => audience.tellGap('NOT_HEALED', [chatID]),
    });
    this.#healing = new Healing({
      reads,
      shadow: this.#shadow,
      feed: this.#feed,
      now: () => Date.now() + (options.serverInfo.clockAheadMs() ?? 0),
      named: () => new Set([...audience.members, ...this.#absent].flatMap(({ wants }) => [...(wants ?? [])])),
      onGap: (reason, chatIDs) => audience.tellGap(reason, chatIDs),
      onFailed: (error) => this.end(this.#failureOf(error)),
      pauseMs: options.times.heal,
    });
  }

  get members(): ReadonlySet<Member> {
    return this.#audience.members;
  }

  get hasSocket(): boolean {
    return this.#upstream?.isOpen ?? false;
  }

  /** @returns whether a stream after this position can use the line. What nobody listens to any more is not kept for others. */
  canServe(after: string | null): boolean {
    return this.#polls !== null || !this.#wasLive || this.#audience.knows(after);
  }

  join(member: Member): void {
    if (this.#end) clearTimeout(this.#end);
    this.#end = null;
    if (this.#polls === null) this.#open();
    this.#audience.members.add(member);
    this.#admit(member).catch((error: unknown) => member.stream.end(this.#failureOf(error)));
  }

  leave(member: Member): void {
    if (!this.#audience.members.delete(member)) return;
    if (member.state === 'started') this.#expect(member);
    if (this.members.size > 0) this.#ask();
    else this.#end = setTimeout(() => this.#close(), this.#options.times.linger);
  }

  #expect(member: Member): void {
    const [first] = this.#absent;
    if (first && this.#absent.size >= maxAbsent) this.#giveUp(first);
    this.#absent.add(member);
    setTimeout(() => this.#giveUp(member), this.#options.times.keep).unref();
  }

  /** From now on, nobody may be told of some chats, so that no stream can go on from before. */
  #giveUp(member: Member): void {
    if (!this.#absent.delete(member)) return;
    const wanted = this.#wanted();
    if (wanted === null || (member.wants && [...member.wants].every((id) => wanted.has(id)))) return;
    this.#audience.forget();
    this.#ask();
  }

  #wanted(): ReadonlySet<string> | null {
    return wantedBy([...this.members, ...this.#absent]);
  }

  /** @returns a function to call once, when the answer to a send is in. */
  holdEchoes(): () => void {
    return this.members.size > 0 ? this.#sends.begin() : () => {};
  }

  served(chatID: string, messages: readonly Message[]): void {
    // Also while nobody listens: whoever resumes a stream may have read meanwhile.
    this.#shadow.serve(chatID, messages);
    for (const message of messages) this.#feed.notePending(chatID, message);
  }

  /** Ends all streams. */
  end(failure: Failure): void {
    const members = [...this.members];
    // So that none of them leaves a line that still has others to ask for.
    this.#audience.members.clear();
    for (const { stream } of members) stream.end(failure);
    this.#close();
    this.forget();
  }

  #open(): void {
    this.#polls = setInterval(() => {
      if (this.#isLive && this.#hasReaders) this.#healing.poll(this.#isPolled);
    }, this.#options.times.poll);
  }

  /** Keeps what a stream needs to be resumed. */
  #close(): void {
    if (this.#end) clearTimeout(this.#end);
    this.#upstream?.close();
    this.#upstream = null;
    this.#reads.cancel();
    this.#isPrepared = false;
    this.#isLive = false;
    if (this.#polls) clearInterval(this.#polls);
    this.#polls = null;
    this.#end = setTimeout(() => this.forget(), this.#options.times.keep);
    this.#end.unref();
  }

  /** Keeps nothing any more. */
  forget(): void {
    if (this.#end) clearTimeout(this.#end);
    this.#onForgotten();
  }

  async #admit(member: Member): Promise<void> {
    await this.#prepare();
    if (member.isSignal) member.wants = member.chatIDs && new Set(member.chatIDs);
    else await this.#learnFor(member);
    if (!this.members.has(member)) return;
    member.state = 'waiting';
    if (this.#isPolled) this.#startWaiting();
    else this.#ask();
    if (this.#upstream?.isDown) this.#failWaiting();
  }

  /**
   * Finds out whether the server sends events.
   * @throws {Failure} where Beeper can't be asked at all.
   */
  async #prepare(): Promise<void> {
    const { serverInfo } = this.#options;
    if (this.#isPrepared) return;
    await serverInfo.dialect();
    if (this.#isPrepared) return;
    this.#isPrepared = true;
    this.#isPolled = supports('live', serverInfo.known()) === false;
  }

  /**
   * Once: after an interruption, healing reads the chats and compares them with what was known before.
   * @throws {Failure} where the token is rejected, or where there is no other way to tell of changes.
   */
  async #learnFor(member: Member): Promise<void> {
    this.#learning ??= this.#healing.prepare();
    try {
      await this.#learning;
    } catch (error) {
      this.#learning = null;
      if (this.#isPolled || isRejection(error) || !(error instanceof Failure)) throw error;
    }
    if (member.chatIDs === null) return;
    const readAt = this.#shadow.now;
    const { found, ...chats } = await resolveChats(member.chatIDs, this.#reads.client(), this.#shadow);
    for (const chat of found) if (!this.#shadow.chat(chat.id)) this.#shadow.learnChat(chat, readAt);
    Object.assign(member, chats);
  }

  /** Asks Beeper for the events of all that is wanted. */
  #ask(): void {
    if (this.#isPolled || [...this.members].every(({ state }) => state === 'joining')) return;
    this.#upstream ??= this.#connect();
    this.#upstream.want(this.#wanted());
  }

  #connect(): Upstream {
    const { origin, token, timeoutMs, times } = this.#options;
    return new Upstream(
      { origin, token, connectTimeoutMs: timeoutMs, pauseMs: times.reconnect, silenceMs: times.silence },
      {
        onConfirmed: () => this.#startWaiting(),
        onEvent: (event) => this.#healing.inTurn(() => this.#feed.onEvent(event)),
        onLost: () => this.#heal('EVENTS_LOST'),
        onInterrupted: () => {
          this.#isLive = false;
        },
        onDown: () => {
          this.#audience.tellGap('DISCONNECTED');
          this.#failWaiting();
        },
        onEnd: (end) => this.#onUpstreamEnd(end),
      },
    );
  }

  /** For those who come while Beeper is away: nobody knows for how long. */
  #failWaiting(): void {
    for (const { state, stream } of [...this.members]) if (state === 'waiting') stream.end(away());
  }

  /** @returns the failure for listeners. What is unexpected is masked and logged. */
  #failureOf(error: unknown): Failure {
    if (error instanceof Failure) return error;
    this.#options.log.error({ operation: 'chatEvents', err: error }, 'Unexpected error masked');
    return new UnavailableFailure('Unexpected error.', {
      remedy: 'Subscribe again.',
      retryAfterSeconds: null,
    });
  }

  #startWaiting(): void {
    const isBack = this.#wasLive && !this.#isLive;
    this.#isLive = true;
    this.#wasLive = true;
    this.#audience.cover(this.#isPolled ? null : this.#wanted());
    for (const member of this.members) {
      if (member.state === 'waiting') this.#audience.start(member, this.#isPolled);
    }
    const reason = isBack ? 'RECONNECTED' : this.#hasReaders ? this.#unhealed : null;
    if (reason) this.#heal(reason);
  }

  #heal(reason: GapReason): void {
    this.#unhealed = this.#hasReaders ? null : reason;
    if (this.#hasReaders) this.#healing.heal(reason);
    else this.#audience.tellGap(reason);
  }

  /** Whether gaps are closed for anybody. */
  get #hasReaders(): boolean {
    return [...this.members].some(({ isSignal, state }) => !isSignal && state === 'started');
  }

  #onUpstreamEnd(end: UpstreamEnd): void {
    this.#upstream = null;
    if (isMissingRoute(end)) {
      this.#isPolled = true;
      this.#startWaiting();
    } else this.end(this.#reads.failureOf(end));
  }
}

const away = () =>
  new UnavailableFailure('Beeper can’t be reached at the moment.', {
    remedy: 'Subscribe again in a moment.',
    retryAfterSeconds: 1,
  });
