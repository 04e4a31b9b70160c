import { print } from 'graphql';
import { afterAll, beforeAll, expect, vi } from 'vitest';
import { StartChatOnce } from './documents.ts';
import type { Gateway } from './gateway.ts';
import { ada, kishan, whatsapp } from './people.ts';
import { openSocket, requestText } from './rawSocket.ts';
import { startTwin, type Twin } from './twin.ts';

export type Served = 'the lane' | 'Yoga';

export interface Row {
  readonly by: Served;
  readonly line?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  /** Calls that change something at Beeper; 0 by default. */
  readonly writes?: number;
  /** The status of the response; 200 by default. */
  readonly status?: number;
}

export const bodyOf = (query: unknown, more: object = {}): string => JSON.stringify({ query, ...more });

/** Sends each part in a segment of its own, on a connection of its own, and waits until it is closed. */
export async function sendParts(gateway: Gateway, parts: readonly (string | Uint8Array)[]): Promise<string> {
  await using connection = await openSocket(gateway);
  connection.socket.setNoDelay();
  for (const [index, part] of parts.entries()) {
    if (index > 0) await new Promise((resolve) => setTimeout(resolve, 30));
    connection.socket.write(part);
  }
  const isOver = () => connection.ended() !== undefined || endOfStream.test(connection.received());
  await vi.waitUntil(isOver, { timeout: 10_000, interval: 2 });
  return connection.received();
}

/** Yoga does not close a connection after a stream, which ends with an empty chunk. */
const endOfStream = /\r\n0\r\n\r\n$/;

export const textOf = ({
  line = 'POST /graphql HTTP/1.1',
  headers = {},
  body = '',
}: Omit<Row, 'by'>): string => requestText(line, { body, headers: { connection: 'close', ...headers } });

export async function sendRow(twin: Twin, { by, writes = 0, status = 200, ...row }: Row) {
  const done = await twin.run(({ gateway }) => sendParts(gateway, [textOf(row)]));
  expect(done.responses.map(({ byLane }) => (byLane ? 'the lane' : 'Yoga'))).toEqual([by]);
  expect(done.responses[0]?.response).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(done.calls.filter((call) => !call.startsWith('reads'))).toHaveLength(writes);
  return done;
}

/** Starts one twin for the tests of the `describe` around it. */
export function useTwin(options: Parameters<typeof startTwin>[0] = {}): () => Twin {
  let twin: Twin;
  beforeAll(async () => {
    twin = await startTwin(options);
  });
  afterAll(() => twin[Symbol.asyncDispose]());
  return () => twin;
}

export const typename = bodyOf('{ __typename }');
export const chat = { id: kishan.chatID };
/** @returns the body of a mutation with this idempotency key. */
export const startBody = (key: string) =>
  bodyOf(print(StartChatOnce), { variables: { input: { accountID: whatsapp, user: { id: ada.id } }, key } });
/** @returns a mutation that changes something. */
export const archive = (field = 'chatID') =>
  `mutation Archive { setChatArchived(input: { chatID: "${kishan.chatID}", isArchived: true }) { ... on SetChatArchivedPayload { ${field} } } }`;
