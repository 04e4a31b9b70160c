import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../support/freePort.ts';
import { findOrInstall } from '../../support/programs.ts';
import { eventually } from './machine.ts';

/**
 * Runs a Prometheus until a target is scraped.
 * @param scrapeConfigs entries of `scrape_configs`.
 * @throws {Error} if no target of the job `job` is up within 30 s.
 */
export async function scrapeOnce(scrapeConfigs: string, job: string): Promise<void> {
  const program = await findOrInstall('prometheus');
  const port = await freePort();
  const folder = await mkdtemp(join(tmpdir(), 'prometheus-'));
  const file = join(folder, 'prometheus.yml');
  await writeFile(file, `global: { scrape_interval: 1s }\nscrape_configs:\n${scrapeConfigs}`);
  const options = [`--config.file=${file}`, `--storage.tsdb.path=${join(folder, 'data')}`];
  const child = spawn(program, [...options, `--web.listen-address=127.0.0.1:${port}`], { stdio: 'ignore' });
  const exit = once(child, 'exit');
  const query = encodeURIComponent(`up{job="${job}"} == 1`);
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
