import { expect, test } from 'vitest';
import { subscribe } from '../support/eventStream.ts';
import { mutations } from '../support/mutations.ts';
import { startPair } from '../support/pair.ts';
import { kishan } from '../support/people.ts';
import { documents, fencesOf } from './fences.ts';

/** The operations of a document that are followed by their answer. */
const examplesOf = (path: string, language: string) => {
  const fences = fencesOf(path);
  return fences.flatMap(({ language: own, text }, index) => {
    const next = fences[index + 1];
    return own === 'graphql' && next?.follows && next.language === language
      ? [{ query: text, answer: next.text }]
      : [];
  });
};

const withAnswers = documents.filter((path) => examplesOf(path, 'json').length > 0);

test.each(withAnswers)(
  'the examples of %s, run in order on a new sandbox, return the documented answers',
  async (path) => {
    await using pair = await startPair({ sendAfterMs: 0 });
    for (const { query, answer } of examplesOf(path, 'json')) {
      const response = await pair.gateway.send(query);
      expect(await response.json(), query).toEqual(JSON.parse(answer));
    }
  },
);

test('docs/conversation.md has an example of every mutation', () => {
  const queries = examplesOf('docs/conversation.md', 'json').map(({ query }) => query);
  const missing = Object.keys(mutations).filter(
    (name) => !queries.some((query) => new RegExp(`\\b${name}\\(`).test(query)),
  );
  expect(missing).toEqual([]);
});

test('the inbox query of docs/conversation.md makes the documented calls', async () => {
  await using pair = await startPair();
  const inbox = examplesOf('docs/conversation.md', 'json').find(({ query }) => query.includes(' chats('));

  await pair.gateway.send(
    (inbox?.query ?? '').replace('first: 1', 'first: 25').replace('accountIDs: ["matrix"], ', ''),
  );

  expect(pair.sandbox.calls.map(({ path }) => path)).toEqual(['/v1/chats?limit=25', '/v1/accounts']);
});

test('the first subscription of docs/live.md gets the documented events', async () => {
  const [{ query, answer } = { query: '', answer: '' }, ...others] = documents.flatMap((path) =>
    examplesOf(path, 'text'),
  );
  await using pair = await startPair();
  await using watching = await subscribe(pair.gateway, query);
  const [started, message] = [...answer.matchAll(/^data: (.*)$/gm)].map(([, data = '']) => JSON.parse(data));

  expect(await watching.next()).toEqual(started);
  pair.sandbox.people.write(kishan.chatID, 'Are you there?');
  expect(await watching.next()).toEqual(message);
  expect(others).toEqual([]);
});
