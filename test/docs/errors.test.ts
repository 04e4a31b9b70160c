import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderErrorsPage } from '../../scripts/errorsPage/render.ts';
import { playgroundContacts } from '../../src/sandbox/index.ts';
import { StartChat } from '../support/documents.ts';
import { type Pair, startPair } from '../support/pair.ts';
import { read } from './fences.ts';

const page = read('docs/errors.md');
const schema = read('schema.graphql');

test('docs/errors.md has what the schema says, and the answers of the sandbox: npm run codegen writes it', async () => {
  expect(await renderErrorsPage(page, schema)).toBe(page);
});

describe('the playground in docs/errors.md', () => {
  let pair: Pair;
  beforeAll(async () => {
    pair = await startPair({ timeoutMs: 1_000 });
  });
  afterAll(() => pair[Symbol.asyncDispose]());

  const rows = [...page.matchAll(/^\| `([a-z-]+)` \| `(\w+)`(.*)\|$/gm)].map(
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

test('follow-up-fails fails only if a field of the chat beyond its ID is selected', async () => {
  await using pair = await startPair();
  const start = async (fields: string) => {
    const answer = await pair.gateway.send(
      `mutation { startChat(input: { accountID: "playground", user: { username: "follow-up-fails" } }) {
        ... on StartChatPayload { chat { ${fields} } chatError { code } }
      } }`,
    );
    return (await answer.json()).data.startChat;
  };
  expect(await start('id')).toEqual({ chat: { id: expect.any(String) }, chatError: null });
  expect(await start('id title')).toEqual({ chat: null, chatError: { code: expect.any(String) } });
});

test('the table in docs/errors.md lists every error code of the schema', () => {
  const codes = /enum BeeperErrorCode \{(.*?)\n\}/s.exec(schema)?.[1]?.match(/^ {2}[A-Z_]+$/gm) ?? [];

  expect([...page.matchAll(/^\| `([A-Z_]+)` \| `Beeper/gm)].map(([, code]) => code).toSorted()).toEqual(
    codes.map((code) => code.trim()).toSorted(),
  );
});
