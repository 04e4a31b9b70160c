import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { loadConfig } from '../../src/config/settings.ts';
import { startProcess } from '../support/process.ts';

test('a port for metrics that another program uses is an error that names the setting', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await expect.poll(() => other.listening).toBe(true);
  const { port } = other.address() as AddressInfo;
  await using gateway = await startProcess({ METRICS_PORT: String(port) });
  expect(await gateway.ends()).toMatchObject({ code: 1 });
  expect(gateway.stderr).toMatch(/another program uses this port; set METRICS_PORT to another port\.\n$/);
  other.close();
});

test('metrics can’t have the port of the gateway', () => {
  expect(() => loadConfig({ METRICS_PORT: '4000' })).toThrow('METRICS_PORT must not be the same as PORT');
  expect(() => loadConfig({ METRICS_PORT: '5000', PORT: '5000' })).toThrow('METRICS_PORT');
  expect(loadConfig({ METRICS_PORT: '9464' })).toMatchObject({ metricsPort: 9464 });
});
