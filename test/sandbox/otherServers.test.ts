import { expect, test } from 'vitest';
import { type Sandbox, seedChatIDs, startSandbox } from '../../src/sandbox/index.ts';
import { request } from './clients.ts';

/** Other servers of the API, which have the older forms and fewer routes in every version. */

const chatID = seedChatIDs.kishan;
const versions = ['4.2.600', '4.3.73'];
const start = (appVersion: string) => startSandbox({ appName: 'Parlour', appVersion, sendAfterMs: 'never' });
const call = (sandbox: Sandbox, method: string, rest: string, body?: object, id: string = chatID) =>
  request(sandbox, `/v1/chats/${encodeURIComponent(id)}${rest}`, body, {
    method,
  });
const newest = (sandbox: Sandbox) => sandbox.chats.get(chatID)?.messages.at(-1);

const cases: [string, string, object | undefined, number][] = [
  ['PATCH', '', { isMuted: true }, 405],
  ['POST', '/read', {}, 404],
  ['POST', '/unread', {}, 404],
  ['POST', '/notify-anyway', {}, 404],
  ['GET', '/messages/1', undefined, 405],
  ['DELETE', '/messages/1', undefined, 405],
  ['DELETE', '/messages/1/reactions/x', undefined, 404],
];

for (const version of versions) {
  test.each(cases)(
    `another server of version ${version} lacks %s …%s`,
    async (method, rest, body, status) => {
      await using sandbox = await start(version);
      const response = await call(sandbox, method, rest, body);
      expect(response).toMatchObject({ status, json: undefined });
      expect(response.headers.get('content-type')).toMatch(/^text\/plain/);
    },
  );

  test(`another server of version ${version} archives and reminds with 200, an unknown chat too`, async () => {
    await using sandbox = await start(version);
    for (const id of [chatID, '!no:x']) {
      const answers = [
        await call(sandbox, 'POST', '/archive', { archived: true }, id),
        await call(sandbox, 'POST', '/reminders', { reminder: { remindAtMs: 86_400_000 } }, id),
      ];
      for (const answer of answers) expect(answer).toMatchObject({ status: 200, text: '{"success":true}' });
    }
    expect(sandbox.chats.get(chatID)).toMatchObject({
      isArchived: true,
      reminder: { remindAt: '1970-01-02T00:00:00.000Z' },
    });
    const strict = await call(sandbox, 'POST', '/reminders', {
      reminder: { remindAt: '2030-01-01T00:00:00Z' },
    });
    expect(strict.status).toBe(400);
    for (const id of [chatID, '!no:x'])
      expect((await call(sandbox, 'DELETE', '/reminders', undefined, id)).text).toBe('{"success":true}');
    expect(sandbox.chats.get(chatID)?.reminder).toBeNull();
  });

  test(`another server of version ${version} sends plain text, and finds the message only in the list`, async () => {
    await using sandbox = await start(version);
    const { json } = await call(sandbox, 'POST', '/messages', { text: '**a** & b' });
    const { pendingMessageID } = json as { pendingMessageID: string };
    expect(pendingMessageID).toMatch(/^hicli-mautrix-go_\d+$/);
    const list = await call(sandbox, 'GET', '/messages');
    const [first] = (list.json as { items: object[] }).items;
    expect(first).toMatchObject({ id: pendingMessageID, text: '**a** & b' });
    expect((await call(sandbox, 'GET', `/messages/${pendingMessageID}`)).status).toBe(405);
    sandbox.settle();
    expect(newest(sandbox)?.id).toMatch(/^\d+$/);
  });

  test(`another server of version ${version} drops a text that begins with a slash`, async () => {
    await using sandbox = await start(version);
    const before = newest(sandbox);
    const response = await call(sandbox, 'POST', '/messages', { text: '/leave' });
    expect(response).toMatchObject({ status: 200, json: { chatID, pendingMessageID: expect.any(String) } });
    expect(newest(sandbox)).toBe(before);
  });

  test(`another server of version ${version} edits without returning the message, and no message of others`, async () => {
    await using sandbox = await start(version);
    await call(sandbox, 'POST', '/messages', { text: 'a' });
    sandbox.settle();
    const own = newest(sandbox);
    const theirs = sandbox.chats.get(chatID)?.messages.find(({ isSender }) => !isSender);
    const text = theirs?.text;
    for (const messageID of [own?.id, theirs?.id]) {
      const response = await call(sandbox, 'PUT', `/messages/${messageID}`, { text: 'b' });
      expect(response.json).toEqual({ chatID, messageID, success: true });
    }
    expect(own?.text).toBe('b');
    expect(theirs?.text).toBe(text);
  });

  test(`another server of version ${version} reacts to unknown messages, and removes by query`, async () => {
    await using sandbox = await start(version);
    const known = newest(sandbox);
    const key = encodeURIComponent('🎉');
    for (const messageID of [known?.id, '1']) {
      const added = await call(sandbox, 'POST', `/messages/${messageID}/reactions`, { reactionKey: '🎉' });
      expect(added).toMatchObject({ status: 200, json: { success: true, messageID } });
      if (messageID !== '1') expect(known?.reactions).toMatchObject([{ reactionKey: '🎉' }]);
      const path = `/messages/${messageID}/reactions?reactionKey=${key}`;
      expect((await call(sandbox, 'DELETE', path)).status).toBe(200);
    }
    expect(known?.reactions).toEqual([]);
  });

  test(`another server of version ${version} accepts a focus on an unknown chat`, async () => {
    await using sandbox = await start(version);
    const response = await request(sandbox, '/v1/focus', { chatID: '!no:x' });
    expect(response).toMatchObject({ status: 200, json: { success: true } });
  });
}
