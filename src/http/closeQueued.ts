import type { ServerResponse } from 'node:http';

/**
 * Closes the responses that wait behind another one on a connection that is closed, as Node does only for the one that is
 * being sent: pipelined requests would otherwise never end. Only Node's source describes it: `onServerResponseClose` in
 * https://github.com/nodejs/node/blob/main/lib/_http_server.js
 */
export function closeQueued(responses: Iterable<ServerResponse>): void {
  for (const response of responses) {
    if (response.socket !== null || response.closed || response.writableFinished) continue;
    response.destroy();
    response.emit('close');
  }
}
