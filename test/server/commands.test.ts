import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { subgraphSDL } from '../../src/schema/index.ts';
import { paste, startCLI } from '../support/process.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);
const packageJSON = JSON.parse(await readFile(`${root}/package.json`, 'utf8'));

async function cli(...args: string[]) {
  const { stdout, stderr } = await run(process.execPath, [`${root}/dist/cli.js`, ...args]).catch(
    (error: { stdout: string; stderr: string }) => error,
  );
  return { stdout, stderr };
}

test('--help lists the commands with examples, --version prints the version, and no command prints the help', async () => {
  const [help, none, version] = await Promise.all([cli('--help'), cli(), cli('--version')]);

  for (const command of ['start', 'sandbox', 'schema', 'subgraph', 'key'])
    expect(help.stdout).toMatch(new RegExp(`^  ${command} `, 'm'));
  expect(help.stdout).toMatch(/^ {2}beeper-graphql start --beeper-url http/m);
  expect(none).toEqual({ stdout: '', stderr: help.stdout });
  expect(version).toEqual({ stdout: `${packageJSON.version}\n`, stderr: '' });
});

test.each([
  [['strat'], 'error: unknown command\n(Did you mean start?)\n'],
  [['start', '--prot', '1'], "error: unknown option '--prot'\n(Did you mean --port?)\n"],
  [['start', '--port'], "error: option '--port <port>' argument missing\n"],
  [['start', 'now'], "error: too many arguments for 'start'. Expected 0 arguments but got 1.\n"],
  [['sandbox', '--port', 'http'], 'error: --port must be a port number, not "http".\n'],
  [
    ['sandbox', '--app-version', 'new'],
    'error: --app-version must be a version such as 4.3.73, not "new".\n',
  ],
  [
    ['sandbox', '--paging', 'x'],
    'error: --paging must be one of adjoining, ignores-direction, newest, skips-neighbor, not "x".\n',
  ],
  [
    ['start', '--port', '70000', '--gateway-list-size', '0'],
    'The configuration is not valid:\n  PORT (--port) must be from 0 to 65535.\n  GATEWAY_LIST_SIZE (--gateway-list-size) must be from 1 to 1000.\n',
  ],
])('%j ends with exit code 1 and says why', async (args, stderr) => {
  await using command = startCLI(args);

  expect(await command.ends()).toEqual({ code: 1, signal: null });
  expect({ stdout: command.stdout, stderr: command.stderr }).toEqual({ stdout: '', stderr });
});

test('schema prints schema.graphql, and subgraph the SDL for federation', async () => {
  const [schema, subgraph] = await Promise.all([cli('schema'), cli('subgraph')]);

  expect(schema.stdout).toBe(`${await readFile(`${root}/schema.graphql`, 'utf8')}\n`);
  expect(subgraph.stdout).toBe(`${subgraphSDL()}\n`);
});

test('start takes settings as flags, which take precedence over the environment', async () => {
  await using sandbox = startCLI(['sandbox', '--port', '0', '--app-version', '4.2.600']);
  const [, beeper = ''] = await sandbox.prints(/URL +(\S+)/);
  await using gateway = startCLI(['start', '--port=0', '--beeper-url', beeper, '--gateway-path', '/api'], {
    PORT: 'wrong',
    BEEPER_URL: 'wrong',
    BEEPER_ACCESS_TOKEN: 'sandbox-token',
    GATEWAY_STORE: 'memory:',
  });
  const [, address = ''] = await gateway.prints(/GraphQL +(\S+)/);

  const answer = await fetch(`${address}?query={beeper{appVersion}}`);

  expect(address).toMatch(/\/api$/);
  expect(await answer.json()).toEqual({ data: { beeper: { appVersion: '4.2.600' } } });
  gateway.kill('SIGTERM');
  sandbox.kill('SIGTERM');
  expect(await gateway.ends()).toEqual({ code: 0, signal: null });
  expect(await sandbox.ends()).toEqual({ code: 0, signal: null });
});

test('a pipe gets the last line, and a reader that leaves early causes no error', async () => {
  // More than the buffer of a pipe.
  await using all = paste('node dist/cli.js schema | (cat; echo)');
  await using first = paste('node dist/cli.js schema | head -1');
  await using help = paste('node dist/cli.js start --help | true; node dist/cli.js start --help | tail -1');
  await using full = paste('node dist/cli.js schema > /dev/full');

  await all.ends();
  expect(all.stdout.trimEnd()).toBe((await readFile(`${root}/schema.graphql`, 'utf8')).trimEnd());
  await first.ends();
  expect({ out: first.stdout.split('\n').length, err: first.stderr }).toEqual({ out: 2, err: '' });
  await help.ends();
  expect(help.stdout).toMatch(/^Each option is also an environment variable/);
  expect(help.stderr).toBe('');
  expect(await full.ends()).toMatchObject({ code: 1 });
  expect(full.stderr).toBe("error: stdout can't be written: ENOSPC: no space left on device, write\n");
});
