import { describe, expect, test } from 'vitest';
import { listMessages } from '../../src/beeper/messages/api.ts';
import type { LiveEvent } from '../../src/live/events.ts';
import { type SandboxOptions, seedChatIDs, startSandbox } from '../../src/sandbox/index.ts';
import { openHub, takeFailure, takeMessage, takeUntil } from '../support/liveHub.ts';

const { grace, kishan } = seedChatIDs;
const gaps = (events: readonly LiveEvent[]) =>
  events.flatMap((event) =>
    event.kind === 'gap' ? [{ reason: event.reason, needsReload: event.needsReload }] : [],
  );

type Hub = ReturnType<typeof openHub>;
type Sandbox = Awaited<ReturnType<typeof startSandbox>>;

/** Gives a chat's newest messages to a page, as the queries of the gateway do. */
async function serve(hub: Hub, sandbox: Sandbox, chatID: string) {
  const response = await fetch(
    `${sandbox.url}${listMessages(chatID, { cursor: null, direction: 'before' }).path}`,
    {
      headers: { authorization: `Bearer ${sandbox.token}` },
    },
  );
  const page = listMessages(chatID, { cursor: null, direction: 'before' }).decode(await response.json());
  hub.served(sandbox.token, chatID, page?.items ?? []);
  return page?.items ?? [];
}

async function startListening(options: SandboxOptions = {}, times = {}) {
  const sandbox = await startSandbox(options);
  const hub = openHub(sandbox.url, { times });
  const stream = hub.listen(sandbox.token);
  await takeUntil(stream, 'started');
  return {
    sandbox,
    hub,
    stream,
    async [Symbol.asyncDispose]() {
      await hub[Symbol.asyncDispose]();
      await sandbox.close();
    },
  };
}

test('a message whose event was dropped is told of after the gap', async () => {
  await using opened = await startListening();
  const { sandbox, stream } = opened;
  sandbox.live.drop(2);
  const lost = sandbox.people.write(grace, 'lost');
  const next = sandbox.people.write(kishan, 'next');
  const missing = new Set([lost, next]);
  const told = await takeUntil(stream, (event) => {
    if ('messageID' in event) missing.delete(event.messageID);
    return missing.size === 0;
  });
  expect(gaps(told)).toEqual([{ reason: 'EVENTS_LOST', needsReload: false }]);
  expect(told[0]).toMatchObject({ kind: 'gap' });
  const found = told.find((event) => event.kind === 'messageUpserted' && event.messageID === lost);
  expect(found?.kind === 'messageUpserted' && (await found.message())?.text?.value).toBe('lost');
});

test('after a lost socket, all that was changed meanwhile is told of: text, reaction, removal, chat, new chat', async () => {
  await using opened = await startListening({ removal: 'gone' });
  const { sandbox, hub, stream } = opened;
  const [newest, second, third] = await serve(hub, sandbox, grace);
  sandbox.always('GET /v1/ws', { status: 503 });
  sandbox.live.kill();
  await takeUntil(stream, (event) => event.kind === 'gap' && event.reason === 'DISCONNECTED');
  sandbox.people.edit(grace, String(newest?.id), 'edited');
  sandbox.people.react(grace, String(second?.id), '👍');
  sandbox.people.remove(grace, String(third?.id));
  sandbox.people.change(kishan, (chat) => {
    chat.isMuted = !chat.isMuted;
  });
  const written = sandbox.people.write(kishan, 'meanwhile');
  sandbox.always('GET /v1/ws', null);

  const told = await takeUntil(stream, (event) => event.kind === 'messageDeleted');
  // A last event, so that all that was healed is taken.
  const end = sandbox.people.write(grace, 'end');
  told.push(...(await takeMessage(stream, end)));
  expect(gaps(told)).toEqual([{ reason: 'RECONNECTED', needsReload: false }]);
  const upserts = told.flatMap((event) => (event.kind === 'messageUpserted' ? event.messageID : []));
  expect(new Set(upserts)).toEqual(new Set([newest?.id, second?.id, written, end]));
  expect(told).toContainEqual(expect.objectContaining({ kind: 'messageDeleted', messageID: third?.id }));
  const chats = told.flatMap((event) => (event.kind === 'chatUpserted' ? event.chatID : []));
  expect(chats).toEqual(expect.arrayContaining([grace, kishan]));
});

