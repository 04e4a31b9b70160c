import { print } from 'graphql';
import { expect, test } from 'vitest';
import { seedChatIDs } from '../../src/sandbox/index.ts';
import { mutations } from '../support/mutations.ts';
import { type Pair, startPair } from '../support/pair.ts';
import { kishan } from '../support/people.ts';

type Name = 'editMessage' | 'deleteMessage' | 'addReaction' | 'removeReaction';

const own = { chatID: kishan.chatID, messageID: '1300003' };
const ownPath = `/v1/chats/${encodeURIComponent(kishan.chatID)}/messages/1300003`;

async function mutate({ gateway }: Pair, name: Name, input: object, key?: string) {
  const response = await gateway.send(print(mutations[name].document), { input, ...(key && { key }) });
  return ((await response.json()) as { data: Record<Name, Record<string, unknown>> }).data[name];
}

const sent = (pair: Pair) => pair.writes().map(({ method, path, body }) => ({ method, path, body }));

test('editMessage puts the text byte for byte, and takes the message from the answer', async () => {
  await using pair = await startPair();
  const chatID = seedChatIDs.longHistory;
  const text = ' a &amp; b\r\n \n**c** ';

  const payload = await mutate(pair, 'editMessage', { chatID, messageID: '1302860', text });

  const path = `/v1/chats/${encodeURIComponent(chatID)}/messages/1302860`;
  expect(sent(pair)).toEqual([{ method: 'PUT', path, body: JSON.stringify({ text }) }]);
  expect(payload).toMatchObject({
    chatID,
    messageID: '1302860',
    confirmed: true,
    changed: { id: '1302860' },
  });
  expect(pair.sandbox.calls.map(({ method }) => method)).toEqual(['GET', 'PUT']);
});

test.each(['a & b', 'if a < b && c > d', '&amp; &lt;b&gt;', 'say "hi" & go'])(
  'a message that is edited from its plainText again and again keeps what was typed: %j',
  async (text) => {
    await using pair = await startPair();
    const place = { chatID: seedChatIDs.longHistory, messageID: '1302860' };
    let typed = text;
    for (let round = 0; round < 3; round++) {
      const payload = await mutate(pair, 'editMessage', { ...place, text: typed });
      typed = (payload.changed as { plainText: string }).plainText;
    }
    expect(sent(pair).map(({ body }) => body)).toEqual(Array(3).fill(JSON.stringify({ text })));
    expect(typed).toBe(text);
  },
);

test('editMessage on union reads the message from the newest page', async () => {
  await using pair = await startPair({ dialect: 'union' });
  const chatID = seedChatIDs.longHistory;

  const payload = await mutate(pair, 'editMessage', { chatID, messageID: '1302860', text: 'Hello' });

  expect(payload).toMatchObject({ confirmed: true, changed: { id: '1302860' }, messageError: null });
  expect(pair.sandbox.calls.at(-1)).toMatchObject({
    method: 'GET',
    path: `/v1/chats/${encodeURIComponent(chatID)}/messages`,
  });
});

test('a conflict advises to read the message again, not to reconnect the account', async () => {
  await using pair = await startPair();
  pair.sandbox.next('PUT /v1/chats/{chatID}/messages/{messageID}', {
    status: 409,
    body: { message: 'This message is too old to be edited', code: 'CONFLICT' },
  });

  const payload = await mutate(pair, 'editMessage', { ...own, text: 'Hello' });

  expect(payload).toMatchObject({ code: 'CONFLICT', remedy: expect.stringMatching(/^Read the message/) });
});

test('editMessage refuses a blank text without a call', async () => {
  await using pair = await startPair();

  const payload = await mutate(pair, 'editMessage', { ...own, text: ' \n' });

  expect(payload).toMatchObject({ code: 'INVALID_INPUT', issues: [{ path: ['input', 'text'] }] });
  expect(pair.sandbox.calls).toEqual([]);
});

