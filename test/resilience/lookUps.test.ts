import { expect, test } from 'vitest';
import { lookUpContacts } from '../../src/beeper/accounts/api.ts';
import { drain } from '../../src/http/drain.ts';
import { schema } from '../../src/schema/index.ts';
import { type Pair, startPair } from '../support/pair.ts';
import { kishan, whatsapp } from '../support/people.ts';

/** `lookUpContacts` asks a network, which can take longer than Beeper itself ever does. */

const route = 'GET /v1/accounts/{accountID}/contacts';

interface Answer {
  readonly data: Record<string, unknown> | null;
  readonly errors?: readonly { readonly extensions: Record<string, unknown> }[];
}

const lookUp = (name: string) =>
  `${name}: lookUpContacts(accountID: "${whatsapp}", query: "@${name}") { fullName }`;

async function ask({ gateway }: Pair, document: string, signal?: AbortSignal): Promise<Answer> {
  return (await (await gateway.send(document, {}, signal ? { signal } : {})).json()) as Answer;
}

const callsOf = ({ sandbox }: Pair) => sandbox.calls.filter((call) => call.route === route);

test('a look-up has 30 seconds, which its description tells', () => {
  const description = schema.getQueryType()?.getFields().lookUpContacts?.description ?? '';

  expect(lookUpContacts(whatsapp, '@ada').timeoutMs).toBe(30_000);
  expect(description).toContain('up to 30 seconds');
});

test('look-ups that a network holds up keep no other call waiting, and only a few of them wait', async () => {
  await using pair = await startPair({ maxConcurrency: 8, timeoutMs: 2_000 });
  pair.sandbox.always(route, { hang: true });
  const gone = new AbortController();
  const hanging = ['a', 'b', 'c', 'd'].map((name) =>
    ask(pair, `{ ${lookUp(name)} }`, gone.signal).catch(() => {}),
  );
  await expect.poll(() => callsOf(pair).length).toBe(2);

  const refused = await ask(pair, `{ ${lookUp('e')} }`);
  const { data } = await ask(pair, '{ chats(first: 1) { nodes { id } } }');
  const written = await ask(
    pair,
    `mutation { setChatPinned(input: { chatID: "${kishan.chatID}", isPinned: true }) { __typename } }`,
  );

  expect(refused.errors?.[0]?.extensions).toMatchObject({ code: 'UNAVAILABLE', retryAfterSeconds: 1 });
  expect(data?.chats).toMatchObject({ nodes: [{}] });
  expect(written.data).toEqual({ setChatPinned: { __typename: 'SetChatPinnedPayload' } });
  gone.abort();
  await Promise.all(hanging);
  await expect.poll(() => callsOf(pair).every(({ aborted }) => aborted)).toBe(true);
  pair.sandbox.always(route, null);
  expect((await ask(pair, `{ ${lookUp('f')} }`)).data).toEqual({ f: [] });
});

test('six look-ups of a request that hang let its other fields be read', async () => {
  await using pair = await startPair();
  pair.sandbox.always(route, { hang: true });
  const gone = new AbortController();
  const six = ['a', 'b', 'c', 'd', 'e', 'f'].map(lookUp).join(' ');

  const hanging = ask(pair, `{ ${six} chats(first: 1) { nodes { id } } }`, gone.signal).catch(() => {});

  await expect.poll(() => pair.sandbox.calls.map((call) => call.route)).toContain('GET /v1/chats');
  await expect.poll(() => callsOf(pair).length).toBe(6);
  gone.abort();
  await hanging;
});

test('a look-up whose connection is cut is repeated, and the same look-up is one call', async () => {
  await using pair = await startPair();
  pair.sandbox.next(route, { cut: true });
  pair.sandbox.next(route, { reset: 'after' });

  const { data } = await ask(
    pair,
    `{ one: lookUpContacts(accountID: "${whatsapp}", query: "+15550101002") { fullName }
       same: lookUpContacts(accountID: "${whatsapp}", query: "+15550101002") { userID } }`,
  );

  expect(data).toMatchObject({ one: [{ fullName: 'Ada' }], same: [{}] });
  expect(callsOf(pair)).toHaveLength(3);
});

test('a look-up that was cut three times is UNAVAILABLE, and logged without what was looked for', async () => {
  await using pair = await startPair();
  pair.sandbox.always(route, { cut: true });

  const { data, errors } = await ask(
    pair,
    `{ lookUpContacts(accountID: "${whatsapp}", query: "ada@example.com") { fullName } }`,
  );

  expect(data).toEqual({ lookUpContacts: null });
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'UNAVAILABLE', retryable: true });
  expect(callsOf(pair)).toHaveLength(3);
  expect(pair.gateway.log).toContainEqual(
    expect.objectContaining({ msg: 'Upstream call failed', operation: 'lookUpContacts', sent: true }),
  );
  expect(JSON.stringify(pair.gateway.log)).not.toMatch(/ada(%40|@)/);
});

test('a gateway that drains ends a look-up that takes longer than its other calls may', async () => {
  await using pair = await startPair({ timeoutMs: 100 });
  pair.sandbox.next(route, { delayMs: 250 });
  const answer = ask(
    pair,
    `{ lookUpContacts(accountID: "${whatsapp}", query: "+15550101002") { fullName } }`,
  );
  await expect.poll(() => callsOf(pair).length).toBe(1);

  const cutOff = await drain(pair.gateway.server, 5_000);

  expect(cutOff).toBe(0);
  expect((await answer).data).toEqual({ lookUpContacts: [{ fullName: 'Ada' }] });
});

test('a look-up that takes longer than the drain is cut off, and so is its call', async () => {
  await using pair = await startPair();
  pair.sandbox.next(route, { hang: true });
  const answer = ask(pair, `{ ${lookUp('a')} }`).catch(() => 'cut off');
  await expect.poll(() => callsOf(pair).length).toBe(1);

  expect(await drain(pair.gateway.server, 50)).toBe(1);

  expect(await answer).toBe('cut off');
  await expect.poll(() => callsOf(pair).map(({ aborted }) => aborted)).toEqual([true]);
});
