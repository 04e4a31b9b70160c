import { expect, test } from 'vitest';
import { seedChatIDs } from '../../src/sandbox/index.ts';
import { newGatewayKey } from '../security/gatewayKey.ts';
import { rawRequest } from '../security/rawRequest.ts';
import { Picture } from '../support/documents.ts';
import { subscribe } from '../support/eventStream.ts';
import { type Pair, startPair } from '../support/pair.ts';
import { openWebSocket } from '../support/webSocket.ts';

const minute = 60_000;
const startOfHour = Date.UTC(2026, 10, 29, 20);

/** @returns the address of a picture, for a caller with these headers. */
async function addressFor({ gateway }: Pair, headers: Record<string, string> = {}): Promise<URL> {
  const { data } = await gateway.query(Picture, { chatID: seedChatIDs.largeGroup }, { headers });
  const address = data?.chat?.imgURL?.contentURL;
  if (!address) throw new Error('There is no address');
  return new URL(address);
}

const open = ({ gateway }: Pair, { pathname }: URL, headers: Record<string, string> = {}, method = 'GET') =>
  rawRequest(gateway.origin, {
    method,
    path: pathname,
    headers: { host: new URL(gateway.origin).host, ...headers },
  });

test('a picture on the computer of Beeper has an address at the gateway, which serves its bytes', async () => {
  await using pair = await startPair();
  const { data } = await pair.gateway.query(Picture, { chatID: seedChatIDs.largeGroup });
  expect(data?.chat?.imgURL).toMatchObject({ url: null, isLocal: true });
  const address = await addressFor(pair);
  expect(address.origin).toBe(pair.gateway.origin);
  expect(address.pathname).toMatch(/^\/assets\/[\w-]{60,}$/);

  const response = await fetch(address);
  expect(response.status).toBe(200);
  expect(
    Buffer.from(await response.arrayBuffer())
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG');
  const served = pair.sandbox.calls.filter(({ path }) => path.startsWith('/v1/assets/serve'));
  expect(served.map(({ path }) => new URL(path, 'http://x').searchParams.get('url'))).toEqual([
    'file:///Users/me/Library/Beeper/avatars/all-hands.png',
  ]);
  expect(served[0]?.headers.authorization).toBe(`Bearer ${pair.sandbox.token}`);
});

test('no file is asked for by a query that does not load it', async () => {
  await using pair = await startPair();
  await addressFor(pair);
  expect(pair.sandbox.calls.map(({ path }) => path)).not.toContainEqual(
    expect.stringContaining('/v1/assets'),
  );
});

test('an address stays the same for half an hour, and opens for an hour and at most half an hour more', async () => {
  let now = startOfHour + minute;
  await using pair = await startPair({ files: { now: () => now } });
  const first = await addressFor(pair);
  now = startOfHour + 29 * minute;
  expect(await addressFor(pair)).toEqual(first);
  now = startOfHour + 31 * minute;
  expect(await addressFor(pair)).not.toEqual(first);
  now = startOfHour + 90 * minute - 1;
  expect((await open(pair, first)).status).toBe(200);
  now += 1;
  const late = await open(pair, first);
  expect(late).toMatchObject({ status: 410, text: 'The address has expired. Request `contentURL` again.\n' });
  expect(late.headers['cache-control']).toBe('no-store');
});

test('an address that was changed, or made with another secret, is 404', async () => {
  await using pair = await startPair();
  await using other = await startPair();
  const { pathname } = await addressFor(pair);
  const changed = pathname.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
  const paths = [
    changed,
    `${pathname}A`,
    `${pathname}/`,
    `${pathname}/..`,
    pathname.slice(0, -1),
    pathname.replace('/assets/', '/assets//'),
    pathname.replace('/assets/', '/assets/%2e%2e/'),
    '/assets/',
    '/assets/..%2f..%2fetc%2fpasswd',
    '/assets/file:%2f%2f%2fetc%2fpasswd',
    '/assets/mxc:%2f%2fbeeper.com%2fabc',
    (await addressFor(other)).pathname,
  ];
  for (const path of paths) {
    const { status, text } = await rawRequest(pair.gateway.origin, { path });
    expect({ path, status, text }).toMatchObject({ status: 404, text: expect.stringContaining('not valid') });
  }
  expect(pair.sandbox.calls.map(({ path }) => path)).not.toContainEqual(
    expect.stringContaining('/v1/assets'),
  );
});

test('replicas with the same secret open the addresses of each other', async () => {
  const files = { secret: 'a'.repeat(43) };
  await using one = await startPair({ files });
  await using two = await startPair({ files });
  expect((await open(two, await addressFor(one))).status).toBe(200);
});

test('a caller’s own token is used, is not in the address, and no other caller can use the address with theirs', async () => {
  await using pair = await startPair();
  const [ada, eve] = ['ada-token', 'eve-token'];
  for (const token of [ada, eve]) pair.sandbox.addToken(token);
  const address = await addressFor(pair, { authorization: `Bearer ${ada}` });
  expect(Buffer.from(address.pathname.slice(8), 'base64url').toString('latin1')).not.toContain(ada);

  expect((await open(pair, address)).status).toBe(200);
  expect((await open(pair, address, { authorization: `Bearer ${ada}` })).status).toBe(200);
  const served = pair.sandbox.calls.filter(({ path }) => path.startsWith('/v1/assets/serve'));
  expect(served.map(({ headers }) => headers.authorization)).toEqual([`Bearer ${ada}`, `Bearer ${ada}`]);

  const stolen = await open(pair, address, { authorization: `Bearer ${eve}` });
  expect(stolen).toMatchObject({ status: 403, text: expect.stringContaining('another caller') });
  expect(pair.sandbox.calls.filter(({ path }) => path.startsWith('/v1/assets/serve'))).toHaveLength(2);
});

test('an address needs no key, belongs to the key it was made with, and ends with it', async () => {
  const [app, other] = [newGatewayKey('app'), newGatewayKey('other')];
  await using pair = await startPair({ keys: [app.stored, other.stored] });
  const address = await addressFor(pair, { 'x-gateway-key': app.key });
  expect((await open(pair, address)).status).toBe(200);
  expect((await open(pair, address, { 'x-gateway-key': app.key })).status).toBe(200);
  expect((await open(pair, address, { 'x-gateway-key': other.key })).status).toBe(403);
  pair.gateway.rules.current = { ...pair.gateway.rules.current, keys: [other.stored] };
  expect((await open(pair, address)).status).toBe(403);
});

test('where no key is required, one that a client sends all the same changes nothing', async () => {
  await using pair = await startPair();
  const headers = { 'x-gateway-key': 'of another gateway' };
  expect((await open(pair, await addressFor(pair, headers), headers)).status).toBe(200);
});

test('an address that was made without a key does not open once keys are required', async () => {
  const files = { secret: 'b'.repeat(43) };
  await using before = await startPair({ files });
  await using after = await startPair({ files, keys: [newGatewayKey('app').stored] });
  expect((await open(after, await addressFor(before))).status).toBe(403);
});

test('the addresses begin with the public URL, whose path may be removed by a proxy', async () => {
  await using pair = await startPair({ publicURL: 'https://chats.example/beeper' });
  const address = await addressFor(pair);
  expect(address.href).toMatch(/^https:\/\/chats\.example\/beeper\/assets\/[\w-]+$/);
  expect((await open(pair, address)).status).toBe(200);
  expect((await open(pair, new URL(address.href.replace('/beeper', '')))).status).toBe(200);
});

test('web pages of listed origins can show and read files, and others can do neither', async () => {
  const page = 'https://app.example';
  await using pair = await startPair({ origins: [page] });
  const address = await addressFor(pair);
  // A plain <img> of another site has no Origin.
  const shown = await open(pair, address, { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' });
  expect(shown).toMatchObject({
    status: 200,
    headers: {
      'cross-origin-resource-policy': 'cross-origin',
      vary: 'Origin',
      'x-content-type-options': 'nosniff',
    },
  });
  const read = await open(pair, address, { origin: page });
  expect(read).toMatchObject({
    status: 200,
    headers: {
      'access-control-allow-origin': page,
      'access-control-expose-headers': expect.stringContaining('content-range'),
    },
  });
  const foreign = await open(pair, address, { origin: 'https://evil.example' });
  expect(foreign.status).toBe(403);
  expect(foreign.headers).not.toHaveProperty('access-control-allow-origin');
  expect((await open(pair, address, { origin: 'null' })).status).toBe(403);

  await using closed = await startPair();
  const own = await addressFor(closed);
  const { origin } = closed.gateway;
  expect(await open(closed, own, { origin })).toMatchObject({
    status: 200,
    headers: { 'cross-origin-resource-policy': 'same-site' },
  });
  expect((await open(closed, own, { origin: page })).status).toBe(403);
});

test('a preflight request for a part of a file is answered for listed origins only', async () => {
  const page = 'https://app.example';
  await using pair = await startPair({ origins: [page] });
  const address = await addressFor(pair);
  const preflight = { 'access-control-request-method': 'GET', 'access-control-request-headers': 'range' };
  expect(await open(pair, address, { origin: page, ...preflight }, 'OPTIONS')).toMatchObject({
    status: 204,
    headers: {
      'access-control-allow-origin': page,
      'access-control-allow-methods': 'GET, HEAD',
      'access-control-allow-headers': expect.stringMatching(/\brange\b/),
    },
  });
  expect(
    (await open(pair, address, { origin: 'https://evil.example', ...preflight }, 'OPTIONS')).status,
  ).toBe(403);
});

test('other methods are 405, and a foreign host name is 421', async () => {
  await using pair = await startPair();
  const address = await addressFor(pair);
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
    expect(await open(pair, address, {}, method)).toMatchObject({
      status: 405,
      headers: { allow: 'GET, HEAD, OPTIONS' },
    });
  }
  expect((await open(pair, address, { host: 'evil.example' })).status).toBe(421);
  expect(pair.sandbox.calls.map(({ path }) => path)).not.toContainEqual(
    expect.stringContaining('/v1/assets'),
  );
});

test('events have the same addresses as queries, over HTTP and over WebSocket', async () => {
  await using pair = await startPair({ webSocket: true });
  const { sandbox, gateway } = pair;
  const chatID = seedChatIDs.largeGroup;
  const query = `subscription { chatEvents(chatIDs: ["${chatID}"]) {
    __typename
    ... on BeeperChatUpserted { chat { imgURL { contentURL } } }
  } }`;
  const { href } = await addressFor(pair);
  const event = {
    data: { chatEvents: { __typename: 'BeeperChatUpserted', chat: { imgURL: { contentURL: href } } } },
  };

  await using stream = await subscribe(gateway, query);
  expect(await stream.next()).toMatchObject({ data: { chatEvents: { __typename: 'BeeperLiveStarted' } } });
  await using socket = await openWebSocket(gateway);
  socket.subscribe('1', query);
  await expect.poll(() => socket.received.length).toBeGreaterThan(1);
  sandbox.change(chatID, (chat) => {
    chat.description = 'Changed';
  });
  expect(await stream.next()).toEqual(event);
  await expect.poll(() => socket.received).toContainEqual({ type: 'next', id: '1', payload: event });
});

test('an app that can’t serve files gives no addresses', async () => {
  const query =
    '{ accounts { user { imgURL { isLocal contentURL } } } beeper { features { name isSupported } } }';
  const ask = async ({ gateway }: Pair) => JSON.stringify((await (await gateway.send(query)).json()).data);
  await using old = await startPair({ appVersion: '4.2.508', dialect: 'create-only' });
  expect(await ask(old)).toContain('{"name":"CONTENT","isSupported":false}');
  expect(await ask(old)).toContain('{"isLocal":true,"contentURL":null}');
  await using current = await startPair();
  expect(await ask(current)).toContain('{"name":"CONTENT","isSupported":true}');
  expect(await ask(current)).toContain('{"isLocal":true,"contentURL":"http');
});

test('under overload, files are refused like operations', async () => {
  let isOverloaded = false;
  await using pair = await startPair({ isOverloaded: () => isOverloaded });
  const address = await addressFor(pair);
  isOverloaded = true;
  expect(await open(pair, address)).toMatchObject({ status: 503, headers: { 'retry-after': '1' } });
});

test('many pictures at once are all served and queries are answered meanwhile', async () => {
  await using pair = await startPair();
  const { gateway } = pair;
  const { href } = await addressFor(pair);
  const all = Promise.all(
    Array.from({ length: 300 }, async () => {
      const response = await fetch(href);
      await response.arrayBuffer();
      return response.status;
    }),
  );
  const { data } = await gateway.query(Picture, { chatID: seedChatIDs.largeGroup });
  expect(data?.chat?.imgURL?.contentURL).toBe(href);
  expect(new Set(await all)).toEqual(new Set([200]));
});

test('no address, path or name of a file is logged', async () => {
  await using pair = await startPair();
  const address = await addressFor(pair);
  await open(pair, address);
  await open(pair, new URL(`${address.href}A`));
  const lines = JSON.stringify([...pair.gateway.log, ...pair.gateway.served]);
  expect(lines).not.toContain(address.pathname.slice(8, 40));
  expect(lines).not.toMatch(/all-hands|Library|Users/);
});
