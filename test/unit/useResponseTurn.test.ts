import { expect, test } from 'vitest';
import { useResponseTurn } from '../../src/http/useResponseTurn.ts';

type OnResponse = (payload: { response: Response }) => Promise<void>;

/** @returns whether the event loop turned before the response goes on. */
async function turnsBefore(bytes: number): Promise<boolean> {
  let turned = false;
  setImmediate(() => {
    turned = true;
  });
  const onResponse = useResponseTurn().onResponse as unknown as OnResponse;
  await onResponse({ response: new Response(null, { headers: { 'content-length': String(bytes) } }) });
  return turned;
}

test('the event loop turns before a large response is written, and not before a small one', async () => {
  expect(await turnsBefore(2_000_000)).toBe(true);
  expect(await turnsBefore(20_000)).toBe(false);
});
