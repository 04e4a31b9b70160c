import type { RequestListener } from 'node:http';
import { afterEach, expect, test, vi } from 'vitest';
import { type Collector, startCollector } from '../support/collector.ts';
import { startTracedGateway, type TracedGateway } from './tracedGateway.ts';

let traced: TracedGateway | undefined;
afterEach(() => {
  vi.unstubAllEnvs();
  return traced?.[Symbol.asyncDispose]();
});

const short = { OTEL_EXPORTER_OTLP_TIMEOUT: '300' };

async function startWith(env: Record<string, string>, respond: RequestListener | null = null) {
  traced = await startTracedGateway(env);
  traced.collector.respond = respond;
  return traced;
}

/** Two spans each. */
async function ask({ post }: TracedGateway, times = 1): Promise<void> {
  for (let index = 0; index < times; index++) {
    const answer = await post('{ beeper { sandbox } }');
    expect(await answer.json()).toMatchObject({ data: { beeper: { sandbox: false } } });
  }
}

const linesOf = ({ log }: TracedGateway) =>
  log
    .filter(({ msg }) => msg !== 'Operation served')
    .map(({ level, msg, ...line }) => ({ level, msg, ...about(line) }));

const about = ({ spans, status, kind }: Record<string, unknown>) => ({ spans, status, kind });

const lost = 'Traces lost: the collector did not take them';

test('requests do not wait for a collector that hangs, and the end waits for as long as it is told', async () => {
  const gateway = await startWith({}, () => {});
  await ask(gateway);
  await expect.poll(() => gateway.collector.exports.length).toBe(1);
  await ask(gateway, 3);
  expect(gateway.counts).toEqual({ exported: 0, failed: 0, dropped: 0 });
  const before = performance.now();
  await gateway.flush(300);
  expect(performance.now() - before).toBeGreaterThan(290);
  expect(performance.now() - before).toBeLessThan(1_900);
  expect(linesOf(gateway)).toMatchObject([{ level: 40, msg: `${lost} before the end`, spans: 8 }]);
});

test('a collector that hangs fails the export after the timeout, with one line in a minute', async () => {
  const gateway = await startWith(short, () => {});
  await ask(gateway);
  await expect.poll(() => gateway.counts.failed).toBe(2);
  await ask(gateway);
  await expect.poll(() => gateway.counts.failed).toBe(4);
  expect(linesOf(gateway)).toEqual([{ level: 40, msg: lost, spans: 2, kind: 'timeout' }]);
});

test('a collector that is down is named in one line, and its return in another', async () => {
  const gateway = await startWith({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9', ...short });
  await ask(gateway);
  await expect.poll(() => gateway.counts.failed).toBe(2);
  expect(linesOf(gateway)).toEqual([{ level: 40, msg: lost, spans: 2, kind: 'ECONNREFUSED' }]);
});

test('the page of a collector that fails is not logged', async () => {
  const page = 'c4n4ry '.repeat(150_000);
  const gateway = await startWith({}, (_, response) => {
    response.writeHead(500, 'c4n4ry', { 'content-type': 'text/html' }).end(page);
  });
  await ask(gateway);
  await expect.poll(() => gateway.counts.failed).toBe(2);
  gateway.collector.respond = null;
  await ask(gateway);
  await expect.poll(() => gateway.counts.exported).toBe(2);
  expect(linesOf(gateway)).toMatchObject([
    { level: 40, msg: lost, spans: 2, status: 500 },
    { level: 30, msg: 'The collector takes traces again' },
  ]);
  expect(JSON.stringify(gateway.log)).not.toContain('c4n4ry');
});

test('a busy collector gets the spans again after the time that it names', async () => {
  const gateway = await startWith({}, (_, response) => {
    gateway.collector.respond = null;
    response.writeHead(429, { 'retry-after': '1' }).end();
  });
  await ask(gateway);
  await expect.poll(() => gateway.counts.exported).toBe(2);
  expect(gateway.collector.exports).toHaveLength(2);
  expect(linesOf(gateway)).toEqual([]);
});

test('a busy collector that names a longer time than there is loses them', async () => {
  const gateway = await startWith(short, (_, response) => {
    response.writeHead(503, { 'retry-after': '100' }).end();
  });
  await ask(gateway);
  await expect.poll(() => gateway.counts.failed).toBe(2);
  expect(linesOf(gateway)).toEqual([{ level: 40, msg: lost, spans: 2, kind: 'busy' }]);
});

test('the traces for which there is no room are dropped as a whole, with one line in a minute', async () => {
  const gateway = await startWith({ OTEL_BSP_MAX_QUEUE_SIZE: '5' }, () => {});
  await ask(gateway);
  await expect.poll(() => gateway.collector.exports.length).toBe(1);
  await ask(gateway, 6);
  expect(gateway.counts).toEqual({ exported: 0, failed: 0, dropped: 8 });
  expect(linesOf(gateway)).toMatchObject([
    { level: 40, msg: 'Traces lost: too many wait for the collector', spans: 2 },
  ]);
});

test('the collector of the traces has precedence over that of all signals', async () => {
  const other: Collector = await startCollector();
  const gateway = await startWith({ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: `${other.url}/own/path?tenant=1` });
  await ask(gateway);
  await expect.poll(() => other.spans.length).toBe(2);
  expect(other.exports[0]?.path).toBe('/own/path?tenant=1');
  expect(gateway.collector.exports).toEqual([]);
  await other[Symbol.asyncDispose]();
});

test('what the settings do not say is not taken from the environment of the process', async () => {
  const other = await startCollector();
  const inEnvironment = {
    OTEL_EXPORTER_OTLP_HEADERS: 'x-all=c4n4ry,x-own=c4n4ry',
    OTEL_EXPORTER_OTLP_TRACES_HEADERS: 'x-traces=c4n4ry',
    OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: other.url,
    OTEL_EXPORTER_OTLP_COMPRESSION: 'gzip',
    OTEL_EXPORTER_OTLP_TIMEOUT: '1',
    OTEL_RESOURCE_ATTRIBUTES: 'name=c4n4ry',
    OTEL_SERVICE_NAME: 'c4n4ry',
    OTEL_TRACES_SAMPLER: 'always_off',
  };
  for (const [name, value] of Object.entries(inEnvironment)) vi.stubEnv(name, value);
  const gateway = await startWith({ OTEL_EXPORTER_OTLP_TRACES_HEADERS: 'x-own=1' });
  await ask(gateway);
  await expect.poll(() => gateway.counts.exported).toBe(2);
  const [sent] = gateway.collector.exports;
  expect(sent?.headers).toMatchObject({ 'x-own': '1', 'content-type': 'application/x-protobuf' });
  expect(sent?.headers).not.toHaveProperty('content-encoding');
  expect(JSON.stringify([sent?.headers, sent?.resource])).not.toContain('c4n4ry');
  expect(other.exports).toEqual([]);
  await other[Symbol.asyncDispose]();
});

test.each([
  { OTEL_SDK_DISABLED: 'true' },
  { OTEL_TRACES_EXPORTER: 'none' },
  { OTEL_EXPORTER_OTLP_ENDPOINT: '' },
])('%j makes no spans', async (env) => {
  const gateway = await startWith(env);
  await ask(gateway);
  await expect.poll(() => gateway.log.length).toBe(1);
  expect(gateway.log[0]).not.toHaveProperty('traceID');
  expect(gateway.collector.exports).toEqual([]);
});
