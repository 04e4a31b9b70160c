import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RequestRecord } from '../../src/common/requestRecord.ts';
import { limitConnections } from '../../src/http/connectionLimit.ts';
import { createLog } from '../../src/http/log.ts';
import { createMetrics } from '../../src/telemetry/metrics.ts';
import { kishan } from '../support/people.ts';
import { openSocket } from '../support/rawSocket.ts';
import { type Measured, startMeasured } from './measured.ts';

let gateway: Measured;
beforeAll(async () => {
  gateway = await startMeasured({ BEEPER_TIMEOUT_MS: '60000' });
});
afterAll(() => gateway[Symbol.asyncDispose]());

const answers = 'http_server_request_duration_seconds_count';
const operations = 'beeper_graphql_operations_total';
const calls = 'http_client_request_duration_seconds_count';

/** @returns by how much a metric grows during `act`. */
async function growth(
  act: () => Promise<unknown>,
  name: string,
  ...labels: readonly string[]
): Promise<number> {
  const before = (await gateway.value(name, ...labels)) ?? 0;
  await act();
  return ((await gateway.value(name, ...labels)) ?? 0) - before;
}

const get = async (path: string, headers = {}) =>
  (await fetch(gateway.origin + path, { headers })).arrayBuffer();

const put = (path: string) => fetch(gateway.origin + path, { method: 'PUT', body: 'x' });

test.each([
  ['an operation', () => gateway.send('{ beeper { sandbox } }'), 'operation', 'POST', 200],
  ['a refused one', () => gateway.send('{'), 'refused', 'POST', 200],
  ['a path that does not exist', () => get('/nowhere'), 'refused', 'GET', 404],
  ['a probe', () => get('/health'), 'probe', 'GET', 200],
  ['an unknown address of a file', () => get('/assets/c4n4ry'), 'refused', 'GET', 404],
  ['an unknown address of an upload', () => put('/uploads/c4n4ry'), 'refused', 'PUT', 404],
  ['an unusual method', () => fetch(`${gateway.origin}/x`, { method: 'PROPFIND' }), 'refused', '_OTHER', 404],
])('%s is counted once, by method, status and outcome', async (_what, act, outcome, method, status) => {
  const labels = [
    `outcome="${outcome}"`,
    `http_request_method="${method}"`,
    `http_response_status_code="${status}"`,
  ];
  const ofAll = (await gateway.value(answers)) ?? 0;
  expect(await growth(act, answers, ...labels)).toBe(1);
  expect(await gateway.value(answers)).toBe(ofAll + 1);
});

test('what is not HTTP is counted', async () => {
  const act = async () => {
    await using connection = await openSocket(gateway);
    connection.socket.end('no HTTP\r\n\r\n');
    await connection.closes();
  };
  expect(await growth(act, 'beeper_graphql_requests_refused_total', 'reason="http"')).toBe(1);
});

test('a caller that leaves is counted with status 499, and its operation as left', async () => {
  gateway.sandbox.next('GET /v1/accounts', { hang: true });
  const caller = new AbortController();
  const before = gateway.sandbox.calls.length;
  const asked = fetch(`${gateway.origin}/graphql?query={accounts{id}}`, { signal: caller.signal });
  await expect.poll(() => gateway.sandbox.calls.length).toBeGreaterThan(before);
  expect(await gateway.value('beeper_graphql_requests_running')).toBe(1);
  expect(await gateway.value('beeper_graphql_upstream_calls_running', 'pool="all"')).toBe(1);
  caller.abort();
  await asked.catch(() => {});
  await expect.poll(() => gateway.value(answers, 'outcome="left"')).toBe(1);
  expect(await gateway.value(answers, 'http_response_status_code="499"')).toBe(1);
  expect(await gateway.value(operations, 'result="left"')).toBe(1);
  await expect.poll(() => gateway.value('beeper_graphql_requests_running')).toBe(0);
  expect(await gateway.value(calls, 'error_type="caller-gone"')).toBe(1);
});

const start = (alias: string, user: string, key = '') =>
  `${alias}: startChat(${key} input: { accountID: "playground", user: { ${user} } }) { __typename }`;
const limited = 'username: "rate-limited"';

