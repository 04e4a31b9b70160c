import { ApolloClient, gql as apolloGql, HttpLink, InMemoryCache } from '@apollo/client';
import { Client, fetchExchange } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { seedChatIDs } from '../../src/sandbox/index.ts';
import { startPair } from '../support/pair.ts';
import { whatsapp } from '../support/people.ts';

/** Caches that normalize answers by type and ID must return them as the gateway sent them. */

// The same selection everywhere: Apollo Client warns where it replaces an object without a key by a smaller one.
const participants = 'participants { total items { userID fullName isSelf isAdmin isPending } }';
const user = 'user { userID fullName isSelf }';
const bridge = 'bridge { bridgeID type provider }';
const message = 'id text reactions { reactionID reactionKey participantID } sender { userID fullName }';

/** Queries that contain the same people, reactions, files and chats several times, with different values. */
const queries = {
  inbox: `{ chats(first: 50) {
    nodes {
      id title labels { id name }
      account { id network ${bridge} ${user} }
      ${participants}
      lastMessage { ${message} }
    }
    pageInfo { endCursor hasNextPage }
  } }`,
  messages: `{ chat(id: "${seedChatIDs.everyKind}") {
    id title ${participants}
    messages(first: 60) { edges { cursor node {
      ${message} attachments { attachmentID fileName type } seen { by { participantID isSeen } }
    } } }
  } }`,
  merged: `{ chat(id: "${seedChatIDs.merged}") {
    id title merge { chats { id title ${participants} } }
    messages(first: 20) { nodes { chatID ${message} } }
  } }`,
  contacts: `{ contacts(accountID: "${whatsapp}", first: 50) { nodes { userID fullName phoneNumber } } }`,
  accounts: `{ accounts { id network ${user} ${bridge} } }`,
};

type Run = (query: string) => Promise<unknown>;

const clients: Record<string, (url: string) => Run> = {
  'Apollo Client'(url) {
    const client = new ApolloClient({ link: new HttpLink({ uri: url }), cache: new InMemoryCache() });
    return async (query) => (await client.query({ query: apolloGql(query) })).data;
  },
  'urql with its normalized cache'(url) {
    const client = new Client({
      url,
      preferGetMethod: false,
      exchanges: [cacheExchange({}), fetchExchange],
    });
    return async (query) => {
      const { data, error } = await client.query(query, {}).toPromise();
      if (error) throw error;
      return data;
    };
  },
};

/** The people of each chat differ in `isAdmin`, as the same person does in real groups. */
function makeSomeAdmins(chats: Iterable<{ participants: { isAdmin?: boolean }[] }>): void {
  let n = 0;
  for (const { participants } of chats) for (const person of participants) person.isAdmin = n++ % 3 === 0;
}

const withoutTypeNames = (data: unknown): unknown =>
  JSON.parse(JSON.stringify(data), (key, value) => (key === '__typename' ? undefined : value));

describe.each(Object.entries(clients))('%s, with its defaults', (_, connect) => {
  test('returns every answer as it is on the wire, also from its cache', async () => {
    await using pair = await startPair();
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const error = vi.spyOn(console, 'error').mockImplementation(() => {});
    onTestFinished(() => {
      vi.restoreAllMocks();
    });
    makeSomeAdmins(pair.sandbox.chats.values());
    const run = connect(`${pair.gateway.origin}/graphql`);
    const onWire = async (query: string) => (await (await pair.gateway.send(query)).json()).data;

    for (const [name, query] of Object.entries(queries)) {
      expect(withoutTypeNames(await run(query)), name).toEqual(await onWire(query));
    }
    for (const [name, query] of Object.entries(queries)) {
      const { length } = pair.sandbox.calls;
      const cached = withoutTypeNames(await run(query));
      expect(pair.sandbox.calls, `${name} from the cache`).toHaveLength(length);
      expect(cached, `${name} from the cache`).toEqual(await onWire(query));
    }
    // urql says of each type without a key that it is embedded in its parent.
    const others = [...warn.mock.calls, ...error.mock.calls].filter(([text]) => !/^Invalid key/.test(text));
    expect(others).toEqual([]);
  });
});

test('Apollo Client keeps what two queries select of the participants of a chat, if they are merged', async () => {
  await using pair = await startPair();
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  onTestFinished(() => warn.mockRestore());
  const client = new ApolloClient({
    link: new HttpLink({ uri: `${pair.gateway.origin}/graphql` }),
    cache: new InMemoryCache({ typePolicies: { BeeperParticipants: { merge: true } } }),
  });
  const read = async (selection: string) => {
    const query = apolloGql(`{ chat(id: "${seedChatIDs.kishan}") { id participants { ${selection} } } }`);
    return withoutTypeNames((await client.query({ query })).data);
  };

  const total = await read('total');
  await read('items { userID fullName }');
  const { length } = pair.sandbox.calls;

  expect(await read('total')).toEqual(total);
  expect(pair.sandbox.calls).toHaveLength(length);
  expect(warn).not.toHaveBeenCalled();
});
