import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startCollector } from '../support/collector.ts';
import { type Running, startBuilt, startProcess } from '../support/process.ts';

const ask = async (gateway: Running) => {
  const answer = await fetch(`${await gateway.origin()}/graphql?query={beeper{sandbox}}`);
  expect(await answer.json()).toEqual({ data: { beeper: { sandbox: true } } });
};

/** So that only the end of the process can send what is there. */
const rarely = { OTEL_BSP_SCHEDULE_DELAY: '600000' };

test('the last spans arrive before a signal ends the process', async () => {
  await using collector = await startCollector();
  await using gateway = await startProcess(rarely, `OTEL_EXPORTER_OTLP_ENDPOINT=${collector.url}`);
  await ask(gateway);
  gateway.kill('SIGTERM');
  expect(await gateway.ends()).toEqual({ code: 0, signal: null });
  expect(collector.spans.map(({ name }) => name).toSorted()).toEqual(['GET /graphql', 'query']);
  expect(gateway.stdout).not.toContain('Traces lost');
});

test('a collector that hangs delays the end by two seconds at most', async () => {
  await using collector = await startCollector();
  collector.respond = () => {};
  await using gateway = await startProcess({ ...rarely, OTEL_EXPORTER_OTLP_ENDPOINT: collector.url });
  await ask(gateway);
  const signaledAt = performance.now();
  gateway.kill('SIGTERM');
  expect(await gateway.ends()).toEqual({ code: 0, signal: null });
  const tookMs = performance.now() - signaledAt;
  expect(collector.exports).toHaveLength(1);
  expect(gateway.stdout).toMatch(
    /"spans":2,"msg":"Traces lost: the collector did not take them before the end"/,
  );
  // The drain takes half a second. The rest is for a machine that is busy; the exporter would wait for 10 s.
  expect(tookMs).toBeGreaterThan(2_000);
  expect(tookMs).toBeLessThan(6_000);
});

test('the last spans arrive before an error ends the process', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'preload-'));
  const preload = join(folder, 'preload.mjs');
  await writeFile(preload, "process.on('SIGUSR2', () => { throw new Error('x'); });");
  await using collector = await startCollector();
  const env = { NODE_OPTIONS: `--import=${preload}`, OTEL_EXPORTER_OTLP_ENDPOINT: collector.url };
  await using gateway = await startProcess({ ...rarely, ...env });
  await ask(gateway);
  gateway.kill('SIGUSR2');
  expect(await gateway.ends()).toEqual({ code: 1, signal: null });
  await rm(folder, { recursive: true });
  expect(collector.spans).toHaveLength(2);
});

test('without a collector, nothing of the SDK is loaded', async () => {
  const chunks = (await readdir(new URL('../../dist', import.meta.url))).filter((name) =>
    /^tracing-/.test(name),
  );
  expect(chunks).toHaveLength(1);
  await using gateway = await startBuilt({}, { without: chunks });
  await ask(gateway);
  await using broken = await startBuilt(
    { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' },
    { without: chunks },
  );
  expect(await broken.ends()).toEqual({ code: 1, signal: null });
  expect(broken.stderr).toContain(chunks[0]);
});
