import {
  type Sandbox,
  type SandboxCall,
  type SandboxOptions,
  startSandbox,
} from '../../src/sandbox/index.ts';
import { type Gateway, type GatewayOptions, startGateway } from './gateway.ts';
import { versionOf } from './people.ts';

export interface Pair extends AsyncDisposable {
  readonly sandbox: Sandbox;
  readonly gateway: Gateway;
  /** The sandbox's calls with a method other than GET, in order. */
  writes(): SandboxCall[];
}

export type PairOptions = Omit<GatewayOptions, 'beeper'> &
  Omit<SandboxOptions, 'port' | 'token'> & { dialect?: keyof typeof versionOf };

/** Starts a sandbox with the given dialect (`split` by default) and a gateway in front of it. */
export async function startPair({ dialect = 'split', ...options }: PairOptions = {}): Promise<Pair> {
  const sandbox = await startSandbox({ appVersion: versionOf[dialect], ...options });
  const gateway = await startGateway({ beeper: sandbox.url, ...options });
  return {
    sandbox,
    gateway,
    writes: () => sandbox.calls.filter(({ method }) => method !== 'GET'),
    async [Symbol.asyncDispose]() {
      await gateway[Symbol.asyncDispose]();
      await sandbox.close();
    },
  };
}
