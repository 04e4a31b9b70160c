import { startSandbox } from '../../src/sandbox/index.ts';
import { startGateway } from '../federation/gateway.ts';
import { listen } from '../listen.ts';
import { createPageServer } from '../pageServer.ts';

/**
 * Serves the page, and a gateway in front of a sandbox. The page is at PORT or 4300, the gateway on a free port: the page's
 * origin is another one than the gateway's, as it mostly is, and listed in GATEWAY_ORIGINS.
 */
async function main(): Promise<void> {
  const stopSignal = new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });

  const settings = { url: '' };
  await using page = await listen(
    createPageServer(new URL('.', import.meta.url), () => settings),
    Number(process.env.PORT ?? 4300),
  );
  await using sandbox = await startSandbox();
  await using gateway = await startGateway({
    BEEPER_URL: sandbox.url,
    BEEPER_ACCESS_TOKEN: sandbox.token,
    GATEWAY_STORE: 'memory:',
    GATEWAY_ORIGINS: page.origin,
  });
  settings.url = `${gateway.origin}/graphql`;

  console.log(`Gateway    ${settings.url}`);
  console.log(`Page       ${page.origin}   The chat “One of each” has a file of each kind.`);
  await stopSignal;
}

await main();
