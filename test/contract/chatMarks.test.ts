import { expect, test } from 'vitest';
import { seedChatIDs } from '../../src/sandbox/index.ts';
import { changeChat, sentBy } from '../support/changeChat.ts';
import { type Pair, startPair } from '../support/pair.ts';
import { kishan } from '../support/people.ts';

const { chatID } = kishan;
const path = `/v1/chats/${encodeURIComponent(chatID)}`;
const read = 'POST /v1/chats/{chatID}/read';
const unread = 'POST /v1/chats/{chatID}/unread';

const messageIDs = ({ sandbox }: Pair): string[] =>
  (sandbox.chats.get(chatID)?.messages ?? []).map(({ id }) => id);

for (const [name, field, route] of [
  ['markChatRead', 'upToMessageID', 'read'],
  ['markChatUnread', 'fromMessageID', 'unread'],
] as const) {
  for (const input of [{}, { [field]: null }]) {
    test(`${name} ${JSON.stringify(input)} sends {}, and takes the chat from the answer`, async () => {
      await using pair = await startPair();

      const result = await changeChat(
        pair,
        name,
        { chatID, ...input },
        'chatID confirmed chat { unreadCount }',
      );

      expect(pair.sandbox.calls.map(({ method, path, body }) => `${method} ${path} ${body}`)).toEqual([
        'GET /v1/info ',
        `POST ${path}/${route} {}`,
      ]);
      expect(result).toMatchObject({ chatID, confirmed: true, chat: {} });
    });
  }

  test(`${name} with ${field} sends it as messageID, and shows an issue with it there`, async () => {
    await using pair = await startPair();
    const [messageID = ''] = messageIDs(pair);

    await changeChat(pair, name, { chatID, [field]: messageID });

    expect(sentBy(pair)).toEqual([`POST ${path}/${route} {"messageID":"${messageID}"}`]);
    const issues = [{ path: ['body', 'messageID'], message: 'Not here', code: 'custom' }];
    pair.sandbox.next(route === 'read' ? read : unread, {
      status: 422,
      body: { message: 'No', code: 'X', details: { issues } },
    });
    expect(await changeChat(pair, name, { chatID, [field]: messageID })).toMatchObject({
      issues: [{ path: ['input', field] }],
    });
  });

  test(`${name} with an unknown message is NOT_FOUND`, async () => {
    await using pair = await startPair();

    expect(await changeChat(pair, name, { chatID, [field]: 'nothing' })).toMatchObject({ code: 'NOT_FOUND' });
  });
}

test('marking read up to an older message succeeds, and leaves the marker where it is', async () => {
  await using pair = await startPair();
  await changeChat(pair, 'markChatRead', { chatID });
  const marker = pair.sandbox.chats.get(chatID)?.lastReadMessageSortKey;

  const result = await changeChat(pair, 'markChatRead', { chatID, upToMessageID: messageIDs(pair)[0] });

  expect(result).toMatchObject({ confirmed: true });
  expect(pair.sandbox.chats.get(chatID)?.lastReadMessageSortKey).toBe(marker);
});

const answer = (fields: object) => ({ body: { id: chatID, accountID: 'matrix', ...fields } });

for (const [fields, confirmed] of [
  [{ unreadCount: 0 }, true],
  [{ unreadCount: 0, isMarkedUnread: true }, false],
  [{ unreadCount: 3 }, false],
  [{}, null],
] as const) {
  test(`markChatRead is confirmed: ${confirmed} by an answer with ${JSON.stringify(fields)}`, async () => {
    await using pair = await startPair();
    pair.sandbox.always(read, answer(fields));

    expect(await changeChat(pair, 'markChatRead', { chatID })).toMatchObject({ confirmed });
  });
}

