import { execFileSync, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadConfig } from '../../src/config/settings.ts';
import { keyHolderOf } from '../../src/http/guards/keyHolder.ts';
import { newGatewayKey } from './gatewayKey.ts';

const script = fileURLToPath(new URL('../../scripts/key.js', import.meta.url));

function runScript(...args: string[]) {
  const printed = execFileSync(process.execPath, [script, ...args], { encoding: 'utf8' });
  const [, key = '', entry = ''] = /^x-gateway-key: (\S+)\nGATEWAY_KEYS: {2}(\S+)\n$/.exec(printed) ?? [];
  return { key, entry };
}

test('npm run key prints a key and its entry for GATEWAY_KEYS', () => {
  const { key, entry } = runScript('web');
  expect(key).toMatch(/^[\w-]{43}$/);
  expect(entry).not.toContain(key);
  const { keys } = loadConfig({ GATEWAY_KEYS: entry });
  expect(keyHolderOf(key, keys)).toEqual({ name: 'web', readOnly: false });
});

test('it generates a new key each time, read-only on request', () => {
  const [one, two] = [runScript('screen', 'read'), runScript('screen', 'read')];
  expect(one.key).not.toBe(two.key);
  const { keys } = loadConfig({ GATEWAY_KEYS: `${one.entry},${two.entry}` });
  expect(keyHolderOf(two.key, keys)).toEqual({ name: 'screen', readOnly: true });
});

test.each([[['two words']], [['web', 'write']], [['a:b']]])(
  'it rejects the arguments %j and prints its usage',
  (args) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^Usage: npm run key -- NAME \[read\]/);
  },
);

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