test('a deleted chat is found after a gap', async () => {
  await using opened = await startListening();
  const { sandbox, stream } = opened;
  sandbox.live.drop(1);
  sandbox.people.deleteChat(kishan);
  sandbox.people.write(grace, 'next');
  const told = await takeUntil(stream, 'messageUpserted');
  expect(told).toContainEqual(expect.objectContaining({ kind: 'chatDeleted', chatID: kishan }));
});

test('a frame that can’t be read is a gap, too', async () => {
  await using opened = await startListening();
  const { sandbox, stream } = opened;
  sandbox.live.sendRaw('{"type":"message.upser');
  expect(gaps(await takeUntil(stream, 'gap'))).toEqual([{ reason: 'EVENTS_LOST', needsReload: false }]);
});

test('frames of types that nobody knows are skipped', async () => {
  await using opened = await startListening();
  const { sandbox, stream } = opened;
  sandbox.live.sendRaw((seq) =>
    JSON.stringify({ type: 'message.stream', seq, ts: new Date(), chatID: grace }),
  );
  sandbox.live.sendRaw(JSON.stringify({ type: 'reaction.added', chatID: grace }));
  const id = sandbox.people.write(grace, 'next');
  expect(gaps(await takeMessage(stream, id))).toEqual([]);
});

test('what can’t be read after a gap is told, with the chats', async () => {
  await using opened = await startListening();
  const { sandbox, hub, stream } = opened;
  await serve(hub, sandbox, grace);
  sandbox.always('GET /v1/chats/{chatID}/messages', { status: 500 });
  sandbox.live.sendRaw('not JSON');
  const told = await takeUntil(stream, (event) => event.kind === 'gap' && event.needsReload);
  expect(told.at(-1)).toMatchObject({ reason: 'NOT_HEALED', chatIDs: [grace] });

  sandbox.always('GET /v1/chats', { status: 500 });
  sandbox.live.sendRaw('not JSON');
  const more = await takeUntil(stream, (event) => event.kind === 'gap' && event.needsReload);
  expect(more.at(-1)).toMatchObject({ reason: 'NOT_HEALED', chatIDs: null });
});

test('more than the pages of a chat that are read is told as not healed', async () => {
  await using opened = await startListening();
  const { sandbox, hub, stream } = opened;
  await serve(hub, sandbox, grace);
  sandbox.live.drop(1_000);
  for (let n = 0; n < 150; n++) sandbox.people.write(grace, `message ${n}`);
  sandbox.live.drop(0);
  sandbox.live.sendRaw('not JSON');
  const told = await takeUntil(stream, (event) => event.kind === 'gap' && event.needsReload);
  expect(told.at(-1)).toMatchObject({ reason: 'NOT_HEALED', chatIDs: [grace] });
  expect(told.filter((event) => event.kind === 'messageUpserted').length).toBeGreaterThan(90);
});

test('healing makes no more than one call for the chats, and one for each chat in question', async () => {
  await using opened = await startListening();
  const { sandbox, hub, stream } = opened;
  await serve(hub, sandbox, grace);
  sandbox.calls.length = 0;
  sandbox.live.drop(2);
  sandbox.people.write(kishan, 'lost');
  const next = sandbox.people.write(grace, 'next');
  await takeMessage(stream, next);
  expect(sandbox.calls.map(({ path }) => path.replace(/\?.*/, '')).sort()).toEqual(
    ['/v1/chats', ...[grace, kishan].map((id) => `/v1/chats/${encodeURIComponent(id)}/messages`)].sort(),
  );
});

test('a stream is resumed after a position, with what it has missed and no gap', async () => {
  await using opened = await startListening();
  const { sandbox, hub, stream } = opened;
  const other = hub.listen(sandbox.token);
  await takeUntil(other, 'started');
  const [seen] = await takeMessage(stream, sandbox.people.write(grace, 'seen'));
  const { position } = seen as LiveEvent;
  await stream.return?.();
  const missed = sandbox.people.write(kishan, 'missed');
  await takeMessage(other, missed);

  const resumed = hub.listen(sandbox.token, { after: position });
  const told = await takeMessage(resumed, missed);
  expect(told[0]).toMatchObject({ kind: 'started', isResumed: true, position });
  expect(gaps(told)).toEqual([]);
});

