import { fileURLToPath } from 'node:url';
import { type RunningGateway, startGateway } from '../federation/gateway.ts';
import { listen } from '../listen.ts';

/** The app at PORT or 5173. */
const port = Number(process.env.PORT || 5173);

/**
 * Starts a gateway with its sandbox, in which people answer, and the app. With GATEWAY_URL, only the app, in front of
 * that gateway.
 */
async function main(): Promise<void> {
  const stopSignal = new Promise<void>((resolve) => {
    // Each of them: npm passes on what the terminal has sent already.
    process.on('SIGINT', () => resolve());
    process.on('SIGTERM', () => resolve());
  });
  const own = process.listeners('SIGTERM');
  // Vite looks at the port last, after everything else has been started.
  await (await listen(() => {}, port))[Symbol.asyncDispose]();

  const { GATEWAY_URL } = process.env;
  // Without a BEEPER_URL, a gateway starts a sandbox of its own. The version says so even if somebody has logged in to a Beeper.
  await using ownGateway = GATEWAY_URL
    ? null
    : await startGateway({ SANDBOX_APP_VERSION: '4.3.73', GATEWAY_STORE: 'memory:' });
  const gateway = ownGateway?.origin ?? new URL(GATEWAY_URL ?? '').origin;
  process.env.GATEWAY_URL = gateway;
  const { createServer } = await import('vite');
  const vite = await createServer({
    configFile: fileURLToPath(new URL('vite.config.ts', import.meta.url)),
    logLevel: 'warn',
    server: { port, strictPort: true },
  });
  // Vite's would end this process before the gateway has stopped.
  for (const listener of process.listeners('SIGTERM')) {
    if (own.includes(listener)) continue;
    process.off('SIGTERM', listener);
    process.stdin.off('end', listener);
  }
  await using _closing = { [Symbol.asyncDispose]: () => vite.close() };
  await vite.listen();

  console.log(`App        ${vite.resolvedUrls?.local[0]}`);
  console.log(`GraphiQL   ${gateway}/graphql`);
  if (ownGateway) {
    console.log('Try        Write to somebody: an answer comes after three seconds.');
    console.log(
      '           Open Help for failures to try. Open a second tab. Go offline, write, and come back.',
    );
  }
  console.log('Stop       Ctrl+C');
  await Promise.race([stopSignal, ownGateway ? endOf(ownGateway) : stopSignal]);
}

/** @throws {Error} once the gateway has ended by itself. */
async function endOf(gateway: RunningGateway): Promise<void> {
  await gateway.ended;
  throw new Error(
    'The gateway has ended by itself, so the app ends too. Start it again: npm run example:web',
  );
}

/** @returns what the person who started it can do. */
function adviceOn(error: unknown): string {
  const { code, message = String(error) } = error as { code?: string; message?: string };
  if (code === 'EADDRINUSE') {
    return `Port ${port} is in use. Take another one: PORT=${port + 1} npm run example:web`;
  }
  if (code === 'ERR_MODULE_NOT_FOUND')
    return `A package is missing. Install the packages first: npm ci\n${message}`;
  return message;
}

try {
  await main();
} catch (error) {
  console.error(adviceOn(error));
  process.exitCode = 1;
}
