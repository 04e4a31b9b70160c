import { expect, test } from 'vitest';
import type { LiveEvent } from '../../src/live/events.ts';
import { type SandboxOptions, seedChatIDs, startSandbox } from '../../src/sandbox/index.ts';
import { openHub, takeMessage, takeUntil } from '../support/liveHub.ts';

const { grace } = seedChatIDs;
const failing = '!playground_send-fails-permanently:playground';

async function startListening(options: SandboxOptions = {}) {
  const sandbox = await startSandbox(options);
  const hub = openHub(sandbox.url);
  const stream = hub.listen(sandbox.token, { chatIDs: [grace, failing] });
  await takeUntil(stream, 'started');
  return {
    sandbox,
    hub,
    stream,
    /** Sends a message, and returns its pending ID. */
    async send(text: string, chatID = grace): Promise<string> {
      const response = await fetch(`${sandbox.url}/v1/chats/${encodeURIComponent(chatID)}/messages`, {
        method: 'POST',
        headers: { authorization: `Bearer ${sandbox.token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ text }),
      });
      return ((await response.json()) as { pendingMessageID: string }).pendingMessageID;
    },
    async [Symbol.asyncDispose]() {
      await hub[Symbol.asyncDispose]();
      await sandbox.close();
    },
  };
}

const messagesIn = (events: readonly LiveEvent[]) =>
  events.flatMap((event) =>
    'messageID' in event ? [[event.kind === 'messageDeleted' ? 'deleted' : 'upserted', event.messageID]] : [],
  );

test('the event of an own message waits for the answer to its send, and those of others do not', async () => {
  await using opened = await startListening({ sendAfterMs: 'never' });
  const { sandbox, hub, stream, send } = opened;
  const answered = hub.holdEchoes(sandbox.token);
  const own = await send('from me');
  const other = sandbox.people.write(grace, 'from Grace');
  expect(messagesIn(await takeMessage(stream, other))).toEqual([['upserted', other]]);
  answered();
  expect(messagesIn(await takeMessage(stream, own))).toEqual([['upserted', own]]);
});

test('the event of an own message waits for no send longer than 2 s', async () => {
  await using opened = await startListening({ sendAfterMs: 'never' });
  const { sandbox, hub, stream, send } = opened;
  hub.holdEchoes(sandbox.token);
  const heldAt = performance.now();
  await takeMessage(stream, await send('from me'));
  expect(performance.now() - heldAt).toBeGreaterThan(1_900);
  expect(performance.now() - heldAt).toBeLessThan(4_000);
});

test('a message that is sent before the answer to its send is told under its final ID alone', async () => {
  await using opened = await startListening({ sendAfterMs: 'never' });
  const { sandbox, hub, stream, send } = opened;
  const answered = hub.holdEchoes(sandbox.token);
  const pending = await send('one');
  await takeMessage(stream, sandbox.people.write(grace, 'after the pending one'));
  sandbox.settle();
  await takeMessage(stream, sandbox.people.write(grace, 'after the final one'));
  answered();
  const final = sandbox.chats.get(grace)?.messages.findLast(({ isSender }) => isSender)?.id ?? '';
  const shown = new Set<string>();
  await takeUntil(stream, (event) => {
    if (event.kind === 'messageUpserted') shown.add(event.messageID);
    if (event.kind === 'messageDeleted') shown.delete(event.messageID);
    return shown.has(final) && !shown.has(pending);
  });
});

test('that a pending ID is gone is told where a gap has hidden it', async () => {
  await using opened = await startListening({ sendAfterMs: 'never' });
  const { sandbox, stream, send } = opened;
  const pending = await send('one');
  await takeMessage(stream, pending);
  sandbox.live.drop(10);
  sandbox.settle();
  sandbox.live.drop(0);
  sandbox.live.sendRaw('not JSON');
  await takeUntil(stream, (event) => event.kind === 'messageDeleted' && event.messageID === pending);
});

test('that a pending ID is gone is told where the message was sent while a gap was closed', async () => {
  await using opened = await startListening({ sendAfterMs: 'never' });
  const { sandbox, stream, send } = opened;
  sandbox.next('GET /v1/chats', { delayMs: 150 });
  sandbox.live.sendRaw('not JSON');
  await takeUntil(stream, 'gap');
  const pending = await send('one');
  sandbox.settle();
  await takeUntil(stream, (event) => event.kind === 'messageDeleted' && event.messageID === pending);
});

// Apps before 4.2.808 send no statuses.
test.each(['4.3.73', '4.2.557'])(
  'that pending IDs are gone is told once, after the first message with its final ID (%s)',
  async (appVersion) => {
    await using opened = await startListening({ appVersion, sendAfterMs: 'never' });
    const { sandbox, stream, send } = opened;
    const pending = [await send('one'), await send('two')];
    await takeMessage(stream, String(pending[1]));
    sandbox.settle();
    const finals = sandbox.chats
      .get(grace)
      ?.messages.slice(-2)
      .map(({ id }) => id);
    const missing = new Set([...(finals ?? []), ...pending]);
    const told = await takeUntil(
      stream,
      (event) => 'messageID' in event && missing.delete(event.messageID) && missing.size === 0,
    );
    const order = messagesIn(told).map((entry) => entry.join(' '));
    expect([...order].sort()).toEqual(
      [...pending.map((id) => `deleted ${id}`), ...(finals ?? []).map((id) => `upserted ${id}`)].sort(),
    );
    expect(order[0]).toMatch(/^upserted/);
  },
);

test('where it can’t be found out whether a pending ID is gone, the chat has to be read again', async () => {
  await using opened = await startListening({ sendAfterMs: 'never' });
  const { sandbox, stream, send } = opened;
  await takeMessage(stream, await send('one'));
  sandbox.always('GET /v1/chats/{chatID}/messages', { status: 500 });
  sandbox.settle();
  const final = sandbox.chats.get(grace)?.messages.at(-1)?.id ?? '';
  const told = await takeMessage(stream, final);
  expect(told).toContainEqual(
    expect.objectContaining({ kind: 'gap', reason: 'NOT_HEALED', needsReload: true, chatIDs: [grace] }),
  );
});

test('many own messages at a time are looked for by one read', async () => {
  await using opened = await startListening({ sendAfterMs: 'never' });
  const { sandbox, stream, send } = opened;
  const ids: string[] = [];
  for (let n = 0; n < 10; n++) ids.push(await send(`message ${n}`));
  const missing = new Set(ids);
  await takeUntil(
    stream,
    (event) => 'messageID' in event && missing.delete(event.messageID) && missing.size === 0,
  );
  sandbox.calls.length = 0;
  const newIDs = Array.from({ length: 200 }, (_, n) => `m${n}`);
  sandbox.live.sendRaw((seq) =>
    JSON.stringify({
      type: 'message.upserted',
      seq,
      ts: new Date(),
      chatID: grace,
      ids: newIDs,
      entries: newIDs.map((id) => ({ id, isSender: true, sendStatus: { status: 'PENDING' } })),
    }),
  );
  await takeMessage(stream, 'm199');
  expect(sandbox.calls.length).toBeLessThan(4);
});

test('an own message that is older than the newest page is not told as deleted', async () => {
  await using opened = await startListening({ appVersion: '4.2.600', sendAfterMs: 'never' });
  const { sandbox, stream, send } = opened;
  const first = await send('one');
  await takeMessage(stream, first);
  for (let n = 0; n < 40; n++) sandbox.people.write(grace, `message ${n}`);
  const second = await send('two');
  const told = await takeMessage(stream, second);
  expect(messagesIn(told)).not.toContainEqual(['deleted', first]);
  expect(told).toContainEqual(expect.objectContaining({ kind: 'gap', needsReload: true, chatIDs: [grace] }));
});

test('a message that fails keeps its ID, and nothing is told as deleted', async () => {
  await using opened = await startListening({ sendAfterMs: 20 });
  const { sandbox, stream, send } = opened;
  const failing = await send('/fail-permanent');
  void sandbox;
  const told = await takeUntil(
    stream,
    (event) => event.kind === 'messageUpserted' && event.messageID === failing,
  );
  expect(messagesIn(told)).toEqual([['upserted', failing]]);
});

test('frames of other servers: milliseconds, no sort key, and a state from before a deletion', async () => {
  await using opened = await startListening({ removal: 'gone' });
  const { sandbox, stream } = opened;
  const id = sandbox.people.write(grace, 'one');
  await takeMessage(stream, id);
  const frame = (messageID: string) => (seq: number) =>
    JSON.stringify({
      type: 'message.upserted',
      seq,
      ts: 1_754_560_800_000,
      chatID: grace,
      ids: [messageID],
      entries: [
        {
          id: messageID,
          chatID: grace,
          accountID: 'a',
          senderID: '@a',
          timestamp: 1_754_560_800_000,
          sortKey: '-1',
          text: 'two',
        },
      ],
    });
  sandbox.live.sendRaw(frame('$new'));
  const event = (await takeMessage(stream, '$new')).at(-1);
  expect(event?.occurredAt).toEqual(new Date(1_754_560_800_000));
  expect(event?.kind === 'messageUpserted' && (await event.message())?.sortKey).toBeNull();

  sandbox.people.remove(grace, id);
  await takeMessage(stream, id);
  sandbox.live.sendRaw(frame(id));
  const late = (await takeMessage(stream, id)).at(-1);
  expect(late?.kind === 'messageUpserted' && (await late.message())).toBeNull();
});

test('a reaction that is told of as a message changes the message that it is for', async () => {
  await using opened = await startListening();
  const { sandbox, stream } = opened;
  const id = sandbox.people.write(grace, 'one');
  await takeMessage(stream, id);
  sandbox.live.sendRaw((seq) =>
    JSON.stringify({
      type: 'message.upserted',
      seq,
      ts: new Date(),
      chatID: grace,
      ids: ['$reaction'],
      entries: [
        {
          id: '$reaction',
          chatID: grace,
          accountID: 'a',
          senderID: '@a',
          timestamp: new Date(),
          sortKey: '5',
          type: 'REACTION',
          linkedMessageID: id,
        },
      ],
    }),
  );
  const told = await takeMessage(stream, id);
  expect(messagesIn(told)).toEqual([['upserted', id]]);
});
