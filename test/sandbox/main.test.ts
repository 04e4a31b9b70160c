import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const main = fileURLToPath(new URL('../../dist/sandbox/main.js', import.meta.url));

function run(env: Record<string, string>) {
  const child = spawn(process.execPath, [main], { env: { ...process.env, ...env } });
  const log = { out: '', err: '' };
  child.stdout.on('data', (piece) => {
    log.out += String(piece);
  });
  child.stderr.on('data', (piece) => {
    log.err += String(piece);
  });
  return { child, log };
}

test.each(['SIGTERM', 'SIGINT'] as const)(
  'the sandbox process prints URL, token, version and the settings of a gateway, and exits on %s',
  async (signal) => {
    const { child, log } = run({ SANDBOX_PORT: '0', SANDBOX_APP_VERSION: '4.2.600' });
    while (!log.out.includes('dialect')) await once(child.stdout, 'data');
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(log.out)?.[0] ?? '';
    expect(log.out).toContain('sandbox-token');
    expect(log.out).toContain('4.2.600 (dialect: union)');
    expect(log.out).toContain(`\n  BEEPER_URL=${url} BEEPER_ACCESS_TOKEN=sandbox-token\n`);
    expect((await fetch(`${url}/v1/info`)).status).toBe(200);
    child.kill(signal);
    const [code] = await once(child, 'exit');
    expect(code).toBe(0);
  },
);

test('the sandbox process serves its sample files, and deletes what was uploaded when it exits', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sandbox-main-'));
  const { child, log } = run({ SANDBOX_PORT: '0', TMPDIR: folder });
  while (!log.out.includes('dialect')) await once(child.stdout, 'data');
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(log.out)?.[0] ?? '';
  const headers = { authorization: 'Bearer sandbox-token' };
  const served = await fetch(`${url}/v1/assets/serve?url=mxc%3A%2F%2Fbeeper.com%2FspecimenText`, { headers });
  expect(await served.text()).toContain('the good lamp');
  expect(await readdir(folder)).toEqual([]);

  const body = new FormData();
  body.set('file', new Blob(['abc']), 'a.txt');
  const uploaded = await fetch(`${url}/v1/assets/upload`, { method: 'POST', headers, body });
  expect(await uploaded.json()).toMatchObject({ fileName: 'a.txt', fileSize: 3 });
  expect(await readdir(folder)).toHaveLength(1);

  child.kill('SIGTERM');
  await once(child, 'exit');
  expect(await readdir(folder)).toEqual([]);
  await rm(folder, { recursive: true });
});

test('SANDBOX_PAGING sets how the lists page towards newer items', async () => {
  const { child, log } = run({ SANDBOX_PORT: '0', SANDBOX_PAGING: 'newest' });
  while (!log.out.includes('dialect')) await once(child.stdout, 'data');
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(log.out)?.[0] ?? '';
  const page = async (query: string) => {
    const response = await fetch(`${url}/v1/chats${query}`, {
      headers: { authorization: 'Bearer sandbox-token' },
    });
    return (await response.json()) as { items: { id: string }[]; oldestCursor: string };
  };
  const first = await page('?limit=5');
  const second = await page(`?limit=5&cursor=${first.oldestCursor}`);

  const above = await page(`?limit=2&direction=after&cursor=${second.oldestCursor}`);

  expect(above.items.map(({ id }) => id)).toEqual(first.items.slice(0, 2).map(({ id }) => id));
  child.kill('SIGTERM');
  await once(child, 'exit');
});

test.each([
  [
    { SANDBOX_APP_VERSION: 'newest' },
    'SANDBOX_APP_VERSION must be a version such as 4.3.73, not "newest".\n',
  ],
  [{ SANDBOX_PORT: '70000' }, 'SANDBOX_PORT must be a port number, not "70000".\n'],
  [
    { SANDBOX_PAGING: 'random' },
    'SANDBOX_PAGING must be one of adjoining, ignores-direction, newest, skips-neighbor, not "random".\n',
  ],
  [{ SANDBOX_PORT: 'http' }, 'SANDBOX_PORT must be a port number, not "http".\n'],
])('the sandbox process rejects %j with one line', async (env, line) => {
  const { child, log } = run(env);
  const [code] = await once(child, 'close');
  expect(code).toBe(1);
  expect(log.err).toBe(line);
});
