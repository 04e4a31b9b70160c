import { type IncomingMessage, type Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Whether the request asks for a WebSocket. */
export function asksForWebSocket({ headers }: IncomingMessage): boolean {
  return headers.upgrade?.toLowerCase() === 'websocket';
}

/** Returns a response to a request to upgrade, which closes the connection at its end. */
export function responseTo(request: IncomingMessage, connection: Socket): ServerResponse<IncomingMessage> {
  const response = new ServerResponse(request);
  response.shouldKeepAlive = false;
  response.assignSocket(connection);
  response.once('finish', () => connection.end());
  connection.on('error', () => {});
  return response;
}

/**
 * Lets the server read the request again as one that asks for no upgrade. A server may ignore an upgrade, and a client
 * that offers HTTP/2 expects it to.
 */
export function ignoreUpgrade(
  server: Server,
  request: IncomingMessage,
  connection: Socket,
  head: Buffer,
): void {
  const lines = [`${request.method} ${request.url} HTTP/${request.httpVersion}`];
  for (let index = 0; index < request.rawHeaders.length; index += 2) {
    const name = request.rawHeaders[index] ?? '';
    if (!/^(upgrade|connection|http2-settings)$/i.test(name))
      lines.push(`${name}: ${request.rawHeaders[index + 1] ?? ''}`);
  }
  connection.unshift(Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), head]));
  server.emit('connection', connection);
}
