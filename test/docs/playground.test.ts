import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { trialGroups } from '../../examples/web/src/help/playground.ts';
import { playgroundContacts, playgroundSends } from '../../src/sandbox/index.ts';

const page = readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8');

/** The names in the tables of the chapter about the playground. */
const chapter = page.slice(page.indexOf('# The failure playground')).split(/^## /m)[0] ?? '';
const documented = [...chapter.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name);

const named = (mutation: string) =>
  trialGroups
    .flatMap(({ trials }) => trials)
    .filter((trial) => trial.mutation === mutation)
    .map(({ name }) => name);

test('the help of the web app lists what the sandbox has', () => {
  expect(named('startChat').sort()).toEqual(playgroundContacts.map(({ name }) => name).sort());
  expect(named('sendMessage').sort()).toEqual(playgroundSends.map(({ name }) => name).sort());
});

test('the help of the web app lists what the documents list', () => {
  const chats = named('sendMessage').map((name) => `!playground_send-${name}:playground`);
  expect([...named('startChat'), ...chats].sort()).toEqual(documented.sort());
});