for (const [fields, confirmed] of [
  [{ unreadCount: 0 }, true],
  [{ unreadCount: 3 }, null],
] as const) {
  test(`markChatRead up to a message is confirmed: ${confirmed} by an answer with ${JSON.stringify(fields)}`, async () => {
    await using pair = await startPair();
    pair.sandbox.always(read, answer(fields));

    const result = await changeChat(pair, 'markChatRead', { chatID, upToMessageID: messageIDs(pair)[0] });

    expect(result).toMatchObject({ confirmed });
  });
}

for (const [fields, confirmed] of [
  [{ isMarkedUnread: true, unreadCount: 0 }, true],
  [{ unreadCount: 2 }, true],
  [{ isMarkedUnread: false, unreadCount: 0 }, false],
  [{}, null],
] as const) {
  test(`markChatUnread is confirmed: ${confirmed} by an answer with ${JSON.stringify(fields)}`, async () => {
    await using pair = await startPair();
    pair.sandbox.always(unread, answer(fields));

    expect(await changeChat(pair, 'markChatUnread', { chatID })).toMatchObject({ confirmed });
  });
}

for (const [fields, confirmed] of [
  [{ isMarkedUnread: true, unreadCount: 0 }, true],
  [{ isMarkedUnread: false, unreadCount: 2 }, null],
  [{ isMarkedUnread: false, unreadCount: 0 }, false],
  [{}, null],
] as const) {
  test(`markChatUnread from a message on is confirmed: ${confirmed} by an answer with ${JSON.stringify(fields)}`, async () => {
    await using pair = await startPair();
    pair.sandbox.always(unread, answer(fields));

    const result = await changeChat(pair, 'markChatUnread', { chatID, fromMessageID: messageIDs(pair)[0] });

    expect(result).toMatchObject({ confirmed });
  });
}

test('after a lost answer, notifyAnyway says what a repeat can do', async () => {
  await using pair = await startPair();
  pair.sandbox.always('POST /v1/chats/{chatID}/notify-anyway', { html: true });

  const result = await changeChat(pair, 'notifyAnyway', { chatID });

  expect(result).toMatchObject({ code: 'OUTCOME_UNKNOWN', retryable: true });
  expect(result.remedy).toMatch(/notified once more/);
});

test('notifyAnyway posts {} and returns the chat, which does not tell whether anybody was notified', async () => {
  await using pair = await startPair();
  const imessage = [...pair.sandbox.chats.values()].find(({ id }) => id.startsWith('imsg##'))?.id ?? '';

  const result = await changeChat(
    pair,
    'notifyAnyway',
    { chatID: imessage },
    'chatID confirmed chat { title }',
  );

  expect(sentBy(pair)).toEqual([`POST /v1/chats/${encodeURIComponent(imessage)}/notify-anyway {}`]);
  expect(result).toMatchObject({ chatID: imessage, confirmed: null, chat: { title: expect.any(String) } });
  expect(pair.sandbox.calls).toHaveLength(2);
});

test('notifyAnyway elsewhere than on iMessage is a typed error', async () => {
  await using pair = await startPair();

  const result = await changeChat(pair, 'notifyAnyway', { chatID: seedChatIDs.grace });

  expect(result).toMatchObject({ code: 'INVALID_INPUT', issues: [{ path: ['input', 'chatID'] }] });
});

for (const [sortKey, confirmed] of [
  ['50', true],
  ['42', true],
  ['41', null],
  ['821000001', null],
] as const) {
  test(`markChatRead up to message 42 with the marker at ${sortKey} is a success, and confirmed is ${confirmed}`, async () => {
    await using pair = await startPair();
    pair.sandbox.next('POST /v1/chats/{chatID}/read', {
      body: { id: kishan.chatID, accountID: 'matrix', unreadCount: 3, lastReadMessageSortKey: sortKey },
    });

    const response = await pair.gateway.send(
      `mutation { markChatRead(input: { chatID: "${kishan.chatID}", upToMessageID: "42" }) { ... on MarkChatReadPayload { confirmed } } }`,
    );

    expect(await response.json()).toEqual({ data: { markChatRead: { confirmed } } });
  });
}
