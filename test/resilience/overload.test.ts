import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createOverloadRule, watchOverload } from '../../src/http/eventLoopLag.ts';
import { startPair } from '../support/pair.ts';
import { startProcess } from '../support/process.ts';

const block = (ms: number) => {
  for (const until = performance.now() + ms; performance.now() < until; );
};

test.each([
  { delays: [501, 501], overloaded: true },
  { delays: [0, 900, 600], overloaded: true },
  { delays: [9_000], overloaded: false },
  { delays: [9_000, 500], overloaded: false },
  { delays: [9_000, 0, 9_000], overloaded: false },
  { delays: [500, 500, 500, 500], overloaded: false },
  { delays: [9_000, 9_000, 0], overloaded: false },
])('after samples of $delays ms, overloaded is $overloaded', ({ delays, overloaded }) => {
  const isOverload = createOverloadRule();

  expect(delays.map(isOverload).at(-1)).toBe(overloaded);
});

test.each([
  // Without a pause, Node records no delay at all between two samples.
  { pauseMs: 1, blockMs: 300 },
  { pauseMs: 100, blockMs: 300 },
])(
  'an event loop blocked for $blockMs ms with pauses of $pauseMs ms is overloaded until it is free again',
  async ({ pauseMs, blockMs }) => {
    const isOverloaded = watchOverload({ sampleMs: 200, lateMs: 200 });
    expect(isOverloaded()).toBe(false);

    for (let blocks = 0; blocks < 10 && !isOverloaded(); blocks++) {
      await wait(pauseMs);
      block(blockMs);
      await wait(0);
    }

    expect(isOverloaded()).toBe(true);
    await expect.poll(isOverloaded).toBe(false);
    isOverloaded.stop();
    const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
    const before = timers();
    const another = watchOverload();
    another.stop();
    expect(timers()).toBe(before);
  },
);

test('watching for overload does not keep the process alive', () => {
  const module = new URL('../../src/http/eventLoopLag.ts', import.meta.url).href;
  const script = `import { createOverloadRule, watchOverload } from '${module}'; watchOverload(); process.stdout.write('watching');`;

  const printed = execFileSync(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), '--input-type=module', '--eval', script],
    { encoding: 'utf8', timeout: 20_000 },
  );

  expect(printed).toBe('watching');
});

test('while overloaded, operations get 503 with Retry-After at once, and health is answered', async () => {
  let overloaded = true;
  await using pair = await startPair({ isOverloaded: () => overloaded });
  const askedAt = performance.now();

  const rejected = await pair.gateway.send('{ __typename }');
  const tookMs = performance.now() - askedAt;
  const health = await fetch(`${pair.gateway.origin}/health`);
  overloaded = false;
  const answered = await pair.gateway.send('{ __typename }');

  expect(rejected.status).toBe(503);
  expect(rejected.headers.get('retry-after')).toBe('1');
  expect(await rejected.json()).toMatchObject({
    errors: [{ extensions: { code: 'UNAVAILABLE', retryable: true } }],
  });
  expect(tookMs).toBeLessThan(200);
  expect(health.status).toBe(200);
  expect(await answered.json()).toEqual({ data: { __typename: 'Query' } });
});

test('a gateway whose event loop is blocked again and again rejects operations', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'blocking-'));
  const blocking = join(folder, 'blocking.mjs');
  await writeFile(
    blocking,
    `const block = () => { for (const until = performance.now() + 600; performance.now() < until; ); };
     process.on('SIGUSR2', () => setInterval(block, 1));`,
  );
  await using gateway = await startProcess({ NODE_OPTIONS: `--import=${blocking}` });
  const url = `${await gateway.origin()}/graphql?query={__typename}`;
  expect((await fetch(url)).status).toBe(200);

  gateway.kill('SIGUSR2');

  const statuses: unknown[] = [];
  const ask = () => {
    fetch(url).then(
      ({ status }) => statuses.push(status),
      () => {},
    );
    return statuses;
  };
  await expect.poll(ask, { timeout: 20_000, interval: 100 }).toContain(503);
  await rm(folder, { recursive: true });
});
