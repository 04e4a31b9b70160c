import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { expect, test } from 'vitest';
import { createSideListener } from '../../src/http/sideListener.ts';

test('connections beyond 256 are refused, and those that send nothing are closed, so that probes get through', async () => {
  const server = createSideListener({ '/health': () => ({ status: 200 }) });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  let closed = 0;
  const sockets = Array.from({ length: 300 }, () =>
    connect(port, '127.0.0.1')
      .on('error', () => {})
      .on('close', () => closed++),
  );
  await expect.poll(() => closed, { timeout: 4_000 }).toBe(44);

  const probe = () =>
    fetch(`http://127.0.0.1:${port}/health`).then(
      ({ status }) => status,
      () => 0,
    );
  await expect.poll(probe, { timeout: 10_000 }).toBe(200);

  for (const socket of sockets) socket.destroy();
  server.closeAllConnections();
  server.close();
});

test('a path that is the name of a method of objects is unknown, as any other', async () => {
  const server = createSideListener({});
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  for (const path of ['/constructor', '/__proto__', '/health'])
    expect((await fetch(`http://127.0.0.1:${port}${path}`)).status).toBe(404);
  server.closeAllConnections();
  server.close();
});
