import { expect, test } from 'vitest';
import { seedChatIDs } from '../../src/sandbox/index.ts';
import { startPair } from '../support/pair.ts';
import { selectAllFields } from './selectAllFields.ts';

// Without edges, which repeat the nodes, and without the fields that lead back to chats or accounts.
const chat = selectAllFields('BeeperChat', ['edges', 'messages', 'account']);
const message = selectAllFields('BeeperMessage', ['chat', 'repliedTo']);
const account = selectAllFields('BeeperAccount', ['edges', 'chats']);

test('the selections contain every field that can hold a path', () => {
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

const sampleMessages = seedChatIDs.everyKind;

test.each([
  ['The chat with a message of each kind', `{ chat(id: "${sampleMessages}") ${chat} }`],
  [
    'The messages of that chat',
    `{ chat(id: "${sampleMessages}") { messages(first: 60) { nodes ${message} } } }`,
  ],
  ['The chat whose image is a plain path', `{ chat(id: "${seedChatIDs.largeGroup}") ${chat} }`],
  ['The list of chats', `{ chats(first: 50) { nodes ${chat} } }`],
  ['A search for chats', `{ searchChats(filter: {}, first: 50) { nodes ${chat} } }`],
  ['All accounts with their contacts', `{ accounts ${account} }`],
])('%s, with all fields selected, exposes no local path', async (_, query) => {
  await using pair = await startPair();

  const text = await (await pair.gateway.send(query)).text();

  expect(JSON.parse(text)).not.toHaveProperty('errors');
  expect(text).toContain('"isLocal":true');
  expect(text).not.toMatch(/file:|\/Users\//i);
});
