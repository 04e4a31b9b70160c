import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import { freePort } from '../support/freePort.ts';
import { startProcess } from '../support/process.ts';
import { findOrInstall, installTimeoutMs } from '../support/programs.ts';

const ops = (path: string) => fileURLToPath(new URL(`../../ops/${path}`, import.meta.url));
const run = promisify(execFile);

let promtool: string;
beforeAll(async () => {
  promtool = await findOrInstall('promtool');
}, installTimeoutMs);

interface Panel {
  readonly title: string;
  readonly targets?: readonly { readonly expr: string }[];
}

/** The expressions of the dashboard, as Grafana sends them. */
const panelQueries = async (): Promise<{ title: string; query: string }[]> => {
  const { panels } = JSON.parse(await readFile(ops('grafana/dashboard.json'), 'utf8')) as { panels: Panel[] };
  return panels.flatMap(({ title, targets = [] }) =>
    targets.map(({ expr }) => ({
      title,
      query: expr.replaceAll('$__rate_interval', '10s').replaceAll('$instance', '.*'),
    })),
  );
};

test('the alert rules and the example of a scrape are valid, and each alert fires when it should', async () => {
  const cwd = ops('prometheus');
  const checked = await run(promtool, ['check', 'config', 'prometheus.yml'], { cwd });
  expect(checked.stdout).toContain('1 rule files found');
  await run(promtool, ['test', 'rules', 'alerts.test.yml'], { cwd });
  const [rules, tests] = await Promise.all(
    ['alerts.yml', 'alerts.test.yml'].map((file) => readFile(ops(`prometheus/${file}`), 'utf8')),
  );
  const alerts = [...(rules ?? '').matchAll(/- alert: (\w+)/g)].map(([, name]) => name);
  expect(alerts.length).toBeGreaterThan(5);
  for (const alert of alerts)
    expect(tests).toContain(`alertname: ${alert}\n        exp_alerts:\n          -`);
});

test('a Prometheus that scrapes the gateway has data for the panels and the alerts', async () => {
  const [prometheus, metricsPort, port] = await Promise.all([
    findOrInstall('prometheus'),
    freePort(),
    freePort(),
  ]);
  await using gateway = await startProcess({ METRICS_PORT: String(metricsPort) });
  const origin = await gateway.origin();
  const send = (query: string) =>
    fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
  const scraped = await fetch(`http://127.0.0.1:${metricsPort}/metrics`);
  expect(scraped.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  expect((await fetch(`http://127.0.0.1:${metricsPort}/graphql`)).status).toBe(404);
  expect((await fetch(`${origin}/metrics`)).status).toBe(404);

  const folder = await mkdtemp(join(tmpdir(), 'prometheus-'));
  const config = (await readFile(ops('prometheus/prometheus.yml'), 'utf8'))
    .replace('scrape_interval: 15s', 'scrape_interval: 1s')
    .replace('127.0.0.1:9464', `127.0.0.1:${metricsPort}`)
    .replace('alerts.yml', ops('prometheus/alerts.yml'));
  await writeFile(join(folder, 'prometheus.yml'), config);
  const child = spawn(
    prometheus,
    [
      `--config.file=${folder}/prometheus.yml`,
      `--storage.tsdb.path=${folder}`,
      `--web.listen-address=127.0.0.1:${port}`,
    ],
    { stdio: 'ignore' },
  );
  const exited = once(child, 'exit');
  try {
    const ask = async (query: string) => {
      const url = `http://127.0.0.1:${port}/api/v1/query?${new URLSearchParams({ query })}`;
      const answer = await fetch(url).catch(() => null);
      return (await answer?.json()) as { status: string; data: { result: unknown[] } } | undefined;
    };
    const [operations, accounts] = ['{ beeper { sandbox } }', '{ accounts { id } }'];
    const up = async () => (await ask('up == 1'))?.data.result.length;
    await expect.poll(up, { timeout: 30_000, interval: 200 }).toBe(1);
    // Rates need two scrapes that differ.
    const rate = 'rate(beeper_graphql_operations_total[10s]) > 0';
    const hasRate = async () => {
      for (const query of [operations, accounts, '{', '{ nothing }']) await (await send(query)).text();
      return (await ask(rate))?.data.result.length;
    };
    await expect.poll(hasRate, { timeout: 15_000, interval: 200 }).toBeGreaterThan(0);

    const queries = await panelQueries();
    expect(queries.length).toBeGreaterThan(20);
    const without: string[] = [];
    for (const { title, query } of queries) {
      const answer = await ask(query);
      expect(answer, query).toMatchObject({ status: 'success' });
      if (answer?.data.result.length === 0) without.push(title);
    }
    // No call of the store in memory fails.
    expect(without).toEqual(['Errors of the store']);

    const { body } = await scrape(metricsPort);
    const rules = await readFile(ops('prometheus/alerts.yml'), 'utf8');
    const texts = [rules, ...queries.map(({ query }) => query)].join('\n');
    const names = new Set(texts.match(/\b(beeper_graphql|http_(server|client)|nodejs|process)_[a-z_0-9]+/g));
    expect(names.size).toBeGreaterThan(15);
    const missing = [...names].filter(
      (name) => !body.includes(`# TYPE ${name.replace(/_(bucket|count|sum)$/, '')} `),
    );
    expect(missing).toEqual([]);
    await lint(body);
  } finally {
    child.kill('SIGKILL');
    await exited;
    await rm(folder, { recursive: true });
  }
});

const scrape = async (port: number) => ({
  body: await (await fetch(`http://127.0.0.1:${port}/metrics`)).text(),
});

/** What Prometheus' own linter says of our metrics; those of prom-client have names that it does not like. */
async function lint(body: string): Promise<void> {
  const child = spawn(promtool, ['check', 'metrics'], { stdio: ['pipe', 'ignore', 'pipe'] });
  let report = '';
  child.stderr?.on('data', (chunk) => {
    report += chunk;
  });
  child.stdin?.end(body);
  await once(child, 'close');
  expect(report.split('\n').filter((line) => /^(beeper_graphql|http_)/.test(line))).toEqual([]);
}
