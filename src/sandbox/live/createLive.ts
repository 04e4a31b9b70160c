import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { RawData, WebSocket, WebSocketServer } from 'ws';
import { type App, isBeeper } from '../server/route.ts';
import { atLeast, sinceVersion } from '../server/version.ts';
import type { ChatChange } from '../world/changes.ts';
import { hasAppState, readCommand, type Subscription } from './commands.ts';
import { createEventSocket, type EventSocket } from './eventSocket.ts';
import { eventsOf } from './events.ts';
import type { Live } from './live.ts';

interface LiveOptions {
  /** Returns the app with its current name and version. */
  readonly app: () => App;
  /** Milliseconds between two pings of a socket. */
  readonly pingMs: number;
  readonly tellsReplaced: boolean;
}

export interface LiveServer extends Live {
  /** Makes a socket of a request to upgrade that was found valid. */
  open(request: IncomingMessage, connection: Socket, head: Buffer, token: string): Promise<void>;
}

export function createLive({ app, pingMs, tellsReplaced }: LiveOptions): LiveServer {
  const sockets = new Set<EventSocket>();
  let server: Promise<WebSocketServer> | undefined;
  let drops = 0;
  let delayMs = 0;

  /** Also false for a token that expired. */
  const isApproved = ({ token }: EventSocket) => (app().approvals.find(token)?.expiresAt ?? 0) > Date.now();
  /** Nothing is observed while nobody listens. */
  const updateListener = () => {
    const isHeard = [...sockets].some(({ subscription }) => subscription?.chatIDs.length);
    app().world.changes.listener = isHeard ? publish : null;
  };

  function publish(change: ChatChange): void {
    const { chat } = change;
    const receivers = [...sockets].filter(
      (socket) => isApproved(socket) && includes(socket.subscription, [chat.id, chat.localChatID]),
    );
    if (receivers.length === 0) return;
    for (const event of eventsOf(change, app(), live.tellsReplaced)) {
      const isDropped = drops > 0;
      if (isDropped) drops--;
      const ts = isBeeper(app()) ? new Date(app().world.now()).toISOString() : app().world.now();
      for (const socket of receivers) {
        const { type, ...rest } = event;
        const text = JSON.stringify({ type, seq: socket.nextSeq(), ts, ...rest });
        if (!isDropped) socket.send(text, delayMs);
      }
    }
  }

  function obey(socket: EventSocket, text: string | null): void {
    const { requestID, ...command } = readCommand(text, app());
    const answer = (fields: object) =>
      socket.send(JSON.stringify({ ...fields, ...(requestID !== undefined && { requestID }) }), delayMs);
    if ('code' in command) {
      answer({ type: 'error', ...command });
      return;
    }
    socket.subscription = command.subscription;
    updateListener();
    if (!live.withoutUpdated) answer({ type: 'subscriptions.updated', ...told(command.subscription) });
  }

  /** Before 4.3 there is no `app`. */
  const told = ({ chatIDs, app: appEvents }: Subscription) => ({
    chatIDs,
    ...(hasAppState(app()) && { app: appEvents }),
  });

  function welcome(webSocket: WebSocket, connection: Socket, token: string): void {
    const socket = createEventSocket(webSocket, connection, token);
    sockets.add(socket);
    const pings = setInterval(socket.ping, pingMs).unref();
    webSocket.on('message', (data: RawData, isBinary: boolean) =>
      obey(socket, isBinary ? null : data.toString()),
    );
    webSocket.on('close', () => {
      clearInterval(pings);
      sockets.delete(socket);
      updateListener();
    });
    const nothing = { chatIDs: [], app: { state: false } };
    if (!live.withoutReady)
      socket.send(JSON.stringify({ type: 'ready', version: 1, ...told(nothing) }), delayMs);
  }

  const live: LiveServer = {
    get sockets() {
      return [...sockets].map(({ token, subscription }) => ({
        token,
        chatIDs: subscription?.chatIDs ?? null,
      }));
    },
    withoutReady: false,
    withoutUpdated: false,
    tellsReplaced,
    drop(count) {
      drops = count;
    },
    kill() {
      for (const socket of sockets) socket.reset();
    },
    silence() {
      for (const socket of sockets) socket.silence();
    },
    slow(time) {
      delayMs = time;
    },
    sendRaw(frame) {
      for (const socket of sockets)
        socket.send(typeof frame === 'string' ? frame : frame(socket.nextSeq()), delayMs);
    },
    endToken(token, end = 'silent') {
      app().approvals.revoke(token);
      for (const socket of sockets) {
        if (socket.token !== token) continue;
        if (end === 'silent') socket.silence();
        if (end === 'closed') socket.close(1008);
      }
    },
    async open(request, connection, head, token) {
      server ??= openServer(app);
      const webSocketServer = await server;
      webSocketServer.handleUpgrade(request, connection, head, (webSocket) =>
        welcome(webSocket, connection, token),
      );
    },
  };
  return live;
}

/** The package is loaded with the first socket: most tests of the sandbox have none. */
async function openServer(app: () => App): Promise<WebSocketServer> {
  const { WebSocketServer } = await import('ws');
  const server = new WebSocketServer({ noServer: true, autoPong: false, clientTracking: false });
  server.on('headers', (headers) => {
    if (isBeeper(app()) && atLeast(app().version, sinceVersion.versionHeader))
      headers.push(`X-Beeper-Desktop-Version: ${app().version}`);
  });
  return server;
}

function includes(subscription: Subscription | null, ids: readonly string[]): boolean {
  return subscription?.chatIDs.some((id) => id === '*' || ids.includes(id)) ?? false;
}
