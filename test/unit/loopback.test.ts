import { expect, test } from 'vitest';
import { isLoopback, loopbackNames } from '../../src/common/loopback.ts';
import { loadConfig } from '../../src/config/settings.ts';
import { toFileURL } from '../../src/schema/asset/publicURL.ts';

/** Whether a token may be used without keys while the gateway listens on `host`. */
function mayHoldToken(host: string): boolean {
  try {
    return loadConfig({ BEEPER_ACCESS_TOKEN: 'token', HOST: host }).host === host;
  } catch {
    return false;
  }
}

const bracketed = (host: string) => (host === '::1' || host === '::' ? `[${host}]` : host);

test.each([
  'localhost',
  'localhost.',
  'LocalHost',
  '127.0.0.1',
  '127.0.0.53',
  '127.255.255.254',
  '::1',
  '[::1]',
])('%s is loopback for HOST and in the URL of an asset', (host) => {
  expect(isLoopback(host)).toBe(true);
  expect(mayHoldToken(host)).toBe(true);
  expect(toFileURL(`http://${bracketed(host)}:23373/v1/assets/a.jpg`)).toBeNull();
});

test.each([
  '0.0.0.0',
  '::',
  '192.168.1.7',
  '128.0.0.1',
  '127.0.0.1.example',
  'localhost.example',
  'mylocalhost',
  'gateway.example',
])('%s is not loopback, neither for HOST nor in the URL of an asset', (host) => {
  expect(isLoopback(host)).toBe(false);
  expect(mayHoldToken(host)).toBe(false);
  expect(toFileURL(`https://${bracketed(host)}:23373/v1/assets/a.jpg`)).not.toBeNull();
});

test('every name that the gateway always accepts as Host is loopback', () => {
  expect(loadConfig({}).hosts).toEqual([...loopbackNames]);
  expect(loopbackNames.filter((name) => !isLoopback(name))).toEqual([]);
});
