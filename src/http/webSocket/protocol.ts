import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type ServerOptions, WebSocketServer } from 'ws';
import type { Log } from '../../common/requestLog.ts';
import type { Fetch } from '../fetch.ts';
import type { RequestRecords } from '../requestRecords.ts';
import { Connection } from './connection.ts';
import type { GuardedRequest } from './guard.ts';
import { subprotocol } from './handshake.ts';

export interface ProtocolOptions {
  /** The path of GraphQL requests. */
  readonly path: string;
  /** Executes an operation as a request over HTTP. */
  readonly fetch: Fetch;
  /** Whether a request has a key, where one is required. */
  readonly hasKey: (request: GuardedRequest) => boolean;
  readonly log: Log;
  readonly times?: Partial<WebSocketTimes> | undefined;
}

/** In milliseconds. */
export interface WebSocketTimes {
  /** For the first message; 3 s by default. */
  readonly initMs: number;
  /** Between pings; a client that has not answered the last one is disconnected. 15 s by default. */
  readonly pingMs: number;
  /** Without an operation; 30 s by default. */
  readonly idleMs: number;
  /** For the client's part of closing; 1 s by default. */
  readonly closeMs: number;
}

/** The protocol `graphql-transport-ws`. */
export interface Protocol {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, records: RequestRecords | null): void;
  /** @returns the connection that is without an operation for the longest time; null if all have one. */
  idlest(): Connection | null;
  /** Closes the connections, once their operations have ended, whose keys are no longer in force. */
  checkKeys(): void;
  /** Closes each connection once its operations have ended, also later ones. */
  close(): void;
}

/** As the limit of a body. */
const maxMessageBytes = 1024 * 1024;

export function createProtocol({ times = {}, ...options }: ProtocolOptions): Protocol {
  const { initMs = 3_000, pingMs = 15_000, idleMs = 30_000, closeMs = 1_000 } = times;
  const connections = new Set<Connection>();
  let isClosing = false;
  // Its types lack `closeTimeout`.
  const settings: ServerOptions & { readonly closeTimeout: number } = {
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: maxMessageBytes,
    closeTimeout: closeMs,
    handleProtocols: () => subprotocol,
  };
  const server = new WebSocketServer(settings);
  setInterval(() => {
    for (const connection of connections) connection.ping();
  }, pingMs).unref();

  return {
    upgrade(request, socket, head, records) {
      server.handleUpgrade(request, socket, head, (webSocket) => {
        const connection = new Connection({
          ...options,
          webSocket,
          socket,
          request,
          records,
          initMs,
          idleMs,
        });
        connections.add(connection);
        webSocket.once('close', () => connections.delete(connection));
        if (isClosing) connection.closeWhenIdle();
      });
    },
    idlest() {
      let found: Connection | null = null;
      let since = Number.POSITIVE_INFINITY;
      for (const connection of connections) {
        const { idleSince } = connection;
        if (idleSince === null || idleSince >= since) continue;
        found = connection;
        since = idleSince;
      }
      return found;
    },
    checkKeys() {
      for (const connection of connections) connection.checkKey();
    },
    close() {
      isClosing = true;
      for (const connection of connections) connection.closeWhenIdle();
    },
  };
}
