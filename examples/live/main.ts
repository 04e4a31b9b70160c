import { startSandbox } from '../../src/sandbox/index.ts';
import { startGateway } from '../federation/gateway.ts';
import { listen } from '../listen.ts';
import { createPageServer } from '../pageServer.ts';

/**
 * Serves the page, and a gateway in front of a sandbox in which other people write. The page is at PORT or 4200, the gateway on
 * a free port: the page's origin is another one than the gateway's, as it mostly is, and listed in GATEWAY_ORIGINS.
 */
async function main(): Promise<void> {
  const stopSignal = new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });

  const settings = { url: '', user: 'sandbox' };
  await using page = await listen(
    createPageServer(new URL('.', import.meta.url), () => settings),
    Number(process.env.PORT ?? 4200),
  );
  await using sandbox = await startSandbox({ life: true });
  await using gateway = await startGateway({
    BEEPER_URL: sandbox.url,
    BEEPER_ACCESS_TOKEN: sandbox.token,
    GATEWAY_STORE: 'memory:',
    GATEWAY_ORIGINS: page.origin,
  });
  settings.url = `${gateway.origin}/graphql`;

  console.log(`Gateway    ${settings.url}`);
  console.log(`Page       ${page.origin}   Open it in several tabs.`);
  await stopSignal;
}

await main();
