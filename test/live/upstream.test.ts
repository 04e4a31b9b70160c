import { expect, test } from 'vitest';
import { Upstream, type UpstreamEnd, type UpstreamListener } from '../../src/live/upstream.ts';
import { type FakeEventsOptions, startFakeEvents } from '../support/fakeEvents.ts';

async function open(options: FakeEventsOptions = {}) {
  const beeper = await startFakeEvents(options);
  const told: string[] = [];
  const ends: UpstreamEnd[] = [];
  const listener: UpstreamListener = {
    onConfirmed: () => told.push('confirmed'),
    onEvent: (event) => told.push(event.type),
    onLost: () => told.push('lost'),
    onInterrupted: () => told.push('interrupted'),
    onDown: () => told.push('down'),
    onEnd: (end) => ends.push(end),
  };
  const upstream = new Upstream(
    { origin: beeper.origin, token: 'token', connectTimeoutMs: 1_000, pauseMs: 10, silenceMs: 1_000 },
    listener,
  );
  return {
    beeper,
    upstream,
    told,
    ends,
    sets: () => beeper.commands.map(({ chatIDs }) => chatIDs),
    async [Symbol.asyncDispose]() {
      upstream.close();
      await beeper[Symbol.asyncDispose]();
    },
  };
}

test('where Beeper refuses a set of chats, it is asked for all of them', async () => {
  await using opened = await open({
    answer: ({ requestID, chatIDs }) =>
      chatIDs[0] === '*'
        ? { type: 'subscriptions.updated', requestID, chatIDs }
        : { type: 'error', requestID, code: 'INVALID_PAYLOAD', message: 'Invalid' },
  });
  opened.upstream.want(new Set(['!b', '!a']));
  await expect.poll(() => opened.told).toEqual(['confirmed']);
  expect(opened.sets()).toEqual([['!a', '!b'], ['*']]);
});

test('where Beeper refuses to send any events, that is the end', async () => {
  await using opened = await open({
    answer: ({ requestID }) => ({ type: 'error', requestID, code: 'INTERNAL_ERROR', message: 'Oops' }),
  });
  opened.upstream.want(new Set(['!a']));
  await expect.poll(() => opened.ends).toEqual([{ kind: 'setRefused', code: 'INTERNAL_ERROR' }]);
  await expect.poll(() => opened.beeper.connections()).toBe(0);
});

test('more than 200 chats are asked for as all', async () => {
  await using opened = await open();
  opened.upstream.want(new Set(Array.from({ length: 201 }, (_, n) => `!${n}`)));
  await expect.poll(() => opened.sets()).toEqual([['*']]);
});

test('a set that changes is asked for once more, and the same one is not', async () => {
  await using opened = await open();
  opened.upstream.want(new Set(['!a']));
  await expect.poll(() => opened.told).toEqual(['confirmed']);
  opened.upstream.want(new Set(['!a']));
  opened.upstream.want(new Set(['!a', '!b']));
  await expect.poll(() => opened.told).toEqual(['confirmed', 'confirmed', 'confirmed']);
  expect(opened.sets()).toEqual([['!a'], ['!a', '!b']]);
});

test('a socket that is lost is opened again, with the same set', async () => {
  await using opened = await open();
  opened.upstream.want(null);
  await expect.poll(() => opened.told).toEqual(['confirmed']);
  for (const socket of opened.beeper.sockets) socket.terminate();
  await expect.poll(() => opened.told).toEqual(['confirmed', 'interrupted', 'confirmed']);
  expect(opened.sets()).toEqual([['*'], ['*']]);
  expect(opened.upstream.isOpen).toBe(true);
});

test('that Beeper is gone is told once, however often it is tried', async () => {
  let refuses = false;
  await using opened = await open({
    refuse: (socket) => socket.end('HTTP/1.1 503 Service Unavailable\r\ncontent-length: 0\r\n\r\n'),
    refuses: () => refuses,
  });
  opened.upstream.want(null);
  await expect.poll(() => opened.told).toEqual(['confirmed']);
  refuses = true;
  for (const socket of opened.beeper.sockets) socket.terminate();
  await expect.poll(() => opened.beeper.upgrades.length).toBeGreaterThan(3);
  expect(opened.told).toEqual(['confirmed', 'interrupted', 'down']);
  refuses = false;
  await expect.poll(() => opened.told).toEqual(['confirmed', 'interrupted', 'down', 'confirmed']);
});

test('a Beeper that is not there when the first stream begins is tried three times', async () => {
  await using opened = await open({
    refuse: (socket) => socket.end('HTTP/1.1 503 Service Unavailable\r\ncontent-length: 0\r\n\r\n'),
  });
  opened.upstream.want(null);
  await expect.poll(() => opened.ends).toMatchObject([{ kind: 'refused', status: 503 }]);
  expect(opened.beeper.upgrades).toHaveLength(3);
});

test('after its close, an upstream opens no socket any more', async () => {
  await using opened = await open();
  opened.upstream.want(null);
  await expect.poll(() => opened.told).toEqual(['confirmed']);
  opened.upstream.close();
  await expect.poll(() => opened.beeper.connections()).toBe(0);
  expect(opened.told).toEqual(['confirmed']);
  expect(opened.beeper.upgrades).toHaveLength(1);
});
