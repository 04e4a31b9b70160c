import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Sandbox } from '../../src/sandbox/index.ts';
import { freePort } from '../../test/support/freePort.ts';

/** A process of the built server, and its resource usage (Linux only). */
export interface BuiltGateway {
  readonly origin: string;
  /** @returns the resident memory of the process in MiB. */
  rssMiB(): number;
  /** @returns the processor time of the process since its start, in milliseconds. */
  cpuMs(): number;
  stop(): void;
}

/**
 * Starts `dist/server.js` in front of `sandbox` and waits until it serves requests.
 * @param settings override the environment of the process.
 */
export async function startBuiltGateway(
  sandbox: Sandbox,
  settings: Record<string, string> = {},
): Promise<BuiltGateway> {
  const port = await freePort();
  const gateway = spawn(process.execPath, [fileURLToPath(new URL('../../dist/server.js', import.meta.url))], {
    env: {
      PATH: process.env.PATH,
      PORT: String(port),
      BEEPER_URL: sandbox.url,
      BEEPER_ACCESS_TOKEN: sandbox.token,
      GATEWAY_WRITES_PER_MINUTE: '0',
      XDG_STATE_HOME: await mkdtemp(join(tmpdir(), 'state-')),
      GATEWAY_REQUESTS_PER_MINUTE: '0',
      LOG_LEVEL: 'fatal',
      ...settings,
    },
    stdio: 'ignore',
  });
  const origin = `http://127.0.0.1:${port}`;
  while (!(await fetch(`${origin}/health`).catch(() => null))?.ok) {
    if (gateway.exitCode !== null) throw new Error('The gateway did not start. Run `npm run build` first.');
    await sleep(50);
  }
  const readProc = (file: string) => readFileSync(`/proc/${gateway.pid}/${file}`, 'utf8');
  return {
    origin,
    rssMiB: () => Number(/VmRSS:\s+(\d+)/.exec(readProc('status'))?.[1] ?? 0) / 1024,
    cpuMs() {
      // User and system time are the 12th and 13th field after the name in parentheses, in ticks of 10 ms.
      const fields = readProc('stat').split(') ')[1]?.split(' ') ?? [];
      return (Number(fields[11]) + Number(fields[12])) * 10;
    },
    stop: () => void gateway.kill('SIGTERM'),
  };
}
