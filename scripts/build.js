import { build } from 'esbuild';

/** Compiles src/ for node: types are erased and files joined, packages stay where npm put them. Types are checked by `npm run typecheck`. */
await build({
  entryPoints: ['src/server.ts', 'src/sandbox/main.ts'],
  outdir: 'dist',
  outbase: 'src',
  bundle: true,
  splitting: true,
  packages: 'external',
  platform: 'node',
  target: 'node20',
  format: 'esm',
  sourcemap: true,
  logLevel: 'warning',
});
