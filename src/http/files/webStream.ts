import type { Readable } from 'node:stream';

/**
 * Not `Readable.toWeb`: where its stream is canceled before the first read, it enqueues all the same, and the error ends the
 * process of the host.
 * @returns the bytes of `body` as a stream of the Fetch API, of which nothing is read ahead.
 */
export function toWebStream(body: Readable): ReadableStream<Uint8Array> {
  const chunks: AsyncIterator<Uint8Array> = body[Symbol.asyncIterator]();
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: () => void body.destroy(),
    },
    { highWaterMark: 0 },
  );
}
