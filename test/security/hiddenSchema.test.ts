import { expect, test } from 'vitest';
import { type Pair, startPair } from '../support/pair.ts';

/** Misspelled names of the schema: fields, arguments, types, enum values, input fields. */
const misspellings: [string, string, object?][] = [
  ['a field', '{ beeper { sandbax } }'],
  ['a root field', '{ chatz { nodes { id } } }'],
  ['a field of one member of a union', 'mutation { startChat(input: {}) { chatID } }'],
  ['an argument', '{ chats(frist: 1) { nodes { id } } }'],
  ['an argument of a directive', '{ beeper { sandbox @skip(iff: true) } }'],
  ['a type', '{ beeper { ... on BeeperServr { sandbox } } }'],
  ['the type of a variable', 'query ($a: BeeperChatFiltr) { beeper { sandbox } }'],
  ['a value of an enum', '{ searchChats(filter: { inbox: PRIMERY }) { nodes { id } } }'],
  ['a field of an input', '{ searchChats(filter: { unreadOnlee: true }) { nodes { id } } }'],
  [
    'a field of an input, in variables',
    'query ($filter: BeeperChatFilter!) { searchChats(filter: $filter) { nodes { id } } }',
    { filter: { unreadOnlee: true } },
  ],
  [
    'a value of an enum, in variables',
    'query ($filter: BeeperChatFilter!) { searchChats(filter: $filter) { nodes { id } } }',
    { filter: { inbox: 'PRIMERY' } },
  ],
];

async function messages({ gateway }: Pair, query: string, variables: object = {}): Promise<string[]> {
  const response = await gateway.send(query, variables);
  const { errors = [] } = (await response.json()) as { errors?: { message: string }[] };
  return errors.map(({ message }) => message);
}

test.each(misspellings)(
  'with GraphiQL off, no suggestion is made for the misspelled name of %s',
  async (_what, query, variables) => {
    await using pair = await startPair({ graphiql: false });
    const received = await messages(pair, query, variables);
    expect(received).not.toEqual([]);
    for (const message of received) expect(message).not.toMatch(/did you mean/i);
    // The second time, Yoga answers from its validation cache.
    expect(await messages(pair, query, variables)).toEqual(received);
    expect(pair.sandbox.calls).toEqual([]);
  },
);

test('with GraphiQL on, suggestions are made', async () => {
  await using pair = await startPair({ graphiql: true });
  const received = await Promise.all(
    misspellings.map(([, query, variables]) => messages(pair, query, variables)),
  );
  expect(
    received.filter((lines) => lines.some((line) => line.includes('Did you mean'))).length,
  ).toBeGreaterThan(8);
});

test('a message from Beeper is not changed, even if it contains “Did you mean”', async () => {
  await using pair = await startPair({ graphiql: false });
  const beeperMessage = 'No such chat. Did you mean "ada"? Or another?';
  pair.sandbox.next('GET /v1/chats/{chatID}', { status: 409, body: { message: beeperMessage, code: 'X' } });
  const [received] = await messages(pair, '{ chat(id: "x") { id } }');
  expect(received).toContain(beeperMessage);
});
