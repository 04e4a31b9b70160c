import { setMaxListeners } from 'node:events';
import type { Connection } from '../beeper/call.ts';
import { getChat } from '../beeper/chats/api.ts';
import type { Chat } from '../beeper/chats/wire.ts';
import { type BeeperClient, createClient, noInput, readRemedies } from '../beeper/client.ts';
import { StatusError } from '../beeper/errors.ts';
import { failureOf } from '../beeper/failureOf.ts';
import { findMessage, listMessages } from '../beeper/messages/api.ts';
import type { Message } from '../beeper/messages/wire.ts';
import type { Page } from '../beeper/page.ts';
import type { TokenOwner } from '../beeper/tokenRemedies.ts';
import type { Log } from '../common/requestLog.ts';
import { sleep } from '../common/sleep.ts';
import { Failure, UnavailableFailure, UpstreamFailure } from '../failures.ts';
import type { UpstreamEnd } from './upstream.ts';

export interface ReadsOptions extends Connection {
  readonly token: string;
  readonly tokenOwner: TokenOwner;
  readonly log: Log;
}

/** A chat is read at most once in this time, whatever happens in it. */
const chatPauseMs = 250;
/** For this time, its answer serves all events that came before the read. */
const chatKeptMs = 5_000;

/** Many reads can listen to it at a time, of which Node would warn. */
function createClosing(): AbortController {
  const closing = new AbortController();
  setMaxListeners(0, closing.signal);
  return closing;
}

/** Reads for all who listen with one token. */
export class LineReads {
  readonly #options: ReadsOptions;
  #closing = createClosing();
  /** The reads of chats that have not begun: what happens until then is in their answers. */
  readonly #planned = new Map<string, Promise<Chat | null>>();
  /** The last read of each chat that has begun, and when, on the clock of `performance.now()`. */
  readonly #begun = new Map<string, { readonly at: number; readonly reading: Promise<Chat | null> }>();

  constructor(options: ReadsOptions) {
    this.#options = options;
  }

  /** @returns a client with time and reads of its own. */
  client(): Pick<BeeperClient, 'read'> {
    const { token, tokenOwner, log } = this.#options;
    const client = createClient(this.#options, {
      token,
      tokenOwner,
      log,
      signal: this.#closing.signal,
      arrivedAt: performance.now(),
      dropped: new Map(),
      record: null,
    });
    return { read: (read) => client.read({ ...read, operation: 'chatEvents' }) };
  }

  /**
   * @param since on the clock of `performance.now()`: when the chat was told to have changed.
   * @returns the chat as it was then or later; null where it is gone. One read for all that changes within 250 ms.
   * @throws {Failure} where it can't be read.
   */
  chat(chatID: string, since: number): Promise<Chat | null> {
    const begun = this.#begun.get(chatID);
    if (begun && begun.at > since) return begun.reading;
    const planned = this.#planned.get(chatID);
    if (planned) return planned;
    const reading = this.#readChat(chatID, () => this.#begun.set(chatID, { at: performance.now(), reading }));
    this.#planned.set(chatID, reading);
    return reading;
  }

  async #readChat(chatID: string, onBegun: () => void): Promise<Chat | null> {
    const { signal } = this.#closing;
    const pause = (this.#begun.get(chatID)?.at ?? Number.NEGATIVE_INFINITY) + chatPauseMs - performance.now();
    if (pause > 0) await sleep(pause, signal);
    else await null;
    this.#planned.delete(chatID);
    onBegun();
    const begun = this.#begun.get(chatID);
    const forget = () => {
      if (this.#begun.get(chatID) === begun) this.#begun.delete(chatID);
    };
    setTimeout(forget, chatKeptMs).unref();
    try {
      return await this.client().read(getChat(chatID));
    } catch (failure) {
      forget();
      throw failure;
    }
  }

  /**
   * @returns the message; null where it is gone. Takes a pending ID.
   * @throws {Failure} where it can't be read.
   */
  message(chatID: string, messageID: string): Promise<Message | null> {
    return findMessage({ chatID, messageID }, this.client(), this.#options.serverInfo);
  }

  /**
   * @returns the newest messages of the chat.
   * @throws {Failure} where they can't be read.
   */
  newest(chatID: string): Promise<Page<Message>> {
    return this.client().read(listMessages(chatID, { cursor: null, direction: 'before' }));
  }

  /** Cancels what is being read. Later reads are made as before. */
  cancel(): void {
    this.#closing.abort();
    this.#closing = createClosing();
  }

  /** @returns the failure for streams that get no events. */
  failureOf(end: UpstreamEnd): Failure {
    const { serverInfo, tokenOwner, log } = this.#options;
    const server = serverInfo.known();
    if (end.kind === 'setRefused') {
      return new UpstreamFailure('Beeper refuses to send events.', {
        remedy: 'Try again later. If the error persists, report it to the operator of the gateway.',
        httpStatus: 101,
        upstreamCode: end.code,
      });
    }
    const error =
      end.kind === 'lost'
        ? end.cause
        : new StatusError({ ...end, complete: true, since: null, retryAfterSeconds: null });
    const facts = {
      effect: 'reads',
      remedies: readRemedies,
      inputPaths: noInput,
      server,
      tokenOwner,
    } as const;
    const failure = failureOf(error, facts);
    const known =
      failure instanceof Failure
        ? failure
        : new UnavailableFailure('The connection to Beeper was lost.', {
            remedy: 'Subscribe again in a moment.',
            retryAfterSeconds: 1,
            cause: failure,
          });
    log.warn({ operation: 'chatEvents', code: known.code }, 'No events from Beeper');
    return known;
  }
}
