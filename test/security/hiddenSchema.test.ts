import { expect, test } from 'vitest';
import { type Pair, startPair } from '../support/pair.ts';

/** Each guess is near to a name of the schema: a field, an argument, a type, a directive, an enum value, an input field. */
const guesses: [string, string, object?][] = [
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

test.each(guesses)('Where GraphiQL is off, a guess at %s gets no help', async (_what, query, variables) => {
  await using pair = await startPair({ graphiql: false });
  const said = await messages(pair, query, variables);
  expect(said).not.toEqual([]);
  for (const message of said) expect(message).not.toMatch(/did you mean/i);
  // A verdict that is remembered is as silent.
  expect(await messages(pair, query, variables)).toEqual(said);
  expect(pair.sandbox.calls).toEqual([]);
});

test('Where GraphiQL is on, guesses get help', async () => {
  await using pair = await startPair({ graphiql: true });
  const said = await Promise.all(guesses.map(([, query, variables]) => messages(pair, query, variables)));
  expect(said.filter((lines) => lines.some((line) => line.includes('Did you mean'))).length).toBeGreaterThan(
    8,
  );
});

test('What Beeper says is not cut, whatever words it has', async () => {
  await using pair = await startPair({ graphiql: false });
  const words = 'No such chat. Did you mean "ada"? Or another?';
  pair.sandbox.next('GET /v1/chats/{chatID}', { status: 409, body: { message: words, code: 'X' } });
  const [said] = await messages(pair, '{ chat(id: "x") { id } }');
  expect(said).toContain(words);
});
