import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { playgroundContacts } from '../../src/sandbox/index.ts';
import { StartChat } from '../support/documents.ts';
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

describe('the README’s playground', () => {
  const rows = [...readme.matchAll(/^\| `([a-z-]+)` \| `(\w+)`(.*)\|$/gm)].map(
    ([, name = '', type = '', rest = '']) => ({
      name,
      type,
      rest,
    }),
  );

  test('lists every contact of the sandbox’s playground', () => {
    expect(rows.map(({ name }) => name).toSorted()).toEqual(
      playgroundContacts.map(({ name }) => name).toSorted(),
    );
  });

  for (const { name, type, rest } of rows) {
    test(`${name} returns ${type}${rest}`, async () => {
      await using pair = await startPair({ timeoutMs: 1_000 });

      const { data } = await pair.gateway.query(StartChat, {
        input: { accountID: 'playground', user: { username: name } },
      });

      expect(data?.startChat?.__typename).toBe(type);
      const status = /status (\d+)/.exec(rest)?.[1];
      if (status) expect(data?.startChat).toMatchObject({ httpStatus: Number(status) });
      const started = /status `(\w+)`/.exec(rest)?.[1];
      if (started) expect(data?.startChat).toMatchObject({ status: started });
      const seconds = /after (\d) s/.exec(rest)?.[1];
      if (type === 'BeeperRateLimitedError')
        expect(data?.startChat).toMatchObject({ retryAfterSeconds: Number(seconds) });
    });
  }
});

test('the README’s links within the project point to files', () => {
  const links = [...readme.matchAll(/\]\(((?!https?:)[^)#]+)\)/g)].map(([, path = '']) => path);

  expect(links.length).toBeGreaterThan(5);
  for (const path of links)
    expect(() => readFileSync(new URL(`../../${path}`, import.meta.url)), path).not.toThrow();
});

test('the README’s table of errors lists every error code and error type of the schema', () => {
  const schema = readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8');
  const codes = /enum BeeperErrorCode \{(.*?)\n\}/s.exec(schema)?.[1]?.match(/^ {2}[A-Z_]+$/gm) ?? [];
  const members = /union StartChatResult =(.*)/.exec(schema)?.[1]?.match(/Beeper\w+/g) ?? [];

  expect([...readme.matchAll(/^\| `([A-Z_]+)` \| `Beeper/gm)].map(([, code]) => code).toSorted()).toEqual(
    codes.map((code) => code.trim()).toSorted(),
  );
  expect([...readme.matchAll(/^\| `[A-Z_]+` \| `(Beeper\w+)`/gm)].map(([, type]) => type).toSorted()).toEqual(
    members.toSorted(),
  );
});
