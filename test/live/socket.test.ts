import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { WebSocket } from 'ws';
import {
  type EventSocket,
  type EventSocketOptions,
  openEventSocket,
  type SocketEnd,
} from '../../src/beeper/events/socket.ts';
import { type Command, type FakeEvents, startFakeEvents } from '../support/fakeEvents.ts';
import { freePort } from '../support/freePort.ts';

interface Opened extends EventSocket, Disposable {
  /** What the listener was told, in order. */
  readonly told: unknown[];
  /** How the socket ended. */
  readonly ends: SocketEnd[];
}

/** @param on is called with each thing that the listener is told. */
function open(
  beeper: Pick<FakeEvents, 'origin'>,
  options: Partial<EventSocketOptions> = {},
  on: (what: string, socket: EventSocket) => void = () => {},
): Opened {
  const told: unknown[] = [];
  const ends: SocketEnd[] = [];
  const tell = (what: string, ...more: unknown[]) => {
    told.push(more.length > 0 ? [what, ...more] : what);
    on(what, socket);
  };
  const socket = openEventSocket(
    { origin: beeper.origin, token: 'secret', connectTimeoutMs: 5_000, ...options },
    {
      onReady: () => tell('ready'),
      onSet: (chatIDs) => tell('set', ...chatIDs),
      onSetRefused: (code) => tell('refused', code),
      onEvent: ({ type, ids }) => tell(type, ...ids),
      onLost: () => tell('lost'),
      onClosed: (end) => {
        ends.push(end);
        tell('closed');
      },
    },
  );
  return { ...socket, told, ends, [Symbol.dispose]: () => socket.close() };
}

const tells = ({ told }: Opened, ...expected: unknown[]) => expect.poll(() => told).toEqual(expected);
const deleted = (seq: number, id = `m${seq}`) => ({ type: 'message.deleted', seq, chatID: '!a', ids: [id] });

async function endOf({ ends }: Opened): Promise<SocketEnd> {
  await expect.poll(() => ends).toHaveLength(1);
  const [end] = ends;
  if (!end) throw new Error('Not ended');
  return end;
}

/** Why the connection was lost, and whether the upgrade was sent. */
async function lossOf(socket: Opened) {
  const end = await endOf(socket);
  if (end.kind !== 'lost') throw new Error(end.kind);
  const { reason, sent, networkCode } = end.cause;
  return { reason, sent, networkCode };
}

test('The upgrade has the token and no extension, and one set follows ready', async () => {
  await using beeper = await startFakeEvents();
  using socket = open(beeper);
  socket.set(['!old']);
  socket.set(['!a', '!b']);

  await tells(socket, 'ready', ['set', '!a', '!b']);

  const [{ url, headers } = {}] = beeper.upgrades;
  expect(url).toBe('/v1/ws');
  expect(headers).toMatchObject({ authorization: 'Bearer secret' });
  expect(headers).not.toHaveProperty('sec-websocket-extensions');
  expect(headers).not.toHaveProperty('origin');
  expect(beeper.commands).toEqual([{ type: 'subscriptions.set', requestID: 'r1', chatIDs: ['!a', '!b'] }]);
});

test('Events are told in order, and what is missing before the event that shows it', async () => {
  await using beeper = await startFakeEvents();
  using socket = open(beeper);
  socket.set(['*']);
  await tells(socket, 'ready', ['set', '*']);

  beeper.send(deleted(1));
  beeper.send({ type: 'reaction.added', seq: 2 });
  beeper.send(deleted(3));
  beeper.send(deleted(5));
  beeper.send('{');
  beeper.send(deleted(7));
  beeper.send({ type: 'message.upserted', seq: 8 });
  beeper.send(deleted(2));

  await expect
    .poll(() => socket.told.slice(2))
    .toEqual([
      ['message.deleted', 'm1'],
      ['message.deleted', 'm3'],
      'lost',
      ['message.deleted', 'm5'],
      'lost',
      ['message.deleted', 'm7'],
      'lost',
      'lost',
      ['message.deleted', 'm2'],
    ]);
});

