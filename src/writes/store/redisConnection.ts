import { RateLimiterRedis } from 'rate-limiter-flexible';
import { createClient } from 'redis';
import { unsupportedMode } from './redisErrors.ts';

const connectTimeoutMs = 1_000;
const pingEveryMs = 1_000;
/** A connection on which nothing happens for this long, not even a ping, is dead, or is never set up. */
const silenceMs = 2_500;

export interface RedisEvents {
  /** The connection is lost, or can't be made; called for each attempt. */
  readonly failed: (error: unknown) => void;
  /** The connection is made. */
  readonly connected: () => void;
}

export type RedisClient = ReturnType<typeof open>;

export interface RedisConnection {
  /**
   * Runs commands. They wait for the first attempt to connect, and for as long as Redis hangs; else they fail at once
   * while there is no connection.
   */
  run<Result>(commands: (client: RedisClient, limiterOf: LimiterOf) => Promise<Result>): Promise<Result>;
  /** Whether commands wait and Redis has answered nothing for some seconds. */
  isSilent(): boolean;
  /** @throws {StoreError} where the server is not a single Redis. Asks once per connection. */
  checkMode(): Promise<void>;
  end(): void;
}

type LimiterOf = (points: number) => RateLimiterRedis;

/** Connects in the background, and again after each loss. */
export function connectRedis(url: string, keyPrefix: string, on: RedisEvents): RedisConnection {
  const client = open(url);
  let isModeKnown = false;
  let isTried = false;
  const firstTry = new Promise<void>((resolve) => {
    client.once('ready', resolve).once('error', () => resolve());
  }).then(() => {
    isTried = true;
  });
  let lastError: unknown = new Error('not connected');
  const onError = (error: unknown) => {
    lastError = error;
    on.failed(error);
  };
  client.on('error', onError);
  client.on('ready', () => {
    isModeKnown = false;
    on.connected();
  });
  client.connect().catch(onError);

  const limiters = new Map<number, RateLimiterRedis>();
  const limiterOf: LimiterOf = (points) => {
    const options = { storeClient: client, useRedisPackage: true, keyPrefix, points, duration: 60 };
    const limiter = limiters.get(points) ?? new RateLimiterRedis(options);
    limiters.set(points, limiter);
    return limiter;
  };

  let waiting = 0;
  let answeredAt = 0;
  const run: RedisConnection['run'] = async (commands) => {
    if (waiting === 0) answeredAt = performance.now();
    waiting += 1;
    try {
      if (!isTried) await firstTry;
      // The client's own error would hide why there is no connection.
      if (!client.isReady) throw lastError;
      return await commands(client, limiterOf);
    } finally {
      waiting -= 1;
      answeredAt = performance.now();
    }
  };

  return {
    run,
    isSilent: () => waiting > 0 && performance.now() - answeredAt > silenceMs,
    async checkMode() {
      if (isModeKnown) return;
      // Redis before 6 has no HELLO.
      const hello = await run(() => client.sendCommand(['HELLO'])).catch(() => null);
      const unsupported = unsupportedMode(modeIn(hello));
      if (unsupported) throw unsupported;
      isModeKnown = hello !== null;
    },
    end: () => client.destroy(),
  };
}

const open = (url: string) => {
  const { protocol, hostname, port, username, password, pathname } = new URL(url);
  return createClient({
    // The client takes the brackets of an IPv6 address in a URL for a part of the name.
    ...(username !== '' && { username: decodeURIComponent(username) }),
    ...(password !== '' && { password: decodeURIComponent(password) }),
    ...(pathname.length > 1 && { database: Number(pathname.slice(1)) }),
    disableOfflineQueue: true,
    pingInterval: pingEveryMs,
    socket: {
      host: hostname.replace(/^\[(.*)\]$/, '$1'),
      port: port === '' ? 6379 : Number(port),
      ...(protocol === 'rediss:' && { tls: true as const }),
      connectTimeout: connectTimeoutMs,
      socketTimeout: silenceMs,
      reconnectStrategy: (tries: number) => Math.min(50 * 2 ** tries, 1_000),
    },
  });
};

/** HELLO answers with a map: an object, or a list of names and values in turn, as the version of the protocol is. */
function modeIn(hello: unknown): string | null {
  const mode: unknown = Array.isArray(hello)
    ? hello[hello.indexOf('mode') + 1]
    : (hello as { mode?: unknown } | null)?.mode;
  return typeof mode === 'string' ? mode : null;
}