test('a stream is resumed and healed after nobody has listened for a while', async () => {
  await using opened = await startListening();
  const { sandbox, hub, stream } = opened;
  const [seen] = await takeMessage(stream, sandbox.people.write(grace, 'seen'));
  await stream.return?.();
  await expect.poll(() => sandbox.live.sockets.length).toBe(0);
  const missed = sandbox.people.write(kishan, 'missed');

  const resumed = hub.listen(sandbox.token, { after: seen?.position ?? '' });
  const told = await takeMessage(resumed, missed);
  expect(told[0]).toMatchObject({ kind: 'started', isResumed: true });
  expect(gaps(told)).toEqual([{ reason: 'RECONNECTED', needsReload: false }]);
});

test('a position that is not known is told as a gap that needs a reload', async () => {
  await using opened = await startListening({}, { keep: 20 });
  const { sandbox, hub, stream } = opened;
  const [seen] = await takeMessage(stream, sandbox.people.write(grace, 'seen'));
  const after = seen?.position ?? '';
  await stream.return?.();
  await expect.poll(() => sandbox.live.sockets.length).toBe(0);
  await new Promise((resolve) => setTimeout(resolve, 40));
  for (const position of [after, 'someothergateway.3']) {
    const told = await takeUntil(hub.listen(sandbox.token, { after: position }), 'gap');
    expect(told).toMatchObject([
      { kind: 'started', isResumed: false },
      { kind: 'gap', reason: 'UNKNOWN_PLACE', needsReload: true },
    ]);
  }
});

test('chats of iMessage, which send no events, are looked at while somebody listens', async () => {
  await using opened = await startListening({}, { poll: 50 });
  const { sandbox, hub, stream } = opened;
  const chat = [...sandbox.chats.values()].find(
    ({ network, messages }) => network === 'iMessage' && messages[0],
  );
  const chatID = String(chat?.id);
  await serve(hub, sandbox, chatID);
  const id = sandbox.people.write(chatID, 'from an iPhone');
  expect(gaps(await takeMessage(stream, id))).toEqual([]);
  sandbox.people.react(chatID, id, '❤️');
  await takeMessage(stream, id);

  await stream.return?.();
  await expect.poll(() => sandbox.live.sockets.length).toBe(0);
  sandbox.calls.length = 0;
  await new Promise((resolve) => setTimeout(resolve, 120));
  expect(sandbox.calls).toEqual([]);
});

test.each(['4.2.500', '4.1.294'])('an app without events (%s) is polled', async (appVersion) => {
  await using sandbox = await startSandbox({ appVersion });
  await using hub = openHub(sandbox.url, { times: { poll: 50 } });
  const stream = hub.listen(sandbox.token);
  expect(await takeUntil(stream, 'started')).toMatchObject([{ isPolled: true }]);
  const id = sandbox.people.write(grace, 'Hello');
  const told = await takeMessage(stream, id);
  expect(gaps(told)).toEqual([]);
  expect(sandbox.calls.some(({ path }) => path === '/v1/ws')).toBe(false);
  await serve(hub, sandbox, grace);
  sandbox.people.edit(grace, id, 'Hello, edited');
  await takeMessage(stream, id);

  sandbox.always('GET /v1/chats', { status: 500 });
  await takeUntil(stream, (event) => event.kind === 'gap' && event.reason === 'DISCONNECTED');
  sandbox.always('GET /v1/chats', null);
  await takeUntil(stream, (event) => event.kind === 'gap' && event.reason === 'RECONNECTED');
});

test('a server of unknown version without the route is polled', async () => {
  await using sandbox = await startSandbox();
  sandbox.always('GET /v1/ws', { status: 404, body: 'Not Found' });
  await using hub = openHub(sandbox.url, { times: { poll: 50 } });
  const stream = hub.listen(sandbox.token);
  expect(await takeUntil(stream, 'started')).toMatchObject([{ isPolled: true }]);
  await takeMessage(stream, sandbox.people.write(grace, 'Hello'));
});

test('what another page has read is told after the gap, too', async () => {
  await using opened = await startListening();
  const { sandbox, hub, stream } = opened;
  const [newest] = await serve(hub, sandbox, grace);
  sandbox.live.drop(4);
  const lost = sandbox.people.write(grace, 'lost');
  sandbox.people.edit(grace, String(newest?.id), 'edited');
  await serve(hub, sandbox, grace);
  sandbox.live.drop(0);
  sandbox.live.sendRaw('not JSON');
  const missing = new Set([lost, newest?.id]);
  await takeUntil(stream, (event) => {
    if ('messageID' in event) missing.delete(event.messageID);
    return missing.size === 0;
  });
});

