import { createResilience } from '../../src/beeper/resilience.ts';
import { createServerInfo } from '../../src/beeper/serverInfo.ts';
import { createTransport } from '../../src/beeper/transport.ts';
import { neverAborts } from '../../src/common/callerSignal.ts';
import { Failure } from '../../src/failures.ts';
import type { LiveEvent, LiveStream } from '../../src/live/events.ts';
import { createHub, type Hub, type HubOptions, type StreamRequest } from '../../src/live/hub.ts';

interface TestHub extends Hub, AsyncDisposable {
  /** What was logged. */
  readonly log: readonly object[];
  /** Subscribes to all chats with this token, unless told otherwise. */
  listen(token: string, request?: Partial<StreamRequest>): LiveStream;
}

/** A hub with short times in front of the Beeper at `origin`. */
export function openHub(origin: string, options: Partial<HubOptions> = {}): TestHub {
  const transport = createResilience(
    createTransport({ origin, connectTimeoutMs: 1_000, maxConnections: 8 }),
    {
      maxConcurrency: 8,
    },
  );
  const log: object[] = [];
  const line = (fields: object, msg: string) => void log.push({ ...fields, msg });
  const hub = createHub({
    origin,
    transport,
    serverInfo: createServerInfo(transport, 'auto'),
    timeoutMs: 2_000,
    log: { info: line, warn: line, error: line },
    maxStreams: { inAll: 50, perCaller: 20 },
    ...options,
    times: { linger: 20, reconnect: 20, heal: 5, ...options.times },
  });
  const streams: LiveStream[] = [];
  return {
    ...hub,
    log,
    listen(token, request = {}) {
      const stream = hub.subscribe({
        token,
        tokenOwner: 'caller',
        keyHolder: null,
        signal: neverAborts,
        chatIDs: null,
        after: null,
        ...request,
      });
      streams.push(stream);
      return stream;
    },
    async [Symbol.asyncDispose]() {
      for (const stream of streams) await stream.return?.();
      await transport.close();
    },
  };
}

/** Takes events until one of them matches, and returns all that it took. */
export async function takeUntil(
  stream: LiveStream,
  matches: LiveEvent['kind'] | ((event: LiveEvent) => boolean),
): Promise<LiveEvent[]> {
  const isLast = typeof matches === 'string' ? ({ kind }: LiveEvent) => kind === matches : matches;
  const taken: LiveEvent[] = [];
  for (;;) {
    const { value, done } = await stream.next();
    if (done) throw new Error(`The stream has ended after ${JSON.stringify(taken)}.`);
    if (value instanceof Failure) throw value;
    taken.push(value);
    if (isLast(value)) return taken;
  }
}

/** Takes what is left of a stream that ends, and returns its last value. */
export async function takeFailure(stream: LiveStream): Promise<Failure> {
  let last: unknown;
  for (let next = await stream.next(); !next.done; next = await stream.next()) last = next.value;
  if (!(last instanceof Failure)) throw new Error('The stream has ended without a failure.');
  return last;
}

/** Takes events until there is one of this message, and returns it with those before it. */
export const takeMessage = (stream: LiveStream, messageID: string): Promise<LiveEvent[]> =>
  takeUntil(stream, (event) => 'messageID' in event && event.messageID === messageID);
