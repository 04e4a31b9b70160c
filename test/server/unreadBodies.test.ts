import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { newGatewayKey } from '../security/gatewayKey.ts';
import type { GatewayOptions } from '../support/gateway.ts';
import { startPair } from '../support/pair.ts';
import { openSocket, requestText } from '../support/rawSocket.ts';

const megabyte = 1024 * 1024;
const keys = [newGatewayKey('web').stored];
const json = { 'content-type': 'application/json' };

interface Row {
  readonly what: string;
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly path?: string;
  readonly method?: string;
  readonly options?: Partial<GatewayOptions>;
}

const rows: Row[] = [
  { what: 'a foreign host name', status: 421, headers: { ...json, host: 'evil.example' } },
  { what: 'a foreign origin', status: 403, headers: { ...json, origin: 'https://evil.example' } },
  { what: 'no key', status: 401, headers: json, options: { keys } },
  { what: 'another path', status: 404, headers: json, path: '/nowhere' },
  { what: 'another method', status: 405, headers: json, method: 'PUT' },
  { what: 'a client that accepts HTML only', status: 406, headers: { ...json, accept: 'text/html' } },
  { what: 'a large body', status: 413, headers: json },
  { what: 'a form', status: 415, headers: { 'content-type': 'text/plain' } },
  { what: 'overload', status: 503, headers: json, options: { isOverloaded: () => true } },
  { what: 'a host that is not valid', status: 400, headers: { ...json, host: 'a:1:1' } },
];

const lineOf = ({ method = 'POST', path = '/graphql' }: Row) => `${method} ${path} HTTP/1.1`;

test.each(rows)('8 bodies of 5 MB that are refused for $what get 8 responses', async (row) => {
  await using pair = await startPair({ graphiql: false, ...row.options });
  const { status, path = '/graphql', method = 'POST', headers } = row;
  const { host, ...others } = headers;
  const body = 'x'.repeat(5 * megabyte);
  const statuses: unknown[] = [];
  for (let request = 0; request < 8; request++) {
    if (host !== undefined) {
      // `fetch` sets this header itself.
      await using connection = await openSocket(pair.gateway);
      connection.socket.write(requestText(lineOf(row), { headers, body }));
      await connection.receives(/\}\]\}$/);
      statuses.push(Number(connection.received().slice(9, 12)));
    } else {
      const sent = fetch(`${pair.gateway.origin}${path}`, { method, body, headers: others });
      statuses.push(
        await sent.then(
          async (response) => (await response.json()) && response.status,
          ({ cause }) => cause.code,
        ),
      );
    }
  }

  expect(statuses).toEqual(Array(8).fill(status));
  expect(pair.sandbox.calls).toEqual([]);
});

test.each(rows)(
  'a client that writes its whole body before it reads gets the response to $what, also if it asks to close',
  async (row) => {
    await using pair = await startPair({ graphiql: false, ...row.options });
    await using connection = await openSocket(pair.gateway);
    connection.socket.pause();
    const headers = { ...row.headers, connection: 'close', 'content-length': String(8 * megabyte) };
    connection.socket.write(requestText(lineOf(row), { headers }));
    for (let part = 0; part < 8; part++) {
      await new Promise((written) => connection.socket.write('x'.repeat(megabyte), written));
      await sleep(20);
    }
    connection.socket.resume();
    await connection.closes();

    expect(connection.ended()).toBe(null);
    expect(connection.received()).toMatch(new RegExp(`^HTTP/1\\.1 ${row.status} `));
    expect(JSON.parse(connection.received().split('\r\n\r\n')[1] ?? '').errors).toHaveLength(1);
  },
);

