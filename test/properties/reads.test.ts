import fc from 'fast-check';
import { test } from 'vitest';
import { cursor, paging, pagingWithCursor, text } from '../support/arbitraries.ts';
import { ask, seed } from '../support/askStrictly.ts';
import { ReadChat } from '../support/documents.ts';
import { startPair } from '../support/pair.ts';
import { kishan, whatsapp } from '../support/people.ts';
import {
  ChatEdges,
  ContactEdges,
  FoundMessageEdges,
  LookUp,
  Messages,
  OneMessage,
  SearchAll,
  SearchEdges,
} from '../support/queryDocuments.ts';
import { runs } from '../support/runs.ts';

const numRuns = runs(48);

const lists = [
  { name: 'chats', document: ChatEdges, more: {} },
  { name: 'searchChats', document: SearchEdges, more: {} },
  { name: 'contacts', document: ContactEdges, more: { accountID: whatsapp } },
  { name: 'searchMessages', document: FoundMessageEdges, more: { filter: { chatIDs: [kishan.chatID] } } },
  { name: 'messages', document: Messages, more: { chatID: kishan.chatID } },
];

for (const [index, { name, document, more }] of lists.entries()) {
  test(`${name} never ends in a masked error with random paging arguments`, async () => {
    await using pair = await startPair();

    await fc.assert(
      fc.asyncProperty(fc.oneof(paging, pagingWithCursor), async (args) => {
        await ask(pair.gateway, document, { ...args, ...more });
      }),
      { seed: seed + index, numRuns },
    );
  });
}

test('chat and contacts never end in a masked error with random IDs and search texts', async () => {
  await using pair = await startPair();

  await fc.assert(
    fc.asyncProperty(fc.oneof(text, cursor), fc.oneof(text, cursor), async (id, query) => {
      await ask(pair.gateway, ReadChat, { id });
      await ask(pair.gateway, ContactEdges, { accountID: id, query });
    }),
    { seed, numRuns },
  );
});

test('messages and searches never end in a masked error with random IDs and search texts', async () => {
  await using pair = await startPair();

  await fc.assert(
    fc.asyncProperty(fc.oneof(text, cursor), fc.oneof(text, cursor), async (id, query) => {
      await ask(pair.gateway, OneMessage, { chatID: id, id: query });
      await ask(pair.gateway, FoundMessageEdges, { filter: { query, sender: { userID: id } } });
      await ask(pair.gateway, SearchAll, { query });
      await ask(pair.gateway, LookUp, { accountID: id, query });
    }),
    { seed, numRuns: numRuns / 4 },
  );
});
