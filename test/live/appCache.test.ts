import { setTimeout as sleep } from 'node:timers/promises';
import { ApolloClient, HttpLink } from '@apollo/client';
import { type GraphQLFormattedError, print } from 'graphql';
import { createClient } from 'graphql-sse';
import { expect, onTestFinished, test } from 'vitest';
import { applyEvent, failedFields, type ToRead } from '../../examples/web/src/data/applyEvent.ts';
import { createCache } from '../../examples/web/src/data/cache.ts';
import { type ChatEvent, ChatEvents } from '../../examples/web/src/data/chatEvents.ts';
import { showChat } from '../../examples/web/src/data/chatLists.ts';
import {
  ChatDocument,
  type ChatEventsSubscription,
  ConversationDocument,
  InboxDocument,
  SendDocument,
} from '../../examples/web/src/gql/graphql.ts';
import { seedChatIDs } from '../../src/sandbox/index.ts';
import { type PairOptions, startPair } from '../support/pair.ts';
import { ada, whatsapp } from '../support/people.ts';

const { kishan, grace, merged } = seedChatIDs;

/** Chats that are active in the same millisecond have no order. */
const nextTime = () => sleep(2);

/** A page that has read what it shows, and listens. */
async function openPage(chatIDs: string[], options: PairOptions = {}) {
  const pair = await startPair(options);
  const url = `${pair.gateway.origin}/graphql`;
  const open = () => new ApolloClient({ link: new HttpLink({ uri: url }), cache: createCache() });
  const client = open();
  const sse = createClient({ url, retryAttempts: 0 });
  const query = print(client.cache.transformDocument(ChatEvents));
  const stream = sse.iterate<ChatEventsSubscription>({ query, variables: { after: null } });
  onTestFinished(async () => {
    sse.dispose();
    await pair[Symbol.asyncDispose]();
  });
  /** @returns what has to be read after the events up to one, which is applied, too. */
  const applyUntil = async (isLast: (event: ChatEvent) => boolean): Promise<ToRead[]> => {
    const toRead: ToRead[] = [];
    for (;;) {
      const { value } = await stream.next();
      const event = value?.data?.chatEvents as ChatEvent;
      const errors = (value?.errors ?? []) as readonly GraphQLFormattedError[];
      toRead.push(applyEvent(client.cache, event, failedFields(errors)));
      if (isLast(event)) return toRead;
    }
  };
  const read = (reader: ApolloClient) =>
    Promise.all([
      reader.query({ query: InboxDocument, variables: {} }),
      ...chatIDs.map((id) => reader.query({ query: ConversationDocument, variables: { id } })),
    ]);
  await applyUntil(({ __typename }) => __typename === 'BeeperLiveStarted');
  await read(client);
  return {
    pair,
    client,
    people: pair.sandbox.people,
    applyUntil,
    /** Applies all that has happened so far. */
    async catchUp(): Promise<ToRead[]> {
      await nextTime();
      const last = pair.sandbox.people.write(grace, 'The last one');
      const isLast = (event: ChatEvent) =>
        event.__typename === 'BeeperMessageUpserted' && event.messageID === last;
      return applyUntil(isLast);
    },
    /** What is shown now, and what a new page shows: the lists have grown, so as many items as that has. */
    async shownAndFresh() {
      const shown = [
        client.readQuery({ query: InboxDocument, variables: {} }),
        ...chatIDs.map((id) => client.readQuery({ query: ConversationDocument, variables: { id } })),
      ];
      const fresh = await read(open());
      return [shown.map(firstItems), fresh.map(({ data }) => firstItems(data))];
    },
  };
}

/** Without cursors: edges that events added have none. */
const firstItems = (data: unknown) =>
  JSON.parse(
    JSON.stringify(data, (name, value) => {
      if (name === 'pageInfo' || name === 'cursor') return undefined;
      return name === 'edges' ? value.slice(0, 20) : value;
    }),
  );

/** The texts of a conversation as it is shown, newest first. */
const texts = (client: ApolloClient, id: string) => {
  const shown = client.readQuery({ query: ConversationDocument, variables: { id } });
  return JSON.parse(JSON.stringify(shown)).chat.messages.edges.map(
    ({ node }: { node: { plainText: string } }) => node.plainText,
  );
};

