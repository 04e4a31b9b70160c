import { Server as NetServer } from 'node:net';
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
const shortTurnMs = 2;

/**
 * Closing loses what has arrived and is not accepted or read, so it must follow a turn of the event loop that did both
 * and did nothing long afterwards.
 */
function inShortTurn(close: () => void, turns = 20): void {
  const startedAt = performance.now();
  setImmediate(() => {
    if (turns === 0 || performance.now() - startedAt < shortTurnMs) close();
    else inShortTurn(close, turns - 1);
  });
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
 * lost: see `closeConnectionsWithResponses`. WebSockets are left to `closeEndedStreams`.
 * @returns the number of requests that were cut off, once every connection is closed.
 */
export function drain(server: GatewayServer, deadlineMs: number): Promise<number> {
  const { http, connections } = server;
  const startedAt = performance.now();
  closeConnectionsWithResponses(server);

  const closeQuiet = () => {
    const now = performance.now();
    for (const [socket, { running, isUsed, isUpgraded, quietSince }] of connections) {
      if (isUpgraded) continue;
      const quietFrom = isUsed ? Math.max(quietSince, startedAt) : quietSince;
      if (running.size === 0 && now - quietFrom >= graceMs) socket.destroy();
    }
  };

  return new Promise((resolve) => {
    let cutOff = 0;
    const check = () => inShortTurn(closeQuiet);
    const checks = setInterval(check, checkMs);
    const deadline = setTimeout(() => {
      cutOff = countRunning(server);
      for (const socket of connections.keys()) socket.destroy();
    }, deadlineMs);
    check();
    // http.Server.close() would close idle connections immediately.
    const stopListening = () =>
      NetServer.prototype.close.call(http, () => {
        clearInterval(checks);
        clearTimeout(deadline);
        resolve(cutOff);
      });
    inShortTurn(stopListening);
  });
}
