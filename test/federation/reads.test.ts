import { describe, expect, test } from 'vitest';
import { notesOn, ownerOf, watchedChatIDs } from '../../examples/crm-subgraph/records.ts';
import { seedChatIDs } from '../../src/sandbox/index.ts';
import { whatsapp } from '../support/people.ts';
import { federations, startGraph } from './graph.ts';

describe.each(federations)('$router over the supergraph of $composer', (federation) => {
  test('25 chats with notes and owners make two upstream calls', async () => {
    await using graph = await startGraph(federation);

    const { data, errors } = await graph.ask(
      '{ chats(first: 25) { nodes { id title notes { text } account { id network owner { name } } } } }',
    );

    expect(errors).toBeUndefined();
    type Node = { id: string; notes: unknown; account: { id: string; owner: unknown } };
    const { nodes } = (data as { chats: { nodes: Node[] } }).chats;
    expect(nodes).toHaveLength(25);
    for (const { id, notes, account } of nodes) {
      expect(notes).toEqual(notesOn(id).map(({ text }) => ({ text })));
      const owner = ownerOf(account.id);
      expect(account.owner).toEqual(owner && { name: owner.name });
    }
    expect(graph.sandbox.calls.map(({ route }) => route)).toEqual(['GET /v1/chats', 'GET /v1/accounts']);
  });

  test('the gateway resolves chats of the CRM with one upstream call each, and the fields of a deleted chat are null', async () => {
    await using graph = await startGraph(federation);

    const { data, errors } = await graph.ask(
      '{ crmWatchedChats { id title notes { id } account { network owner { name } } } }',
    );

    expect(errors).toBeUndefined();
    const notes = watchedChatIDs.map((chatID) => notesOn(chatID).map(({ id }) => ({ id })));
    expect(data?.crmWatchedChats).toEqual([
      {
        id: seedChatIDs.kishan,
        title: 'Kishan',
        notes: notes[0],
        account: { network: 'Beeper (Matrix)', owner: { name: 'Margaret Hamilton' } },
      },
      {
        id: seedChatIDs.grace,
        title: 'Grace',
        notes: notes[1],
        account: { network: 'WhatsApp', owner: { name: ownerOf(whatsapp)?.name } },
      },
      { id: '!deleted:beeper.com', title: null, notes: notes[2], account: null },
    ]);
    expect(graph.sandbox.calls.map(({ path }) => decodeURIComponent(path)).toSorted()).toEqual(
      ['/v1/accounts', ...watchedChatIDs.map((id) => `/v1/chats/${id}`)].toSorted(),
    );
  });

  test('a deleted chat is null if a non-null field is selected', async () => {
    await using graph = await startGraph(federation);

    const { data, errors } = await graph.ask('{ crmWatchedChats { accountID } }');

    expect(data).toEqual({ crmWatchedChats: [{ accountID: 'matrix' }, { accountID: whatsapp }, null] });
    // Hive Gateway treats null for a non-null field as an error of the subgraph and masks it.
    expect(errors?.map(({ message }) => message)).toEqual(
      federation.router === '@apollo/gateway' ? undefined : ['Unexpected error.'],
    );
  });

  test('if one chat can’t be read, its fields are null with an error that has its code, and the others are returned', async () => {
    await using graph = await startGraph(federation);
    graph.sandbox.next('GET /v1/chats/{chatID}', { status: 500 });

    const { data, errors } = await graph.ask('{ crmWatchedChats { title notes { id } } }');

    expect(data?.crmWatchedChats).toMatchObject([{ title: null }, { title: 'Grace' }, { title: null }]);
    expect(errors).toHaveLength(1);
    expect(errors?.[0]).toMatchObject({
      extensions: { code: 'UPSTREAM_ERROR', retryable: false, requestID: expect.any(String) },
    });
    // Hive Gateway omits the position in the list.
    expect(errors?.[0]?.path).toEqual(
      federation.router === '@apollo/gateway' ? ['crmWatchedChats', 0] : ['crmWatchedChats', 'title'],
    );
  });
});
