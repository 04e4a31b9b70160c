import { describe, expect, test } from 'vitest';
import { kishan, whatsapp } from '../support/people.ts';
import { federations, startGraph } from './graph.ts';

/** What a client may send to the gateway, it may send to a router, which writes it in a longer form. */

const failure =
  '... on BeeperError { was: code said: message todo: remedy retryable requestID upstreamCode }';
const times = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => part(index)).join(' ');

const wide: [string, string][] = [
  [
    'three renamed fields of an error, in five results',
    `mutation { ${times(5, (i) => `m${i}: startChat(input: { accountID: "${whatsapp}", user: { username: "nobody" } }) { __typename ${failure} ... on StartChatPayload { chatID chatError { ${failure} } } }`)} }`,
  ],
  [
    'five conditional fields of an error',
    `mutation ($x: Boolean = true) { startChat(input: { accountID: "${whatsapp}", user: { username: "nobody" } }) { ... on BeeperError { ${times(5, (i) => `c${i}: code @include(if: $x)`)} } } }`,
  ],
  [
    'a large fragment, used 20 times',
    `{ ${times(20, (i) => `a${i}: chat(id: "${kishan.chatID}") { ...C }`)} } fragment C on BeeperChat { ${times(120, (i) => `t${i}: title`)} }`,
  ],
];

describe.each(federations)('$router over the supergraph of $composer', (federation) => {
  test.each(wide)('%s: accepted', async (_what, query) => {
    await using graph = await startGraph(federation);

    const { data, errors } = await graph.ask(query);

    expect(errors).toBeUndefined();
    expect(Object.values(data ?? {})).not.toContain(null);
  });

  test('a query that costs too much is refused with its code and remedy', async () => {
    await using graph = await startGraph(federation);

    const { errors } = await graph.ask(
      '{ chats(first: 200) { nodes { messages(first: 200) { nodes { text } } } } }',
    );

    expect(errors?.[0]).toMatchObject({
      message: expect.stringMatching(/^Cost limit of 20000 exceeded, found \d+, most of it in `chats`\.$/),
      extensions: { code: 'QUERY_TOO_COMPLEX', retryable: false, remedy: expect.stringContaining('first') },
    });
    expect(JSON.stringify(errors)).not.toContain('127.0.0.1');
    expect(graph.sandbox.calls).toEqual([]);
  });
});
