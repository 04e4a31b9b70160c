import { expect, test } from 'vitest';
import type { Fault } from '../../src/sandbox/index.ts';
import { CreateChat, ReadChat } from '../support/documents.ts';
import { startPair } from '../support/pair.ts';
import { ada, kishan, whatsapp } from '../support/people.ts';

const route = 'GET /v1/chats/{chatID}';
const notNow = { message: 'Not now', code: 'x' };

const passing: Fault[] = [
  { status: 502, body: notNow },
  { status: 503, body: notNow },
  { status: 504, body: notNow },
  { status: 429, body: notNow, headers: { 'retry-after': '0' } },
  { status: 429, body: notNow, headers: { 'retry-after': 'Sun, 06 Nov 1994 08:49:37 GMT' } },
  { reset: 'before' },
  { reset: 'after' },
  { cut: true },
];

for (const fault of passing) {
  test(`a read is repeated after ${JSON.stringify(fault)}, and neither answer nor log shows it`, async () => {
    await using pair = await startPair();
    pair.sandbox.next(route, fault);
    pair.sandbox.next(route, fault);

    const { data, errors } = await pair.gateway.query(ReadChat, { id: kishan.chatID });

    expect(errors).toBeUndefined();
    expect(data?.chat?.id).toBe(kishan.chatID);
    expect(pair.sandbox.calls).toHaveLength(3);
    expect(pair.gateway.log).toEqual([]);
  });

  test(`a read is repeated at most twice after ${JSON.stringify(fault)}`, async () => {
    await using pair = await startPair();
    pair.sandbox.always(route, fault);

    const { errors } = await pair.gateway.query(ReadChat, { id: kishan.chatID });

    expect(errors).toHaveLength(1);
    expect(pair.sandbox.calls).toHaveLength(3);
  });
}

for (const fault of [
  { status: 500, body: notNow },
  { status: 403, body: notNow },
  { status: 429, body: notNow },
  { html: true },
] satisfies Fault[]) {
  test(`a read is not repeated after ${JSON.stringify(fault)}`, async () => {
    await using pair = await startPair();
    pair.sandbox.next(route, fault);

    const { errors } = await pair.gateway.query(ReadChat, { id: kishan.chatID });

    expect(errors).toHaveLength(1);
    expect(pair.sandbox.calls).toHaveLength(1);
  });
}

test('a read is not repeated if Retry-After exceeds its deadline', async () => {
  await using pair = await startPair({ timeoutMs: 2_000 });
  pair.sandbox.next(route, { status: 429, body: notNow, headers: { 'retry-after': '60' } });

  const { errors } = await pair.gateway.query(ReadChat, { id: kishan.chatID });

  expect(errors).toMatchObject([{ extensions: { code: 'RATE_LIMITED' } }]);
  expect(pair.sandbox.calls).toHaveLength(1);
});

for (const fault of passing) {
  test(`a POST is never repeated once it was sent: ${JSON.stringify(fault)}`, async () => {
    await using pair = await startPair();
    pair.sandbox.next('POST /v1/chats', fault);

    await pair.gateway.query(CreateChat, {
      input: { single: { accountID: whatsapp, participantID: ada.id } },
    });

    expect(pair.writes()).toHaveLength(1);
  });
}

test('when all reads fail, repeats stay within the retry budget', async () => {
  await using pair = await startPair();
  pair.sandbox.always(route, { status: 503, body: notNow });

  for (let turn = 0; turn < 100; turn++) await pair.gateway.query(ReadChat, { id: kishan.chatID });

  // A fifth of a hundred, and the ten of the full budget at the start.
  expect(pair.sandbox.calls.length).toBeGreaterThan(100);
  expect(pair.sandbox.calls.length).toBeLessThanOrEqual(130);
});