for (const [scope, forEveryone] of [
  ['EVERYONE', true],
  ['ME', false],
] as const) {
  test(`deleteMessage for ${scope} sends forEveryone=${forEveryone}`, async () => {
    await using pair = await startPair();
    pair.sandbox.next('DELETE /v1/chats/{chatID}/messages/{messageID}', { status: 204 });

    const payload = await mutate(pair, 'deleteMessage', { ...own, scope });

    expect(sent(pair)).toEqual([
      { method: 'DELETE', path: `${ownPath}?forEveryone=${forEveryone}`, body: '' },
    ]);
    expect(payload).toMatchObject({ ...own, scope, confirmed: null });
  });
}

for (const [what, more, confirmed] of [
  ['deleted', { isDeleted: true }, true],
  ['as it was', { isDeleted: false }, false],
  ['with its text, and does not say that it is deleted', { text: 'ok' }, false],
  ['without anything', {}, null],
] as const) {
  test(`deleteMessage with an answer that shows the message ${what} is confirmed: ${confirmed}`, async () => {
    await using pair = await startPair();
    const body = { id: own.messageID, chatID: own.chatID, senderID: '@me:beeper.com', ...more };
    pair.sandbox.next('DELETE /v1/chats/{chatID}/messages/{messageID}', { body });

    expect(await mutate(pair, 'deleteMessage', { ...own, scope: 'EVERYONE' })).toMatchObject({ confirmed });
  });
}

test('addReaction sends the key unchanged, and the idempotency key as transactionID', async () => {
  await using pair = await startPair();
  for (const [n, reactionKey] of ['👍🏽', '👨‍👩‍👧', ':partyparrot:', 'mxc://e.example/a', '❤'].entries()) {
    pair.sandbox.next('POST /v1/chats/{chatID}/messages/{messageID}/reactions', { body: { success: true } });

    await mutate(pair, 'addReaction', { ...own, reactionKey }, `transaction-${n}`);

    const body = JSON.stringify({ reactionKey, transactionID: `transaction-${n}` });
    expect(sent(pair).at(-1)).toEqual({ method: 'POST', path: `${ownPath}/reactions`, body });
  }
});

test('removeReaction encodes the key as one segment on split, and as a query on union', async () => {
  const encoded = encodeURIComponent('#️⃣');
  await using split = await startPair();
  await mutate(split, 'removeReaction', { ...own, reactionKey: '#️⃣' });
  expect(sent(split)).toEqual([{ method: 'DELETE', path: `${ownPath}/reactions/${encoded}`, body: '' }]);

  await using union = await startPair({ dialect: 'union' });
  await mutate(union, 'removeReaction', { ...own, reactionKey: '#️⃣' });
  expect(sent(union)).toEqual([
    { method: 'DELETE', path: `${ownPath}/reactions?reactionKey=${encoded}`, body: '' },
  ]);
});

test('removeReaction refuses keys that would change the path, and encodes the others', async () => {
  await using pair = await startPair();
  for (const reactionKey of ['.', '..', '', ' ']) {
    expect(await mutate(pair, 'removeReaction', { ...own, reactionKey })).toMatchObject({
      issues: [{ path: ['input', 'reactionKey'] }],
    });
  }
  expect(pair.sandbox.calls).toEqual([]);
  for (const reactionKey of ['mxc://e.example/a', '%', '%2e%2e']) {
    await mutate(pair, 'removeReaction', { ...own, reactionKey });
    expect(sent(pair).at(-1)?.path).toBe(`${ownPath}/reactions/${encodeURIComponent(reactionKey)}`);
  }
});

test('removeReaction on a server of an unknown dialect is unsupported, and names BEEPER_API', async () => {
  await using pair = await startPair({ appName: 'Parlour' });

  const payload = await mutate(pair, 'removeReaction', { ...own, reactionKey: '👍' });

  expect(payload).toMatchObject({ code: 'UNSUPPORTED', remedy: expect.stringContaining('Set BEEPER_API') });
  expect(pair.writes()).toEqual([]);
});
