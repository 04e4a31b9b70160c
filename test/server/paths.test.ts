import { expect, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { type GatewayOptions, startGateway } from '../support/gateway.ts';
import { startPair } from '../support/pair.ts';
import { openSocket, postText, requestText } from '../support/rawSocket.ts';

type Gateway = Awaited<ReturnType<typeof startGateway>>;

/** Clients and `URL` would change some of these paths, so they are written to the socket. */
async function ask(gateway: Gateway, text: string): Promise<string> {
  await using connection = await openSocket(gateway);
  connection.socket.end(text);
  await connection.closes();
  return connection.received();
}

const about = '{ beeper { sandbox } }';
const query = `query=${encodeURIComponent(about)}`;

const others = [
  '/anything/graphql',
  '/health/graphql',
  '/ready/graphql',
  '//graphql',
  '/graphql/',
  '/graphql//',
  '/%67raphql',
  '/graphql%2F',
  '/graphql%20',
  '/graphql%00',
  '/GraphQL',
  '/GRAPHQL',
  '/graphql;x',
  '/graphql;jsessionid=1',
  '/./graphql',
  '/x/../graphql',
  '/%2e/graphql',
  '/health/../graphql',
  '/graphql/.',
  '/graphql/x',
  '/graphql#x',
  '/graphql.json',
  '\\graphql'.replace('\\', '/\\'),
];

test.each(others)('the path %s gets 404 by every method, as does the health of the gateway', async (path) => {
  await using pair = await startPair({ graphiql: true });
  for (const text of [
    postText(about, {}, path),
    postText(about, {}, `${path}?op=About`),
    requestText(`GET ${path}?${query} HTTP/1.1`),
    requestText(`GET ${path} HTTP/1.1`, { headers: { accept: 'text/html' } }),
    requestText(`GET ${path.replaceAll(/graphql/gi, 'graphql/health')} HTTP/1.1`),
  ]) {
    const response = await ask(pair.gateway, text);
    expect(response).toMatch(/^HTTP\/1\.1 404 /);
    expect(response).toContain('Send GraphQL requests to the path /graphql.');
  }
  expect(pair.sandbox.calls).toEqual([]);
});

test.each(['/health/', '//health', '/%68ealth', '/x/../ready', '/READY', '/health;x'])(
  'the path %s is not that of the health of the gateway',
  async (path) => {
    await using pair = await startPair();
    expect(await ask(pair.gateway, requestText(`GET ${path} HTTP/1.1`))).toMatch(/^HTTP\/1\.1 404 /);
  },
);

test.each([{}, { path: '/api/graphql' }, { path: '/v1.2/my-graph_ql~x' }, { path: '/q' }])(
  'GraphQL is served at the path of the options %o and nowhere else',
  async (options: Partial<GatewayOptions>) => {
    await using sandbox = await startSandbox();
    await using gateway = await startGateway({ beeper: sandbox.url, graphiql: true, ...options });
    const { path = '/graphql' } = options;
    for (const text of [
      postText(about, {}, path),
      postText(about, {}, `${path}?op=About`),
      postText(about, {}, `${path}?`),
      requestText(`GET ${path}?${query} HTTP/1.1`),
      requestText(`GET ${path}?op=About&${query} HTTP/1.1`),
    ])
      expect(await ask(gateway, text)).toContain('{"data":{"beeper":{"sandbox":true}}}');

    const page = await ask(
      gateway,
      requestText(`GET ${path}?x=1 HTTP/1.1`, { headers: { accept: 'text/html' } }),
    );
    expect(page).toMatch(/^HTTP\/1\.1 200 /);
    expect(page).toContain(`"endpoint":"${path}"`);
    const root = await ask(gateway, requestText('GET /?x=1 HTTP/1.1', { headers: { accept: 'text/html' } }));
    expect(root).toMatch(/^HTTP\/1\.1 302 /);
    expect(root.toLowerCase()).toContain(`\r\nlocation: ${path}?x=1\r\n`);

    if (path === '/graphql') return;
    for (const other of ['/graphql', `/x${path}`, `${path}/graphql`]) {
      const response = await ask(gateway, postText(about, {}, other));
      expect(response).toMatch(/^HTTP\/1\.1 404 /);
      expect(response).toContain(`Send GraphQL requests to the path ${path}.`);
    }
  },
);
