import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { newGatewayKey } from '../security/gatewayKey.ts';
import { type Subscription, subscribe as subscribeTo } from '../support/eventStream.ts';
import { freePort } from '../support/freePort.ts';
import type { Gateway } from '../support/gateway.ts';
import { type MountedFiles, mountFiles } from '../support/mountedFiles.ts';
import { type Running, startProcess } from '../support/process.ts';

const query = `subscription { chatEvents {
  __typename
  ... on BeeperLiveEnded {
    error { __typename code message remedy retryable ... on BeeperUnavailableError { retryAfterSeconds } }
  }
} }`;

const web = newGatewayKey('web');
const newWeb = newGatewayKey('web');
const app = newGatewayKey('app');
const screen = newGatewayKey('screen', { readOnly: true });

let files: MountedFiles;
let sandbox: Sandbox;
let gateway: Running;
let origin: string;
let metrics: string;
beforeAll(async () => {
  files = await mountFiles({ keys: [web, app, screen].map(({ entry }) => entry).join('\n') });
  sandbox = await startSandbox();
  const port = await freePort();
  metrics = `http://127.0.0.1:${port}/metrics`;
  gateway = await startProcess({
    NODE_ENV: 'production',
    BEEPER_URL: sandbox.url,
    BEEPER_ACCESS_TOKEN: sandbox.token,
    METRICS_PORT: String(port),
    GATEWAY_KEYS_FILE: files.pathOf('keys'),
    GATEWAY_STREAMS: '3',
    GATEWAY_STREAMS_PER_CALLER: '2',
    GATEWAY_SHUTDOWN_DELAY_MS: '60000',
  });
  origin = await gateway.origin();
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  await sandbox.close();
  await files[Symbol.asyncDispose]();
});

/** @returns the value of a metric with these labels, in the order in which they are printed. */
async function value(name: string, labels = ''): Promise<number> {
  const text = await (await fetch(metrics)).text();
  const line = text.split('\n').find((one) => one.startsWith(`${name}${labels}`));
  return Number(line?.split(' ').at(-1));
}

const send: Gateway['send'] = (document, variables, init) =>
  fetch(`${origin}/graphql`, {
    ...init,
    method: 'POST',
    headers: { 'content-type': 'application/json', ...init?.headers },
    body: JSON.stringify({ query: document, variables }),
  });

const subscribe = ({ key }: { readonly key: string }): Promise<Subscription> =>
  subscribeTo({ send }, query, { headers: { 'x-gateway-key': key } });

/** @returns the next event; of the last one, its error. */
async function nextOf(watching: Subscription) {
  const event = (await watching.next())?.data?.chatEvents;
  return event?.error ?? event;
}

const started = { __typename: 'BeeperLiveStarted' };

test('subscriptions are limited for each caller and in all, and counted in metrics', async () => {
  const open = [await subscribe(web), await subscribe(web)];
  for (const one of open) expect(await nextOf(one)).toEqual(started);
  const third = await subscribe(web);
  expect(await nextOf(third)).toMatchObject({
    __typename: 'BeeperRateLimitedError',
    message: 'The gateway allows 2 open subscriptions for each caller.',
    remedy: expect.stringContaining('GATEWAY_STREAMS_PER_CALLER'),
    retryable: true,
  });
  expect(await third.next()).toBeNull();
  open.push(await subscribe(app));
  expect(await nextOf(open[2] as Subscription)).toEqual(started);
  expect(await nextOf(await subscribe(app))).toMatchObject({
    __typename: 'BeeperRateLimitedError',
    message: 'The gateway allows 3 open subscriptions in all.',
    remedy: expect.stringContaining('GATEWAY_STREAMS sets'),
  });

  expect(await value('beeper_graphql_streams')).toBe(3);
  expect(await value('beeper_graphql_event_sockets')).toBe(1);
  for (const one of open) await one[Symbol.asyncDispose]();
  await expect.poll(() => value('beeper_graphql_streams')).toBe(0);
  await expect.poll(() => value('beeper_graphql_event_sockets')).toBe(0);
  const post = 'http_request_method="POST",http_response_status_code="200"';
  await expect
    .poll(() => value('http_server_request_duration_seconds_count', `{${post},outcome="stream"}`))
    .toBe(5);
});

test('a reload ends the subscriptions of a key that was replaced or removed, and no others', async () => {
  const [old, kept, gone] = [await subscribe(web), await subscribe(screen), await subscribe(app)];
  for (const one of [old, kept, gone]) expect(await nextOf(one)).toEqual(started);
  const nowWriting = screen.entry.replace(':read', '');
  await files.replace({ keys: [newWeb.entry, nowWriting].join('\n') });
  gateway.kill('SIGHUP');

  for (const one of [old, gone]) {
    expect(await nextOf(one)).toEqual({
      __typename: 'BeeperUnauthenticatedError',
      code: 'UNAUTHENTICATED',
      message: 'The key in the header x-gateway-key is no longer valid for this gateway.',
      remedy: 'Ask the operator of the gateway for a key.',
      retryable: false,
    });
    expect(await one.next()).toBeNull();
  }
  expect(await value('beeper_graphql_streams')).toBe(1);
  await kept[Symbol.asyncDispose]();
});

test('SIGTERM ends all subscriptions at once, refuses new ones, and waits for none', async () => {
  const watching = await subscribe(newWeb);
  expect(await nextOf(watching)).toEqual(started);
  const closing = {
    __typename: 'BeeperUnavailableError',
    code: 'UNAVAILABLE',
    message: 'The gateway is shutting down.',
    remedy: expect.any(String),
    retryable: true,
    retryAfterSeconds: 1,
  };
  gateway.kill('SIGTERM');

  expect(await nextOf(watching)).toEqual(closing);
  expect(await watching.next()).toBeNull();
  const later = await subscribe(newWeb);
  expect(later.response.headers.get('connection')).toBe('close');
  expect(await nextOf(later)).toEqual(closing);
  gateway.kill('SIGTERM');
  expect(await gateway.ends()).toEqual({ code: 0, signal: null });
});
