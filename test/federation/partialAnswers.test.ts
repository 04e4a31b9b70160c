import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { kishan, whatsapp } from '../support/people.ts';
import { federations, type Graph, startGraph } from './graph.ts';

/** The gateway refuses the router's requests as a whole: the data of the other subgraph must still arrive. */

const roots = {
  beeper: 'beeper { sandbox }',
  accounts: 'accounts { id }',
  account: `account(id: "${whatsapp}") { id }`,
  chat: `chat(id: "${kishan.chatID}") { title }`,
  chats: 'chats(first: 2) { nodes { id } }',
  searchChats: 'searchChats(filter: {}, first: 2) { nodes { id } }',
  contacts: `contacts(accountID: "${whatsapp}") { nodes { fullName } }`,
};

/** @returns the answer to a root field of the gateway beside one of the CRM. */
const askBoth = (graph: Graph, selection: string) =>
  graph.ask(`{ ${selection} crmWatchedChats { notes { text } } }`);

const watched = expect.arrayContaining([{ notes: [{ text: expect.any(String) }] }]);

describe.each(federations)('$router over the supergraph of $composer', (federation) => {
  test('a 401 of the gateway nulls its own root fields only', async () => {
    const hash = createHash('sha256').update('another key').digest();
    await using graph = await startGraph(federation, { keys: [{ name: 'router', hash, readOnly: false }] });

    for (const [name, selection] of Object.entries(roots)) {
      const { data, errors } = await askBoth(graph, selection);

      expect(data, name).toEqual({ [name]: null, crmWatchedChats: watched });
      expect(errors?.[0]?.extensions?.code, name).toBe('UNAUTHENTICATED');
    }
  });

  test('a 503 of the gateway nulls its own root fields only', async () => {
    await using graph = await startGraph(federation, { isOverloaded: () => true });

    for (const [name, selection] of Object.entries(roots)) {
      const { data, errors } = await askBoth(graph, selection);

      expect(data, name).toEqual({ [name]: null, crmWatchedChats: watched });
      expect(errors, name).not.toEqual([]);
    }
  });

  test('a failing query of the gateway leaves its other queries and those of the CRM', async () => {
    await using graph = await startGraph(federation);
    graph.sandbox.next('GET /v1/chats', { status: 500 });

    const { data, errors } = await askBoth(graph, `${roots.chats} ${roots.accounts}`);

    expect(data).toEqual({
      chats: null,
      accounts: expect.arrayContaining([{ id: whatsapp }]),
      crmWatchedChats: watched,
    });
    expect(errors).toMatchObject([{ path: ['chats'], extensions: { code: 'UPSTREAM_ERROR' } }]);
  });
});
