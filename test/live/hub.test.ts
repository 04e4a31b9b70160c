import { expect, test } from 'vitest';
import type { MessageUpserted } from '../../src/live/events.ts';
import { seedChatIDs, startSandbox } from '../../src/sandbox/index.ts';
import { openHub, takeFailure, takeMessage, takeUntil } from '../support/liveHub.ts';

const { grace, kishan, playground } = seedChatIDs;
const setsOf = ({ live }: Awaited<ReturnType<typeof startSandbox>>) =>
  live.sockets.map(({ chatIDs }) => chatIDs);

test('a stream begins once Beeper has confirmed, and tells of a message with its content', async () => {
  await using sandbox = await startSandbox();
  await using hub = openHub(sandbox.url);
  const stream = hub.listen(sandbox.token);
  expect(await takeUntil(stream, 'started')).toMatchObject([{ index: 0, isResumed: false, isPolled: false }]);
  expect(setsOf(sandbox)).toEqual([['*']]);

  const id = sandbox.people.write(grace, 'Hello');
  const told = (await takeMessage(stream, id)).at(-1) as MessageUpserted;
  expect(told).toMatchObject({ kind: 'messageUpserted', chatID: grace });
  sandbox.calls.length = 0;
  expect(await told.message()).toMatchObject({ id, chatID: grace, text: { value: 'Hello' } });
  expect(sandbox.calls).toEqual([]);
});

test('nobody hears that a stream has started before Beeper has confirmed the chats', async () => {
  await using sandbox = await startSandbox();
  sandbox.live.withoutUpdated = true;
  await using hub = openHub(sandbox.url);
  const first = hub.listen(sandbox.token).next();
  await expect.poll(() => setsOf(sandbox)).toEqual([['*']]);
  expect(await Promise.race([first, new Promise((resolve) => setTimeout(resolve, 50, 'nothing'))])).toBe(
    'nothing',
  );
});

test('all streams of a token share a socket, which closes after the last of them has left', async () => {
  await using sandbox = await startSandbox();
  await using hub = openHub(sandbox.url);
  const streams = [1, 2, 3].map(() => hub.listen(sandbox.token));
  await Promise.all(streams.map((stream) => takeUntil(stream, 'started')));
  expect(hub.state()).toEqual({ streams: 3, sockets: 1 });
  expect(sandbox.live.sockets).toHaveLength(1);

  // Nothing comes: each `next` is pending.
  const pending = streams.map((stream) => stream.next());
  await streams[0]?.return?.();
  await streams[1]?.return?.();
  expect(sandbox.live.sockets).toHaveLength(1);
  await streams[2]?.return?.();
  expect(await Promise.all(pending)).toEqual(Array(3).fill({ done: true, value: undefined }));
  await expect.poll(() => sandbox.live.sockets.length, { timeout: 1_000 }).toBe(0);
  expect(hub.state()).toEqual({ streams: 0, sockets: 0 });
});

test('Beeper is asked for the union of chats, and each stream gets those that it wants', async () => {
  await using sandbox = await startSandbox();
  await using hub = openHub(sandbox.url, { times: { keep: 50 } });
  const ofGrace = hub.listen(sandbox.token, { chatIDs: [grace] });
  await takeUntil(ofGrace, 'started');
  expect(setsOf(sandbox)).toEqual([[grace]]);
  const ofKishan = hub.listen(sandbox.token, { chatIDs: [kishan] });
  await takeUntil(ofKishan, 'started');
  expect(setsOf(sandbox)).toEqual([[grace, kishan].sort()]);

  sandbox.people.write(kishan, 'for Kishan’s chat');
  const id = sandbox.people.write(grace, 'for Grace’s chat');
  const told = await takeMessage(ofGrace, id);
  expect(told.every((event) => 'chatID' in event && event.chatID === grace)).toBe(true);
  await takeUntil(ofKishan, 'messageUpserted');

  await ofKishan.return?.();
  // Until then, it may be resumed.
  await expect.poll(() => setsOf(sandbox)).toEqual([[grace]]);
});

test('a chat can be named by its local ID, and a merged chat stands for its parts', async () => {
  await using sandbox = await startSandbox();
  await using hub = openHub(sandbox.url);
  const localID = sandbox.chats.get(grace)?.localChatID ?? '';
  const parts = sandbox.chats.get(seedChatIDs.merged)?.merge?.chatIDs ?? [];
  const stream = hub.listen(sandbox.token, { chatIDs: [localID, seedChatIDs.merged] });
  await takeUntil(stream, 'started');
  const inGrace = sandbox.people.write(grace, 'one');
  await takeMessage(stream, inGrace);
  const inPart = sandbox.people.write(String(parts[0]), 'two');
  await takeMessage(stream, inPart);
});

test('naming chats costs no calls for those that are in the list', async () => {
  await using sandbox = await startSandbox();
  await using hub = openHub(sandbox.url);
  await takeUntil(hub.listen(sandbox.token, { chatIDs: [grace, kishan, seedChatIDs.merged] }), 'started');
  const paths = sandbox.calls.map(({ path }) => path.replace(/\?.*/, ''));
  expect(paths.filter((path) => path.startsWith('/v1/chats/'))).toEqual([]);
});

