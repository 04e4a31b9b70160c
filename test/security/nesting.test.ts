import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { nestsDeeper } from '../../src/common/jsonDepth.ts';
import { ReadChat } from '../support/documents.ts';
import { startGateway } from '../support/gateway.ts';
import { startPair } from '../support/pair.ts';

const lists = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
const objects = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
const mixed = (levels: number) => `${'[{"a":'.repeat(levels / 2)}1${'}]'.repeat(levels / 2)}`;

test.each([
  ['lists', lists],
  ['objects', objects],
  ['lists of objects', mixed],
])('the depth of %s is measured exactly', (_what, of) => {
  for (const levels of [2, 200, 5_000]) {
    expect(nestsDeeper(of(levels), levels)).toBe(false);
    expect(nestsDeeper(of(levels + 2), levels)).toBe(true);
    expect(nestsDeeper(of(levels + 2), levels + 1)).toBe(true);
  }
});

test('brackets in strings do not count, whatever escapes come before', () => {
  const inString = (text: string) => `[${JSON.stringify(text)}, ${lists(3)}]`;
  for (const text of [
    '['.repeat(50),
    '"'.repeat(9) + '{'.repeat(50),
    '\\'.repeat(7) + '['.repeat(50),
    '\\"['.repeat(50),
    '',
  ]) {
    expect(nestsDeeper(inString(text), 4)).toBe(false);
    expect(nestsDeeper(inString(text), 3)).toBe(true);
  }
});

test('many values at the same level are not deep', () => {
  expect(nestsDeeper(JSON.stringify(Array.from({ length: 10_000 }, () => ({ a: [{}] }))), 4)).toBe(false);
});

test('incomplete JSON is checked up to its end', () => {
  for (const text of ['["abc', `["${'\\"'.repeat(400)}`, `${'{"a":"'.repeat(300)}`])
    expect(nestsDeeper(text, 200)).toBe(false);
  expect(nestsDeeper('['.repeat(201 * 2), 200)).toBe(true);
});

test.each([
  ['variables', (json: string) => `{"query": "{ beeper { sandbox } }", "variables": {"a": ${json}}}`],
  ['extensions', (json: string) => `{"query": "{ beeper { sandbox } }", "extensions": {"a": ${json}}}`],
])('a request with %s nested deeper than 200 levels gets 400 within a second', async (_where, bodyOf) => {
  await using pair = await startPair();
  const send = async (body: string) => {
    const response = await pair.gateway.send('', {}, { body });
    return { status: response.status, body: await response.json() };
  };
  expect(await send(bodyOf(lists(198)))).toMatchObject({ status: 200 });
  const rejected = {
    status: 400,
    body: {
      errors: [
        {
          message: 'The body is nested deeper than 200 levels.',
          extensions: expect.objectContaining({ code: 'BAD_REQUEST' }),
        },
      ],
    },
  };
  for (const json of [lists(199), objects(100_000), lists(400_000), '['.repeat(1_000_000)]) {
    const startedAt = performance.now();
    expect(await send(bodyOf(json))).toEqual(rejected);
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  }
  expect(await send(lists(200_000))).toEqual(rejected);
  expect(pair.gateway.log).toMatchObject(Array(5).fill({ level: 30, reason: 'nesting' }));
});

test('variables and extensions in a URL, nested 3,000 levels deep, cause no unexpected error', async () => {
  await using pair = await startPair();
  const deep = lists(3_000);
  for (const [name, json] of [
    ['variables', `{"r":[${deep}],"id":${deep}}`],
    ['extensions', `{"a":${deep}}`],
  ]) {
    const query =
      'query ($id: ID = "x", $r: [_Any!] = []) { beeper { sandbox } a: _entities(representations: $r) { __typename } chat(id: $id) { id } }';
    const address = `${pair.gateway.origin}/graphql?query=${encodeURIComponent(query)}&${name}=${json}`;
    const response = await fetch(address);
    expect(JSON.stringify(await response.json())).not.toContain('INTERNAL_SERVER_ERROR');
  }
  expect(pair.gateway.log.filter(({ level }) => Number(level) >= 50)).toEqual([]);
});

/** A Beeper that responds to every request with `body`. */
async function startFakeBeeper(body: string) {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

test.each([
  ['lists', lists(1_001)],
  ['a chat with deeply nested values', `{"id": "x", "accountID": "a", "capabilities": ${objects(100_000)}}`],
  ['16 MB of opening brackets', '['.repeat(16_000_000)],
])('a response from Beeper that is %s is rejected within two seconds', async (_what, body) => {
  await using beeper = await startFakeBeeper(body);
  await using gateway = await startGateway({ beeper: beeper.url, api: 'split' });
  const startedAt = performance.now();
  const { data, errors } = await gateway.query(ReadChat, { id: 'x' });
  expect(performance.now() - startedAt).toBeLessThan(2_000);
  expect(data).toEqual({ chat: null });
  expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_ERROR' } }]);
});

test('a response from Beeper nested 900 levels deep is accepted', async () => {
  await using beeper = await startFakeBeeper(
    `{"id": "x", "accountID": "a", "title": "Fine", "unknown": ${objects(900)}}`,
  );
  await using gateway = await startGateway({ beeper: beeper.url, api: 'split' });
  const { data } = await gateway.query(ReadChat, { id: 'x' });
  expect(data?.chat?.title).toBe('Fine');
});
