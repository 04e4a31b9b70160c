import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, test, vi } from 'vitest';
import { post } from '../support/mounted.ts';

const query = post('{ beeper { sandbox } }');
const expected = { data: { beeper: { sandbox: true } } };
const avatars = post('{ accounts { user { imgURL { contentURL } } } }');
const addressIn = async (response: Response) =>
  /http[^"]*\/assets\/[\w-]+/.exec(await response.text())?.[0] ?? '';
const silence = () => vi.spyOn(process.stdout, 'write').mockReturnValue(true);

test('the example serves in a server of node:http', async () => {
  const written = silence();
  const { startNodeServer } = await import('../../examples/mount/nodeServer.ts');
  const server = await startNodeServer(0);
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  expect(await (await fetch(`${origin}/api/graphql`, query)).json()).toEqual(expected);
  expect(await (await fetch(origin)).text()).toBe('A page of this server.\n');
  const address = await addressIn(await fetch(`${origin}/api/graphql`, avatars));
  expect((await fetch(address)).headers.get('content-type')).toMatch(/^image\//);
  expect((await fetch(address.replace('assets', 'uploads'), { method: 'PUT', body: 'x' })).status).toBe(404);
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
  written.mockRestore();
});

test('the example serves in Fastify', async () => {
  const written = silence();
  const { startFastify } = await import('../../examples/mount/fastifyServer.ts');
  const server = await startFastify(0);
  const origin = server.listeningOrigin;

  expect(await (await fetch(`${origin}/api/graphql`, query)).json()).toEqual(expected);
  expect(await (await fetch(origin)).text()).toBe('A page of this server.\n');
  const address = await addressIn(await fetch(`${origin}/api/graphql`, avatars));
  expect((await fetch(address)).headers.get('content-type')).toMatch(/^image\//);
  expect((await fetch(address.replace('assets', 'uploads'), { method: 'PUT', body: 'x' })).status).toBe(404);
  await server.close();
  written.mockRestore();
});

test('the example serves as a route handler of Next.js', async () => {
  const written = silence();
  const { GET, POST, PUT } = await import('../../examples/mount/nextRoute.ts');
  const url = 'http://localhost:3000/api/graphql';

  expect(await (await POST(new Request(url, query))).json()).toEqual(expected);
  expect((await GET(new Request(`${url}?query={__typename}`))).status).toBe(200);
  const address = await addressIn(await POST(new Request(url, avatars)));
  expect((await GET(new Request(address))).headers.get('content-type')).toMatch(/^image\//);
  const upload = { method: 'PUT', body: 'x' };
  expect((await PUT(new Request(address.replace('assets', 'uploads'), upload))).status).toBe(404);
  written.mockRestore();
});