test('a named chat that does not exist is told of as deleted', async () => {
  await using sandbox = await startSandbox();
  await using hub = openHub(sandbox.url);
  const stream = hub.listen(sandbox.token, { chatIDs: [grace, '!gone:beeper.com'] });
  expect(await takeUntil(stream, 'chatDeleted')).toMatchObject([
    { kind: 'started' },
    { kind: 'chatDeleted', chatID: '!gone:beeper.com' },
  ]);
});

test('a chat is read only if it is asked for, once for all streams and all that happens within 250 ms', async () => {
  await using sandbox = await startSandbox();
  await using hub = openHub(sandbox.url);
  const streams = [hub.listen(sandbox.token), hub.listen(sandbox.token)];
  await Promise.all(streams.map((stream) => takeUntil(stream, 'started')));
  sandbox.calls.length = 0;
  for (const title of ['One', 'Two', 'Three']) sandbox.people.rename(grace, title);
  const reads = streams.map(async (stream) => {
    const [event] = await takeUntil(stream, 'chatUpserted');
    return event?.kind === 'chatUpserted' ? event.chat() : null;
  });
  expect((await Promise.all(reads)).map((chat) => chat?.title)).toEqual(['Three', 'Three']);
  expect(sandbox.calls.map(({ path }) => path)).toEqual([`/v1/chats/${encodeURIComponent(grace)}`]);
});

test('events of a chat that wait are served by one read of it, also if they are taken one after the other', async () => {
  await using sandbox = await startSandbox();
  await using hub = openHub(sandbox.url);
  const stream = hub.listen(sandbox.token);
  await takeUntil(stream, 'started');
  const ids = ['One', 'Two', 'Three'].map((text) => sandbox.people.write(grace, text));
  const told = await takeMessage(stream, String(ids.at(-1)));
  sandbox.calls.length = 0;
  for (const event of told) if (event.kind === 'messageUpserted') await event.chat();
  expect(told.length).toBeGreaterThanOrEqual(3);
  expect(sandbox.calls).toHaveLength(1);
});

test('a chat that could not be read is read again for the next event', async () => {
  await using sandbox = await startSandbox();
  await using hub = openHub(sandbox.url);
  const stream = hub.listen(sandbox.token);
  await takeUntil(stream, 'started');
  const ids = ['One', 'Two'].map((text) => sandbox.people.write(grace, text));
  const told = await takeMessage(stream, String(ids.at(-1)));
  const [first, second] = told.filter((event) => event.kind === 'messageUpserted');
  sandbox.always('GET /v1/chats/{chatID}', { status: 500 });
  await expect(first?.chat()).rejects.toThrow();
  sandbox.always('GET /v1/chats/{chatID}', null);
  expect(await second?.chat()).toMatchObject({ id: grace });
});

test('a slow reader gets each message once, in its last state, and above the limit a gap', async () => {
  await using sandbox = await startSandbox();
  await using hub = openHub(sandbox.url, { maxPending: 10 });
  const slow = hub.listen(sandbox.token, { chatIDs: [grace] });
  const fast = hub.listen(sandbox.token, { chatIDs: [grace] });
  await takeUntil(slow, 'started');
  await takeUntil(fast, 'started');
  const id = sandbox.people.write(grace, 'first');
  for (let n = 0; n < 20; n++) sandbox.people.edit(grace, id, `edit ${n}`);
  const last = sandbox.people.write(grace, 'last');
  await takeMessage(fast, last);
  const told = await takeMessage(slow, last);
  const upserts = told.filter((event) => event.kind === 'messageUpserted');
  expect(upserts.map(({ messageID }) => messageID)).toEqual([id, last]);
  expect((await upserts[0]?.message())?.text?.value).toBe('edit 19');

  for (let n = 0; n < 30; n++) sandbox.people.write(grace, `message ${n}`);
  const end = sandbox.people.write(grace, 'end');
  await takeMessage(fast, end);
  const more = await takeMessage(slow, end);
  expect(more[0]).toMatchObject({ kind: 'gap', reason: 'TOO_SLOW', needsReload: true, chatIDs: null });
  expect(more.length).toBeLessThan(12);
  expect(more.map(({ index }) => index)).toEqual(more.map((_, at) => told.length + 1 + at));
});

test.each([
  [401, 'UNAUTHENTICATED'],
  [403, 'FORBIDDEN'],
] as const)('an upgrade that is refused with %s fails the stream', async (status, code) => {
  await using sandbox = await startSandbox();
  sandbox.always('GET /v1/ws', { status });
  await using hub = openHub(sandbox.url);
  expect(await takeFailure(hub.listen(sandbox.token))).toMatchObject({ code });
  expect(hub.state()).toEqual({ streams: 0, sockets: 0 });
});

