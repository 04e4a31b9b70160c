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
])('The depth of %s is told to the level', (_what, of) => {
  for (const levels of [2, 200, 5_000]) {
    expect(nestsDeeper(of(levels), levels)).toBe(false);
    expect(nestsDeeper(of(levels + 2), levels)).toBe(true);
    expect(nestsDeeper(of(levels + 2), levels + 1)).toBe(true);
  }
});

test('Brackets in strings are text, after whatever escapes', () => {
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

test('Many values side by side are not deep', () => {
  expect(nestsDeeper(JSON.stringify(Array.from({ length: 10_000 }, () => ({ a: [{}] }))), 4)).toBe(false);
});

test('Text that is cut off ends the look, too', () => {
  for (const text of ['["abc', `["${'\\"'.repeat(400)}`, `${'{"a":"'.repeat(300)}`])
    expect(nestsDeeper(text, 200)).toBe(false);
  expect(nestsDeeper('['.repeat(201 * 2), 200)).toBe(true);
});

test.each([
  ['variables', (json: string) => `{"query": "{ beeper { sandbox } }", "variables": {"a": ${json}}}`],
  ['extensions', (json: string) => `{"query": "{ beeper { sandbox } }", "extensions": {"a": ${json}}}`],
])('A request with %s nested deeper than 200 levels is 400, at once', async (_where, bodyOf) => {
  await using pair = await startPair();
  const ask = async (body: string) => {
    const response = await pair.gateway.send('', {}, { body });
    return { status: response.status, body: await response.json() };
  };
  expect(await ask(bodyOf(lists(198)))).toMatchObject({ status: 200 });
  const refused = {
    status: 400,
    body: {
      errors: [
        { message: 'The body is nested deeper than 200 levels.', extensions: { code: 'BAD_REQUEST' } },
      ],
    },
  };
  for (const json of [lists(199), objects(100_000), lists(400_000), '['.repeat(1_000_000)]) {
    const began = performance.now();
    expect(await ask(bodyOf(json))).toEqual(refused);
    expect(performance.now() - began).toBeLessThan(1_000);
  }
  expect(await ask(lists(200_000))).toEqual(refused);
  expect(pair.gateway.log).toEqual([]);
});

test('Variables in an address, as deep as an address can be, make no surprise', async () => {
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

/** A Beeper that answers everything with this body. */
async function startBomb(body: string) {
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
  ['a chat with deep values', `{"id": "x", "accountID": "a", "capabilities": ${objects(100_000)}}`],
  ['16 MB of lists without end', '['.repeat(16_000_000)],
])('An answer of Beeper’s that is %s is read as none, at once', async (_what, body) => {
  await using beeper = await startBomb(body);
  await using gateway = await startGateway({ beeper: beeper.url, api: 'split' });
  const began = performance.now();
  const { data, errors } = await gateway.query(ReadChat, { id: 'x' });
  expect(performance.now() - began).toBeLessThan(2_000);
  expect(data).toEqual({ chat: null });
  expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_ERROR' } }]);
});

test('An answer that is deep within reason is read', async () => {
  await using beeper = await startBomb(
    `{"id": "x", "accountID": "a", "title": "Fine", "unknown": ${objects(900)}}`,
  );
  await using gateway = await startGateway({ beeper: beeper.url, api: 'split' });
  const { data } = await gateway.query(ReadChat, { id: 'x' });
  expect(data?.chat?.title).toBe('Fine');
});
