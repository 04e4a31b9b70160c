import { expect, test } from 'vitest';
import { defaultUploadTimes, IncomingFile } from '../../src/files/incomingFile.ts';

/** Brings one byte at a time, as often as it is asked. */
async function* trickle(): AsyncGenerator<Uint8Array> {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 1));
    yield new Uint8Array(1);
  }
}

test('a file that comes in slower than any connection is not waited for', async () => {
  const file = new IncomingFile(trickle(), 500_000_000, { ...defaultUploadTimes, graceMs: 20 });
  await file.begin();
  const read = async () => {
    for await (const _ of file.bytes());
  };
  await expect(read()).rejects.toMatchObject({ status: 408, reason: 'slow', retryable: true });
  expect(file).toMatchObject({ isComplete: false, refusal: { reason: 'slow' } });
  file.close();
});

test('a small file may take its time', async () => {
  async function* two() {
    yield new Uint8Array(1);
    await new Promise((resolve) => setTimeout(resolve, 50));
    yield new Uint8Array(1);
  }
  const file = new IncomingFile(two(), 2, defaultUploadTimes);
  await file.begin();
  for await (const _ of file.bytes());
  expect(file).toMatchObject({ isComplete: true, receivedBytes: 2 });
});
