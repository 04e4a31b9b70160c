import { type ChildProcess, execFileSync, type StdioOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, constants, openSync, readSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Pool } from 'undici';
import { expect, onTestFinished, test } from 'vitest';
import { createOutput } from '../../src/http/output.ts';
import { startSandbox } from '../../src/sandbox/index.ts';
import { freePort } from '../support/freePort.ts';

const headers = { accept: 'application/graphql-response+json' };
const server = fileURLToPath(new URL('../../dist/server.js', import.meta.url));

interface Started extends AsyncDisposable {
  readonly child: ChildProcess;
  readonly origin: string;
  /** Sends requests that are refused, and logged with about 250 bytes each. */
  refuse(requests: number): Promise<number[]>;
  /** @returns exit code and milliseconds after SIGTERM. */
  end(): Promise<{ code: number | null; ms: number }>;
}

/** Starts the built server with streams that the test chooses, and waits until it answers. */
async function start(stdio: StdioOptions, env: Record<string, string> = {}): Promise<Started> {
  const port = await freePort();
  const sandbox = await startSandbox();
  const child = spawn(process.execPath, [server], {
    cwd: tmpdir(),
    env: { PORT: String(port), NODE_ENV: 'production', BEEPER_URL: sandbox.url, ...env },
    stdio,
  });
  const exited = once(child, 'exit');
  const origin = `http://127.0.0.1:${port}`;
  const pool = new Pool(origin, { connections: 20 });
  const statusOf = async (path: string) => {
    const { statusCode, body } = await pool.request({ path, method: 'GET', headers });
    await body.dump();
    return statusCode;
  };
  await expect.poll(() => statusOf('/health').catch(() => child.exitCode), { timeout: 30_000 }).toBe(200);
  return {
    child,
    origin,
    refuse: (requests) => Promise.all(Array.from({ length: requests }, () => statusOf('/graphql?query={'))),
    async end() {
      const startedAt = performance.now();
      child.kill('SIGTERM');
      const [code] = await exited;
      return { code, ms: performance.now() - startedAt };
    },
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
      await pool.close();
      await sandbox.close();
    },
  };
}

const refused = (requests: number) => Array(requests).fill(400);

test.each([
  ['stdout is a full disk', ['ignore', openSync('/dev/full', 'w'), 'pipe']],
  ['stdout and stderr are a full disk', ['ignore', openSync('/dev/full', 'w'), openSync('/dev/full', 'w')]],
] as [string, StdioOptions][])('the gateway answers and exits in time while %s', async (_what, stdio) => {
  await using gateway = await start(stdio, { GRAPHIQL_ENABLED: 'on' });

  expect(await gateway.refuse(100)).toEqual(refused(100));

  const { code, ms } = await gateway.end();
  expect(code).toBe(0);
  expect(ms).toBeLessThan(3_000);
});

test('the gateway answers and exits in time after the readers of its pipes have closed them', async () => {
  await using gateway = await start(['ignore', 'pipe', 'pipe']);
  gateway.child.stdout?.destroy();
  gateway.child.stderr?.destroy();

  expect(await gateway.refuse(100)).toEqual(refused(100));
  await sleep(100);
  expect(await gateway.refuse(100)).toEqual(refused(100));

  const { code, ms } = await gateway.end();
  expect(code).toBe(0);
  expect(ms).toBeLessThan(3_000);
});

test('the gateway answers and exits in time while nobody reads its log', async () => {
  // About 64 KiB fit into a pipe.
  await using gateway = await start(['ignore', 'pipe', 'pipe']);

  // About 500 KiB.
  expect(await gateway.refuse(2_000)).toEqual(refused(2_000));

  const { code, ms } = await gateway.end();
  expect(code).toBe(0);
  expect(ms).toBeLessThan(4_000);
}, 90_000);

test('after an uncaught exception, a log that nobody reads does not keep the process', async () => {
  const throwing = "data:text/javascript,process.on('SIGUSR2', () => { throw new Error('x'); });";
  await using gateway = await start(['ignore', 'pipe', 'pipe'], { NODE_OPTIONS: `--import="${throwing}"` });
  await gateway.refuse(3_000);
  const exited = once(gateway.child, 'exit');

  gateway.child.kill('SIGUSR2');

  expect(await exited).toEqual([1, null]);
}, 90_000);

test('the last lines before the exit reach a reader', async () => {
  await using gateway = await start(['ignore', 'pipe', 'pipe']);
  let log = '';
  gateway.child.stdout?.setEncoding('utf8').on('data', (chunk) => {
    log += chunk;
  });
  await gateway.refuse(500);

  await gateway.end();
  await expect.poll(() => log).toMatch(/"signal":"SIGTERM".*\n$/);

  expect(log.match(/"msg":"Request refused"/g)).toHaveLength(500);
});

test('lines that a slow reader has no room for are dropped and counted', async () => {
  const module = new URL('../../src/http/output.ts', import.meta.url).href;
  const script = `
    import { createOutput } from '${module}';
    const output = createOutput(process.stdout, (lines) => 'dropped ' + lines + '\\n');
    for (let line = 0; line < 3_000; line++) output.write('x'.repeat(999) + '\\n');
    process.on('SIGUSR2', async () => { output.write('last\\n'); await output.flush(5_000); process.exit(0); });
    process.stderr.write('ready');
    setInterval(() => {}, 1_000);`;
  const child = spawn(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), '--input-type=module', '--eval', script],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stderr, 'data');

  let text = '';
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    text += chunk;
  });
  await expect.poll(() => text).toMatch(/^dropped \d+$/m);
  child.kill('SIGUSR2');
  await once(child, 'close');

  const lines = text.trimEnd().split('\n');
  const written = lines.filter((line) => line.startsWith('x')).length;
  expect(lines.at(-1)).toBe('last');
  expect(lines).toContain(`dropped ${3_000 - written}`);
  expect(written).toBeGreaterThan(1_000);
});

test('lines that did not fit on a disk are counted once there is room, and none is joined to another', async () => {
  // A pipe that refuses to block stands for a disk: a write fails, or is cut off, until something is read.
  const folder = await mkdtemp(join(tmpdir(), 'output-'));
  const path = join(folder, 'pipe');
  execFileSync('mkfifo', [path]);
  const fd = openSync(path, constants.O_RDWR | constants.O_NONBLOCK);
  const disk = { fd, isTTY: false, on: () => {} } as unknown as Parameters<typeof createOutput>[0];
  const output = createOutput(disk, (lines) => `dropped ${lines}\n`);
  const read = () => {
    const bytes = Buffer.alloc(1_000_000);
    return bytes.subarray(0, readSync(fd, bytes)).toString();
  };

  for (let line = 0; line < 20; line++) output.write(`${'x'.repeat(9_999)}\n`);
  const before = read();
  output.write('next\n');
  const after = read();
  closeSync(fd);
  await rm(folder, { recursive: true });

  const whole = before.match(/^x{9999}$/gm)?.length ?? 0;
  expect(whole).toBeGreaterThan(1);
  expect(before.endsWith('x')).toBe(true);
  expect(after).toBe(`\nnext\ndropped ${20 - whole}\n`);
});