test('A frame with bytes that are not UTF-8 is read', async () => {
  await using beeper = await startFakeEvents();
  using socket = open(beeper);
  await tells(socket, 'ready');

  beeper.send(Buffer.from(JSON.stringify(deleted(1, 'm\u00e9')), 'latin1'));

  await tells(socket, 'ready', ['message.deleted', 'm\ufffd']);
});

test('Of several sets at a time only the newest is told', async () => {
  const held: Command[] = [];
  await using beeper = await startFakeEvents({
    answer(command) {
      held.push(command);
      return null;
    },
  });
  using socket = open(beeper);
  await tells(socket, 'ready');
  for (const chatID of ['!a', '!b', '!c']) socket.set([chatID]);
  await expect.poll(() => held.map(({ requestID }) => requestID)).toEqual(['r1', 'r2', 'r3']);

  beeper.send({ type: 'error', requestID: 'r1', code: 'INTERNAL_ERROR', message: 'x' });
  beeper.send({ type: 'subscriptions.updated', requestID: 'r2', chatIDs: ['!b'] });
  for (const requestID of ['r4', 'r1', 'other']) beeper.send({ type: 'subscriptions.updated', requestID });
  beeper.send(deleted(1));
  beeper.send({ type: 'subscriptions.updated', requestID: 'r3', chatIDs: ['!c'] });

  await tells(socket, 'ready', ['message.deleted', 'm1'], ['set', '!c']);
});

test('An answer without an ID is that to the oldest set', async () => {
  await using beeper = await startFakeEvents({
    answer: ({ chatIDs }) =>
      chatIDs.length > 1 ? { type: 'error', code: 'INVALID_PAYLOAD' } : { type: 'subscriptions.updated' },
  });
  using socket = open(beeper);
  beeper.send({ type: 'error', code: 'INVALID_COMMAND' });
  socket.set(['!a']);
  await tells(socket, 'ready', ['set', '!a']);

  socket.set(['*', '!b']);

  await tells(socket, 'ready', ['set', '!a'], ['refused', 'INVALID_PAYLOAD']);
});

test.each([401, 403, 404, 500])(
  'A refused upgrade ends the socket with status %i and Beeper’s error',
  async (status) => {
    const body = JSON.stringify({ message: 'No', code: 'NO' });
    await using beeper = await startFakeEvents({
      refuse: (socket) =>
        socket.end(`HTTP/1.1 ${status} No\r\ncontent-length: ${body.length}\r\n\r\n${body}`),
    });
    using socket = open(beeper);

    expect(await endOf(socket)).toMatchObject({
      kind: 'refused',
      status,
      body: { code: 'NO', message: 'No' },
    });
    expect(socket.told).toEqual(['closed']);
    await expect.poll(beeper.connections).toBe(0);
  },
);

test.each([
  ['is not Beeper’s error', 'content-length: 9\r\n\r\nNot Found'],
  ['is too long', `content-length: 70000\r\n\r\n${'x'.repeat(70_000)}`],
  ['is longer than its limit and does not end', `content-length: 900000\r\n\r\n${'x'.repeat(70_000)}`],
  ['is missing', 'content-length: 0\r\n\r\n'],
])('Of a refusal whose body %s, the status is told', async (_, rest) => {
  await using beeper = await startFakeEvents({
    refuse: (socket) => socket.write(`HTTP/1.1 404 No\r\n${rest}`),
  });
  using socket = open(beeper);

  expect(await endOf(socket)).toEqual({ kind: 'refused', status: 404, body: null });
  await expect.poll(beeper.connections).toBe(0);
});

test('Of a refusal whose body does not come, or is cut off, the status is told', async () => {
  const refusal = 'HTTP/1.1 401 No\r\ncontent-length: 9\r\n\r\n{';
  await using slow = await startFakeEvents({ refuse: (socket) => socket.write(refusal) });
  await using cut = await startFakeEvents({ refuse: (socket) => socket.end(refusal) });
  using first = open(slow, { connectTimeoutMs: 200 });
  using second = open(cut);

  for (const socket of [first, second])
    expect(await endOf(socket)).toEqual({ kind: 'refused', status: 401, body: null });
  await expect.poll(slow.connections).toBe(0);
});

