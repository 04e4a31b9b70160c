import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createHTTPServer, type GatewayServer } from '../../src/http/httpServer.ts';
import type { Listener } from '../../src/http/listener.ts';

interface TestServer extends AsyncDisposable {
  readonly origin: string;
  readonly gateway: GatewayServer;
}

/** The gateway's server in front of any listener, with compression, on a free port of 127.0.0.1. */
export async function startTestServer(listener: Listener): Promise<TestServer> {
  const gateway = createHTTPServer(listener, { compresses: true });
  const { http } = gateway;
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  return {
    origin: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    gateway,
    async [Symbol.asyncDispose]() {
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}