test.each(rows)('the whole response to $what is sent before the body', async (row) => {
  await using pair = await startPair({ graphiql: false, ...row.options });
  await using connection = await openSocket(pair.gateway);
  const sentAt = performance.now();
  connection.socket.write(
    requestText(lineOf(row), { headers: { ...row.headers, 'content-length': String(5 * megabyte) } }),
  );

  await connection.receives(/\r\n\r\n\{.*\}$/s);
  expect(performance.now() - sentAt).toBeLessThan(1_500);
  const [head = '', body = ''] = connection.received().split('\r\n\r\n');
  expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${row.status} `));
  expect(/content-length: (\d+)/i.exec(head)?.[1]).toBe(String(Buffer.byteLength(body, 'latin1')));
});

test('a refused request whose body arrives does not cost its connection', async () => {
  await using pair = await startPair({ keys });
  await using connection = await openSocket(pair.gateway);
  const request = requestText('POST /graphql HTTP/1.1', { body: 'x'.repeat(megabyte) });
  for (let turn = 1; turn <= 3; turn++) {
    connection.socket.write(request);
    await expect.poll(() => connection.received().match(/HTTP\/1\.1 401 /g)?.length).toBe(turn);
  }
  expect(connection.ended()).toBe(undefined);
});

test.each([
  ['that stops', 'content-length: 5000000', ''],
  ['that never ends', 'transfer-encoding: chunked', '10000\r\n'],
])('a refused body %s is read for about 2 s, then the connection is closed', async (_what, header, chunk) => {
  await using pair = await startPair({ keys });
  await using connection = await openSocket(pair.gateway);
  const [name = '', value = ''] = header.split(': ');
  const startedAt = performance.now();
  connection.socket.write(requestText('POST /graphql HTTP/1.1', { headers: { ...json, [name]: value } }));
  const slowly = setInterval(() => {
    if (chunk !== '' && connection.ended() === undefined)
      connection.socket.write(`${chunk}${'x'.repeat(0x10000)}\r\n`);
  }, 100);
  await connection.closes();
  clearInterval(slowly);

  expect(performance.now() - startedAt).toBeGreaterThan(1_500);
  expect(performance.now() - startedAt).toBeLessThan(5_000);
  expect(connection.received()).toMatch(/^HTTP\/1\.1 401 /);
});

test('of a refused body, about 32 MiB are read', async () => {
  await using pair = await startPair({ keys });
  await using connection = await openSocket(pair.gateway);
  connection.socket.write(
    requestText('POST /graphql HTTP/1.1', { headers: { ...json, 'content-length': String(2 ** 32) } }),
  );
  const startedAt = performance.now();
  let sent = 0;
  while (connection.ended() === undefined && sent < 512) {
    if (connection.socket.write(Buffer.alloc(megabyte))) sent += 1;
    else {
      sent += 1;
      await Promise.race([new Promise((drained) => connection.socket.once('drain', drained)), sleep(3_000)]);
    }
    await sleep(0);
  }

  expect(sent).toBeGreaterThanOrEqual(32);
  expect(sent).toBeLessThan(64);
  expect(performance.now() - startedAt).toBeLessThan(5_000);
});

test.each(rows)(
  'a client that waits for 100 Continue gets the response to $what at once, and sends nothing',
  async (row) => {
    await using pair = await startPair({ graphiql: false, ...row.options });
    await using connection = await openSocket(pair.gateway);
    const headers = {
      ...row.headers,
      expect: '100-continue',
      'content-length': String(row.status === 413 ? 5 * megabyte : 100),
    };
    connection.socket.write(requestText(lineOf(row), { headers }));
    await connection.receives(/\r\n\r\n\{.*\}$/s);

    expect(connection.received()).toMatch(new RegExp(`^HTTP/1\\.1 ${row.status} `));
    expect(connection.received()).not.toContain('100 Continue');
    expect(connection.received()).toMatch(/\r\nconnection: close\r\n/i);
  },
);

test('a client that waits for 100 Continue gets it when its body is about to be read, and then its result', async () => {
  await using pair = await startPair();
  await using connection = await openSocket(pair.gateway);
  const body = '{"query":"{ beeper { sandbox } }"}';
  const [head = ''] = requestText('POST /graphql HTTP/1.1', {
    headers: { expect: '100-continue' },
    body,
  }).split(body);
  connection.socket.write(head);
  await connection.receives(/^HTTP\/1\.1 100 Continue\r\n\r\n$/);
  connection.socket.write(body);
  await connection.receives(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 OK\r\n.*"sandbox":true/s);
});

test('curl that expects 100 Continue gets 413 and uploads nothing, or its result', async () => {
  await using pair = await startPair();
  const folder = await mkdtemp(join(tmpdir(), 'bodies-'));
  const file = join(folder, 'body');
  const upload = async (body: string) => {
    await writeFile(file, body);
    const { stdout } = await promisify(execFile)('curl', [
      ...['-sS', '-o', join(folder, 'answer'), '-w', '%{http_code} %{size_upload}'],
      ...['-H', 'content-type: application/json', '-H', 'Expect: 100-continue'],
      ...['--data-binary', `@${file}`, `${pair.gateway.origin}/graphql`],
    ]);
    return stdout;
  };
  const query = '{"query":"{ beeper { sandbox } }"}';

  expect(await upload('x'.repeat(5 * megabyte))).toBe('413 0');
  expect(await upload(query)).toBe(`200 ${query.length}`);
  await rm(folder, { recursive: true });
});
