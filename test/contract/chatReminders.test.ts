import { expect, test } from 'vitest';
import { changeChat, sentBy } from '../support/changeChat.ts';
import { startPair } from '../support/pair.ts';
import { kishan } from '../support/people.ts';

const { chatID } = kishan;
const path = `/v1/chats/${encodeURIComponent(chatID)}/reminders`;
const remindAt = '2100-06-01T10:00:00+05:30';
const instant = '2100-06-01T04:30:00.000Z';
const post = 'POST /v1/chats/{chatID}/reminders';

for (const [dialect, reminder] of [
  ['create-only', { remindAtMs: Date.parse(instant) }],
  ['union', { remindAtMs: Date.parse(instant) }],
  ['split', { remindAt: instant }],
] as const) {
  test(`setChatReminder on ${dialect} sends the instant as ${Object.keys(reminder)}, and reads no chat for confirmed`, async () => {
    await using pair = await startPair({ dialect });

    const result = await changeChat(pair, 'setChatReminder', { chatID, remindAt });

    expect(sentBy(pair)).toEqual([`POST ${path} ${JSON.stringify({ reminder })}`]);
    expect(result).toMatchObject({ __typename: 'SetChatReminderPayload', chatID, confirmed: null });
    expect(pair.sandbox.chats.get(chatID)?.reminder?.remindAt).toBe(instant);
    expect(pair.sandbox.calls.filter(({ route }) => route === 'GET /v1/chats/{chatID}')).toEqual([]);
  });

  test(`setChatReminder and clearChatReminder on ${dialect} are confirmed by the chat that is read`, async () => {
    await using pair = await startPair({ dialect });
    const selection = 'confirmed chat { reminder { remindAt } }';

    const set = await changeChat(pair, 'setChatReminder', { chatID, remindAt }, selection);
    const clear = await changeChat(pair, 'clearChatReminder', { chatID }, selection);

    expect(set).toMatchObject({ confirmed: true, chat: { reminder: { remindAt: instant } } });
    expect(clear).toMatchObject({ confirmed: true, chat: { reminder: null } });
    expect(sentBy(pair)[1]).toBe(`DELETE ${path}`);
    expect(pair.sandbox.calls.filter(({ route }) => route === 'GET /v1/chats/{chatID}')).toHaveLength(2);
  });
}

for (const dismiss of [true, false]) {
  test(`dismissOnIncomingMessage: ${dismiss} is sent`, async () => {
    await using pair = await startPair();

    await changeChat(pair, 'setChatReminder', { chatID, remindAt, dismissOnIncomingMessage: dismiss });

    const reminder = { remindAt: instant, dismissOnIncomingMessage: dismiss };
    expect(JSON.parse(pair.writes()[0]?.body ?? '')).toEqual({ reminder });
  });
}

test('dismissOnIncomingMessage: null is not sent', async () => {
  await using pair = await startPair();

  await changeChat(pair, 'setChatReminder', { chatID, remindAt, dismissOnIncomingMessage: null });

  expect(pair.writes()[0]?.body).toBe(JSON.stringify({ reminder: { remindAt: instant } }));
});

test('a reminder that Beeper did not set, or did not clear, is not confirmed', async () => {
  await using pair = await startPair();
  pair.sandbox.always(post, { status: 204, performs: false });
  const set = await changeChat(pair, 'setChatReminder', { chatID, remindAt }, 'confirmed chat { title }');
  expect(set).toMatchObject({ confirmed: false });

  pair.sandbox.always(post, null);
  await changeChat(pair, 'setChatReminder', { chatID, remindAt });
  pair.sandbox.always('DELETE /v1/chats/{chatID}/reminders', { status: 204, performs: false });
  const clear = await changeChat(pair, 'clearChatReminder', { chatID }, 'confirmed chat { title }');
  expect(clear).toMatchObject({ confirmed: false });
});

test('another server that is declared as union takes milliseconds, and its {"success":true} is a success', async () => {
  await using pair = await startPair({ dialect: 'union', appName: 'Parlour', api: 'union' });

  const set = await changeChat(pair, 'setChatReminder', { chatID, remindAt });
  const clear = await changeChat(pair, 'clearChatReminder', { chatID });

  expect([set, clear]).toMatchObject([{ chatID }, { chatID }]);
  expect(sentBy(pair)).toEqual([
    `POST ${path} ${JSON.stringify({ reminder: { remindAtMs: Date.parse(instant) } })}`,
    `DELETE ${path}`,
  ]);
});

test('on a server of unknown dialect a reminder is UNSUPPORTED, and the remedy names BEEPER_API', async () => {
  await using pair = await startPair({ dialect: 'union', appName: 'Parlour' });

  const result = await changeChat(pair, 'setChatReminder', { chatID, remindAt });

  expect(result).toMatchObject({ code: 'UNSUPPORTED', remedy: expect.stringContaining('BEEPER_API') });
  expect(sentBy(pair)).toEqual([]);
});

