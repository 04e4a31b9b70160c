import { Agent, createServer, request as forward } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface BeeperProxy extends AsyncDisposable {
  readonly url: string;
  /** The maximum number of calls that were open at the same time. */
  readonly maxConcurrentCalls: number;
}

/**
 * An HTTP proxy in front of the sandbox that counts open calls, closed with `await using`.
 * @param failsFor tells which paths are answered with a 500: a fault of the sandbox applies to a whole route.
 */
export async function startBeeperProxy(
  origin: string,
  failsFor: (path: string) => boolean = () => false,
): Promise<BeeperProxy> {
  const agent = new Agent({ keepAlive: true });
  let openCalls = 0;
  let maxConcurrentCalls = 0;
  const server = createServer((request, response) => {
    openCalls += 1;
    maxConcurrentCalls = Math.max(maxConcurrentCalls, openCalls);
    response.once('close', () => {
      openCalls -= 1;
    });
    const { method = 'GET', url: path = '/', headers } = request;
    if (failsFor(path)) {
      response.writeHead(500, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ message: 'The bridge is gone', code: 'BRIDGE_GONE' }));
      return;
    }
    const upstream = forward(new URL(path, origin), { method, headers, agent }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    upstream.once('error', () => response.destroy());
    request.pipe(upstream);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get maxConcurrentCalls() {
      return maxConcurrentCalls;
    },
    async [Symbol.asyncDispose]() {
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
