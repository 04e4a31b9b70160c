import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Sandbox } from '../../src/sandbox/index.ts';
import { freePort } from '../../test/support/freePort.ts';

/** The server as `npm run build` left it, in a process of its own, and what that process uses (Linux only). */
export interface BuiltGateway {
  readonly origin: string;
  /** @returns its resident memory in MiB. */
  rssMiB(): number;
  /** @returns the processor time that it has used since its start, in milliseconds. */
  cpuMs(): number;
  stop(): void;
}

/** Starts it in front of `sandbox` and waits until it is alive. */
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
      LOG_LEVEL: 'fatal',
      ...settings,
    },
    stdio: 'ignore',
  });
  const origin = `http://127.0.0.1:${port}`;
  while (!(await fetch(`${origin}/health`).catch(() => null))?.ok) {
    if (gateway.exitCode !== null) throw new Error('The gateway did not start: run `npm run build` first.');
    await wait(50);
  }
  const proc = (file: string) => readFileSync(`/proc/${gateway.pid}/${file}`, 'utf8');
  return {
    origin,
    rssMiB: () => Number(/VmRSS:\s+(\d+)/.exec(proc('status'))?.[1] ?? 0) / 1024,
    cpuMs() {
      // After the name in brackets: user and system time are the 12th and 13th field, in ticks of 10 ms.
      const fields = proc('stat').split(') ')[1]?.split(' ') ?? [];
      return (Number(fields[11]) + Number(fields[12])) * 10;
    },
    stop: () => void gateway.kill('SIGTERM'),
  };
}