test('what events leave in the cache is what a new page reads', async () => {
  const page = await openPage([kishan]);
  const { people, pair } = page;
  const chats = [...pair.sandbox.chats.values()];
  const loaded = JSON.stringify(page.client.readQuery({ query: InboxDocument, variables: {} }));
  const isLoaded = ({ id }: { id: string }) => loaded.includes(JSON.stringify(id));
  const [below, gone] = [chats.find((chat) => !isLoaded(chat)), chats.find(isLoaded)];
  if (!below || !gone) throw new Error('The inbox has loaded all chats, or none');

  const helo = people.write(kishan, 'Helo');
  people.edit(kishan, helo, 'Hello');
  people.react(kishan, helo, '👍');
  people.remove(kishan, people.write(kishan, 'Oh no'));
  people.startChat(whatsapp, ada.id, 'A new chat');
  await nextTime();
  people.write(below.id, 'A chat from below the loaded part');
  people.rename(kishan, 'Kishan B.');
  people.deleteChat(gone.id);
  await page.catchUp();

  const [shown, fresh] = await page.shownAndFresh();
  expect(shown).toEqual(fresh);
  expect(JSON.stringify(shown)).toContain('A chat from below the loaded part');
});

test('an own message takes the place of its pending one, by its key', async () => {
  const page = await openPage([kishan]);
  await page.client.mutate({
    mutation: SendDocument,
    variables: { input: { chatID: kishan, content: { text: 'Only once' } }, key: 'key-of-only-once' },
  });
  // The pending one.
  await page.applyUntil((event) => event.__typename === 'BeeperMessageDeleted');

  expect(texts(page.client, kishan).filter((text: string) => text === 'Only once')).toHaveLength(1);
  const [shown, fresh] = await page.shownAndFresh();
  expect(shown).toEqual(fresh);
});

test('a message in a chat that is part of a merged one is shown in the merged one', async () => {
  const page = await openPage([merged]);
  const part = page.pair.sandbox.chats.get(merged)?.merge?.chatIDs?.at(-1) ?? '';
  page.people.write(part, 'On another network');
  const toRead = (await page.catchUp()).flat();

  expect(texts(page.client, merged)[0]).toBe('On another network');
  expect(toRead).toContainEqual({ chatID: merged, withMessages: false });
  await page.client.query({ query: ChatDocument, variables: { id: merged }, fetchPolicy: 'network-only' });
  showChat(page.client.cache, merged);
  const [shown, fresh] = await page.shownAndFresh();
  expect(shown).toEqual(fresh);
});

test('what could not be read with an event stays as it is, and is read again', async () => {
  const page = await openPage([kishan]);
  const { sandbox } = page.pair;
  sandbox.always('GET /v1/chats/{chatID}', { status: 500 });
  page.people.write(kishan, 'The chat can not be read');
  const [toRead] = await page.applyUntil((event) => event.__typename === 'BeeperMessageUpserted');
  sandbox.always('GET /v1/chats/{chatID}', null);

  expect(toRead).toEqual([{ chatID: kishan, withMessages: false }]);
  expect(texts(page.client, kishan)[0]).toBe('The chat can not be read');
  const inbox = page.client.readQuery({ query: InboxDocument, variables: {} });
  expect(JSON.stringify(inbox)).toContain(kishan);
});

test('a message that is gone leaves its conversation, and what the inbox shows instead is read', async () => {
  const page = await openPage([kishan]);
  const messageID = page.people.write(kishan, 'Not for long');
  await page.applyUntil((event) => event.__typename === 'BeeperMessageUpserted');
  const gone = {
    __typename: 'BeeperMessageDeleted',
    chatID: kishan,
    messageID,
    position: '',
    index: 2,
  } as const;
  const toRead = applyEvent(page.client.cache, gone);

  expect(toRead).toEqual([{ chatID: kishan, withMessages: false }]);
  expect(texts(page.client, kishan)).not.toContain('Not for long');
});
