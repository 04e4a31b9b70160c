import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  type ExecutionArgs,
  type ExecutionResult,
  type FormattedExecutionResult,
  type GraphQLError,
  parse,
} from 'graphql';
import { CloseCode, makeServer, type SubscribePayload } from 'graphql-ws';
import type { WebSocket } from 'ws';
import { nestsDeeper } from '../../common/jsonDepth.ts';
import type { RequestRecords } from '../requestRecords.ts';
import { type Credentials, credentialsOf } from './credentials.ts';
import { Operation } from './operation.ts';
import type { ProtocolOptions } from './protocol.ts';
import { RequestErrors } from './results.ts';

interface ConnectionOptions extends Pick<ProtocolOptions, 'path' | 'fetch' | 'hasKey' | 'log'> {
  readonly webSocket: WebSocket;
  /** That of `webSocket`. */
  readonly socket: Duplex;
  /** The handshake. */
  readonly request: IncomingMessage;
  readonly records: RequestRecords | null;
  /** As of `WebSocketTimes`. */
  readonly initMs: number;
  readonly idleMs: number;
}

/** Far more than the variables of any operation need. */
const maxLevels = 200;

/** With more operations that have no response yet, no further message is read. */
const maxStarting = 16;

const keyRequired = 'A valid x-gateway-key is required';

/** graphql-ws asks for the type of each operation. Which one it is, the gateway finds out when it executes it. */
const anySubscription = parse('subscription { any }');