test('what a page has read while nobody listened counts when it resumes', async () => {
  await using opened = await startListening({ removal: 'gone' });
  const { sandbox, hub, stream } = opened;
  const [seen] = await takeMessage(stream, sandbox.people.write(kishan, 'seen'));
  await stream.return?.();
  await expect.poll(() => sandbox.live.sockets.length).toBe(0);
  const [newest] = await serve(hub, sandbox, grace);
  sandbox.people.remove(grace, String(newest?.id));

  const resumed = hub.listen(sandbox.token, { after: seen?.position ?? '' });
  const told = await takeUntil(resumed, 'messageDeleted');
  expect(told[0]).toMatchObject({ isResumed: true });
  expect(told.at(-1)).toMatchObject({ chatID: grace, messageID: newest?.id });
});

test('a stream is resumed with what happened in chats that only it has named', async () => {
  await using sandbox = await startSandbox();
  await using hub = openHub(sandbox.url);
  const other = hub.listen(sandbox.token, { chatIDs: [kishan] });
  const stream = hub.listen(sandbox.token, { chatIDs: [grace] });
  await Promise.all([takeUntil(other, 'started'), takeUntil(stream, 'started')]);
  const [seen] = await takeMessage(stream, sandbox.people.write(grace, 'seen'));
  await stream.return?.();
  // A command to Beeper would have arrived by then.
  await serve(hub, sandbox, kishan);
  const missed = sandbox.people.write(grace, 'missed');
  await takeMessage(other, sandbox.people.write(kishan, 'for the other one'));

  const resumed = hub.listen(sandbox.token, { chatIDs: [grace], after: seen?.position ?? '' });
  const told = await takeMessage(resumed, missed);
  expect(told[0]).toMatchObject({ isResumed: true });
  expect(gaps(told)).toEqual([]);
});

test.each(['named', 'open'])('after a gap, a chat that is %s and not in the list is read', async (how) => {
  await using opened = await startListening();
  const { sandbox, hub, stream } = opened;
  const [part = ''] = sandbox.chats.get(seedChatIDs.merged)?.merge?.chatIDs ?? [];
  const listening = how === 'named' ? hub.listen(sandbox.token, { chatIDs: [part] }) : stream;
  if (how === 'named') {
    await takeUntil(listening, 'started');
    await stream.return?.();
  } else await serve(hub, sandbox, part);
  sandbox.live.drop(1);
  sandbox.people.change(part, (chat) => {
    chat.isMuted = !chat.isMuted;
  });
  sandbox.live.sendRaw('not JSON');
  await takeUntil(listening, (event) => event.kind === 'chatUpserted' && event.chatID === part);
});

describe('of iMessage, looks find', () => {
  const isMuted = (chat: { isMuted?: boolean }) => {
    chat.isMuted = !chat.isMuted;
  };

  test('a chat that has changed right after a message in it was removed', async () => {
    await using opened = await startListening({ removal: 'gone' }, { poll: 30 });
    const { sandbox, hub, stream } = opened;
    const chat = [...sandbox.chats.values()].find(
      ({ network, messages }) => network === 'iMessage' && messages[0],
    );
    const chatID = String(chat?.id);
    const [newest] = await serve(hub, sandbox, chatID);
    sandbox.people.remove(chatID, String(newest?.id));
    await takeUntil(stream, 'messageDeleted');
    sandbox.people.change(chatID, isMuted);
    const told = await takeUntil(stream, (event) => event.kind === 'chatUpserted' && event.chatID === chatID);
    const event = told.at(-1);
    expect(event?.kind === 'chatUpserted' && (await event.chat())?.isMuted).toBe(
      sandbox.chats.get(chatID)?.isMuted,
    );
  });

  test('a chat that is not on the first page of its account', async () => {
    await using sandbox = await startSandbox({ appVersion: '4.2.557' });
    const [chat] = [...sandbox.chats.values()].filter(({ network }) => network === 'iMessage');
    const other = chat?.participants.find(({ isSelf }) => !isSelf);
    for (let n = 0; n < 30; n++) sandbox.people.startChat(String(chat?.accountID), String(other?.id), 'Hi');
    await using hub = openHub(sandbox.url, { times: { poll: 30 } });
    const stream = hub.listen(sandbox.token);
    await takeUntil(stream, 'started');
    sandbox.people.change(String(chat?.id), isMuted);
    await takeUntil(stream, (event) => event.kind === 'chatUpserted' && event.chatID === chat?.id);
  });

  test('nothing of other chats, whose changes are told after their gaps', async () => {
    await using sandbox = await startSandbox();
    for (const { id, network } of [...sandbox.chats.values()])
      if (network === 'iMessage') sandbox.people.deleteChat(id);
    await using hub = openHub(sandbox.url, { times: { poll: 20 } });
    const stream = hub.listen(sandbox.token);
    await takeUntil(stream, 'started');
    sandbox.live.drop(1);
    sandbox.people.rename(grace, 'Changed');
    sandbox.calls.length = 0;
    await expect.poll(() => sandbox.calls.length).toBeGreaterThan(2);
    sandbox.people.write(kishan, 'next');
    await takeUntil(stream, (event) => event.kind === 'chatUpserted' && event.chatID === grace);
  });
});

