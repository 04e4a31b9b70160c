import { once } from 'node:events';
import { expect } from 'vitest';
import { WebSocket } from 'ws';
import type { Sandbox } from '../../src/sandbox/index.ts';

export interface Frame {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** A WebSocket to GET /v1/ws. */
export interface EventClient extends Disposable {
  readonly webSocket: WebSocket;
  /** All frames that are JSON, oldest first. */
  readonly frames: Frame[];
  /** Texts that are not JSON. */
  readonly texts: string[];
  /** Number of pings. */
  readonly pings: number;
  /** The code of the close; null while the socket is open. */
  readonly closeCode: number | null;
  /** Sends a command, as JSON unless it is text. */
  send(command: object | string): void;
  /** Waits until there are this many frames of the type, and returns the last one. */
  nth(type: string, count: number): Promise<Frame>;
  /** Subscribes, and waits for the confirmation. */
  set(...chatIDs: string[]): Promise<void>;
}

/** Waits for the upgrade alone. Rejects if it is refused. */
export async function connect(sandbox: Sandbox, token: string = sandbox.token): Promise<EventClient> {
  const webSocket = new WebSocket(`${sandbox.url.replace('http', 'ws')}/v1/ws`, {
    headers: { authorization: `Bearer ${token}` },
    perMessageDeflate: false,
  });
  const frames: Frame[] = [];
  const texts: string[] = [];
  let pings = 0;
  let closeCode: number | null = null;
  webSocket.on('message', (data) => {
    const text = data.toString();
    try {
      frames.push(JSON.parse(text));
    } catch {
      texts.push(text);
    }
  });
  webSocket.on('ping', () => pings++);
  webSocket.on('close', (code) => {
    closeCode = code;
  });
  await once(webSocket, 'open');
  webSocket.on('error', () => {});

  const ofType = (type: string) => frames.filter((frame) => frame.type === type);
  const client: EventClient = {
    webSocket,
    frames,
    texts,
    get pings() {
      return pings;
    },
    get closeCode() {
      return closeCode;
    },
    send: (command) => webSocket.send(typeof command === 'string' ? command : JSON.stringify(command)),
    async nth(type, count) {
      await expect.poll(() => ofType(type).length, { interval: 5 }).toBeGreaterThanOrEqual(count);
      return ofType(type)[count - 1] as Frame;
    },
    async set(...chatIDs) {
      const count = ofType('subscriptions.updated').length;
      client.send({ type: 'subscriptions.set', requestID: `r${count + 1}`, chatIDs });
      await client.nth('subscriptions.updated', count + 1);
    },
    [Symbol.dispose]: () => webSocket.terminate(),
  };
  return client;
}

/** Connects and subscribes to these chats, or to all of them. */
export async function listen(sandbox: Sandbox, ...chatIDs: string[]): Promise<EventClient> {
  const client = await connect(sandbox);
  await client.set(...(chatIDs.length > 0 ? chatIDs : ['*']));
  return client;
}
