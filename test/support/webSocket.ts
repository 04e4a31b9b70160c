import { once } from 'node:events';
import { request } from 'node:http';
import { expect } from 'vitest';
import { WebSocket } from 'ws';
import type { Gateway } from './gateway.ts';

/** A message of the protocol `graphql-transport-ws`. */
export interface Message {
  readonly type: string;
  readonly id?: string;
  readonly payload?: unknown;
}

/** A WebSocket on which a test decides what is sent and when. */
export interface TestSocket extends AsyncDisposable {
  readonly webSocket: WebSocket;
  /** What was received so far. */
  readonly received: readonly Message[];
  /** How it was closed; undefined while it is open. */
  readonly closed: () => { readonly code: number; readonly reason: string } | undefined;
  send(message: Message): void;
  /** Starts an operation. */
  subscribe(id: string, query: string, more?: object): void;
  /** Waits until the messages of `id` are these, and perhaps more. */
  receives(id: string, ...messages: readonly object[]): Promise<void>;
  /** Waits until it is closed. */
  closes(): Promise<{ readonly code: number; readonly reason: string }>;
}

interface SocketOptions {
  readonly headers?: Record<string, string>;
  /** Sent as `connection_init`, whose answer is awaited; null for no such message. */
  readonly init?: object | null;
  readonly path?: string;
}

/** @param gateway one that accepts WebSockets. */
export async function openWebSocket(
  { origin }: Pick<Gateway, 'origin'>,
  { headers = {}, init = {}, path = '/graphql' }: SocketOptions = {},
): Promise<TestSocket> {
  const webSocket = new WebSocket(`${origin}${path}`, 'graphql-transport-ws', { headers });
  const received: Message[] = [];
  let closed: { code: number; reason: string } | undefined;
  webSocket.on('message', (data) => received.push(JSON.parse(String(data))));
  webSocket.on('error', () => {});
  webSocket.on('close', (code, reason) => {
    closed = { code, reason: String(reason) };
  });
  await once(webSocket, 'open');
  const send = (message: Message) => webSocket.send(JSON.stringify(message));
  if (init) {
    send({ type: 'connection_init', payload: init });
    await expect.poll(() => received).toEqual([{ type: 'connection_ack' }]);
  }
  return {
    webSocket,
    received,
    closed: () => closed,
    send,
    subscribe: (id, query, more = {}) => send({ type: 'subscribe', id, payload: { query, ...more } }),
    receives: (id, ...messages) =>
      expect.poll(() => received.filter((message) => message.id === id)).toMatchObject(messages),
    async closes() {
      await expect.poll(() => closed, { timeout: 5_000 }).toBeDefined();
      return closed as NonNullable<typeof closed>;
    },
    async [Symbol.asyncDispose]() {
      webSocket.terminate();
    },
  };
}

/** What a handshake is answered with that does not begin a WebSocket; status 101 if it does. */
export interface HandshakeAnswer {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly extensions: Record<string, unknown> | null;
}

/** Sends a handshake; `headers` replace the usual ones, and an empty one leaves it out. */
export async function shakeHands(
  { origin }: Pick<Gateway, 'origin'>,
  headers: Record<string, string> = {},
  path = '/graphql',
): Promise<HandshakeAnswer> {
  const all = {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
    'sec-websocket-protocol': 'graphql-transport-ws',
    ...headers,
  };
  const given = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
  const sent = request(`${origin}${path}`, { headers: given, agent: false });
  sent.on('error', () => {});
  sent.end();
  return new Promise((resolve) => {
    sent.on('upgrade', ({ headers }, socket) => {
      socket.destroy();
      resolve({ status: 101, headers, extensions: null });
    });
    sent.on('response', async (response) => {
      let text = '';
      for await (const chunk of response) text += chunk;
      const { statusCode = 0, headers } = response;
      resolve({ status: statusCode, headers, extensions: JSON.parse(text).errors?.[0].extensions });
    });
  });
}
