import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { Arrivals } from '../common/arrivals.ts';
import type { RequestObserver } from '../common/requestRecord.ts';
import { answerClientErrors, RequestTimeout } from './clientErrors.ts';
import { closeQueued } from './closeQueued.ts';
import { CompressingResponse } from './compressingResponse.ts';
import { createCompress } from './compression.ts';
import type { GatewayResponse } from './gatewayResponse.ts';
import { createRequestRecords } from './requestRecords.ts';
import { createSlowRequests } from './slowRequests.ts';
import { createUnsentResponses } from './unsentResponses.ts';
import { createUpgradeRequest } from './webSocket/upgradeRequest.ts';
import type { WebSockets } from './webSocket/webSockets.ts';

interface ServerOptions {
  /** Are told of each request once, when its response has ended or its caller has left; none by default. */
  readonly observers?: readonly RequestObserver[];
  /** For receiving the body of a request, after its head; 30 s by default. */
  readonly requestTimeoutMs?: number;
  /** For receiving the head of a request, also the first one of a connection. */
  readonly headersTimeoutMs?: number;
  /**
   * For idle connections. Longer than the idle timeout of common load balancers, which would otherwise send a request
   * on a connection that the gateway has just closed.
   */
  readonly keepAliveTimeoutMs?: number;
  /** How often the server looks for requests beyond their timeout. */
  readonly checkIntervalMs?: number;
  /** Whether responses are compressed for callers that accept it; false by default. */
  readonly compresses?: boolean;
  /** Accepts WebSockets; by default none. */
  readonly webSockets?: WebSockets | undefined;
}

/** An open connection. Times are on the clock of `performance.now()`. */
export interface Connection {
  /** The responses to its requests that have not ended. */
  readonly running: Arrivals<GatewayResponse>;
  /** A response that has ended before the body of its request. */
  unread: GatewayResponse | null;
  /** When it was accepted, or its last response ended. */
  quietSince: number;
  /** Whether a response on it has ended. */
  isUsed: boolean;
  /** Whether it is a WebSocket, and no longer HTTP. */
  isUpgraded: boolean;
}

/** A server that knows what its connections are doing, which Node tells of those only that had a request. */
export interface GatewayServer {
  readonly http: Server<typeof IncomingMessage, typeof GatewayResponse>;
  readonly connections: ReadonlyMap<Socket, Connection>;
  /** While true, responses close their connections: the process is about to end. */
  isDraining: boolean;
}

/** @returns a server that does not listen yet. */
export function createHTTPServer(
  listener: RequestListener<typeof IncomingMessage, typeof GatewayResponse>,
  {
    requestTimeoutMs,
    headersTimeoutMs = 10_000,
    keepAliveTimeoutMs = 65_000,
    checkIntervalMs = 1_000,
    compresses = false,
    observers = [],
    webSockets,
  }: ServerOptions = {},
): GatewayServer {
  const connections = new Map<Socket, Connection>();
  const watchUnsent = createUnsentResponses();
  const compress = compresses ? createCompress() : null;
  const records = createRequestRecords(observers);

  /** Made for every request with a head, whichever event it causes. */
  class TrackedResponse<Request extends IncomingMessage> extends CompressingResponse<Request> {
    override readonly compress = compress;

    constructor(...args: ConstructorParameters<typeof GatewayResponse<Request>>) {
      super(...args);
      const connection = connections.get(args[0].socket);
      if (server.isDraining) this.setHeader('connection', 'close');
      records?.begin(args[0], this);
      connection?.running.add(this);
      this.once('close', () => {
        records?.end(this);
        if (!connection) return;
        connection.running.delete(this);
        if (!this.req.complete) connection.unread = this;
        connection.quietSince = performance.now();
        connection.isUsed = true;
      });
    }

    override write(...args: unknown[]): boolean {
      const isSent = super.write(...(args as Parameters<GatewayResponse['write']>));
      if (!isSent || this.isEventStream) watchUnsent(this);
      return isSent;
    }

    override end(...args: Parameters<GatewayResponse['end']>): this {
      super.end(...args);
      watchUnsent(this);
      return this;
    }
  }

  const http = createServer(
    {
      // It would end long uploads: see `slowRequests.ts`.
      requestTimeout: 0,
      headersTimeout: headersTimeoutMs,
      keepAliveTimeout: keepAliveTimeoutMs,
      connectionsCheckingInterval: checkIntervalMs,
      ServerResponse: TrackedResponse,
      ...(webSockets && {
        // Not behind a response that is being sent.
        IncomingMessage: createUpgradeRequest(
          (request) => connections.get(request.socket)?.running.size === 0 && webSockets.accepts(request),
        ),
      }),
    },
    listener,
  );
  answerClientErrors(http, connections, records);
  const refuseSlow = createSlowRequests(
    connections,
    (socket) => http.emit('clientError', new RequestTimeout(), socket),
    requestTimeoutMs,
  );
  http.on('listening', () => {
    const checks = setInterval(() => refuseSlow(performance.now()), checkIntervalMs).unref();
    http.once('close', () => clearInterval(checks));
  });
  http.on('connection', (socket) => {
    const running = new Arrivals<GatewayResponse>();
    connections.set(socket, {
      running,
      unread: null,
      quietSince: performance.now(),
      isUsed: false,
      isUpgraded: false,
    });
    socket.once('close', () => {
      connections.delete(socket);
      closeQueued(running);
    });
  });
  if (webSockets) {
    http.on('upgrade', (request, socket, head) => {
      const connection = connections.get(request.socket);
      if (connection) connection.isUpgraded = true;
      webSockets.upgrade(request, socket, head, records);
    });
  }
  // Without this listener, Node would ask for a body that may be refused by the headers of its request.
  http.on('checkContinue', (request, response) => {
    response.awaitsContinue = true;
    http.emit('request', request, response);
  });
  // Otherwise a caller that closes its side of the connection after the request gets no response. Only Node's source
  // describes it: `socketOnEnd` in https://github.com/nodejs/node/blob/main/lib/_http_server.js
  Object.assign(http, { httpAllowHalfOpen: true });
  const server: GatewayServer = { http, connections, isDraining: false };
  return server;
}
