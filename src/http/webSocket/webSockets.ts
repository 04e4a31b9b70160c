import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Refusal } from '../refusal.ts';
import type { RequestRecords } from '../requestRecords.ts';
import { readTarget } from '../requestTarget.ts';
import type { GuardedRequest } from './guard.ts';
import { draining, faultOf, type Head, isHandshake, switchedOff, tooMany } from './handshake.ts';
import type { Protocol, ProtocolOptions } from './protocol.ts';

interface WebSocketsOptions extends Pick<ProtocolOptions, 'path' | 'fetch' | 'log' | 'times'> {
  readonly isOn: boolean;
  /** Open WebSockets. Beyond it, the one that is without an operation for the longest time makes room. */
  readonly max: number;
  /** Whether the guards that need no key let a handshake pass. */
  readonly isWelcome: (request: GuardedRequest) => boolean;
  /** Whether a request has a key, where one is required. */
  readonly hasKey: (request: GuardedRequest) => boolean;
}

/** Subscriptions over WebSocket, at the path of GraphQL requests. */
export interface WebSockets {
  /**
   * @returns whether a request is a handshake that nothing refuses. All other requests that ask for an upgrade are served as
   * if they did not: some clients offer HTTP/2 in that way.
   */
  accepts(request: IncomingMessage): boolean;
  /** @returns why handshakes are refused, besides the guards. */
  refusalOf(request: Head): Refusal | null;
  /** Takes over the connection of a handshake that was accepted. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, records: RequestRecords | null): void;
  /** Closes WebSockets whose keys are no longer in force, once their operations have ended. */
  checkKeys(): void;
  /** Refuses handshakes from now on, and closes each WebSocket once its operations have ended. */
  close(): void;
}

export function createWebSockets({
  isOn,
  max,
  isWelcome,
  hasKey,
  ...options
}: WebSocketsOptions): WebSockets {
  let open = 0;
  let isClosing = false;
  let loading: Promise<Protocol> | undefined;
  let loaded: Protocol | undefined;

  /** Loads the packages at the first handshake. */
  const load = async (): Promise<Protocol> => {
    const { createProtocol } = await import('./protocol.ts');
    const protocol = createProtocol({ ...options, hasKey });
    if (isClosing) protocol.close();
    loaded = protocol;
    return protocol;
  };

  function refusalOf(request: Head): Refusal | null {
    if (!isOn) return switchedOff;
    if (isClosing) return draining;
    return faultOf(request) ?? (open >= max && !loaded?.idlest() ? tooMany : null);
  }

  return {
    refusalOf,
    accepts(request) {
      if (!isHandshake(request) || readTarget(request) || refusalOf(request)) return false;
      // Without one, the key can come with `connection_init`.
      const isWithKey = request.headers['x-gateway-key'] !== undefined;
      return isWelcome(request) && (!isWithKey || hasKey(request));
    },
    upgrade(request, socket, head, records) {
      // Connections that do nothing must not keep others out.
      if (open >= max) loaded?.idlest()?.terminate();
      open += 1;
      socket.once('close', () => {
        open -= 1;
      });
      socket.on('error', () => {});
      loading ??= load();
      loading.then(
        (protocol) => protocol.upgrade(request, socket, head, records),
        (error) => {
          options.log.error({ err: error }, 'WebSocket not served');
          socket.destroy();
        },
      );
    },
    checkKeys() {
      loaded?.checkKeys();
    },
    close() {
      isClosing = true;
      void loading?.then((protocol) => protocol.close());
    },
  };
}