/** One WebSocket: its messages, and the operations that they start. */
export class Connection {
  readonly #options: ConnectionOptions;
  readonly #operations = new Set<Operation>();
  /** Null before `connection_init`. */
  #credentials: Credentials | null = null;
  /** Operations that wait for their turn, or have no response yet. */
  #starting = 0;
  /** Settles when all operations so far had their turn. */
  #turn = Promise.resolve();
  /** Messages that are not dealt with; that of an operation is until the operation has ended. */
  #handling = 0;
  #isAlive = true;
  #idleSince = performance.now();
  readonly #idleTimer: NodeJS.Timeout;
  /** How it is closed once no operation runs. */
  #closing: readonly [code: number, reason: string] | null = null;
  #isClosed = false;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    const { webSocket, socket, idleMs } = options;
    this.#idleTimer = setTimeout(() => {
      if (this.#operations.size === 0) webSocket.close(1000, 'No operation is running');
    }, idleMs).unref();
    // It closes after an error.
    webSocket.on('error', () => {});
    webSocket.on('pong', () => {
      this.#isAlive = true;
    });
    webSocket.on('ping', () => this.#updateReading());
    socket.on('drain', () => this.#updateReading());
    const onClosed = this.#serve();
    webSocket.once('close', (code) => {
      this.#isClosed = true;
      clearTimeout(this.#idleTimer);
      this.#endOperations();
      void onClosed(code, '');
    });
  }

  /** Disconnects a client that has not answered the last ping. */
  ping(): void {
    const { webSocket } = this.#options;
    if (this.#isAlive) webSocket.ping();
    else webSocket.terminate();
    this.#isAlive = false;
  }

  /** Since when no operation runs, on the clock of `performance.now()`; null while one does. */
  get idleSince(): number | null {
    return this.#operations.size === 0 ? this.#idleSince : null;
  }

  /** Disconnects its client at once. */
  terminate(): void {
    this.#options.webSocket.terminate();
  }

  /** Closes it once no operation runs. */
  closeWhenIdle(code = 1001, reason = 'The gateway is shutting down'): void {
    this.#closing = [code, reason];
    if (this.#handling === 0) this.#options.webSocket.close(code, reason);
  }

  /** Closes it, once no operation runs, if its key is no longer in force. */
  checkKey(): void {
    if (this.#credentials && !this.#hasKey(this.#credentials))
      this.closeWhenIdle(CloseCode.Forbidden, keyRequired);
  }

  #hasKey(credentials: Credentials): boolean {
    const { hasKey, path } = this.#options;
    return hasKey({ method: 'GET', url: path, headers: { ...credentials } });
  }

  #serve() {
    const { webSocket, initMs, log } = this.#options;
    const server = makeServer({
      connectionInitWaitTimeout: initMs,
      onConnect: ({ connectionParams }) => this.#begin(connectionParams),
      onSubscribe: (_context, _id, payload) => this.#argsOf(payload),
      subscribe: ({ contextValue }) => contextValue as AsyncIterableIterator<ExecutionResult>,
      // As they are in the response: graphql-ws expects errors of graphql.
      onNext: (_context, _id, _payload, _args, result) => result as FormattedExecutionResult,
      onError: (_context, _id, _payload, errors) => toSent(errors),
    });
    return server.opened(
      {
        protocol: webSocket.protocol,
        send: (text) => this.#send(text),
        close: (code, reason) => webSocket.close(code, reason),
        onMessage: (handle) =>
          webSocket.on('message', (data) => {
            this.#updateReading();
            this.#handle(String(data), handle).catch((error) => {
              log.error({ err: error }, 'Unexpected error in a WebSocket');
              webSocket.close(CloseCode.InternalServerError, 'Internal server error');
            });
          }),
      },
      undefined,
    );
  }

  async #handle(text: string, handle: (text: string) => Promise<void>): Promise<void> {
    const { webSocket } = this.#options;
    if (nestsDeeper(text, maxLevels))
      return webSocket.close(CloseCode.BadRequest, 'Invalid message received');
    this.#handling += 1;
    try {
      await handle(text);
    } finally {
      this.#handling -= 1;
      if (this.#closing) this.closeWhenIdle(...this.#closing);
    }
  }

  /**
   * Settles in a turn of the event loop after the system has taken the message. An operation is asked for its next result
   * only then, so that neither a client that does not read nor a burst of events holds up others.
   */
  #send(text: string): Promise<void> {
    const { webSocket } = this.#options;
    if (webSocket.readyState !== webSocket.OPEN) {
      // Otherwise they would go on until it is closed, without waiting for anything.
      this.#endOperations();
      return Promise.resolve();
    }
    return new Promise((resolve) =>
      webSocket.send(text, (error) => {
        if (error) this.#endOperations();
        setImmediate(resolve);
      }),
    );
  }

  #endOperations(): void {
    for (const operation of this.#operations) void operation.return();
  }

  /** A client that sends much but reads nothing, or starts more than can be started, has to wait. */
  #updateReading(): void {
    const { webSocket, socket } = this.#options;
    if (socket.writableNeedDrain || this.#starting >= maxStarting) webSocket.pause();
    else webSocket.resume();
  }

  /** @returns false where the connection is refused. */
  #begin(params: unknown): boolean {
    const { webSocket, request } = this.#options;
    const credentials = credentialsOf(request.headers, params);
    if (credentials === null) {
      webSocket.close(CloseCode.Unauthorized, 'Malformed bearer token');
      return false;
    }
    if (!this.#hasKey(credentials)) {
      webSocket.close(CloseCode.Forbidden, keyRequired);
      return false;
    }
    this.#credentials = credentials;
    return true;
  }

  #argsOf(payload: SubscribePayload): ExecutionArgs {
    return { document: anySubscription, contextValue: this.#start(payload) } as unknown as ExecutionArgs;
  }

  #start(payload: SubscribePayload): Operation {
    const { log } = this.#options;
    const operation: Operation = new Operation({
      turn: () => this.#countStart(() => this.#nextTurn()),
      send: (signal) => this.#execute(this.#requestFor(payload, signal)),
      onEnded: () => this.#ended(operation),
      onError: (error) => log.error({ err: error }, 'Unexpected error in an operation over WebSocket'),
    });
    this.#operations.add(operation);
    return operation;
  }

  #ended(operation: Operation): void {
    this.#operations.delete(operation);
    this.#idleSince = performance.now();
    if (!this.#isClosed) this.#idleTimer.refresh();
  }

  /** One operation starts in a turn of the event loop: a message costs its sender little, and a packet has a thousand. */
  #nextTurn(): Promise<void> {
    this.#turn = this.#turn.then(() => nextTurn());
    return this.#turn;
  }

  async #countStart<Result>(start: () => Promise<Result>): Promise<Result> {
    this.#starting += 1;
    this.#updateReading();
    try {
      return await start();
    } finally {
      this.#starting -= 1;
      this.#updateReading();
    }
  }

  async #execute(request: Request): Promise<Response> {
    const { fetch, records } = this.#options;
    const record = records?.of(request) ?? null;
    let response: Response | null = null;
    try {
      response = await this.#countStart(() => fetch(request, undefined, record));
      return response;
    } finally {
      if (record) records?.answered(record, response);
    }
  }

  #requestFor(payload: SubscribePayload, signal: AbortSignal): Request {
    const { path, request } = this.#options;
    const { host = 'localhost', origin, traceparent, 'x-request-id': requestID } = request.headers;
    const headers = Object.entries({
      host,
      origin,
      traceparent,
      'x-request-id': requestID,
      ...this.#credentials,
      accept: 'text/event-stream',
      'content-type': 'application/json',
    }).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
    // The protocol asks for a query, also where a hash names the document.
    const { query, ...others } = payload;
    const body = JSON.stringify(query === '' ? others : payload);
    return new Request(`http://${host}${path}`, { method: 'POST', headers, body, signal });
  }
}

/** An operation throws nothing else. */
const toSent = (errors: readonly GraphQLError[]) => {
  const [error] = errors;
  return error?.originalError instanceof RequestErrors ? error.originalError.errors : undefined;
};
