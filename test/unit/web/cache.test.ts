import { gql } from '@apollo/client';
import { expect, test } from 'vitest';
import { createCache } from '../../../examples/web/src/data/cache.ts';

const whole = gql`
  query { chat(id: "c") {
    id
    participants { items { userID fullName email } }
    lastMessage { id attachments { type fileName } }
  } }
`;

const part = gql`
  query { chat(id: "c") {
    id
    participants { items { userID fullName } }
    lastMessage { id attachments { type } }
  } }
`;

const person = (userID: string, more: object) => ({ __typename: 'BeeperParticipant', userID, ...more });
const chat = (items: object[], attachment: object) => ({
  chat: {
    __typename: 'BeeperChat',
    id: 'c',
    participants: { __typename: 'BeeperParticipants', items },
    lastMessage: {
      __typename: 'BeeperMessage',
      id: 'm',
      attachments: [{ __typename: 'BeeperAttachment', ...attachment }],
    },
  },
});

test('a query that selects less of people and files leaves what another has read of them', () => {
  const cache = createCache();
  const ada = person('ada', { fullName: 'Ada', email: 'ada@example.com' });
  const grace = person('grace', { fullName: 'Grace', email: null });
  cache.writeQuery({ query: whole, data: chat([ada, grace], { type: 'IMG', fileName: 'a.png' }) });
  const renamed = person('ada', { fullName: 'Ada L.' });
  cache.writeQuery({ query: part, data: chat([renamed], { type: 'IMG' }) });

  expect(cache.readQuery({ query: whole })).toEqual(
    chat([{ ...ada, fullName: 'Ada L.' }], { type: 'IMG', fileName: 'a.png' }),
  );
});

test('a page of a list that could not be read leaves those that were', () => {
  const cache = createCache();
  const query = gql`query ($after: String) {
    chats(after: $after) { edges { cursor node { id } } pageInfo { hasNextPage endCursor } }
  }`;
  cache.writeQuery({ query, data: { chats: null } });
  expect(cache.readQuery({ query })).toEqual({ chats: null });
  const first = {
    __typename: 'QueryChatsConnection',
    edges: [{ __typename: 'Edge', cursor: 'C', node: { __typename: 'BeeperChat', id: 'c' } }],
    pageInfo: { __typename: 'PageInfo', hasNextPage: true, endCursor: 'C' },
  };
  cache.writeQuery({ query, data: { chats: first } });
  cache.writeQuery({ query, variables: { after: 'C' }, data: { chats: null } });

  expect(cache.readQuery({ query })).toEqual({ chats: first });
});
