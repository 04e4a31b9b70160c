import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import type { RequestRecord } from '../../common/requestRecord.ts';
import type { Chunks } from './chunks.ts';

/**
 * For a response of Node: its part is asked for when the one before it was taken, and the stream ends with the connection.
 * Yoga's own reads ahead.
 */
export function nodeBody(chunks: Chunks, response: ServerResponse): Readable {
  const body = new Readable({
    highWaterMark: 1,
    read() {
      chunks.next().then((chunk) => body.push(chunk));
    },
    destroy(error, callback) {
      chunks.cancel();
      callback(error);
    },
  });
  // Yoga does so only once it sends the response.
  if (response.destroyed) body.destroy();
  else response.once('close', () => body.destroy());
  return body;
}

/**
 * For a response of the Fetch API. That of Yoga's adapter can't be canceled while a part is awaited.
 * @param record gets the bytes, and is told of the end.
 */
export function webBody(chunks: Chunks, record: RequestRecord | null): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let onEnd = (_callerLeft: boolean): void => {};
  if (record) {
    record.streamEnd = new Promise((resolve) => {
      onEnd = resolve;
    });
  }
  return new ReadableStream(
    {
      async pull(controller) {
        const chunk = await chunks.next();
        if (chunk === null) {
          onEnd(false);
          controller.close();
          return;
        }
        const bytes = encoder.encode(chunk);
        record?.addBody(bytes, undefined);
        controller.enqueue(bytes);
      },
      cancel() {
        onEnd(true);
        chunks.cancel();
      },
    },
    { highWaterMark: 0 },
  );
}