for (const ago of [24 * 60 * 60 * 1_000, 1_000, 0]) {
  test(`a time ${ago} ms ago is refused before the call`, async () => {
    await using pair = await startPair();
    const past = new Date(Date.now() - ago).toISOString();

    const result = await changeChat(pair, 'setChatReminder', { chatID, remindAt: past });

    expect(result).toMatchObject({
      code: 'INVALID_INPUT',
      issues: [{ path: ['input', 'remindAt'], code: 'past' }],
    });
    expect(pair.writes()).toEqual([]);
  });
}

for (const remindAt of ['9999-12-31T23:59:59-00:01', '9999-12-31T23:59:59-23:59']) {
  test(`${remindAt}, whose year in UTC has five digits, is refused before the call`, async () => {
    await using pair = await startPair();

    const result = await changeChat(pair, 'setChatReminder', { chatID, remindAt });

    expect(result).toMatchObject({
      code: 'INVALID_INPUT',
      issues: [{ path: ['input', 'remindAt'], code: 'too_big' }],
    });
    expect(pair.sandbox.calls).toEqual([]);
  });
}

for (const [written, sent] of [
  ['2104-02-29T23:30:00-00:45', '2104-03-01T00:15:00.000Z'],
  ['2100-02-28T23:59:59.9999+00:00', '2100-02-28T23:59:59.999Z'],
  ['2100-01-01t00:00:00z', '2100-01-01T00:00:00.000Z'],
  ['2100-01-01T00:00:00+14:00', '2099-12-31T10:00:00.000Z'],
  ['9999-12-31T23:59:59Z', '9999-12-31T23:59:59.000Z'],
]) {
  test(`${written} is sent as ${sent}`, async () => {
    await using pair = await startPair();

    await changeChat(pair, 'setChatReminder', { chatID, remindAt: written });

    expect(pair.writes()[0]?.body).toBe(JSON.stringify({ reminder: { remindAt: sent } }));
  });
}

for (const [dismiss, found, confirmed] of [
  [true, { dismissOnIncomingMessage: false }, false],
  [false, { dismissOnIncomingMessage: true }, false],
  [true, { dismissOnIncomingMessage: true }, true],
  [true, {}, true],
  [undefined, { dismissOnIncomingMessage: true }, true],
  [undefined, { remindAt: '2100-06-01T04:30:01.000Z' }, false],
] as const) {
  test(`dismissOnIncomingMessage: ${dismiss} is confirmed: ${confirmed} by a reminder with ${JSON.stringify(found)}`, async () => {
    await using pair = await startPair();
    const reminder = { remindAt: instant, ...found };
    pair.sandbox.always('GET /v1/chats/{chatID}', { body: { id: chatID, accountID: 'matrix', reminder } });
    const input = { chatID, remindAt, dismissOnIncomingMessage: dismiss };

    expect(await changeChat(pair, 'setChatReminder', input, 'confirmed chat { title }')).toMatchObject({
      confirmed,
    });
  });
}

for (const TZ of ['UTC', 'America/St_Johns', 'Asia/Kolkata', 'Pacific/Kiritimati']) {
  test(`a time in two minutes, written with +05:30, is the same instant on a host in ${TZ}`, async () => {
    const before = process.env.TZ;
    process.env.TZ = TZ;
    try {
      await using pair = await startPair();
      const soon = Math.ceil(Date.now() / 1_000) * 1_000 + 120_000;
      const written = new Date(soon + 5.5 * 60 * 60 * 1_000).toISOString().replace('Z', '+05:30');

      await changeChat(pair, 'setChatReminder', { chatID, remindAt: written });

      expect(JSON.parse(pair.writes()[0]?.body ?? '')).toEqual({
        reminder: { remindAt: new Date(soon).toISOString() },
      });
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });
}

for (const remindAt of [
  '2100-06-01T10:00:00',
  '2101-02-29T10:00:00Z',
  '2100-06-01T10:00:00+5:30',
  '2100-06-01',
  '2100-06-01 10:00',
  4_115_000_000_000,
  '',
]) {
  test(`${JSON.stringify(remindAt)} is no time with a zone and is refused before the call`, async () => {
    await using pair = await startPair();

    const response = await pair.gateway.send(
      'mutation ($input: SetChatReminderInput!) { setChatReminder(input: $input) { __typename } }',
      { input: { chatID, remindAt } },
    );

    expect(await response.json()).toMatchObject({
      errors: [{ message: expect.stringContaining('remindAt') }],
    });
    expect(pair.sandbox.calls).toEqual([]);
  });
}
