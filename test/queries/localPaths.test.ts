import { expect, test } from 'vitest';
import { SEED_CHAT_IDS } from '../../src/sandbox/index.ts';
import { startPair } from '../support/pair.ts';
import { everythingOf } from './everything.ts';

// Edges hold the nodes once more; what leads from chats to accounts and back is asked for in a query of its own.
const chat = everythingOf('BeeperChat', ['edges', 'messages', 'account']);
const message = everythingOf('BeeperMessage');
const account = everythingOf('BeeperAccount', ['edges', 'chats']);

test('Everything that can hold a path is selected', () => {
  for (const field of ['imgURL', 'draft', 'fileName', 'lastMessage', 'participants', 'capabilities']) {
    expect(chat).toMatch(new RegExp(`\\b${field}\\b`));
  }
  for (const field of ['id', 'srcURL', 'posterImg', 'favicon', 'img', 'imgURL', 'text', 'plainText']) {
    expect(message).toMatch(new RegExp(`\\b${field}\\b`));
  }
  for (const field of ['imgURL', 'user', 'bridge', 'capabilities', 'contacts', 'loginID']) {
    expect(account).toMatch(new RegExp(`\\b${field}\\b`));
  }
});

const specimens = SEED_CHAT_IDS.everyKind;

test.each([
  ['The chat of all specimens', `{ chat(id: "${specimens}") ${chat} }`],
  ['Its messages', `{ chat(id: "${specimens}") { messages(first: 60) { nodes ${message} } } }`],
  ['The chat whose picture is a bare path', `{ chat(id: "${SEED_CHAT_IDS.largeGroup}") ${chat} }`],
  ['The inbox', `{ chats(first: 50) { nodes ${chat} } }`],
  ['What is found', `{ searchChats(filter: {}, first: 50) { nodes ${chat} } }`],
  ['All accounts with their people', `{ accounts ${account} }`],
])('%s, with everything selected, tells no path of the desktop', async (_, query) => {
  await using pair = await startPair();

  const text = await (await pair.gateway.send(query)).text();

  expect(JSON.parse(text)).not.toHaveProperty('errors');
  expect(text).toContain('"isLocal":true');
  expect(text).not.toMatch(/file:|\/Users\//i);
});
