import { brotliDecompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { createCompress } from '../../src/http/compression.ts';

test('two large bodies are compressed at a time, others are sent as they are, and small ones are not held up', async () => {
  const compress = createCompress();
  const large = Buffer.alloc(200_000, 'text ');
  const small = Buffer.alloc(2_000, 'text ');
  const run = (body: Buffer) => new Promise<Buffer | null>((resolve) => compress(body, 'br', resolve));

  const running = [run(large), run(large)];
  expect(await run(large)).toBeNull();
  expect(brotliDecompressSync((await run(small)) ?? '')).toEqual(small);

  for (const compressed of await Promise.all(running))
    expect(brotliDecompressSync(compressed ?? '')).toEqual(large);
  expect(await run(large)).not.toBeNull();
});
