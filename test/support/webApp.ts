import { preview } from 'vite';
import { builtWebApp, webAppConfig } from './buildWebApp.ts';
import { type Pair, type PairOptions, startPair } from './pair.ts';
import { startTCPProxy, type TCPProxy } from './tcpProxy.ts';

export interface WebApp extends AsyncDisposable {
  /** http://127.0.0.1:PORT of the built app, which passes requests on to the gateway. */
  readonly origin: string;
  readonly pair: Pair;
  /** Between the app’s server and the gateway: cuts connections. */
  readonly network: TCPProxy;
}

/** Serves the built example app in front of a gateway on a sandbox. */
export async function startWebApp(options: PairOptions = {}): Promise<WebApp> {
  const pair = await startPair(options);
  const network = await startTCPProxy(Number(new URL(pair.gateway.origin).port));
  // The configuration of the app reads it.
  process.env.GATEWAY_URL = `http://127.0.0.1:${network.port}`;
  const server = await preview({
    configFile: webAppConfig,
    build: { outDir: await builtWebApp() },
    preview: { port: 0 },
    logLevel: 'silent',
  });
  delete process.env.GATEWAY_URL;
  const [origin] = server.resolvedUrls?.local ?? [];
  if (!origin) throw new Error('The app has no address.');
  return {
    origin: origin.replace(/\/$/, ''),
    pair,
    network,
    async [Symbol.asyncDispose]() {
      await server.close();
      await network[Symbol.asyncDispose]();
      await pair[Symbol.asyncDispose]();
    },
  };
}
