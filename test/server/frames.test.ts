import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { expect, test } from 'vitest';
import { CreateChatOnce } from '../support/documents.ts';
import { startPair } from '../support/pair.ts';
import { ada, whatsapp } from '../support/people.ts';

/**
 * Runs `work`, and returns the file of each frame of the project when undici gets the POST, outermost first. Functions
 * that return another's promise without awaiting it leave no frame.
 */
async function filesOnTheWay(work: () => Promise<unknown>): Promise<string[]> {
  let files: string[] = [];
  const onRequest = (message: unknown) => {
    const { request } = message as { request: { method: string } };
    if (request.method !== 'POST' || files.length > 0) return;
    const frames = new Error().stack?.split('\n') ?? [];
    files = frames
      .flatMap((frame) => /\/src\/((?:beeper|resolvers|writes)\/[\w/]+\.ts)/.exec(frame)?.[1] ?? [])
      .reverse();
  };
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 200;
  subscribe('undici:request:create', onRequest);
  try {
    await work();
  } finally {
    unsubscribe('undici:request:create', onRequest);
    Error.stackTraceLimit = limit;
  }
  return files;
}

test('on the way from resolver to undici, a keyed createChat enters each file once', async () => {
  await using pair = await startPair();
  const input = { single: { accountID: whatsapp, participantID: ada.id } };

  const files = await filesOnTheWay(() =>
    pair.gateway.query(CreateChatOnce, { input, key: 'a-key-of-mine' }),
  );

  // The client returns without awaiting, so it is not among these: eleven functions in seven files in all.
  expect(files.length).toBeLessThanOrEqual(10);
  expect(files.filter((file, index) => file !== files[index - 1])).toEqual([
    'resolvers/chat/createChat.ts',
    'writes/pipeline.ts',
    'beeper/call.ts',
    'beeper/resilience.ts',
    'beeper/places.ts',
    'beeper/transport.ts',
  ]);
});
