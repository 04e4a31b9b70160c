import { execFileSync, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadConfig } from '../../src/config/settings.ts';
import { keyHolderOf } from '../../src/http/guards/keyHolder.ts';
import { aKey } from './aKey.ts';

const script = fileURLToPath(new URL('../../scripts/key.js', import.meta.url));

function makeKey(...args: string[]) {
  const printed = execFileSync(process.execPath, [script, ...args], { encoding: 'utf8' });
  const [, key = '', entry = ''] = /^x-gateway-key: (\S+)\nGATEWAY_KEYS: {2}(\S+)\n$/.exec(printed) ?? [];
  return { key, entry };
}

test('What makes keys prints one, and the entry that lets it in', () => {
  const { key, entry } = makeKey('web');
  expect(key).toMatch(/^[\w-]{43}$/);
  expect(entry).not.toContain(key);
  const { keys } = loadConfig({ GATEWAY_KEYS: entry });
  expect(keyHolderOf(key, keys)).toEqual({ name: 'web', readOnly: false });
});

test('It makes keys for reading, and each key anew', () => {
  const [one, two] = [makeKey('screen', 'read'), makeKey('screen', 'read')];
  expect(one.key).not.toBe(two.key);
  const { keys } = loadConfig({ GATEWAY_KEYS: `${one.entry},${two.entry}` });
  expect(keyHolderOf(two.key, keys)).toEqual({ name: 'screen', readOnly: true });
});

test.each([[['two words']], [['web', 'write']], [['a:b']]])('It refuses %j with how to call it', (args) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toMatch(/^Usage: npm run key -- NAME \[read\]/);
});

test('Each of many keys is found, and what is none is nobody’s', () => {
  const keys = Array.from({ length: 20 }, (_, index) => aKey(`caller-${index}`));
  const kept = keys.map((key) => key.kept);
  for (const {
    key,
    kept: { name },
  } of keys)
    expect(keyHolderOf(key, kept)?.name).toBe(name);
  expect(keyHolderOf('', kept)).toBeNull();
  expect(keyHolderOf('key', [])).toBeNull();
});
