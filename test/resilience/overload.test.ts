import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createApp } from '../../src/app.ts';
import { createServerInfo } from '../../src/beeper/serverInfo.ts';
import { createTransport } from '../../src/beeper/transport.ts';
import { watchOverload } from '../../src/http/eventLoopLag.ts';
import { createLog } from '../../src/http/log.ts';
import { createWrites } from '../../src/writes/pipeline.ts';
import { createMemoryStore } from '../../src/writes/store/memory.ts';

const block = (ms: number) => {
  for (const until = performance.now() + ms; performance.now() < until; );
};

test('an event loop that is late for long counts as overloaded, and no more once it is not', async () => {
  const isOverloaded = watchOverload();
  expect(isOverloaded()).toBe(false);

  for (const until = performance.now() + 8_000; performance.now() < until && !isOverloaded(); await wait(0)) {
    block(1_200);
  }
  const whileLate = isOverloaded();

  expect(whileLate).toBe(true);
  await expect.poll(isOverloaded).toBe(false);
});

test('while overloaded, operations get 503 with Retry-After, and health is answered', async () => {
  const transport = createTransport({ origin: 'http://127.0.0.1:1', deadlineMs: 1_000, maxConnections: 1 });
  let overloaded = true;
  const app = createApp({
    transport,
    serverInfo: createServerInfo(transport, 'split'),
    writes: createWrites(createMemoryStore(), { perMinute: 0, leaseMs: 1_000 }),
    accessToken: null,
    sandbox: false,
    graphiql: false,
    isOverloaded: () => overloaded,
    log: createLog({ level: 'silent', production: true }),
  });
  const ask = () =>
    app.fetch('http://127.0.0.1/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ __typename }"}',
    });

  const refused = await ask();
  const health = await app.fetch('http://127.0.0.1/health');
  overloaded = false;
  const answered = await ask();

  expect(refused.status).toBe(503);
  expect(refused.headers.get('retry-after')).toBe('1');
  expect(await refused.json()).toMatchObject({
    errors: [{ extensions: { code: 'UNAVAILABLE', retryable: true } }],
  });
  expect(health.status).toBe(200);
  expect(await answered.json()).toEqual({ data: { __typename: 'Query' } });
});
