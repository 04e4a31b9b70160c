import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Tests that run several processes under load, or measure one: anything beside them would take the processor from them. */
const clusterTests = [
  'test/idempotency/replicas.test.ts',
  'test/security/oneRequest.test.ts',
  'test/server/reload.test.ts',
  'test/server/rollingRestart.test.ts',
];

/** Tests that drive a browser, which has threads and deadlines of its own. */
const browserTests = ['test/browser/**/*.test.ts', 'test/security/webPages.test.ts'];

/** Tests that wait half of their time, for deadlines and for processes: one more runs for every two cores. */
const waitingTests = ['test/{cli,faults,idempotency,resilience,server,telemetry}/**/*.test.ts'];

export default defineConfig({
  // Vite resolves `graphql` to its .mjs files and Node to its .js files. Our code and its libraries would load a copy
  // each, and graphql rejects the types of another copy.
  resolve: { alias: [{ find: /^graphql$/, replacement: fileURLToPath(import.meta.resolve('graphql')) }] },
  test: {
    globalSetup: 'test/support/buildServer.ts',
    // Examples import the package by its name. Vite would transform what is built.
    server: { deps: { external: [/\/dist\//] } },
    // The default leaves one core to Vitest itself: on two cores that is one worker.
    maxWorkers: '100%',
    // A worker imports the schema and its libraries once instead of once per file.
    isolate: false,
    // Concurrent tests wait for deadlines most of their time.
    maxConcurrency: 8,
    // Upper limits for a busy machine; no test waits for them to pass.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 5_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'parallel',
          include: ['test/**/*.test.ts'],
          exclude: [...waitingTests, ...browserTests, ...clusterTests],
        },
      },
      {
        extends: true,
        test: {
          name: 'waiting',
          include: waitingTests,
          exclude: clusterTests,
          maxWorkers: Math.ceil(1.5 * availableParallelism()),
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: browserTests,
          globalSetup: 'test/support/buildWebApp.ts',
          // A browser takes its time on a busy machine.
          expect: { poll: { timeout: 20_000 } },
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: { name: 'cluster', include: clusterTests, maxWorkers: 1, sequence: { groupOrder: 3 } },
      },
    ],
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      reporter: ['text-summary', 'html', 'json-summary'],
      thresholds: { lines: 90 },
    },
  },
});
