import { expect, test } from 'vitest';
import type { Sandbox } from '../../src/sandbox/index.ts';
import { CreateChat, ReadChat } from '../support/documents.ts';
import { startPair } from '../support/pair.ts';
import { ada, kishan, whatsapp } from '../support/people.ts';

type Fault = Parameters<Sandbox['next']>[1];

const route = 'GET /v1/chats/{chatID}';
const said = { message: 'Not now', code: 'x' };

const passing: Fault[] = [
  { status: 502, body: said },
  { status: 503, body: said },
  { status: 504, body: said },
  { status: 429, body: said, headers: { 'retry-after': '0' } },
  { reset: 'before' },
  { reset: 'after' },
  { cut: true },
];

for (const fault of passing) {
  test(`a read is repeated after ${JSON.stringify(fault)}, and nobody notices`, async () => {
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
  { status: 500, body: said },
  { status: 403, body: said },
  { status: 429, body: said },
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

test('a read that is asked to wait longer than its deadline is not repeated', async () => {
  await using pair = await startPair({ timeoutMs: 2_000 });
  pair.sandbox.next(route, { status: 429, body: said, headers: { 'retry-after': '60' } });

  const { errors } = await pair.gateway.query(ReadChat, { id: kishan.chatID });

  expect(errors).toMatchObject([{ extensions: { code: 'RATE_LIMITED' } }]);
  expect(pair.sandbox.calls).toHaveLength(1);
});

for (const fault of passing) {
  test(`a write that was sent is never repeated: ${JSON.stringify(fault)}`, async () => {
    await using pair = await startPair();
    pair.sandbox.next('POST /v1/chats', fault);

    await pair.gateway.query(CreateChat, {
      input: { single: { accountID: whatsapp, participantID: ada.id } },
    });

    expect(pair.writes()).toHaveLength(1);
  });
}

test('when all reads fail, repeats add no more than the budget to the load', async () => {
  await using pair = await startPair();
  pair.sandbox.always(route, { status: 503, body: said });

  for (let turn = 0; turn < 100; turn++) await pair.gateway.query(ReadChat, { id: kishan.chatID });

  // A fifth of a hundred, and the ten that are saved up at the start.
  expect(pair.sandbox.calls.length).toBeGreaterThan(100);
  expect(pair.sandbox.calls.length).toBeLessThanOrEqual(130);
});
