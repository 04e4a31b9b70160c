import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { subscribe } from '../support/eventStream.ts';
import { startPair } from '../support/pair.ts';
import { kishan } from '../support/people.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

const examples = [...readme.matchAll(/```graphql\n(.*?)```\n```json\n(.*?)```/gs)].map(
  ([, query = '', answer = '']) => ({
    query,
    answer: JSON.parse(answer),
  }),
);

test('the README’s examples, run in order on a new sandbox, return the documented answers', async () => {
  await using pair = await startPair();
  expect(examples.length).toBeGreaterThanOrEqual(7);

  for (const { query, answer } of examples) {
    const response = await pair.gateway.send(query);
    expect(await response.json(), query).toEqual(answer);
  }
});

test('the README’s inbox query makes the documented calls', async () => {
  await using pair = await startPair();
  const inbox = examples.find(({ query }) => query.includes('chats('))?.query ?? '';

  await pair.gateway.send(inbox.replace('first: 1', 'first: 25').replace('accountIDs: ["matrix"], ', ''));

  expect(pair.sandbox.calls.map(({ path }) => path)).toEqual(['/v1/chats?limit=25', '/v1/accounts']);
});

test('the README’s subscription gets the documented events', async () => {
  const [, query = '', events = ''] =
    /```graphql\n(subscription .*?)```\n```text\n(.*?)```/s.exec(readme) ?? [];
  await using pair = await startPair();
  await using watching = await subscribe(pair.gateway, query);
  const [started, message] = [...events.matchAll(/^data: (.*)$/gm)].map(([, data = '']) => JSON.parse(data));

  expect(await watching.next()).toEqual(started);
  pair.sandbox.people.write(kishan.chatID, 'Are you there?');
  expect(await watching.next()).toEqual(message);
});

test('the README’s links within the project point to files', () => {
  const links = [...readme.matchAll(/\]\(((?!https?:)[^)#]+)\)/g)].map(([, path = '']) => path);

  expect(links.length).toBeGreaterThan(5);
  for (const path of links)
    expect(() => readFileSync(new URL(`../../${path}`, import.meta.url)), path).not.toThrow();
});