test('A redirect is not followed: the token stays with Beeper', async () => {
  await using elsewhere = await startFakeEvents();
  await using beeper = await startFakeEvents({
    refuse: (socket) =>
      socket.end(`HTTP/1.1 307 Moved\r\nlocation: ${elsewhere.origin}/v1/ws\r\ncontent-length: 0\r\n\r\n`),
  });
  using socket = open(beeper);

  expect(await endOf(socket)).toEqual({ kind: 'refused', status: 307, body: null });
  expect(elsewhere.upgrades).toEqual([]);
});

test('A port that refuses connections is told as such, and the upgrade as not sent', async () => {
  using socket = open({ origin: `http://127.0.0.1:${await freePort()}` });

  expect(await lossOf(socket)).toEqual({ reason: 'connection', sent: false, networkCode: 'ECONNREFUSED' });
  expect(socket.told).toEqual(['closed']);
});

test.each([
  ['is not HTTP', 'SSH-2.0-x\r\n\r\n'],
  [
    'has a wrong key',
    'HTTP/1.1 101 x\r\nupgrade: websocket\r\nconnection: upgrade\r\nsec-websocket-accept: x\r\n\r\n',
  ],
])('An answer to the upgrade that %s is a lost connection', async (_, answer) => {
  await using beeper = await startFakeEvents({ refuse: (socket) => socket.write(answer) });
  using socket = open(beeper);

  expect(await lossOf(socket)).toMatchObject({ reason: 'connection', sent: true });
  await expect.poll(beeper.connections).toBe(0);
});

test('A token that no header can hold is a lost connection, and nothing is sent', async () => {
  await using beeper = await startFakeEvents();
  using socket = open(beeper, { token: 'a\nb' });

  expect(await lossOf(socket)).toMatchObject({ reason: 'connection', sent: false });
  expect(beeper.connections()).toBe(0);
});

test.each<[string, Parameters<typeof startFakeEvents>[0], Partial<EventSocketOptions>, unknown[]]>([
  ['The upgrade', { refuse: () => {} }, { connectTimeoutMs: 100 }, []],
  ['Ready', { ready: false }, { answerMs: 100 }, []],
  ['A set', { answer: () => null }, { answerMs: 100 }, ['ready']],
])('%s that is not answered in time ends the socket', async (_, beeperOptions, options, told) => {
  await using beeper = await startFakeEvents(beeperOptions);
  using socket = open(beeper, options);
  socket.set(['*']);

  expect(await lossOf(socket)).toMatchObject({ reason: 'deadline', sent: true });
  expect(socket.told).toEqual([...told, 'closed']);
  await expect.poll(beeper.connections).toBe(0);
});

test('Sets that follow each other do not put off the deadline of the first', async () => {
  await using beeper = await startFakeEvents({ answer: () => null });
  using socket = open(beeper, { answerMs: 150 });
  await tells(socket, 'ready');
  const timer = setInterval(() => socket.set(['*']), 20);

  expect(await lossOf(socket)).toMatchObject({ reason: 'deadline' });
  clearInterval(timer);
});

test('An answer to an older set starts the time for the newest anew', async () => {
  await using beeper = await startFakeEvents({ answer: () => null });
  using socket = open(beeper, { answerMs: 400 });
  await tells(socket, 'ready');
  const startedAt = performance.now();
  socket.set(['!a']);
  socket.set(['!b']);
  await setTimeout(200);
  beeper.send({ type: 'subscriptions.updated', requestID: 'r1', chatIDs: ['!a'] });

  expect(await lossOf(socket)).toMatchObject({ reason: 'deadline' });
  expect(performance.now() - startedAt).toBeGreaterThanOrEqual(600);
});

