import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { makeBodies, takeSamples } from '../../bench/compare/bodies.ts';
import { decodeAccounts } from '../../src/beeper/accounts/wire.ts';
import { decodeChat, decodeChats } from '../../src/beeper/chats/wire.ts';

const read = (path: string) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));

test.each([
  { items: 1, participants: 2 },
  { items: 200, participants: 100 },
])(
  'the upstream of the benchmark answers with complete chats ($items of $participants participants)',
  async (size) => {
    const bodies = makeBodies(await takeSamples(), size);
    const chats = decodeChats(JSON.parse(bodies.chats))?.items ?? [];
    const accountIDs = decodeAccounts(JSON.parse(bodies.accounts))?.map(({ accountID }) => accountID);

    expect(new Set(chats.map(({ id }) => id)).size).toBe(size.items);
    for (const { accountID, participants, preview } of chats) {
      const people = new Set(participants?.items.map(({ id }) => id));
      expect(people.size).toBe(size.participants);
      expect(people).toContain(preview?.senderID);
      expect(accountIDs).toContain(accountID);
    }
    expect(decodeChat(JSON.parse(bodies.chat))?.title).toEqual(expect.any(String));
  },
);

test('the peers of the benchmark share one copy of graphql, in the version of the gateway', () => {
  const { packages } = read('bench/package-lock.json');
  const copies = Object.keys(packages).filter((path) => /(^|\/)node_modules\/graphql$/.test(path));

  expect(copies).toEqual(['node_modules/graphql']);
  expect(packages['node_modules/graphql'].version).toBe(read('package.json').devDependencies.graphql);
});
