import { type IncomingHttpHeaders, request, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { type Listening, listen } from '../../examples/listen.ts';

/** Forwards requests to a server, and records or loses them. */
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
  /** Ends the connections of all requests that are open. */
  cut(): void;
  /** Forwards to the server at `origin` from now on, and forgets what was recorded. */
  pointTo(origin: string): void;
}

/** Starts a proxy that forwards to no server yet. */
export async function startRecordingProxy(): Promise<RecordingProxy> {
  const requests: RecordingProxy['requests'][number][] = [];
  let server = '';
  const open = new Set<ServerResponse>();
  let maxConcurrentRequests = 0;
  let toDrop = 0;
  const listening = await listen(async (incoming, response) => {
    const drops = toDrop > 0;
    if (drops) toDrop -= 1;
    open.add(response);
    maxConcurrentRequests = Math.max(maxConcurrentRequests, open.size);
    response.once('close', () => open.delete(response));
    const { method = '', url = '', headers: received } = incoming;
    const { 'accept-encoding': _, ...headers } = received;
    const body = await text(incoming);
    requests.push({ method, url, headers, body });
    const forwarded = request(new URL(url, server), { method, headers }, (reply) => {
      if (drops) return void incoming.socket.resetAndDestroy();
      // A router that is used again later must not meet a connection that is about to be closed.
      response.writeHead(reply.statusCode ?? 502, { ...reply.headers, connection: 'close' }).flushHeaders();
      reply.pipe(response);
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
    cut() {
      for (const response of open) response.destroy();
    },
    pointTo(origin) {
      server = origin;
      requests.length = 0;
      maxConcurrentRequests = open.size;
      toDrop = 0;
    },
  };
}
