import type { AddressInfo } from 'node:net';
import { connect, createServer, type Socket } from 'node:net';

export interface TCPProxy extends AsyncDisposable {
  readonly port: number;
  /** Drops what goes through the connections that exist now, for good. They stay open, as behind a firewall that forgot them. */
  forgetConnections(): void;
  /** Closes the connections that exist now. */
  cutConnections(): void;
}

/** Forwards connections to `port` of 127.0.0.1. */
export async function startTCPProxy(port: number): Promise<TCPProxy> {
  const pairs = new Set<readonly [Socket, Socket]>();
  const forgotten = new WeakSet<readonly [Socket, Socket]>();
  const server = createServer((inner) => {
    const outer = connect(port, '127.0.0.1');
    const pair = [inner, outer] as const;
    pairs.add(pair);
    inner.pipe(outer).pipe(inner);
    const onClose = (other: Socket) => {
      pairs.delete(pair);
      // Nothing gets through a forgotten one, not even its end.
      if (!forgotten.has(pair)) other.destroySoon();
    };
    inner.on('error', () => {}).on('close', () => onClose(outer));
    outer.on('error', () => {}).on('close', () => onClose(inner));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cutConnections = () => {
    for (const pair of pairs) for (const socket of pair) socket.destroy();
  };
  return {
    cutConnections,
    port: (server.address() as AddressInfo).port,
    forgetConnections() {
      for (const pair of pairs) {
        const [inner, outer] = pair;
        forgotten.add(pair);
        inner.unpipe(outer).resume();
        outer.unpipe(inner).resume();
      }
    },
    async [Symbol.asyncDispose]() {
      cutConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
