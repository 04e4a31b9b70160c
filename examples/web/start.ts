import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import { startSandbox } from '../../src/sandbox/index.ts';
import { startGateway } from '../federation/gateway.ts';

/** Starts a sandbox in which people answer, a gateway in front of it, and the app at PORT or 5173. */
async function main(): Promise<void> {
  const stopSignal = new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });

  await using sandbox = await startSandbox({ life: true });
  await using gateway = await startGateway({
    BEEPER_URL: sandbox.url,
    BEEPER_ACCESS_TOKEN: sandbox.token,
    GATEWAY_STORE: 'memory:',
  });
  process.env.GATEWAY_URL = gateway.origin;
  const vite = await createServer({
    configFile: fileURLToPath(new URL('vite.config.ts', import.meta.url)),
    logLevel: 'warn',
    server: { port: Number(process.env.PORT ?? 5173), strictPort: true },
  });
  await vite.listen();
  console.log(`App        ${vite.resolvedUrls?.local[0]}`);
  console.log(`GraphiQL   ${gateway.origin}`);
  await stopSignal;
  await vite.close();
}

await main();
