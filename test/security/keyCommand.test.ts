import { execFileSync, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadConfig } from '../../src/config/settings.ts';
import { keyHolderOf } from '../../src/http/guards/keyHolder.ts';
import { newGatewayKey } from './gatewayKey.ts';

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

function newKey(...args: string[]) {
  const printed = execFileSync(process.execPath, [cli, 'key', ...args], { encoding: 'utf8' });
  const [, key = '', entry = ''] = /^x-gateway-key: (\S+)\nGATEWAY_KEYS: {2}(\S+)\n$/.exec(printed) ?? [];
  return { key, entry };
}

test('beeper-graphql key prints a key and its entry for GATEWAY_KEYS', () => {
  const { key, entry } = newKey('web');
  expect(key).toMatch(/^[\w-]{43}$/);
  expect(entry).not.toContain(key);
  const { keys } = loadConfig({ GATEWAY_KEYS: entry });
  expect(keyHolderOf(key, keys)).toMatchObject({ name: 'web', readOnly: false });
});

test('it generates a new key each time, read-only on request', () => {
  const [one, two] = [newKey('screen', 'read'), newKey('screen', 'read')];
  expect(one.key).not.toBe(two.key);
  const { keys } = loadConfig({ GATEWAY_KEYS: `${one.entry},${two.entry}` });
  expect(keyHolderOf(two.key, keys)).toMatchObject({ name: 'screen', readOnly: true });
});

test.each([
  [['two words'], 'error: the name of a caller must be 1 to 64 letters, digits and ._-\n'],
  [['a:b'], 'error: the name of a caller must be 1 to 64 letters, digits and ._-\n'],
  [
    ['web', 'write'],
    "error: command-argument value is invalid for argument 'access'. Allowed choices are read.\n",
  ],
  [[], "error: missing required argument 'name'\n"],
])('it rejects the arguments %j with one line', (args, line) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'key', ...args], { encoding: 'utf8' });
  expect({ status, stdout, stderr }).toEqual({ status: 1, stdout: '', stderr: line });
});

test('each of 20 keys is found, and an unknown key has no holder', () => {
  const keys = Array.from({ length: 20 }, (_, index) => newGatewayKey(`caller-${index}`));
  const kept = keys.map((key) => key.stored);
  for (const {
    key,
    stored: { name },
  } of keys)
    expect(keyHolderOf(key, kept)?.name).toBe(name);
  expect(keyHolderOf('', kept)).toBeNull();
  expect(keyHolderOf('key', [])).toBeNull();
});
