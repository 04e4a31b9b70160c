import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface RunningGateway extends AsyncDisposable {
  /** http://127.0.0.1:PORT */
  readonly origin: string;
}

/**
 * Starts the gateway as it is run anywhere: a process of its own with its settings in the environment.
 * It leads a process group of its own, so that Ctrl+C ends it once, after the router in front of it.
 * @param settings as in `.env.example`; it finds no others.
 * @throws {Error} where it ends before it serves; it has said why on stderr by then.
 */
export async function startGateway(settings: Record<string, string>): Promise<RunningGateway> {
  const { PATH = '' } = process.env;
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', fileURLToPath(new URL('../../src/server.ts', import.meta.url))],
    {
      cwd: fileURLToPath(new URL('.', import.meta.url)),
      env: { PATH, PORT: '0', ...settings },
      stdio: ['ignore', 'pipe', 'inherit'],
      detached: true,
    },
  );
  const ended = once(child, 'exit');
  for await (const line of createInterface({ input: child.stdout })) {
    const origin = /^GraphQL +(http:\S+)\/graphql/.exec(line)?.[1];
    if (!origin) continue;
    child.stdout.resume();
    return {
      origin,
      async [Symbol.asyncDispose]() {
        child.kill('SIGTERM');
        await ended;
      },
    };
  }
  throw new Error('The gateway ended before it served.');
}
