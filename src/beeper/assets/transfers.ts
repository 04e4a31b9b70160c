import { Readable } from 'node:stream';
import type { CallerSignal } from '../../common/callerSignal.ts';
import type { RequestRecord } from '../../common/requestRecord.ts';
import type { UpstreamCall } from '../../common/upstreamCall.ts';
import { NetworkError } from '../errors.ts';
import { createPlaces, type Load } from '../places.ts';
import { createPool, type Dispatcher, type PoolOptions } from '../pool.ts';
import { routeOf } from '../routes.ts';

/** One request for a file, or with one. */
export interface TransferRequest {
  readonly method: 'GET' | 'POST';
  /** Path with query, percent-encoded. */
  readonly path: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly token: string | null;
  /** Left out for none. It ends early where the request is given up. */
  readonly body?: AsyncIterable<Uint8Array>;
  /** Milliseconds from the end of the request to the head of its answer; those of the options by default. */
  readonly headTimeoutMs?: number;
  /** Aborts when the caller disconnects: then the transfer ends, also in the middle of its body. */
  readonly signal: CallerSignal;
  /** Of the request that it serves; null where nothing is recorded. */
  readonly record: RequestRecord | null;
}

/** What came back, whatever its status. */
export interface TransferAnswer {
  readonly status: number;
  /** @returns null for a header that is absent. */
  readonly header: (name: string) => string | null;
  /** Must be read or destroyed. It is destroyed with an error where the connection is lost. */
  readonly body: Readable;
}

/** Files on their way from and to Beeper, over connections of their own: films must not keep GraphQL waiting. */
export interface Transfers {
  /**
   * @returns the answer as soon as its head is there; redirects are not followed, and nothing is repeated.
   * @throws {NetworkError} where no head arrived.
   */
  send(request: TransferRequest): Promise<TransferAnswer>;
  /** @returns how many transfers run and wait at the moment. */
  load(): Load;
  /** Closes all connections once the running transfers have ended. */
  close(): Promise<void>;
}

export interface TransferOptions extends PoolOptions {
  /** Milliseconds to the head of an answer; 30 s by default. */
  readonly headTimeoutMs?: number | undefined;
  /** Milliseconds in which nothing of a body arrives; 30 s by default. */
  readonly silenceMs?: number | undefined;
  /** Is told of each transfer that has ended; by default nobody is. */
  readonly onCall?: ((call: UpstreamCall) => void) | undefined;
}

/** Downloads that wait for a connection; more are refused. */
const maxWaiting = 2_000;

/** Files on their way to Beeper, which stores each of them; more are refused, as none of them ends soon. */
const maxUploads = 16;

/** Nothing is connected before the first transfer. */
export function createTransfers({
  headTimeoutMs = 30_000,
  silenceMs = 30_000,
  onCall,
  ...options
}: TransferOptions): Transfers {
  const pool = createPool(options, { headTimeoutMs, silenceMs });
  const uploadPool = createPool({ ...options, maxConnections: maxUploads }, { headTimeoutMs, silenceMs });
  const places = createPlaces(options.maxConnections, maxWaiting);
  const uploadPlaces = createPlaces(maxUploads, 0);

  async function dispatch(request: TransferRequest): Promise<Dispatcher.ResponseData> {
    const { method, path, headers, token, body, signal, headTimeoutMs } = request;
    const abort = new AbortController();
    const onGone = () => abort.abort();
    signal.addEventListener('abort', onGone, { once: true });
    if (signal.aborted) onGone();
    const content = body === undefined ? null : Readable.from(body, { objectMode: false });
    // undici reports why it ended.
    content?.on('error', () => {});
    const isUpload = method === 'POST';
    const answer = await (isUpload ? uploadPool : pool).request({
      method,
      path,
      headers: { ...headers, ...(token !== null && { authorization: `Bearer ${token}` }) },
      body: content,
      signal: abort.signal,
      // A connection that Beeper closes while it is idle could lose an upload.
      reset: isUpload,
      ...(headTimeoutMs !== undefined && { headersTimeout: headTimeoutMs }),
    });
    answer.body.once('close', () => signal.removeEventListener('abort', onGone));
    return answer;
  }

  return {
    async send(request) {
      const { method, path, signal, record } = request;
      const startedAt = performance.now();
      let status: number | null = null;
      const tell = (error: string | null) => {
        const endedAt = performance.now();
        const call = {
          method,
          route: routeOf(path),
          status,
          error,
          sent: true,
          resends: 0,
          startedAt,
          endedAt,
        };
        record?.addCall(call);
        onCall?.(call);
      };
      return new Promise((resolve, reject) => {
        const run = async () => {
          try {
            const { statusCode, headers, body } = await dispatch(request);
            status = statusCode;
            const header = (name: string) => headers[name]?.toString() ?? null;
            const ended = new Promise<void>((end) => body.once('close', end));
            body.once('error', () => {});
            resolve({ status, header, body });
            await ended;
            tell(body.readableEnded || signal.aborted ? null : 'connection');
          } catch (error) {
            const reason = reasonOf(error, signal);
            tell(reason);
            reject(new NetworkError(reason, true, error));
          }
        };
        (method === 'POST' ? uploadPlaces : places)
          .run(run, { until: startedAt + headTimeoutMs, signal })
          .catch(reject);
      });
    },
    load: () => {
      const [down, up] = [places.load(), uploadPlaces.load()];
      return { running: down.running + up.running, waiting: down.waiting + up.waiting };
    },
    close: async () => {
      await Promise.all([pool.close(), uploadPool.close()]);
    },
  };
}

function reasonOf(error: unknown, { aborted }: CallerSignal): NetworkError['reason'] {
  if (aborted) return 'caller-gone';
  const code = (error as { readonly code?: unknown } | null)?.code;
  return code === 'UND_ERR_HEADERS_TIMEOUT' ? 'deadline' : 'connection';
}
