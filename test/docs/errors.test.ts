import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { playgroundContacts } from '../../src/sandbox/index.ts';
import { StartChat } from '../support/documents.ts';
import { startPair } from '../support/pair.ts';

const page = readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8');

describe('the playground in docs/errors.md', () => {
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

test('the table in docs/errors.md lists every error code and error type of the schema', () => {
  const schema = readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8');
  const codes = /enum BeeperErrorCode \{(.*?)\n\}/s.exec(schema)?.[1]?.match(/^ {2}[A-Z_]+$/gm) ?? [];
  const members = /union StartChatResult =(.*)/.exec(schema)?.[1]?.match(/Beeper\w+/g) ?? [];

  expect([...page.matchAll(/^\| `([A-Z_]+)` \| `Beeper/gm)].map(([, code]) => code).toSorted()).toEqual(
    codes.map((code) => code.trim()).toSorted(),
  );
  expect([...page.matchAll(/^\| `[A-Z_]+` \| `(Beeper\w+)`/gm)].map(([, type]) => type).toSorted()).toEqual(
    members.toSorted(),
  );
});
