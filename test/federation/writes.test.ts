import { describe, expect, test } from 'vitest';
import { notesOn, ownerOf } from '../../examples/crm-subgraph/records.ts';
import { ada, grace, whatsapp } from '../support/people.ts';
import { federations, startGraph } from './graph.ts';

const createChat = `
  mutation ($input: CreateChatInput!) {
    createChat(input: $input) {
      __typename
      ... on CreateChatPayload { chatID chat { title notes { id text author { name } } } }
    }
  }`;

const startChat = `
  mutation ($input: StartChatInput!) {
    startChat(input: $input) {
      __typename
      ... on StartChatPayload { chatID chat { title notes { text } account { id owner { name } } } }
    }
  }`;

const kinds = [
  [
    'single',
    { single: { accountID: whatsapp, participantID: ada.id } },
    { accountID: whatsapp, participantIDs: [ada.id], type: 'single' },
  ],
  [
    'group',
    { group: { accountID: whatsapp, participantIDs: [ada.id, grace.id], title: 'Engines' } },
    { accountID: whatsapp, participantIDs: [ada.id, grace.id], type: 'group', title: 'Engines' },
  ],
] as const;

const slack = 'slackgo.T012-U034';

const users = [
  ['id', whatsapp, { id: ada.id }],
  ['email', slack, { email: 'lena.castillo@example.com' }],
  ['phoneNumber', whatsapp, { phoneNumber: ada.phoneNumber }],
  ['username', slack, { username: 'lena.castillo' }],
  ['contact', whatsapp, { contact: { fullName: 'Ada', phoneNumber: ada.phoneNumber } }],
] as const;

describe.each(federations)('$router over the supergraph of $composer', (federation) => {
  test.each(kinds)(
    'createChat with %s makes one write and returns fields of both subgraphs',
    async (kind, input, sent) => {
      await using graph = await startGraph(federation);

      const { data, errors } = await graph.ask(createChat, { input });

      expect(errors).toBeUndefined();
      expect(graph.writes().map(({ path, json }) => ({ path, json }))).toEqual([
        { path: '/v1/chats', json: sent },
      ]);
      const { chatID } = (data as { createChat: { chatID: string } }).createChat;
      expect(data?.createChat).toEqual({
        __typename: 'CreateChatPayload',
        chatID,
        chat: {
          title: kind === 'group' ? 'Engines' : 'Ada',
          notes: notesOn(chatID).map(({ id, text, author: { name } }) => ({ id, text, author: { name } })),
        },
      });
      expect(graph.sandbox.chats.has(chatID)).toBe(true);
    },
  );

  test.each(users)(
    'startChat with %s makes one write and returns fields of both subgraphs',
    async (_, accountID, user) => {
      await using graph = await startGraph(federation);

      const { data, errors } = await graph.ask(startChat, { input: { accountID, user } });

      expect(errors).toBeUndefined();
      expect(graph.writes().map(({ path, json }) => ({ path, json }))).toEqual([
        {
          path: '/v1/chats/start',
          json: { accountID, user: 'contact' in user ? user.contact : user },
        },
      ]);
      expect(data?.startChat).toMatchObject({
        __typename: 'StartChatPayload',
        chat: {
          notes: expect.arrayContaining([{ text: expect.any(String) }]),
          account: { id: accountID, owner: { name: ownerOf(accountID)?.name } },
        },
      });
    },
  );

  test('an input union in the document works like one in variables', async () => {
    await using graph = await startGraph(federation);

    const { data } = await graph.ask(
      `mutation { startChat(input: { accountID: "${slack}", user: { contact: { username: "lena.castillo" } } }) { __typename } }`,
    );

    expect(data?.startChat).toEqual({ __typename: 'StartChatPayload' });
    expect(graph.writes().map(({ json }) => json)).toEqual([
      { accountID: slack, user: { username: 'lena.castillo' } },
    ]);
  });
});
