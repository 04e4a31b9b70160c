import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../test/support/freePort.ts';
import { cpuMicroseconds } from '../compare/processes.ts';
import type { Contender } from './contenders.ts';

/** Times in milliseconds from the start of the process to its first answer, and memory in MiB at rest. */
export interface Sample {
  readonly wall: number;
  readonly cpu: number;
  readonly rss: number;
  /** Memory of the process alone. */
  readonly anonymous: number;
  /** Pages of files, such as Node's program, which processes share. */
  readonly file: number;
}

/** Until what the start left behind is collected, and helper threads have ended. */
const restMs = 3_000;
const stepMs = 2;

const schema = fileURLToPath(new URL('../../schema.graphql', import.meta.url));

/** Starts a contender once, sends `{ __typename }` until it is answered, lets the process rest, and ends it. */
export async function measure({ script }: Contender, settings: Record<string, string>): Promise<Sample> {
  const port = await freePort();
  const state = await mkdtemp(join(tmpdir(), 'state-'));
  const { PATH = '' } = process.env;
  const startedAt = performance.now();
  const child = spawn(process.execPath, [script], {
    env: {
      PATH,
      PORT: String(port),
      NODE_ENV: 'production',
      XDG_STATE_HOME: state,
      SCHEMA: schema,
      ...settings,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const pid = child.pid ?? 0;
  while (!(await isAnswered(port))) {
    if (child.exitCode !== null) throw new Error(`${script} ended with code ${child.exitCode}.`);
    await sleep(stepMs);
  }
  const wall = performance.now() - startedAt;
  const cpu = cpuMicroseconds(pid, new Map()) / 1_000;
  await sleep(restMs);
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const memory = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1_024;
  child.kill('SIGTERM');
  await once(child, 'exit');
  await rm(state, { recursive: true, force: true });
  return { wall, cpu, rss: memory('VmRSS'), anonymous: memory('RssAnon'), file: memory('RssFile') };
}

async function isAnswered(port: number): Promise<boolean> {
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', connection: 'close' },
    body: '{"query":"{ __typename }"}',
  }).catch(() => null);
  if (response === null) return false;
  if (!response.ok) throw new Error(`The first answer has status ${response.status}.`);
  await response.text();
  return true;
}
