import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface RunningGateway extends AsyncDisposable {
  /** http://127.0.0.1:PORT */
  readonly origin: string;
  /** Resolves once the gateway has ended, also by itself. */
  readonly ended: Promise<void>;
}

/**
 * Starts the gateway as a separate process. It has its own process group, so Ctrl+C does not reach it: it stops when the
 * result is disposed, after the router.
 * @param settings as in `.env.example`. The gateway gets no other settings from the environment.
 * @throws {Error} if the gateway exits before it is ready. It prints the reason to stderr.
 */
export async function startGateway(settings: Record<string, string>): Promise<RunningGateway> {
  const { PATH = '' } = process.env;
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', fileURLToPath(new URL('../../src/main.ts', import.meta.url))],
    {
      cwd: fileURLToPath(new URL('.', import.meta.url)),
      env: { PATH, PORT: '0', ...settings },
      stdio: ['ignore', 'pipe', 'inherit'],
      detached: true,
    },
  );
  const ended = once(child, 'exit').then(() => {});
  for await (const line of createInterface({ input: child.stdout })) {
    const origin = /^GraphQL +(http:\S+)\/graphql/.exec(line)?.[1];
    if (!origin) continue;
    child.stdout.resume();
    return {
      origin,
      ended,
      async [Symbol.asyncDispose]() {
        child.kill('SIGTERM');
        await ended;
      },
    };
  }
  throw new Error('The gateway exited before it was ready.');
}
