import type { Server } from 'node:http';
import type { Logger } from 'pino';

/**
 * Closes connections beyond `max` as soon as they are made. The log tells at most once a second how many.
 * @param max 0 for no limit.
 */
export function limitConnections(server: Server, max: number, log: Logger): void {
  if (max === 0) return;
  server.maxConnections = max;
  let refused = 0;
  server.on('drop', () => {
    refused++;
    if (refused > 1) return;
    setTimeout(() => {
      log.warn({ refused, maxConnections: max }, 'Connections refused');
      refused = 0;
    }, 1_000).unref();
  });
}
