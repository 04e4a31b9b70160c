import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../support/freePort.ts';
import { Running, startProcess } from '../support/process.ts';

/**
 * Builds OpenTelemetry's Collector, sends it the spans of the built gateway on its sandbox, and exits with 1 unless it
 * prints them. Needs Go and its module proxy; the first run compiles for some minutes.
 */
const version = 'v0.160.0';
const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(root, 'node_modules/.cache/collector');
const binary = join(folder, 'otelcol/otelcol');

execFileSync(process.execPath, [join(root, 'scripts/build.js'), '--if-needed'], { stdio: 'inherit' });
mkdirSync(folder, { recursive: true });
cpSync(join(import.meta.dirname, 'builder.yaml'), join(folder, 'builder.yaml'));
if (!existsSync(binary)) {
  const builder = `go.opentelemetry.io/collector/cmd/builder@${version}`;
  execFileSync('go', ['run', builder, '--config', 'builder.yaml'], { cwd: folder, stdio: 'inherit' });
}

const port = await freePort();
const settings = {
  receivers: { otlp: { protocols: { http: { endpoint: `127.0.0.1:${port}` } } } },
  exporters: { debug: { verbosity: 'detailed' } },
  service: {
    telemetry: { metrics: { level: 'none' } },
    pipelines: { traces: { receivers: ['otlp'], exporters: ['debug'] } },
  },
};
// JSON is YAML.
writeFileSync(join(folder, 'config.yaml'), JSON.stringify(settings));
const child = spawn(binary, ['--config', 'config.yaml'], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
// It logs to stderr.
child.stderr.on('data', (chunk) => child.stdout.emit('data', chunk));
await using collector = new Running(child);
await collector.prints(/Everything is ready/);

for (const compression of ['none', 'gzip']) {
  await using gateway = await startProcess({
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}`,
    OTEL_EXPORTER_OTLP_COMPRESSION: compression,
    OTEL_SERVICE_NAME: `gateway-${compression}`,
  });
  const query = `query Inbox_${compression} { chats(first: 1) { nodes { id } } }`;
  const url = new URL('/graphql', await gateway.origin());
  url.searchParams.set('query', query);
  await (await fetch(url)).text();
  gateway.kill('SIGTERM');
  await gateway.ends();
  await collector.prints(new RegExp(`service.name: Str\\(gateway-${compression}\\)`));
  const names = [`query Inbox_${compression}`, 'GET /v1/chats', 'GET /graphql'];
  for (const name of names) await collector.prints(new RegExp(`Name +: ${name}\n`));
  process.stdout.write(`${compression}: the collector ${version} printed ${names.join(', ')}\n`);
}
