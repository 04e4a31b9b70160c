import { createServer } from 'node:net';
import type { Config } from '../../config/settings.ts';
import { toHostName } from '../../config/values.ts';
import { listenRemedy } from '../../http/listenOn.ts';
import { type Finding, failure, ok } from './finding.ts';

/** Listens at HOST and PORT for a moment. If the port is taken, asks what is there. */
export async function examinePort({ host, port }: Config): Promise<Finding> {
  if (port === 0) return ok('port', 'any free one');
  const error = await listen(host, port);
  if (error === null) return ok('port', `${port} is free`);
  if ('code' in error && error.code === 'EADDRINUSE' && (await isGateway(host, port)))
    return ok('port', `a gateway listens on ${port} already`);
  return failure(
    'port',
    `The gateway can’t listen on ${host}:${port}`,
    sentence(listenRemedy(error, 'PORT') ?? error.message),
  );
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

const listen = (host: string, port: number): Promise<Error | null> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', resolve);
    server.listen(port, host, () => server.close(() => resolve(null)));
  });

/** Whether the answer to `/ready` is that of a gateway. Wildcard addresses are asked by the name of this machine. */
async function isGateway(host: string, port: number): Promise<boolean> {
  const name = /^(0|0\.0\.0\.0|\[?::\]?)$/.test(host) ? '127.0.0.1' : toHostName(host);
  try {
    const response = await fetch(`http://${name}:${port}/ready`, { signal: AbortSignal.timeout(5_000) });
    const body: unknown = await response.json();
    return typeof body === 'object' && body !== null && 'ready' in body && 'beeper' in body;
  } catch {
    return false;
  }
}