test('without a token, with a wrong one, and without Beeper, a stream holds only a failure', async () => {
  await using sandbox = await startSandbox();
  await using hub = openHub(sandbox.url);
  await using nowhere = openHub('http://127.0.0.1:9');
  expect(await takeFailure(hub.listen('', { token: null }))).toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(sandbox.calls).toEqual([]);
  expect(await takeFailure(hub.listen('wrong'))).toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(sandbox.live.sockets).toEqual([]);
  expect(await takeFailure(nowhere.listen('any'))).toMatchObject({ code: 'UNAVAILABLE', retryable: true });
});

test('a token that is revoked ends its streams with a typed failure, also if Beeper only falls silent', async () => {
  await using sandbox = await startSandbox();
  await using hub = openHub(sandbox.url, { times: { poll: 100 } });
  const stream = hub.listen(sandbox.token);
  await takeUntil(stream, 'started');
  sandbox.live.endToken(sandbox.token, 'pings');
  expect(await takeFailure(stream)).toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(hub.state()).toEqual({ streams: 0, sockets: 0 });
});

test('where the token is refused, all streams fail after one attempt, and no further one is made', async () => {
  await using sandbox = await startSandbox();
  sandbox.always('GET /v1/ws', { status: 401 });
  await using hub = openHub(sandbox.url);
  const streams = [1, 2, 3].map(() => hub.listen(sandbox.token));
  for (const stream of streams) expect(await takeFailure(stream)).toMatchObject({ code: 'UNAUTHENTICATED' });
  // A read that follows all that was under way.
  expect(await takeFailure(hub.listen('wrong'))).toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(sandbox.calls.filter(({ path }) => path === '/v1/ws')).toHaveLength(1);
});

test('streams of some callers can be ended, and all when the gateway ends', async () => {
  await using sandbox = await startSandbox();
  await using hub = openHub(sandbox.url);
  const key = { name: 'partner', readOnly: true, hash: Buffer.alloc(32) };
  const ofKey = hub.listen(sandbox.token, { keyHolder: key });
  const other = hub.listen(sandbox.token);
  await takeUntil(ofKey, 'started');
  await takeUntil(other, 'started');
  const failure = await takeFailure(hub.listen('', { token: null }));
  hub.endWhere((holder) => holder?.name === 'partner', failure);
  expect(await takeFailure(ofKey)).toBe(failure);
  expect(hub.state().streams).toBe(1);
  hub.close(failure);
  expect(await takeFailure(other)).toBe(failure);
  expect(await takeFailure(hub.listen(sandbox.token))).toBe(failure);
  await expect.poll(() => sandbox.live.sockets.length).toBe(0);
});

test('streams are limited for each caller and in all', async () => {
  await using sandbox = await startSandbox();
  await using hub = openHub(sandbox.url, { maxStreams: { inAll: 3, perCaller: 2 } });
  const streams = [hub.listen(sandbox.token), hub.listen(sandbox.token)];
  expect(await takeFailure(hub.listen(sandbox.token))).toMatchObject({
    code: 'RATE_LIMITED',
    message: 'The gateway allows 2 open subscriptions for each caller.',
  });
  hub.listen('another');
  expect(await takeFailure(hub.listen('third'))).toMatchObject({
    message: 'The gateway allows 3 open subscriptions in all.',
  });
  await streams[0]?.return?.();
  await takeUntil(hub.listen(sandbox.token), 'started');
});

test('a deleted message and a deleted chat are told of', async () => {
  await using sandbox = await startSandbox({ removal: 'gone' });
  await using hub = openHub(sandbox.url);
  const stream = hub.listen(sandbox.token);
  await takeUntil(stream, 'started');
  const id = sandbox.people.write(playground, 'one');
  await takeMessage(stream, id);
  sandbox.people.remove(playground, id);
  await takeUntil(stream, (event) => event.kind === 'messageDeleted' && event.messageID === id);
  sandbox.people.deleteChat(playground);
  await takeUntil(stream, (event) => event.kind === 'chatDeleted' && event.chatID === playground);
});

test('a stream that only says when to look causes no reads, and closes no gaps', async () => {
  await using sandbox = await startSandbox();
  await using hub = openHub(sandbox.url, { times: { poll: 30 } });
  const signals = hub.listen(sandbox.token, { chatIDs: [grace], isSignal: true });
  await takeUntil(signals, 'started');
  await takeMessage(signals, sandbox.people.write(grace, 'one'));
  sandbox.live.sendRaw('not JSON');
  await takeUntil(signals, 'gap');
  const { calls } = sandbox;
  expect(new Set(calls.map(({ path }) => path))).toEqual(new Set(['/v1/info', '/v1/ws']));

  // Whoever listens for all that happens gets that gap closed.
  const reader = hub.listen(sandbox.token);
  expect(await takeUntil(reader, 'gap')).toMatchObject([
    { kind: 'started' },
    { kind: 'gap', reason: 'EVENTS_LOST', needsReload: false },
  ]);
});