test.each([
  ['a query', 'query Plain { beeper { sandbox } }', 'Plain', 'query', 'ok'],
  ['an error', 'query Failing { chat(id: "x") { id } }', 'other', 'query', 'UPSTREAM_ERROR'],
  [
    'a mutation',
    `mutation Limited { ${start('a', limited)} }`,
    'Limited',
    'mutation',
    'BeeperRateLimitedError',
  ],
  [
    'two results',
    `mutation Two { ${start('a', limited)} ${start('b', 'username: "not-found"')} }`,
    'Two',
    'mutation',
    'mixed',
  ],
  ['no name', '{ beeper { sandbox } }', 'anonymous', 'query', 'ok'],
])('operations are counted by name, type and result: %s', async (_what, query, name, type, result) => {
  gateway.sandbox.always('GET /v1/chats/{chatID}', { status: 500 });
  const labels = [
    `graphql_operation_name="${name}"`,
    `graphql_operation_type="${type}"`,
    `result="${result}"`,
  ];
  expect(await growth(() => gateway.send(query), operations, ...labels)).toBe(1);
  expect(
    await gateway.value('beeper_graphql_operation_duration_seconds_count', labels[0] ?? ''),
  ).toBeGreaterThan(0);
  gateway.sandbox.always('GET /v1/chats/{chatID}', null);
});

test('calls to Beeper are counted by route, method, status and dialect, and repeats as such', async () => {
  gateway.sandbox.next('GET /v1/accounts', { status: 503 });
  const route = ['url_template="/v1/accounts"', 'http_request_method="GET"', 'beeper_dialect="split"'];
  await gateway.send(`mutation { ${start('a', limited)} }`);
  const ask = () => gateway.send('{ accounts { id } }');
  expect(await growth(ask, 'beeper_graphql_upstream_repeats_total')).toBe(1);
  expect(await growth(ask, calls, ...route, 'http_response_status_code="200"')).toBe(1);
  expect(await gateway.value(calls, ...route, 'http_response_status_code="503"')).toBe(1);
  await gateway.send('{ chat(id: "!NCdzlIaMjZUmvmvyHU:beeper.com") { id } }');
  expect(await gateway.value(calls, 'url_template="/v1/chats/{chatID}"')).toBeGreaterThan(0);
});

test('idempotency keys are counted by what became of them', async () => {
  const person = 'id: "@kishan:beeper.com"';
  const keyed = (key: string, more = '') =>
    gateway.send(
      `mutation { startChat(idempotencyKey: "metrics-${key}", input: { accountID: "matrix", user: { ${person} } ${more} }) { __typename } }`,
    );
  const sent = (key: string) =>
    gateway.send(
      `mutation { sendMessage(idempotencyKey: "metrics-${key}", input: { chatID: "${kishan.chatID}", content: { text: "Hello" } }) { __typename } }`,
    );
  const count = (outcome: string) =>
    gateway.value('beeper_graphql_idempotency_keys_total', `outcome="${outcome}"`);
  await keyed('0001');
  await keyed('0001');
  await keyed('0001', 'messageText: "Other"');
  gateway.sandbox.next('POST /v1/chats/start', { reset: 'after' });
  await keyed('0002');
  gateway.sandbox.next('POST /v1/chats/{chatID}/messages', { status: 502, performs: true });
  await sent('0003');
  expect(await count('claimed')).toBe(3);
  expect(await count('replayed')).toBe(1);
  expect(await count('mismatched')).toBe(1);
  expect(await count('unknown')).toBe(1);
  expect(await count('found')).toBe(1);
});

test('unknown outcomes are counted with an idempotency key and without', async () => {
  const unknown = 'beeper_graphql_outcomes_unknown_total';
  for (const key of ['', 'idempotencyKey: "metrics-0004",']) {
    gateway.sandbox.next('POST /v1/chats/start', { reset: 'after' });
    const write = () =>
      gateway.send(
        `mutation { startChat(${key} input: { accountID: "matrix", user: { id: "@kishan:beeper.com" } }) { __typename } }`,
      );
    expect(await growth(write, unknown)).toBe(1);
  }
});

test('the last deadline is within the buckets, and most answers are told apart', async () => {
  const text = await gateway.scrape();
  const limits = [
    ...text.matchAll(
      /^http_server_request_duration_seconds_bucket\{le="([^"]+)",http_request_method="POST",http_response_status_code="200",outcome="operation"/gm,
    ),
  ].map(([, limit]) => Number(limit));
  expect(limits.filter((limit) => limit <= 0.05).length).toBeGreaterThanOrEqual(5);
  expect(limits.filter((limit) => limit > 60 && Number.isFinite(limit)).length).toBeGreaterThanOrEqual(1);
});

