import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { decompress } from '../../src/beeper/decompress.ts';

const packed = gzipSync('{}');
const options = (signal: AbortSignal, maxBytes = 100) => ({ maxBytes, signal });
const { signal } = new AbortController();

test('data is decompressed up to the limit, and not beyond it', async () => {
  expect((await decompress(packed, 'gzip', options(signal, 2)))?.toString()).toBe('{}');
  expect(await decompress(packed, 'gzip', options(signal, 1))).toBeNull();
});

test('truncated data is not readable', async () => {
  expect(await decompress(packed.subarray(0, -4), 'gzip', options(signal))).toBeNull();
});

test('an abort during decompression is thrown, whether the data is readable or not', async () => {
  for (const bytes of [packed, Buffer.from('{}')]) {
    const controller = new AbortController();
    const reading = decompress(bytes, 'gzip', options(controller.signal));
    controller.abort(new Error('deadline'));

    await expect(reading).rejects.toThrow('deadline');
  }
});
