import { expect, test } from 'vitest';
import { changeChat, sentBy } from '../support/changeChat.ts';
import { startPair } from '../support/pair.ts';
import { kishan } from '../support/people.ts';

const { chatID } = kishan;
const focusApp = (pair: Parameters<typeof changeChat>[0], input: object) =>
  changeChat(pair, 'focusApp', input, 'isFocused');

for (const [input, body] of [
  [{}, {}],
  [{ chatID: null, messageID: null, draftText: null }, {}],
  [{ chatID }, { chatID }],
  [
    { chatID, messageID: '1', draftText: ' *a*\r\n' },
    { chatID, messageID: '1', draftText: ' *a*\r\n' },
  ],
] as const) {
  test(`focusApp ${JSON.stringify(input)} sends ${JSON.stringify(body)}, without asking for the version`, async () => {
    await using pair = await startPair();

    expect(await focusApp(pair, input)).toMatchObject({ isFocused: true });
    expect(sentBy(pair)).toEqual([`POST /v1/focus ${JSON.stringify(body)}`]);
    expect(pair.sandbox.calls).toHaveLength(1);
  });
}

for (const field of ['messageID', 'draftText']) {
  test(`${field} without chatID is an issue at ${field}, and nothing is sent`, async () => {
    await using pair = await startPair();

    const result = await focusApp(pair, { [field]: 'x' });

    expect(result).toMatchObject({ code: 'INVALID_INPUT', issues: [{ path: ['input', field] }] });
    expect(pair.sandbox.calls).toEqual([]);
  });
}

test('isFocused is false if Beeper says that it did not succeed', async () => {
  await using pair = await startPair();
  pair.sandbox.next('POST /v1/focus', { body: { success: false } });

  expect(await focusApp(pair, {})).toMatchObject({ __typename: 'FocusAppPayload', isFocused: false });
});

for (const [fault, isFocused] of [
  [{ status: 204 }, true],
  [{ body: '' }, true],
  [{ body: {} }, true],
  [{ body: { success: true, message: 'Focused' } }, true],
  [{ body: { success: true, error: '' } }, true],
  [{ body: { success: false, error: '' } }, false],
] as const) {
  test(`isFocused is ${isFocused} after ${JSON.stringify(fault)}`, async () => {
    await using pair = await startPair();
    pair.sandbox.next('POST /v1/focus', fault);

    expect(await focusApp(pair, {})).toMatchObject({ __typename: 'FocusAppPayload', isFocused });
    expect(sentBy(pair)).toHaveLength(1);
  });
}

for (const body of [
  { success: false, message: 'No window', code: 'X' },
  { success: true, error: 'No window' },
  { success: 'yes' },
  { error: 'No window' },
  [],
]) {
  test(`the outcome of focusApp is unknown after ${JSON.stringify(body)} with status 200`, async () => {
    await using pair = await startPair();
    pair.sandbox.next('POST /v1/focus', { body });

    expect(await focusApp(pair, {})).toMatchObject({ code: 'OUTCOME_UNKNOWN', retryable: true });
  });
}

for (const dialect of ['create-only', 'union'] as const) {
  test(`focusApp works on ${dialect}`, async () => {
    await using pair = await startPair({ dialect });

    expect(await focusApp(pair, { chatID })).toMatchObject({ isFocused: true });
  });
}

test('focusApp with an unknown chat is NOT_FOUND', async () => {
  await using pair = await startPair();

  expect(await focusApp(pair, { chatID: '!gone:beeper.com' })).toMatchObject({ code: 'NOT_FOUND' });
});
