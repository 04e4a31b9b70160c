import { expect, test } from 'vitest';
import { type Running, startProcess } from '../support/process.ts';
import { newGatewayKey } from './gatewayKey.ts';
import { post, rawRequest } from './rawRequest.ts';

const mark = 'c4n4ry';

/** Stops the gateway and returns its output. */
async function printedBy(gateway: Running): Promise<string> {
  gateway.kill('SIGTERM');
  await gateway.ends();
  return gateway.stdout + gateway.stderr;
}

test('no content of rejected requests is printed at any log level', async () => {
  const [web, screen] = [newGatewayKey('web'), newGatewayKey('screen', { readOnly: true })];
  await using gateway = await startProcess({
    GATEWAY_KEYS: `${web.entry},${screen.entry}`,
    GATEWAY_ASSET_SECRET: mark.repeat(8),
    LOG_LEVEL: 'trace',
  });
  const origin = await gateway.origin();
  const query = `{ beeper { ${mark}: sandbox } }`;
  const withKey = { 'x-gateway-key': web.key };
  const requests = [
    post(query, { 'x-gateway-key': `${mark}-key` }),
    post(query, { ...withKey, host: `${mark}.example` }),
    post(query, { ...withKey, origin: `https://${mark}.example` }),
    post(
      `mutation ${mark} { startChat(input: { accountID: "${mark}", user: { id: "x" } }) { __typename } }`,
      {
        'x-gateway-key': screen.key,
      },
    ),
    post(`{ ${`${mark} `.repeat(32_001)} }`, withKey),
    post(`{ chats(first: 200) { nodes { ${mark}: messages(first: 200) { nodes { id } } } } }`, withKey),
    { ...post('', { ...withKey }), body: `{"query":"${mark}","variables":${'['.repeat(1_000)}` },
    { path: `/graphql?query=${mark}`, headers: { 'sec-fetch-site': 'cross-site', host: `${mark}:1:1` } },
  ];
  const statuses = [];
  for (const request of requests) statuses.push((await rawRequest(origin, request)).status);
  expect(statuses).toEqual([401, 421, 403, 403, 200, 200, 400, 400]);
  const printed = await printedBy(gateway);
  expect(printed).toContain('Shutting down');
  for (const secret of [mark, web.key, screen.key, web.stored.hash.toString('hex')])
    expect(printed).not.toContain(secret);
});

test('the password of an unreachable store and the data for it are not printed', async () => {
  await using gateway = await startProcess({
    GATEWAY_STORE: `redis://somebody:${mark}-password@127.0.0.1:9/`,
    LOG_LEVEL: 'trace',
  });
  const origin = await gateway.origin();
  const write = `mutation { startChat(idempotencyKey: "${mark}-key", input: { accountID: "${mark}", user: { id: "${mark}" } }) { ... on BeeperError { code } } }`;
  const { text } = await rawRequest(origin, post(write, {}));
  expect(JSON.parse(text)).toEqual({ data: { startChat: { code: 'UNAVAILABLE' } } });
  const printed = await printedBy(gateway);
  expect(printed).toContain('store');
  expect(printed).toContain(
    'Warning: GATEWAY_STORE is a Redis, which replicas share, and GATEWAY_ASSET_SECRET',
  );
  expect(printed).not.toContain(mark);
});
