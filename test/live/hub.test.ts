import { afterAll, beforeEach, expect, test } from 'vitest';
import { createResilience } from '../../src/beeper/resilience.ts';
import { createServerInfo } from '../../src/beeper/serverInfo.ts';
import { createTransport } from '../../src/beeper/transport.ts';
import { neverAborts } from '../../src/common/callerSignal.ts';
import { Failure } from '../../src/failures.ts';
import type { LiveEvent, LiveStream } from '../../src/live/events.ts';
import { createHub, type HubOptions, type StreamRequest } from '../../src/live/hub.ts';
import { type SandboxOptions, seedChatIDs, startSandbox } from '../../src/sandbox/index.ts';

const closings: (() => unknown)[] = [];
beforeEach(() => async () => {
  for (const close of closings.splice(0).reverse()) await close();
});

async function start(options: Partial<HubOptions> = {}, sandboxOptions: SandboxOptions = {}) {
  const sandbox = await startSandbox(sandboxOptions);
  closings.push(() => sandbox.close());
  const transport = createResilience(
    createTransport({ origin: sandbox.url, connectTimeoutMs: 1_000, maxConnections: 8 }),
    { maxConcurrency: 8 },
  );
  closings.push(() => transport.close());
  const log: object[] = [];
  const line = (fields: object, msg: string) => void log.push({ ...fields, msg });
  const hub = createHub({
    origin: sandbox.url,
    transport,
    serverInfo: createServerInfo(transport, 'auto'),
    timeoutMs: 2_000,
    log: { info: line, warn: line, error: line },
    maxStreams: { inAll: 50, perCaller: 20 },
    ...options,
    times: { linger: 20, reconnect: 20, heal: 5, ...options.times },
  });
  return {
    sandbox,
    hub,
    log,
    listen: (request: Partial<StreamRequest> = {}) =>
      hub.subscribe({
        token: sandbox.token,
        tokenOwner: 'caller',
        keyHolder: null,
        signal: neverAborts,
        chatIDs: null,
        after: null,
        ...request,
      }),
  };
}

type Told = LiveEvent | Failure;

/** Takes events until one matches. */
async function until(stream: LiveStream, matches: (event: LiveEvent) => boolean): Promise<LiveEvent[]> {
  const taken: LiveEvent[] = [];
  for (;;) {
    const { value } = (await stream.next()) as IteratorResult<Told>;
    if (value === undefined || value instanceof Failure) throw value ?? new Error('The stream has ended.');
    taken.push(value);
    if (matches(value)) return taken;
  }
}
const kind = (wanted: LiveEvent['kind']) => (event: LiveEvent) => event.kind === wanted;

test('a stream begins once Beeper has confirmed, and tells of a message with its content', async () => {
  const { sandbox, listen } = await start();
  const stream = listen();
  const [started] = await until(stream, kind('started'));
  expect(started).toMatchObject({ index: 0, isResumed: false, isPolled: false });
  expect(sandbox.live.sockets).toHaveLength(1);
  const chatID = seedChatIDs.grace;
  sandbox.people.write(chatID, 'Hello');
  const events = await until(stream, kind('messageUpserted'));
  const last = events.at(-1);
  if (last?.kind !== 'messageUpserted') throw new Error('no message');
  expect(last.chatID).toBe(chatID);
  expect((await last.message())?.text?.value).toBe('Hello');
});
