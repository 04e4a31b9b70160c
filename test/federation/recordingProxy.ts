import { type IncomingHttpHeaders, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { type Listening, listen } from '../../examples/listen.ts';

/** Forwards requests to a server and records them. */
export interface RecordingProxy extends Listening {
  readonly requests: readonly {
    readonly method: string;
    readonly url: string;
    readonly headers: IncomingHttpHeaders;
    readonly body: string;
  }[];
  /** The maximum number of requests that were open at the same time. */
  readonly maxConcurrentRequests: number;
  /** For the next `count` requests, waits for the server's response and then resets the client's connection. */
  dropResponses(count: number): void;
  /** Forwards to the server at `origin` from now on, and forgets what was recorded. */
  pointTo(origin: string): void;
}

/** Starts a proxy that forwards to no server yet. */
export async function startRecordingProxy(): Promise<RecordingProxy> {
  const requests: RecordingProxy['requests'][number][] = [];
  let server = '';
  let open = 0;
  let maxConcurrentRequests = 0;
  let toDrop = 0;
  const listening = await listen(async (incoming, response) => {
    const drops = toDrop > 0;
    if (drops) toDrop -= 1;
    open += 1;
    maxConcurrentRequests = Math.max(maxConcurrentRequests, open);
    response.once('close', () => {
      open -= 1;
    });
    const { method = '', url = '', headers: received } = incoming;
    const { 'accept-encoding': _, ...headers } = received;
    const body = await text(incoming);
    requests.push({ method, url, headers, body });
    const forwarded = request(new URL(url, server), { method, headers }, async (reply) => {
      if (!drops) {
        // A router that is used again later must not meet a connection that is about to be closed.
        response.writeHead(reply.statusCode ?? 502, { ...reply.headers, connection: 'close' }).flushHeaders();
        reply.pipe(response);
        return;
      }
      await text(reply);
      incoming.socket.resetAndDestroy();
    });
    response.once('close', () => forwarded.destroy());
    forwarded.once('error', () => response.destroy());
    forwarded.end(body);
  });
  return {
    ...listening,
    requests,
    get maxConcurrentRequests() {
      return maxConcurrentRequests;
    },
    dropResponses(count) {
      toDrop = count;
    },
    pointTo(origin) {
      server = origin;
      requests.length = 0;
      maxConcurrentRequests = open;
      toDrop = 0;
    },
  };
}
