import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './freePort.ts';
import { findOrInstall } from './programs.ts';

export interface Balancer extends AsyncDisposable {
  readonly origin: string;
}

/**
 * Starts nginx as a load balancer over `ports`.
 * @param nextUpstream when it sends a request to the next port, as of `proxy_next_upstream`. By default, if a connection is
 * rejected or breaks, and never a POST that was sent.
 */
export async function startNginx(
  ports: readonly number[],
  nextUpstream = 'error timeout',
): Promise<Balancer> {
  const program = await findOrInstall('nginx');
  const folder = await mkdtemp(join(tmpdir(), 'nginx-'));
  const port = await freePort();
  await writeFile(
    join(folder, 'nginx.conf'),
    configuration({ folder, port, upstreamPorts: ports, nextUpstream }),
  );
  const options = ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')];
  const child = spawn(program, options, { stdio: 'ignore' });
  const exit = once(child, 'exit');
  while (!(await acceptsConnections(port))) {
    if (child.exitCode !== null) throw new Error(`nginx ended with exit code ${child.exitCode}.`);
    await sleep(20);
  }
  return {
    origin: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM');
      await exit;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

interface Configuration {
  readonly folder: string;
  readonly port: number;
  readonly upstreamPorts: readonly number[];
  readonly nextUpstream: string;
}

function configuration({ folder, port, upstreamPorts, nextUpstream }: Configuration): string {
  const modules = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return `
    daemon off; worker_processes 1; pid ${folder}/pid; error_log ${folder}/error.log;
    events { worker_connections 1024; }
    http {
      access_log off;
      ${modules.map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}
      upstream gateways {
        ${upstreamPorts.map((upstreamPort) => `server 127.0.0.1:${upstreamPort} max_fails=0;`).join(' ')}
        keepalive 32;
      }
      server {
        listen 127.0.0.1:${port};
        location / {
          proxy_pass http://gateways;
          proxy_http_version 1.1;
          proxy_set_header Connection "";
          proxy_set_header Host $host;
          proxy_next_upstream ${nextUpstream};
        }
      }
    }`;
}

function acceptsConnections(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
      .once('connect', () => {
        socket.destroy();
        resolve(true);
      })
      .once('error', () => resolve(false));
  });
}
