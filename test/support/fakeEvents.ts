import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';

export interface FakeEventsOptions {
  /** Whether `ready` is sent; true by default. */
  readonly ready?: boolean;
  /** The answer to each command, or null for none; by default `subscriptions.updated`. */
  readonly answer?: (command: Command) => object | null;
  /** Writes what is sent in place of the upgrade. */
  readonly refuse?: (socket: Duplex) => void;
  /** Whether the next upgrade is refused, where there is a `refuse`; true by default. */
  readonly refuses?: () => boolean;
}

/** A command as it came. */
export interface Command {
  readonly type: string;
  readonly requestID: string;
  readonly chatIDs: readonly string[];
}

/** A Beeper that has nothing but `/v1/ws`, and sends what a test tells it to. */
export interface FakeEvents extends AsyncDisposable {
  readonly origin: string;
  /** Requests for an upgrade, in order. */
  readonly upgrades: IncomingMessage[];
  readonly commands: Command[];
  /** The sockets that are open. */
  readonly sockets: ReadonlySet<WebSocket>;
  /** How many TCP connections are open. */
  connections(): number;
  /** Sends a frame to every open socket, as it is or as JSON. */
  send(frame: object | string | Buffer): void;
}

/** Starts one on a free port of 127.0.0.1. Closed with `await using`, and its connections with it. */
export async function startFakeEvents(options: FakeEventsOptions = {}): Promise<FakeEvents> {
  const { ready = true, answer = updated, refuse, refuses = () => true } = options;
  const upgrades: IncomingMessage[] = [];
  const commands: Command[] = [];
  const connections = new Set<Socket>();
  const http = createServer();
  const server = new WebSocketServer({ noServer: true });
  http.on('connection', (socket) => {
    connections.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => connections.delete(socket));
  });
  http.on('upgrade', (request, socket, head) => {
    upgrades.push(request);
    if (!refuse || !refuses())
      server.handleUpgrade(request, socket, head, (client) => server.emit('connection', client));
    else {
      // The end of the other side is only seen by who reads.
      socket.on('end', () => socket.end()).resume();
      refuse(socket);
    }
  });
  server.on('connection', (client) => {
    client.on('error', () => client.terminate());
    client.on('message', (data) => {
      const command = JSON.parse(String(data)) as Command;
      commands.push(command);
      const frame = answer(command);
      if (frame) client.send(JSON.stringify(frame));
    });
    if (ready) client.send(JSON.stringify({ type: 'ready', version: 1, chatIDs: [], app: { state: false } }));
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  return {
    origin: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    upgrades,
    commands,
    sockets: server.clients,
    connections: () => connections.size,
    send(frame) {
      const text = typeof frame === 'string' || Buffer.isBuffer(frame) ? frame : JSON.stringify(frame);
      for (const client of server.clients) client.send(text, { binary: false });
    },
    async [Symbol.asyncDispose]() {
      for (const socket of connections) socket.destroy();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}

/** Beeper's regular answer to a command. */
export const updated = ({ requestID, chatIDs }: Command): object => ({
  type: 'subscriptions.updated',
  requestID,
  chatIDs,
  app: { state: false },
});
