import { expect, test } from 'vitest';
import { LANDMARKS } from '../../src/sandbox/index.ts';
import { startPair } from '../support/pair.ts';
import { everythingOf } from './everything.ts';
import { pathsTo } from './lists.ts';

const chat = everythingOf('BeeperChat');
const account = everythingOf('BeeperAccount');
const inbox = everythingOf('BeeperChatConnection');

test('Everything that can hold a path is selected', () => {
  for (const selection of [chat, account, inbox]) {
    for (const field of ['srcURL', 'posterImg', 'favicon', 'img', 'imgURL', 'draft', 'fileName', 'bridge']) {
      expect(selection).toMatch(new RegExp(`\\b${field}\\b`));
    }
  }
});

test.each([
  ['The chat of all specimens', `{ chat(id: "${LANDMARKS.specimens}") ${chat} }`, 4],
  ['The chat whose picture is a bare path', `{ chat(id: "${LANDMARKS.allHands}") ${chat} }`, 4],
  ['The whole inbox', `{ chats(first: 200) ${inbox} }`, 1],
  ['All accounts with their people and chats', `{ accounts ${account} }`, 1],
])('%s, with everything selected, tells no path of the desktop', async (_, query, calls) => {
  await using pair = await startPair();

  const text = await (await pair.gateway.send(query)).text();

  expect(JSON.parse(text)).not.toHaveProperty('errors');
  expect(text).toContain('"isLocal":true');
  expect(text).not.toMatch(/file:|\/Users\//i);
  expect(pathsTo(pair.sandbox).length).toBeGreaterThanOrEqual(calls);
  expect(new Set(pathsTo(pair.sandbox)).size).toBe(pathsTo(pair.sandbox).length);
});
