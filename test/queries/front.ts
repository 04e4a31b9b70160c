import { Agent, createServer, request as forward } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Front extends AsyncDisposable {
  readonly url: string;
  /** The most calls that were on their way to Beeper at once. */
  readonly mostAtOnce: number;
}

/**
 * A plain HTTP proxy in front of Beeper, closed with `await using`. It counts the calls that are on their way, and
 * answers those whose path `refuses` with a 500 in Beeper's form: the sandbox's faults are for whole routes.
 */
export async function startFront(
  beeper: string,
  refuses: (path: string) => boolean = () => false,
): Promise<Front> {
  const agent = new Agent({ keepAlive: true });
  let onTheirWay = 0;
  let mostAtOnce = 0;
  const server = createServer((request, response) => {
    onTheirWay += 1;
    mostAtOnce = Math.max(mostAtOnce, onTheirWay);
    response.once('close', () => {
      onTheirWay -= 1;
    });
    const { method = 'GET', url: path = '/', headers } = request;
    if (refuses(path)) {
      response.writeHead(500, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ message: 'The bridge is gone', code: 'BRIDGE_GONE' }));
      return;
    }
    const upstream = forward(new URL(path, beeper), { method, headers, agent }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    upstream.once('error', () => response.destroy());
    request.pipe(upstream);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get mostAtOnce() {
      return mostAtOnce;
    },
    async [Symbol.asyncDispose]() {
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
