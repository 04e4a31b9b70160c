import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { createLive } from '../live/createLive.ts';
import { createApprovals } from '../world/approvals.ts';
import { generatedFile } from '../world/generatedFile.ts';
import { startLife } from '../world/life.ts';
import { createPeople } from '../world/people.ts';
import { fileOfBytes } from '../world/storedFile.ts';
import { createWorld } from '../world/world.ts';
import { markClosedByServer } from './closedSockets.ts';
import { createFaultQueue } from './faultQueue.ts';
import { handleRequest, type ServerState } from './handleRequest.ts';
import { asksForWebSocket, ignoreUpgrade, responseTo } from './handleUpgrade.ts';
import { type Sandbox, type SandboxOptions, sandboxToken } from './sandbox.ts';
import { createUploadFolder } from './uploadFolder.ts';

/**
 * Starts a simulation of Beeper Desktop with the seed data on 127.0.0.1. Close it with `close()` or `await using`.
 *
 * @throws {Error} the listen error, such as EADDRINUSE if the port is in use.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const app = {
    version: options.appVersion ?? '4.3.73',
    name: options.appName ?? 'Beeper',
    paging: options.paging ?? 'adjoining',
    repeatsEnd: options.repeatsEnd ?? false,
    listsMergedParts: options.listsMergedParts ?? false,
  };
  const world = createWorld({
    sendAfterMs: options.sendAfterMs ?? 150,
    clockOffsetMs: options.clockOffsetMs ?? 0,
    removal: options.removal ?? 'tombstone',
  });
  const token = options.token ?? sandboxToken;
  const approvals = createApprovals({
    token,
    codeLifetimeMs: options.codeLifetimeMs ?? 60_000,
    tokenLifetimeMs: options.tokenLifetimeMs ?? 30 * 24 * 60 * 60_000,
  });
  const faults = createFaultQueue();
  const sockets = new Set<Socket>();
  let connections = 0;
  let closing: Promise<void> | undefined;

  const state: ServerState = {
    calls: [],
    faults,
    uploads: createUploadFolder(),
    maxUploadBytes: options.maxUploadBytes ?? 500_000_000,
    app: () => ({ ...app, world, approvals, port }),
  };
  const live = createLive({
    app: state.app,
    pingMs: options.pingMs ?? 30_000,
    tellsReplaced: options.tellsReplaced ?? false,
  });
  const people = createPeople(world);
  const { life = false } = options;
  const endLife = life === false ? () => {} : startLife(world, people, life === true ? {} : life);
  const server = createServer((request, response) => void handleRequest(request, response, state));
  server.keepAliveTimeout = options.keepAliveTimeoutMs ?? server.keepAliveTimeout;
  server.on('upgrade', (request, connection, head) => {
    const socket = connection as Socket;
    if (!asksForWebSocket(request)) return ignoreUpgrade(server, request, socket, head);
    const response = responseTo(request, socket);
    void handleRequest(request, response, state, (token) => {
      response.detachSocket(socket);
      return live.open(request, socket, head, token);
    });
  });
  server.on('connection', (socket) => {
    if (sockets.has(socket)) return;
    connections++;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  async function stop(): Promise<void> {
    const closed = once(server, 'close');
    endLife();
    world.close();
    server.close();
    for (const socket of sockets) {
      markClosedByServer(socket);
      socket.destroy();
      sockets.delete(socket);
    }
    await closed;
    state.uploads.remove();
  }
  const close = () => {
    closing ??= stop();
    return closing;
  };

  return {
    url: `http://127.0.0.1:${port}`,
    token,
    get appVersion() {
      return app.version;
    },
    set appVersion(version) {
      app.version = version;
    },
    get appName() {
      return app.name;
    },
    set appName(name) {
      app.name = name;
    },
    get paging() {
      return app.paging;
    },
    set paging(paging) {
      app.paging = paging;
    },
    get listsMergedParts() {
      return app.listsMergedParts;
    },
    set listsMergedParts(lists) {
      app.listsMergedParts = lists;
    },
    get sendAfterMs() {
      return world.sendAfterMs;
    },
    set sendAfterMs(time) {
      world.sendAfterMs = time;
    },
    get clockOffsetMs() {
      return world.clockOffsetMs;
    },
    set clockOffsetMs(offset) {
      world.clockOffsetMs = offset;
    },
    get removal() {
      return world.removal;
    },
    set removal(removal) {
      world.removal = removal;
    },
    live,
    people,
    calls: state.calls,
    chats: world.chats,
    change: people.change,
    get openSockets() {
      return sockets.size;
    },
    get connections() {
      return connections;
    },
    get storedFiles() {
      return state.uploads.count();
    },
    addToken: approvals.accept,
    addFile(url, content) {
      const file = content instanceof Uint8Array ? fileOfBytes(content) : generatedFile(content);
      world.media.add(url, file);
    },
    removeFile: world.media.remove,
    next: faults.next,
    always: faults.always,
    settle: world.settle,
    close,
    [Symbol.asyncDispose]: close,
  };
}
