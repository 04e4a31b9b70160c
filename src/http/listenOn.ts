import { once } from 'node:events';
import type { AddressInfo, Server } from 'node:net';

interface Place {
  readonly host: string;
  readonly port: number;
  /** The name of the setting with the port. */
  readonly setting: string;
}

/** What to change if a server can't listen, by the code of the error. */
const remedies: Readonly<Record<string, (setting: string) => string>> = {
  EADDRINUSE: (setting) =>
    `another program uses this port; set ${setting} to another port${setting === 'PORT' ? ', or to 0 for any free port' : ''}`,
  EACCES: (setting) => `this user is not allowed to use this port; set ${setting} to 1024 or higher`,
  EADDRNOTAVAIL: () =>
    'set HOST to an address of this machine such as 127.0.0.1, or to 0.0.0.0 for all of them',
  ENOTFOUND: () => 'set HOST to a name or address of this machine',
};

/** @returns what to change if a server can't listen, or null for an error that no setting can change. */
export const listenRemedy = (error: Error, setting: string): string | null =>
  'code' in error ? (remedies[String(error.code)]?.(setting) ?? null) : null;

/** Thrown by `listenOn` with one sentence that names the setting to change. */
export class ListenError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ListenError';
  }
}

/**
 * @returns the port on which the server listens now.
 * @throws {ListenError} if it can't, for a reason that a setting can change.
 */
export async function listenOn(server: Server, { host, port, setting }: Place): Promise<number> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    const remedy = error instanceof Error ? listenRemedy(error, setting) : null;
    throw remedy === null ? error : new ListenError(`${(error as Error).message}: ${remedy}.`);
  }
  return (server.address() as AddressInfo).port;
}
