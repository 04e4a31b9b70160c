import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { createWorld } from '../world/world.ts';
import { noteOwnEnd } from './closedSockets.ts';
import { createFaultBook } from './fault.ts';
import type { Surroundings } from './handleRequest.ts';
import { exchange } from './handleRequest.ts';
import type { Sandbox, SandboxOptions } from './sandbox.ts';
import { SANDBOX_TOKEN } from './sandbox.ts';

/**
 * Starts a stand-in for Beeper Desktop with the seed world on 127.0.0.1. Rejects if the port is taken.
 * Dispose of it, or close it, to end it.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const state = { appVersion: options.appVersion ?? '4.3.73', appName: options.appName ?? 'Beeper' };
  const world = createWorld();
  const faults = createFaultBook();
  const sockets = new Set<Socket>();
  let connections = 0;
  let closing: Promise<void> | undefined;

  const around: Surroundings = {
    calls: [],
    faults,
    token: options.token ?? SANDBOX_TOKEN,
    app: () => ({ world, name: state.appName, version: state.appVersion, port }),
  };
  const server = createServer((request, response) => void exchange(request, response, around));
  server.keepAliveTimeout = options.keepAliveTimeoutMs ?? server.keepAliveTimeout;
  server.on('connection', (socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  async function stop(): Promise<void> {
    const closed = once(server, 'close');
    server.close();
    for (const socket of sockets) {
      noteOwnEnd(socket);
      socket.destroy();
      sockets.delete(socket);
    }
    await closed;
  }
  const close = () => {
    closing ??= stop();
    return closing;
  };

  return {
    url: `http://127.0.0.1:${port}`,
    token: around.token,
    get appVersion() {
      return state.appVersion;
    },
    set appVersion(version) {
      state.appVersion = version;
    },
    get appName() {
      return state.appName;
    },
    set appName(name) {
      state.appName = name;
    },
    calls: around.calls,
    chats: world.chats,
    get openSockets() {
      return sockets.size;
    },
    get connections() {
      return connections;
    },
    next: faults.next,
    always: faults.always,
    close,
    [Symbol.asyncDispose]: close,
  };
}
