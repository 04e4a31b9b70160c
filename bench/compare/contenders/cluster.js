import cluster from 'node:cluster';
import { fileURLToPath } from 'node:url';

/** Two processes of the built gateway that share a port. */
cluster.setupPrimary({ exec: fileURLToPath(new URL('../../../dist/server.js', import.meta.url)) });
for (let count = 0; count < 2; count++) cluster.fork();
process.on('SIGTERM', () => {
  for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill('SIGTERM');
  cluster.disconnect(() => process.exit());
});
