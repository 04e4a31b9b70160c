import { decodeAccounts } from './accounts/wire.ts';
import { decodeErrorBody } from './errorBody.ts';
import { isLoggedOut, NetworkError } from './errors.ts';
import { NotBeeperError, type ServerFacts } from './identify.ts';
import { accountsProbe, probeDeadline } from './probe.ts';
import type { ServerInfo } from './serverInfo.ts';
import type { Answer, Transport } from './transport.ts';

/**
 * `silent`: nothing answers within 3 s; `failing`: Beeper answers with an error; `not-beeper`: something else answers;
 * `token-rejected`, `no-scope`, `logged-out`: Beeper answers, but not to an authenticated call.
 */
export type ReadyState =
  | 'ready'
  | 'silent'
  | 'failing'
  | 'not-beeper'
  | 'token-rejected'
  | 'no-scope'
  | 'logged-out';

export interface Readiness {
  readonly state: ReadyState;
  /** Null where the server does not tell. */
  readonly server: ServerFacts | null;
}

interface ReadinessOptions {
  /** The gateway's own; null for none. It is sent only to a server that has identified itself. */
  readonly accessToken: string | null;
  /** Milliseconds for which a result is kept; default 1000. */
  readonly keptMs?: number | undefined;
}

/**
 * @param transport of its own: strangers ask, so it must not take places, connections and repeats from callers.
 * @returns a function that finds out whether Beeper can be used: `GET /v1/info`, and with a token `GET /v1/accounts`,
 * within 3 s; once both have succeeded, the latter alone. All callers share the calls, and then their result for
 * `keptMs`. It never throws.
 */
export function createReadiness(
  transport: Transport,
  serverInfo: ServerInfo,
  { accessToken, keptMs = 1_000 }: ReadinessOptions,
): () => Promise<Readiness> {
  let shared: Promise<Readiness> | null = null;
  /** Since the server identified itself, every authenticated call was answered as by Beeper. */
  let identified: Pick<Readiness, 'server'> | null = null;

  async function check(): Promise<Readiness> {
    const deadline = probeDeadline();
    // One call tells as much as two. It leaves time for the others.
    const half = (performance.now() + deadline) / 2;
    const answer = identified && (await askForAccounts(half));
    serverInfo.observe(answer?.appVersion ?? null);
    if (identified && answer && isClear(answer)) return { ...identified, state: stateOf(answer) };
    identified = null;
    return identifyAndCheck(deadline, answer);
  }

  const askForAccounts = (deadline: number): Promise<Answer | null> =>
    transport.call(accountsProbe(deadline, accessToken)).catch(() => null);

  async function identifyAndCheck(deadline: number, asked: Answer | null): Promise<Readiness> {
    let server: ServerFacts | null;
    try {
      server = await serverInfo.look(transport, deadline);
    } catch (error) {
      if (error instanceof NotBeeperError) return { state: 'not-beeper', server: null };
      return { state: error instanceof NetworkError ? 'silent' : 'failing', server: null };
    }
    if (accessToken === null) return { state: 'ready', server };
    // Whatever passes, such as a busy bridge, concerns this call alone: `/v1/info` has just been answered.
    const answer = asked ?? (await askForAccounts(deadline));
    if (answer && isClear(answer)) identified = { server };
    return { state: answer === null ? 'ready' : stateOf(answer), server };
  }

  const forget = () => {
    shared = null;
  };

  return () => {
    shared ??= check().finally(() => void setTimeout(forget, keptMs).unref());
    return shared;
  };
}

/** Whether the answer is that of Beeper, and not of another program on its port. */
const isClear = ({ status, body }: Answer): boolean =>
  status === 200 ? decodeAccounts(body) !== null : decodeErrorBody(body)?.isBeepers === true;

function stateOf({ status, body }: Answer): ReadyState {
  if (status === 401) return 'token-rejected';
  if (status === 403) return isLoggedOut({ status, body: decodeErrorBody(body) }) ? 'logged-out' : 'no-scope';
  const isForeign = status === 200 ? decodeAccounts(body) === null : status === 404 || status < 400;
  return isForeign ? 'not-beeper' : 'ready';
}

/** Whether callers can be served. A token without the scope to read accounts may still do what they ask. */
export const isUsable = ({ state }: Readiness): boolean => state === 'ready' || state === 'no-scope';