test('Silence ends the socket, counted from the last frame or ping', async () => {
  const silenceMs = 400;
  const signs: [endsAfter: number, sign: (client: WebSocket) => void][] = [
    [silenceMs, () => {}],
    [silenceMs + 200, (client) => client.ping()],
    [silenceMs + 200, (client) => client.send('{}')],
  ];
  await Promise.all(
    signs.map(async ([endsAfter, sign]) => {
      await using beeper = await startFakeEvents();
      const startedAt = performance.now();
      using socket = open(beeper, { silenceMs });
      await tells(socket, 'ready');
      await setTimeout(200);
      beeper.sockets.forEach(sign);

      expect(await lossOf(socket)).toMatchObject({ reason: 'deadline', sent: true });
      expect(performance.now() - startedAt).toBeGreaterThanOrEqual(endsAfter);
      await expect.poll(beeper.connections).toBe(0);
    }),
  );
});

test('A socket that Beeper cuts or closes is lost, and told once', async () => {
  await using beeper = await startFakeEvents();
  using cut = open(beeper);
  await tells(cut, 'ready');
  for (const client of beeper.sockets) client.terminate();
  expect(await lossOf(cut)).toMatchObject({ reason: 'connection', sent: true });

  using closed = open(beeper);
  await tells(closed, 'ready');
  for (const client of beeper.sockets) client.close(1008, 'secret words');
  expect(await lossOf(closed)).toMatchObject({ reason: 'connection', sent: true });
  closed.set(['*']);
  closed.close();
  await expect.poll(beeper.connections).toBe(0);
  expect([cut.told, closed.told]).toEqual([
    ['ready', 'closed'],
    ['ready', 'closed'],
  ]);
});

test('A frame above 16 MiB ends the socket', async () => {
  await using beeper = await startFakeEvents();
  using socket = open(beeper);
  await tells(socket, 'ready');

  beeper.send(`"${'x'.repeat(16 * 1024 * 1024)}"`);

  expect(await lossOf(socket)).toMatchObject({ reason: 'connection' });
});

test('A socket that is closed tells nothing more, and its connection ends', async () => {
  await using beeper = await startFakeEvents();
  using socket = open(beeper, {}, (what, { close }) => {
    if (what === 'chat.deleted') close();
  });
  await tells(socket, 'ready');

  beeper.send(deleted(1));
  beeper.send({ type: 'chat.deleted', seq: 2, ids: ['!a', '!b'] });
  for (const seq of [3, 9]) beeper.send(deleted(seq));

  expect(await lossOf(socket)).toMatchObject({ reason: 'caller-gone' });
  await expect.poll(beeper.connections).toBe(0);
  expect(socket.told).toEqual(['ready', ['message.deleted', 'm1'], ['chat.deleted', '!a'], 'closed']);
});

test('A Beeper that does not answer the closing frame is left', async () => {
  await using beeper = await startFakeEvents();
  using socket = open(beeper);
  await tells(socket, 'ready');
  for (const client of beeper.sockets) client.close = () => {};

  socket.close();

  await expect.poll(beeper.connections, { timeout: 2_000 }).toBe(0);
});

test('A socket that is closed at once opens no connection', async () => {
  await using beeper = await startFakeEvents();
  const socket = open(beeper);
  socket.close();
  expect(socket.told).toEqual([]);
  await tells(socket, 'closed');

  using next = open(beeper);
  await tells(next, 'ready');
  expect(beeper.upgrades).toHaveLength(1);
});

test('A socket that is closed while it connects, or while a refusal is read, leaves no connection', async () => {
  await using silent = await startFakeEvents({ refuse: () => {} });
  await using refusing = await startFakeEvents({
    refuse: (socket) => socket.write('HTTP/1.1 401 No\r\ncontent-length: 9\r\n\r\n{'),
  });
  for (const beeper of [silent, refusing]) {
    const socket = open(beeper);
    await expect.poll(() => beeper.upgrades).toHaveLength(1);
    socket.close();
    expect(await lossOf(socket)).toMatchObject({ reason: 'caller-gone' });
    await expect.poll(beeper.connections).toBe(0);
    expect(socket.told).toEqual(['closed']);
  }
});
