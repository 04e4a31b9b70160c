import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createCertificate } from '../support/certificate.ts';
import { freePort } from '../support/freePort.ts';
import { Running } from '../support/process.ts';
import { findOrInstall } from '../support/programs.ts';

export const hostName = 'beeper.example.com';

export interface ReverseProxy extends AsyncDisposable {
  /** The port that speaks TLS. */
  readonly port: number;
  /** The certificate to trust. */
  readonly certificate: string;
  /** @returns what it has logged of requests, and of errors. */
  log(): Promise<string>;
}

interface Behind {
  /** Ports of the two replicas. */
  readonly ports: readonly number[];
  /** As GATEWAY_PATH. */
  readonly path: string;
}

/** Starts nginx with `ops/nginx/beeper-graphql-gateway.conf`, in which only ports, the path and the certificate are replaced. */
export function startNginxExample(behind: Behind): Promise<ReverseProxy> {
  return startProxy('nginx', behind, async (folder, example, port, plainPort) => {
    const server = example
      .replace('listen 443 ssl http2', `listen 127.0.0.1:${port} ssl http2`)
      .replace('listen 80', `listen 127.0.0.1:${plainPort}`)
      .replace('/etc/ssl/beeper.example.com.pem', join(folder, 'certificate.pem'))
      .replace('/etc/ssl/private/beeper.example.com.key', join(folder, 'key.pem'))
      .replaceAll('/var/log/nginx', folder);
    const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
      .map((name) => `${name}_temp_path ${folder}/${name};`)
      .join(' ');
    const file = join(folder, 'nginx.conf');
    // gzip is on, as in Debian's nginx.conf.
    await writeFile(
      file,
      `daemon off; worker_processes 1; pid ${folder}/pid; error_log ${folder}/error.log;
       events { worker_connections 256; }
       http { access_log off; ${paths} gzip on; gzip_types application/json; ${server} }`,
    );
    return ['-p', folder, '-c', file, '-e', join(folder, 'error.log')];
  });
}

/** Starts Caddy with `ops/caddy/Caddyfile`, in which only ports, the path and the certificate are replaced. */
export function startCaddyExample(behind: Behind): Promise<ReverseProxy> {
  return startProxy('caddy', behind, async (folder, example, port) => {
    const certificate = `${join(folder, 'certificate.pem')} ${join(folder, 'key.pem')}`;
    const file = join(folder, 'Caddyfile');
    await writeFile(
      file,
      example
        .replace('\n{\n', '\n{\n\tadmin off\n\tauto_https disable_redirects\n')
        .replace(`${hostName} {`, `https://${hostName}:${port} {\n\ttls ${certificate}`),
    );
    return ['run', '--adapter', 'caddyfile', '--config', file];
  });
}

type Prepare = (folder: string, example: string, port: number, plainPort: number) => Promise<string[]>;

const examples = { nginx: 'nginx/beeper-graphql-gateway.conf', caddy: 'caddy/Caddyfile' };

/** @param prepare writes the configuration and returns the arguments of the program. */
async function startProxy(
  name: keyof typeof examples,
  { ports, path }: Behind,
  prepare: Prepare,
): Promise<ReverseProxy> {
  const program = await findOrInstall(name);
  const folder = await mkdtemp(join(tmpdir(), `${name}-`));
  const { certificate } = await createCertificate(folder, hostName);
  const port = await freePort();
  const example = (await readFile(join(import.meta.dirname, '../../ops', examples[name]), 'utf8'))
    .replaceAll('127.0.0.1:4000', `127.0.0.1:${ports[0]}`)
    .replaceAll('127.0.0.1:4010', `127.0.0.1:${ports[1]}`)
    .replace(/(location = |@gateway path )\/graphql/, `$1${path}`);
  const args = await prepare(folder, example, port, await freePort());
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
  });
  const running = new Running(child, () => rm(folder, { recursive: true, force: true }));
  while (!(await acceptsConnections(port))) {
    if (child.exitCode !== null) throw new Error(`${name} ended: ${running.stderr}`);
    await sleep(20);
  }
  return {
    port,
    certificate,
    async log() {
      const files = (await readdir(folder)).filter((file) => file.endsWith('.log'));
      const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
      return [...texts, running.stderr].join('\n');
    },
    async [Symbol.asyncDispose]() {
      // SIGKILL would leave the worker of nginx.
      running.kill('SIGTERM');
      await running.ends();
      await running[Symbol.asyncDispose]();
    },
  };
}

export interface ProxyAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Sends a request to the proxy by TLS, with its certificate checked. A body makes it a POST of JSON. */
export async function ask(
  proxy: ReverseProxy,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<ProxyAnswer> {
  const response = await open(proxy, path, body, headers);
  const parts: Buffer[] = [];
  for await (const part of response) parts.push(part);
  return { status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) };
}

/** As `ask`, and returns the response when it begins. */
export function open(
  { port, certificate }: ReverseProxy,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<IncomingMessage> {
  const json = body === undefined ? undefined : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port,
        path,
        method: json === undefined ? 'GET' : 'POST',
        servername: hostName,
        ca: certificate,
        agent: false,
        headers: { host: hostName, ...(json && { 'content-type': 'application/json' }), ...headers },
      },
      resolve,
    );
    sent.once('error', reject).end(json);
  });
}

/** Begins to send a file. @returns the response, which can begin before the whole file was sent. */
export function put(
  { port, certificate }: ReverseProxy,
  path: string,
  bytes: Buffer,
  sizeBytes = bytes.length,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port,
        path,
        method: 'PUT',
        servername: hostName,
        ca: certificate,
        agent: false,
        headers: { host: hostName, 'content-length': sizeBytes },
      },
      resolve,
    );
    sent.once('error', reject).write(bytes);
    if (sizeBytes === bytes.length) sent.end();
  });
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