test('Beeper’s readiness is what was found last, and a scrape makes no call', async () => {
  const ready = 'beeper_graphql_beeper_ready';
  const before = gateway.sandbox.calls.length;
  expect(await gateway.value(ready)).toBe(null);
  expect(gateway.sandbox.calls).toHaveLength(before);
  await gateway.readiness();
  expect(await gateway.value(ready)).toBe(1);
});

test('connections that are refused are counted', async () => {
  const { http, connections } = gateway.server;
  limitConnections(http, 1 + connections.size, createLog({ level: 'silent' }));
  const { hostname, port } = new URL(gateway.origin);
  const sockets = [1, 2, 3].map(() => connect(Number(port), hostname).on('error', () => {}));
  const refused = () => gateway.value('beeper_graphql_connections_refused_total');
  await expect.poll(refused).toBeGreaterThanOrEqual(1);
  http.maxConnections = Number.POSITIVE_INFINITY;
  await Promise.all(sockets.map((socket) => (socket.destroyed ? null : once(socket.destroy(), 'close'))));
});

test('an open circuit, an unusable store and what they reject are visible', async () => {
  await using failing = await startMeasured({
    BEEPER_URL: 'http://127.0.0.1:9',
    GATEWAY_STORE: 'redis://127.0.0.1:9',
  });
  expect(await failing.value('beeper_graphql_circuit_state', 'state="closed"')).toBe(1);
  for (let count = 0; count < 3; count++) await failing.send('{ accounts { id } }');
  expect(await failing.value('beeper_graphql_circuit_state', 'state="closed"')).toBe(0);
  expect(
    await failing.value('beeper_graphql_upstream_calls_rejected_total', 'reason="circuit-open"'),
  ).toBeGreaterThan(0);
  expect(await failing.value(calls, 'error_type="connection"')).toBeGreaterThan(0);
  expect(await failing.value('beeper_graphql_store_up')).toBe(0);
  expect(await failing.value('beeper_graphql_store_errors_total', 'kind="UNREACHABLE"')).toBeGreaterThan(0);
});

test('files are counted by route, with their bytes, and never by address', async () => {
  const metrics = createMetrics({
    version: '1.0.0',
    timeoutMs: 1_000,
    hasTrustedDocuments: false,
    dialect: () => null,
  });
  const end = (method: string, values: Partial<RequestRecord>) => {
    const record = new RequestRecord({ method, traceparent: null, keepsCalls: false });
    metrics.observer.onEnd(Object.assign(record, values));
  };
  end('GET', { route: 'assets', status: 206, bytes: 1_000 });
  end('GET', { route: 'assets', status: 404, bytes: 60, refusal: { code: 'NOT_FOUND', reason: 'seal' } });
  end('PUT', { route: 'uploads', status: 200, bytes: 90, receivedBytes: 5_000 });
  end('PUT', { route: 'uploads', status: 499, receivedBytes: 300 });

  const { body } = await metrics.scrape();
  expect(body.match(/^beeper_graphql_file_bytes_total.*/gm)).toEqual([
    'beeper_graphql_file_bytes_total{route="assets"} 1000',
    'beeper_graphql_file_bytes_total{route="uploads"} 5300',
  ]);
  const outcomes = [...body.matchAll(/^http_server_request_duration_seconds_count\{(.*)\} 1$/gm)].map(
    ([, labels]) => labels,
  );
  expect(outcomes.map((labels) => /outcome="(\w+)"/.exec(labels ?? '')?.[1])).toEqual([
    'assets',
    'refused',
    'uploads',
    'left',
  ]);
});

test('reloads, and the time of the last success, are metrics', async () => {
  const reloads = { total: 3, failed: 1, lastSucceeded: false, succeededAt: 1_700_000_000_000 };
  const metrics = createMetrics({
    version: '1.0.0',
    timeoutMs: 1_000,
    hasTrustedDocuments: false,
    dialect: () => null,
  });
  metrics.addReloads(reloads);
  const read = async () => (await metrics.scrape()).body.match(/^beeper_graphql_\w*reload.*/gm);
  expect(await read()).toEqual([
    'beeper_graphql_last_reload_successful 0',
    'beeper_graphql_last_reload_success_timestamp_seconds 1700000000',
    'beeper_graphql_reloads_total{result="succeeded"} 2',
    'beeper_graphql_reloads_total{result="failed"} 1',
  ]);
});
