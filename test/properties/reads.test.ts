import fc from 'fast-check';
import { test } from 'vitest';
import { ReadChat } from '../support/documents.ts';
import { startPair } from '../support/pair.ts';
import { kishan, whatsapp } from '../support/people.ts';
import { ChatEdges, ContactEdges, Messages, SearchEdges } from '../support/queryDocuments.ts';
import { ask, seed } from './support/asked.ts';
import { cursor, paging, pagingWithCursor, text } from './support/values.ts';

const numRuns = 100;

const lists = [
  { name: 'chats', document: ChatEdges, more: {} },
  { name: 'searchChats', document: SearchEdges, more: {} },
  { name: 'contacts', document: ContactEdges, more: { accountID: whatsapp } },
  { name: 'messages', document: Messages, more: { chatID: kishan.chatID } },
];

for (const [index, { name, document, more }] of lists.entries()) {
  test(`${name} masks nothing, whatever cursors and amounts come`, async () => {
    await using pair = await startPair();

    await fc.assert(
      fc.asyncProperty(fc.oneof(paging, pagingWithCursor), async (args) => {
        await ask(pair.gateway, document, { ...args, ...more });
      }),
      { seed: seed + index, numRuns },
    );
  });
}

test('chat and contacts mask nothing, whatever stands for an ID or a search', async () => {
  await using pair = await startPair();

  await fc.assert(
    fc.asyncProperty(fc.oneof(text, cursor), fc.oneof(text, cursor), async (id, query) => {
      await ask(pair.gateway, ReadChat, { id });
      await ask(pair.gateway, ContactEdges, { accountID: id, query });
    }),
    { seed, numRuns },
  );
});
