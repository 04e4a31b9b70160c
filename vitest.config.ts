import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Tests that run several processes under load: anything beside them would be measured as well. */
const clusterTests = ['test/idempotency/replicas.test.ts', 'test/server/rollingRestart.test.ts'];

export default defineConfig({
  // Vite resolves `graphql` to its .mjs files and Node to its .js files. Our code and its libraries would load a copy
  // each, and graphql rejects the types of another copy.
  resolve: { alias: [{ find: /^graphql$/, replacement: fileURLToPath(import.meta.resolve('graphql')) }] },
  test: {
    globalSetup: 'test/support/buildServer.ts',
    // Many tests wait for timers and other processes, so that two workers do not keep two cores busy.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    // A worker imports the schema and its libraries once instead of once per file.
    isolate: false,
    // Upper limits for a busy machine; no test waits for them to pass.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 5_000 } },
    projects: [
      {
        extends: true,
        test: { name: 'parallel', include: ['test/**/*.test.ts'], exclude: clusterTests },
      },
      {
        extends: true,
        test: { name: 'cluster', include: clusterTests, maxWorkers: 1, sequence: { groupOrder: 1 } },
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
