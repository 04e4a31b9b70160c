import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../support/freePort.ts';
import { findOrInstall } from '../../support/programs.ts';
import { root } from './commands.ts';
import { eventually } from './machine.ts';

/**
 * Runs a Prometheus with the files in `ops/prometheus` until it has scraped the gateway.
 * @param metricsPort that of the gateway.
 * @throws {Error} if it has not within 30 s.
 */
export async function scrapeOnce(metricsPort: number): Promise<void> {
  const program = await findOrInstall('prometheus');
  const port = await freePort();
  const folder = await mkdtemp(join(tmpdir(), 'prometheus-'));
  const file = join(folder, 'prometheus.yml');
  const examples = join(root, 'ops/prometheus');
  await copyFile(join(examples, 'alerts.yml'), join(folder, 'alerts.yml'));
  const example = await readFile(join(examples, 'prometheus.yml'), 'utf8');
  await writeFile(
    file,
    example.replace(':9464', `:${metricsPort}`).replace('_interval: 15s', '_interval: 1s'),
  );
  const options = [`--config.file=${file}`, `--storage.tsdb.path=${join(folder, 'data')}`];
  const child = spawn(program, [...options, `--web.listen-address=127.0.0.1:${port}`], { stdio: 'ignore' });
  const exit = once(child, 'exit');
  const query = encodeURIComponent('up{job="beeper-graphql"} == 1');
  try {
    await eventually(async () => {
      const answer = await fetch(`http://127.0.0.1:${port}/api/v1/query?query=${query}`);
      const { data } = (await answer.json()) as { data: { result: unknown[] } };
      if (data.result.length === 0) throw new Error('Prometheus has not scraped the gateway.');
    });
  } finally {
    child.kill('SIGKILL');
    await exit;
    await rm(folder, { recursive: true, force: true });
  }
}
