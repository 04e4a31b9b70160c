import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Server, Socket } from 'node:net';
import { isLoopback } from '../common/loopback.ts';
import type { RequestObserver } from '../common/requestRecord.ts';
import { createAnswer } from './answerRefusal.ts';
import { createQueueCloser } from './closeQueued.ts';
import { answerOf, type Fetch } from './fetch.ts';
import { type GatewayResponse, hasBody } from './gatewayResponse.ts';
import type { Listener } from './listener.ts';
import { Refusal } from './refusal.ts';
import { bodyWasRead } from './requestBody.ts';
import { createRequestRecords, type RecordedResponse } from './requestRecords.ts';

interface MountOptions {
  /** Are told of each request once. */
  readonly observers: readonly RequestObserver[];
  /** Whether anyone who can reach the gateway can use its own token. */
  readonly isOpen: boolean;
  /** Whether the settings say that the server listens on loopback only. */
  readonly isLocal: boolean;
}

type App = Listener & { readonly fetch: Fetch };

const exposed = new Refusal({
  status: 403,
  code: 'FORBIDDEN',
  reason: 'exposed',
  message: 'This gateway has an access token and no keys, so it serves only callers on its own machine.',
  remedy:
    'Ask its operator to set GATEWAY_KEYS or, if the server listens on a loopback address only, HOST to that address.',
});

/**
 * Adapts the app to the server of somebody else, which may listen anywhere, makes responses of its own, and may have changed
 * or read a request.
 */
export function mount(app: App, { observers, isOpen, isLocal }: MountOptions) {
  const records = createRequestRecords(observers);
  const closeWithConnection = createQueueCloser();
  const refusals = new Map([exposed, bodyWasRead].map((refusal) => [refusal, createAnswer(refusal)]));

  function refusalOf(request: MountedRequest): Refusal | null {
    if (isOpen && isFromNetwork(request)) return exposed;
    return request.readableEnded && hasBody(request.headers) ? bodyWasRead : null;
  }

  return {
    listener(request: MountedRequest, response: ServerResponse): void {
      records?.begin(request, response);
      // The server may have waited for something of its own. Nothing is executed then.
      if (request.socket.destroyed) {
        records?.end(response);
        return;
      }
      response.once('close', () => records?.end(response));
      closeWithConnection(response);
      countBytes(response);
      const refusal = refusalOf(request);
      if (refusal !== null) {
        refusals.get(refusal)?.(request, response);
        return;
      }
      // Express and Connect remove the path of a router from `url`.
      if (request.originalUrl !== undefined) request.url = request.originalUrl;
      app(request, toGatewayResponse(response));
    },
    async fetch(request: Request): Promise<Response> {
      const record = records?.of(request) ?? null;
      let answer: Response | null = null;
      try {
        // The Fetch API does not tell where a request is from.
        answer =
          isOpen && !isLocal
            ? answerOf(exposed, request, { record })
            : await app.fetch(request, undefined, record);
        return answer;
      } finally {
        if (record) records?.answered(record, answer);
      }
    },
  };
}

/** What Express and Connect add to a request. */
type MountedRequest = IncomingMessage & { readonly originalUrl?: string };

const isFromNetwork = ({ socket }: IncomingMessage): boolean =>
  socket.localAddress === undefined
    ? !isUnixSocket(socket)
    : !isLoopback(socket.localAddress.replace(/^::ffff:/i, ''));

/** A Unix socket has no address, and no network behind it, but a lost connection has no address either. */
function isUnixSocket({ server }: Socket & { readonly server?: Server }): boolean {
  const address = server?.address();
  // Null also where the server was given a file descriptor.
  return typeof address === 'string' || (address === null && server?.listening === true);
}

/** Counts what is written to a plain response, as `GatewayResponse` does. */
function countBytes(response: RecordedResponse): void {
  const { record, write, end } = response;
  if (!record) return;
  const counted = {
    write(...args: unknown[]) {
      record.addBody(args[0], args[1]);
      return write.apply(response, args as Parameters<typeof write>);
    },
    end(...args: unknown[]) {
      record.addBody(args[0], args[1]);
      return end.apply(response, args as Parameters<typeof end>);
    },
  };
  Object.assign(response, counted);
}

/** Adds to a plain response what the app needs of one: to be told once when it begins. */
function toGatewayResponse(response: ServerResponse): GatewayResponse {
  let onAnswer: (() => void) | null = null;
  const answered = () => {
    onAnswer?.();
    onAnswer = null;
  };
  const { writeHead } = response;
  const added = {
    onceAnswered(callback: () => void) {
      onAnswer = callback;
      response.once('close', answered);
    },
    writeHead(...args: unknown[]) {
      answered();
      return writeHead.apply(response, args as Parameters<typeof writeHead>);
    },
  };
  return Object.assign(response, added) as unknown as GatewayResponse;
}
