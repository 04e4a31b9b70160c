import { once } from 'node:events';
import { Server as NetServer, type Socket } from 'node:net';
import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises';
import type { GatewayServer } from './httpServer.ts';

/**
 * Connections without a request stay open this long: idle ones from the start of the drain, because a load balancer may
 * be sending a request on one, and new ones from when they were accepted. A response then tells it to close the
 * connection.
 */
const graceMs = 500;
/** Event streams and WebSockets stay open this long after they were ended, to be closed in order. */
const streamGraceMs = 2_000;
const checkMs = 50;
/** A turn is quiet if no connection was accepted for so many times its length. */
const quietTurns = 400;
/** How long closing waits for a quiet turn. */
const patienceMs = 500;

/**
 * Closes what nothing arrives on. Closing loses what has arrived and was not accepted or read, and Node accepts one
 * connection per turn of its event loop. So this waits for a turn that is short compared with the time for which none was
 * accepted: a connection is then unlikely to arrive in it. Until then nothing is read from new connections, because each
 * request would make a turn long.
 */
async function inQuietTurn({ http }: GatewayServer, close: () => void): Promise<void> {
  const startedAt = performance.now();
  let acceptedAt = startedAt;
  const held: Socket[] = [];
  const hold = (socket: Socket) => {
    acceptedAt = performance.now();
    held.push(socket);
    // Node resumes it in this tick.
    process.nextTick(() => socket.pause());
  };
  http.on('connection', hold);
  for (let now = startedAt; now - startedAt < patienceMs; ) {
    const turnStartedAt = now;
    await turn();
    now = performance.now();
    if ((now - turnStartedAt) * quietTurns < now - acceptedAt) break;
  }
  close();
  http.off('connection', hold);
  for (const socket of held) socket.resume();
}

/** @returns the number of requests whose responses have not ended. */
export const countRunning = ({ connections }: GatewayServer): number =>
  [...connections.values()].reduce((sum, { running }) => sum + running.size, 0);

/**
 * From now on, responses carry `Connection: close`, so that clients and load balancers reconnect elsewhere. Connections are
 * still accepted.
 */
export function closeConnectionsWithResponses(server: GatewayServer): void {
  server.isDraining = true;
  for (const { running } of server.connections.values())
    for (const response of running) if (!response.headersSent) response.setHeader('connection', 'close');
}

/**
 * Destroys the connections of event streams and WebSockets that were ended and are still open after `afterMs`: their callers
 * do not read. Those that begin later are not affected.
 */
export function closeEndedStreams({ connections }: GatewayServer, afterMs = streamGraceMs): void {
  for (const [socket, { running, isUpgraded }] of connections) {
    const streams = [...running].filter(({ isEventStream }) => isEventStream);
    if (!isUpgraded && streams.length === 0) continue;
    setTimeout(() => {
      if (isUpgraded || [...running].some((response) => streams.includes(response))) socket.destroy();
    }, afterMs);
  }
}

/**
 * Stops accepting connections, lets running requests finish, and closes all connections after `deadlineMs`. A connection
 * without a request does not hold it up: one that is silent, or has sent a part of a head, is no request. No request is
 * lost: see `closeConnectionsWithResponses` and `inQuietTurn`. WebSockets are left to `closeEndedStreams`.
 * @returns the number of requests that were cut off, once every connection is closed.
 */
export async function drain(server: GatewayServer, deadlineMs: number): Promise<number> {
  const { http, connections } = server;
  const startedAt = performance.now();
  closeConnectionsWithResponses(server);

  let cutOff = 0;
  const deadline = setTimeout(() => {
    cutOff = countRunning(server);
    for (const socket of connections.keys()) socket.destroy();
  }, deadlineMs);

  const quiet = () => {
    const now = performance.now();
    return [...connections].filter(([, { running, isUsed, isUpgraded, quietSince }]) => {
      const quietFrom = isUsed ? Math.max(quietSince, startedAt) : quietSince;
      return !isUpgraded && running.size === 0 && now - quietFrom >= graceMs;
    });
  };
  const closeQuiet = () => {
    for (const [socket] of quiet()) socket.destroy();
  };

  let isClosed = false;
  const closed = once(http, 'close').then(() => {
    isClosed = true;
  });
  // http.Server.close() would close idle connections immediately.
  await inQuietTurn(server, () => NetServer.prototype.close.call(http));
  while (!isClosed) {
    if (quiet().length > 0) await inQuietTurn(server, closeQuiet);
    await Promise.race([closed, sleep(checkMs)]);
  }
  clearTimeout(deadline);
  return cutOff;
}
