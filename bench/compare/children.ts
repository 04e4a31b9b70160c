import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Size } from './bodies.ts';
import type { Job, Result } from './load.ts';

/** The two processes around the contenders: the upstream and the load. They end with this process. */

const forkScript = (name: string): ChildProcess =>
  fork(fileURLToPath(new URL(name, import.meta.url)), { execArgv: ['--import', 'tsx'] });

export interface Upstream {
  readonly url: string;
  /** @returns the calls by route since the last time. */
  takeCalls(): Promise<Readonly<Record<string, number>>>;
  resize(size: Size): Promise<void>;
  stop(): void;
}

export async function startUpstream(): Promise<Upstream> {
  const child = forkScript('upstream.ts');
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  const url = `http://127.0.0.1:${port}`;
  const ask = async (path: string) => (await fetch(`${url}/bench/${path}`)).json();
  return {
    url,
    takeCalls: () => ask('calls') as Promise<Record<string, number>>,
    async resize({ items, participants }) {
      await ask(`size?items=${items}&participants=${participants}`);
    },
    stop: () => child.disconnect(),
  };
}

export interface Load {
  /** @throws {Error} where an answer is not as expected: wrong answers must not count as fast ones. */
  run(job: Job): Promise<Result>;
  stop(): void;
}

export function startLoad(): Load {
  const child = forkScript('load.ts');
  return {
    async run(job) {
      child.send(job);
      const [result] = (await once(child, 'message')) as [Result];
      return result;
    },
    stop: () => child.disconnect(),
  };
}
