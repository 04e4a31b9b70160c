import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { Arrivals } from '../common/arrivals.ts';

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

/**
 * For the server of somebody else, whose connections are not known.
 * @returns a function that takes a response before it has begun, and closes it with its connection.
 */
export function createQueueCloser(): (response: ServerResponse) => void {
  const queues = new WeakMap<Socket, Arrivals<ServerResponse>>();

  const queueOf = (socket: Socket): Arrivals<ServerResponse> => {
    const known = queues.get(socket);
    if (known) return known;
    const queue = new Arrivals<ServerResponse>();
    queues.set(socket, queue);
    socket.once('close', () => closeQueued(queue));
    return queue;
  };

  return (response) => {
    // Node closes one whose turn it is.
    if (response.socket !== null) return;
    const queue = queueOf(response.req.socket);
    queue.add(response);
    response.once('close', () => queue.delete(response));
  };
}
