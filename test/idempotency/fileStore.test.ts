import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { openFileStore } from '../../src/writes/store/file.ts';
import { type Running, startBuilt } from '../support/process.ts';
import { createChat } from '../support/replicas.ts';

const times = { ttlMs: 60_000, leaseMs: 60_000 };

interface Folder extends AsyncDisposable {
  readonly path: string;
}

async function newFolder(): Promise<Folder> {
  const path = await mkdtemp(join(tmpdir(), 'store-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

/** The built gateway with the defaults for a real Beeper, except where the state is. */
const startDefault = (sandbox: Sandbox, state: string, env = {}): Promise<Running> =>
  startBuilt({
    BEEPER_URL: sandbox.url,
    BEEPER_ACCESS_TOKEN: sandbox.token,
    XDG_STATE_HOME: state,
    ...env,
  });

const chatsTitled = (sandbox: Sandbox, title: string): number =>
  [...sandbox.chats.values()].filter((chat) => chat.title === title).length;

test('with the defaults, a key is still known after SIGTERM and a restart', async () => {
  await using folder = await newFolder();
  const sandbox = await startSandbox();
  const first = await startDefault(sandbox, folder.path);
  const created = await createChat(await first.origin(), 'before-restart');
  first.kill('SIGTERM');
  await first.ends();

  await using second = await startDefault(sandbox, folder.path);
  const replayed = await createChat(await second.origin(), 'before-restart');

  expect(replayed).toMatchObject({ chatID: created.chatID, replayed: true });
  expect(chatsTitled(sandbox, 'chat before-restart')).toBe(1);
  await sandbox.close();
});

test('after kill -9 between the POST and its result the outcome is unknown, and nothing is sent again', async () => {
  await using folder = await newFolder();
  const sandbox = await startSandbox();
  sandbox.next('POST /v1/chats', { delayMs: 1_000 });
  const first = await startDefault(sandbox, folder.path);
  const lost = createChat(await first.origin(), 'killed-in-between').catch(() => 'lost');
  await expect.poll(() => sandbox.calls.filter(({ method }) => method === 'POST').length).toBe(1);
  first.kill('SIGKILL');
  await lost;

  await using second = await startDefault(sandbox, folder.path);
  const again = await createChat(await second.origin(), 'killed-in-between');

  expect(again).toMatchObject({ __typename: 'BeeperOutcomeUnknownError', retryable: false });
  expect(sandbox.calls.filter(({ method }) => method === 'POST')).toHaveLength(1);
  await sandbox.close();
});

test('a second gateway with the same directory ends with a message that names the directory and the way out', async () => {
  await using folder = await newFolder();
  const sandbox = await startSandbox();
  await using first = await startDefault(sandbox, folder.path);
  await first.origin();

  await using second = await startDefault(sandbox, folder.path);
  const { code } = await second.ends();

  expect(code).toBe(1);
  expect(second.stderr).toMatch(/^Another process uses .*beeper-graphql-gateway\/localhost-\d+ for its/);
  expect(second.stderr).toContain('Set GATEWAY_STORE to another directory');
  expect(second.stderr.trim().split('\n')).toHaveLength(1);
  await sandbox.close();
});

test('a gateway in front of a real Beeper that keeps keys in memory says so at start', async () => {
  const sandbox = await startSandbox();
  await using gateway = await startDefault(sandbox, '/nowhere', { GATEWAY_STORE: 'memory:' });
  await gateway.origin();

  expect(gateway.stderr).toContain('Warning: Idempotency keys are kept in memory (GATEWAY_STORE=memory:).');
  await sandbox.close();
});

test('without the native library, mutations with a key are rejected, others are sent, and the start and /ready tell', async () => {
  await using sandbox = await startSandbox();
  const env = { BEEPER_URL: sandbox.url, BEEPER_ACCESS_TOKEN: sandbox.token };
  await using gateway = await startBuilt(env, { without: ['prebuilds'] });
  const origin = await gateway.origin();

  expect(await createChat(origin, 'with-a-key')).toMatchObject({ __typename: 'BeeperUnavailableError' });
  expect(await createChat(origin, null)).toMatchObject({ __typename: 'CreateChatPayload' });
  expect(sandbox.calls.filter(({ method }) => method === 'POST')).toHaveLength(1);
  expect(gateway.stderr).toContain(
    'Warning: The native library that keeps idempotency keys in a directory can’t',
  );
  const ready = await fetch(`${origin}/ready`);
  expect(ready.status).toBe(503);
  expect(await ready.json()).toEqual({ ready: false, beeper: 'ready', store: 'failing' });
});

test('the directory is for its owner only, and so is one that existed', async () => {
  await using folder = await newFolder();
  const existing = join(folder.path, 'existing');
  await mkdir(existing, { mode: 0o755 });
  const created = join(folder.path, 'a/b/created');

  for (const directory of [existing, created]) {
    const store = await openFileStore(directory, () => {});
    expect((await stat(directory)).mode & 0o777).toBe(0o700);
    await store.close();
  }
});

test('entries survive, their leases end with the process, and those that expired are free', async () => {
  await using folder = await newFolder();
  const first = await openFileStore(folder.path, () => {});
  expect(await first.claim('kept', 'one', times)).toBeNull();
  expect(await first.claim('kept', 'two', times)).toEqual({ entry: 'one', leased: true });
  expect(await first.claim('expired', 'one', { ttlMs: 1, leaseMs: 1 })).toBeNull();
  await first.close();
  await sleep(5);

  const second = await openFileStore(folder.path, () => {});
  expect(await second.claim('kept', 'three', times)).toEqual({ entry: 'one', leased: false });
  expect(await second.claim('expired', 'two', times)).toBeNull();
  await second.close();
});

test('of many concurrent claims of a name, one gets it', async () => {
  await using folder = await newFolder();
  const store = await openFileStore(folder.path, () => {});

  const claims = await Promise.all(
    Array.from({ length: 50 }, (_, index) => store.claim('name', `${index}`, times)),
  );

  expect(claims.filter((claim) => claim === null)).toHaveLength(1);
  await store.close();
});

test('what expired is removed at the next start, and a name that is claimed again meanwhile is not', async () => {
  await using folder = await newFolder();
  const expired = { ttlMs: 1, leaseMs: 1 };
  const first = await openFileStore(folder.path, () => {});
  const names = Array.from({ length: 500 }, (_, index) => `name-${index}`);
  await Promise.all(names.map((name) => first.claim(name, 'old', expired)));
  await first.close();
  await sleep(5);

  const second = await openFileStore(folder.path, () => {});
  const claimed = await Promise.all(names.map((name) => second.claim(name, 'new', times)));
  await sleep(500);
  const again = await Promise.all(names.map((name) => second.claim(name, 'other', times)));

  expect(claimed).toEqual(names.map(() => null));
  expect(again).toEqual(names.map(() => ({ entry: 'new', leased: true })));
  await second.close();
});

test('a file that is in the place of the directory keeps its permissions', async () => {
  await using folder = await newFolder();
  const file = join(folder.path, 'x.conf');
  await writeFile(file, 'x', { mode: 0o644 });

  await expect(openFileStore(file, () => {})).rejects.toThrow('ENOTDIR');
  expect((await stat(file)).mode & 0o777).toBe(0o644);
});

test('a release frees a name only from the entry that it names', async () => {
  await using folder = await newFolder();
  const store = await openFileStore(folder.path, () => {});
  await store.claim('name', 'one', times);

  await store.release('name', 'two');
  expect(await store.claim('name', 'three', times)).toMatchObject({ entry: 'one' });
  await store.release('name', 'one');
  expect(await store.claim('name', 'four', times)).toBeNull();
  await store.close();
});

for (const [what, prepare, message] of [
  ['has other files', (path: string) => writeFile(join(path, 'notes.txt'), 'x'), /has other files/],
  [
    'is a file',
    async (path: string) => {
      await rm(path, { recursive: true });
      await writeFile(path, 'x');
    },
    /can’t be used for idempotency keys: ENOTDIR/,
  ],
  [
    'is damaged',
    async (path: string) => {
      const store = await openFileStore(path, () => {});
      await store.claim('name', 'one', times);
      await store.close();
      await writeFile(join(path, 'CURRENT'), 'nothing\n');
    },
    /can’t be (read|used)/,
  ],
] as const) {
  test(`a directory that ${what} stops the start with a message, and its files stay`, async () => {
    await using folder = await newFolder();
    await prepare(folder.path);

    const opening = openFileStore(folder.path, () => {});

    await expect(opening).rejects.toThrow(message);
    await expect(opening).rejects.toThrow('Set GATEWAY_STORE to another directory');
    expect(what === 'has other files' ? await readFile(join(folder.path, 'notes.txt'), 'utf8') : 'x').toBe(
      'x',
    );
  });
}