test('a stream can’t go on with chats whose events it did not have', async () => {
  await using sandbox = await startSandbox();
  await using hub = openHub(sandbox.url);
  const stream = hub.listen(sandbox.token, { chatIDs: [grace] });
  const [started] = await takeUntil(stream, 'started');
  sandbox.people.write(kishan, 'not told');
  const after = started?.position ?? '';
  for (const chatIDs of [[grace, kishan], null]) {
    const [again] = await takeUntil(hub.listen(sandbox.token, { chatIDs, after }), 'started');
    expect(again).toMatchObject({ isResumed: false });
  }
  const [same] = await takeUntil(hub.listen(sandbox.token, { chatIDs: [grace], after }), 'started');
  expect(same).toMatchObject({ isResumed: true });
});

test('a stream that begins while Beeper is away fails, and the next one begins once Beeper is back', async () => {
  await using opened = await startListening();
  const { sandbox, hub, stream } = opened;
  sandbox.always('GET /v1/ws', { status: 503 });
  sandbox.live.kill();
  await takeUntil(stream, (event) => event.kind === 'gap' && event.reason === 'DISCONNECTED');
  expect(await takeFailure(hub.listen(sandbox.token))).toMatchObject({
    code: 'UNAVAILABLE',
    retryable: true,
  });
  sandbox.always('GET /v1/ws', null);
  await takeUntil(stream, (event) => event.kind === 'gap' && event.reason === 'RECONNECTED');
  await takeUntil(hub.listen(sandbox.token), 'started');
});

test('a start that failed is tried again for the next stream, also while others are tried', async () => {
  await using sandbox = await startSandbox();
  await using hub = openHub(sandbox.url, { times: { linger: 5_000 } });
  sandbox.next('GET /v1/info', { status: 500 });
  await takeFailure(hub.listen(sandbox.token));
  await takeUntil(hub.listen(sandbox.token), 'started');
});

test('a 404 to a socket that was up before is tried again', async () => {
  await using opened = await startListening();
  const { sandbox, stream } = opened;
  sandbox.next('GET /v1/ws', { status: 404, body: 'Not Found' });
  sandbox.live.kill();
  await takeUntil(stream, (event) => event.kind === 'gap' && event.reason === 'RECONNECTED');
  expect(sandbox.live.sockets).toHaveLength(1);
  await takeMessage(stream, sandbox.people.write(grace, 'by event'));
});

test('an empty page, and messages without a time, delete nothing', async () => {
  await using opened = await startListening();
  const { sandbox, hub, stream } = opened;
  const items = await serve(hub, sandbox, grace);
  expect(items.length).toBeGreaterThan(1);
  const untimed = { id: 'x1', chatID: grace, accountID: 'a', senderID: 'b' };
  const pages = [
    { items: [], hasMore: true, oldestCursor: '1', newestCursor: '2' },
    { items: [untimed], hasMore: true, oldestCursor: '1', newestCursor: '2' },
  ];
  for (const body of pages) {
    sandbox.next('GET /v1/chats/{chatID}/messages', { status: 200, body });
    sandbox.always('GET /v1/chats/{chatID}/messages', { status: 500 });
    sandbox.live.sendRaw('not JSON');
    const told = await takeUntil(stream, (event) => event.kind === 'gap' && event.needsReload);
    expect(told.some(({ kind }) => kind === 'messageDeleted')).toBe(false);
    expect(told.at(-1)).toMatchObject({ reason: 'NOT_HEALED', chatIDs: [grace] });
  }
});
