import type { ClientRequest, IncomingMessage } from 'node:http';
import type { WebSocket } from 'ws';
import { NetworkError } from '../errors.ts';
import { type Frame, readFrame } from './frames.ts';
import { readRefusal } from './refusal.ts';
import { Sequence } from './sequence.ts';
import { Sets } from './sets.ts';
import type { EventSocket, EventSocketListener, EventSocketOptions, SocketEnd } from './types.ts';

export type { BeeperEvent } from './frames.ts';
export type * from './types.ts';

/** Opens the socket of Beeper's events. Never throws: `onClosed` is called for whatever fails. */
export function openEventSocket(options: EventSocketOptions, listener: EventSocketListener): EventSocket {
  const socket = new Socket(options, listener);
  return { set: (chatIDs) => socket.set(chatIDs), close: () => socket.close() };
}

const settings = {
  perMessageDeflate: false,
  /** The limit of an answer in `transport.ts`. */
  maxPayload: 16 * 1024 * 1024,
  /** Bytes that are not UTF-8 are no reason to lose the events after them. */
  skipUTF8Validation: true,
  /** Milliseconds from `close` until the connection is cut. The types of `ws` lack it. */
  closeTimeout: 500,
};

class Socket implements EventSocket {
  readonly #listener: EventSocketListener;
  readonly #answerMs: number;
  readonly #silenceMs: number;
  readonly #sequence = new Sequence();
  readonly #sets = new Sets();
  #socket: WebSocket | null = null;
  /** Of the refused upgrade, while its body is read. */
  #status: number | null = null;
  #isSent = false;
  #isReady = false;
  #hasEnded = false;
  /** Of the upgrade, then of `ready`, then of the answer to a `set`. */
  #deadline: NodeJS.Timeout;
  #silence: NodeJS.Timeout | undefined;
  /** Of the newest `set`. */
  #chatIDs: readonly string[] | null = null;

  constructor(options: EventSocketOptions, listener: EventSocketListener) {
    const { connectTimeoutMs, answerMs = 5_000, silenceMs = 75_000 } = options;
    this.#listener = listener;
    this.#answerMs = answerMs;
    this.#silenceMs = silenceMs;
    this.#deadline = setTimeout(() => this.#onDeadline(), connectTimeoutMs);
    import('ws')
      .then((ws) => this.#connect(ws.WebSocket, options))
      .catch((error) => this.#lose('connection', error));
  }

  set(chatIDs: readonly string[]): void {
    this.#chatIDs = chatIDs;
    if (this.#isReady && !this.#hasEnded) this.#sendSet(chatIDs);
  }

  close(): void {
    if (this.#hasEnded) return;
    this.#stop();
    this.#socket?.close();
    const cause = new NetworkError('caller-gone', this.#isSent, undefined);
    queueMicrotask(() => this.#listener.onClosed({ kind: 'lost', cause }));
  }

  #connect(Client: typeof WebSocket, { origin, token }: EventSocketOptions): void {
    if (this.#hasEnded) return;
    const headers = { authorization: `Bearer ${token}` };
    const finishRequest = (request: ClientRequest) => this.#sendUpgrade(request);
    const socket = new Client(new URL('/v1/ws', origin), { ...settings, headers, finishRequest });
    this.#socket = socket;
    socket.on('unexpected-response', (_, response) => this.#onRefusal(response));
    socket.on('open', () => this.#onOpen());
    socket.on('ping', () => this.#onSign());
    socket.on('message', (data) => this.#onFrame(String(data)));
    socket.on('error', (error) => this.#lose('connection', error));
    socket.on('close', () => this.#lose('connection', undefined));
  }

  #sendUpgrade(request: ClientRequest): void {
    request.once('finish', () => {
      this.#isSent = true;
    });
    request.end();
  }

  #onOpen(): void {
    this.#startDeadline();
    this.#silence = setTimeout(() => this.#lose('deadline', undefined), this.#silenceMs);
  }

  #onRefusal(response: IncomingMessage): void {
    const { statusCode: status = 0 } = response;
    this.#status = status;
    readRefusal(response).then((body) => this.#end({ kind: 'refused', status, body }));
  }

  /** Of a refusal whose body does not end, the status is enough. */
  #onDeadline(): void {
    if (this.#status === null) this.#lose('deadline', undefined);
    else this.#end({ kind: 'refused', status: this.#status, body: null });
  }

  /** To refresh a timer that was cleared starts it again. */
  #onSign(): void {
    if (!this.#hasEnded) this.#silence?.refresh();
  }

  #onFrame(text: string): void {
    if (this.#hasEnded) return;
    this.#onSign();
    const frame = readFrame(text);
    if (frame.kind === 'ready') this.#onReady();
    else if (frame.kind === 'answer') this.#onAnswer(frame);
    else if (frame.kind === 'event') this.#onEvents(frame);
    else {
      this.#sequence.skip();
      this.#listener.onLost();
    }
  }

  #onReady(): void {
    if (this.#isReady) return;
    this.#isReady = true;
    clearTimeout(this.#deadline);
    if (this.#chatIDs !== null) this.#sendSet(this.#chatIDs);
    this.#listener.onReady();
  }

  #sendSet(chatIDs: readonly string[]): void {
    if (!this.#sets.isWaiting) this.#startDeadline();
    const command = { type: 'subscriptions.set', requestID: this.#sets.next(), chatIDs };
    this.#socket?.send(JSON.stringify(command));
  }

  #onAnswer({ requestID, refusal }: Extract<Frame, { kind: 'answer' }>): void {
    const answered = this.#sets.answer(requestID);
    if (answered === 'older') this.#startDeadline();
    if (answered !== 'newest') return;
    clearTimeout(this.#deadline);
    if (refusal === null) this.#listener.onSet(this.#chatIDs ?? []);
    else this.#listener.onSetRefused(refusal);
  }

  #onEvents({ seq, events }: Extract<Frame, { kind: 'event' }>): void {
    if (this.#sequence.showsLoss(seq) || events === null) this.#listener.onLost();
    for (const event of events ?? []) {
      // The listener may have closed the socket.
      if (!this.#hasEnded) this.#listener.onEvent(event);
    }
  }

  #startDeadline(): void {
    clearTimeout(this.#deadline);
    this.#deadline = setTimeout(() => this.#onDeadline(), this.#answerMs);
  }

  #lose(reason: NetworkError['reason'], cause: unknown): void {
    this.#end({ kind: 'lost', cause: new NetworkError(reason, this.#isSent, cause) });
  }

  #end(end: SocketEnd): void {
    if (this.#hasEnded) return;
    this.#stop();
    this.#socket?.terminate();
    this.#listener.onClosed(end);
  }

  #stop(): void {
    this.#hasEnded = true;
    clearTimeout(this.#deadline);
    clearTimeout(this.#silence);
  }
}
