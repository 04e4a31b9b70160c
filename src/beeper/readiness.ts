import { decodeAccounts } from './accounts/wire.ts';
import { decodeErrorBody } from './errorBody.ts';
import { isLoggedOut, NetworkError } from './errors.ts';
import { NotBeeperError, type ServerFacts } from './identify.ts';
import { accountsProbe, probeDeadlineMs } from './probe.ts';
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

/**
 * @param accessToken the gateway's own; null for none. It is sent only to a server that has identified itself.
 * @returns a function that finds out whether Beeper can be used: `GET /v1/info`, and with a token `GET /v1/accounts`,
 * within 3 s. Concurrent callers share the calls. It never throws.
 */
export function createReadiness(
  transport: Transport,
  serverInfo: ServerInfo,
  accessToken: string | null,
): () => Promise<Readiness> {
  let running: Promise<Readiness> | null = null;

  async function check(): Promise<Readiness> {
    const deadline = performance.now() + probeDeadlineMs;
    let server: ServerFacts | null;
    try {
      server = await serverInfo.look();
    } catch (error) {
      if (error instanceof NotBeeperError) return { state: 'not-beeper', server: null };
      return { state: error instanceof NetworkError ? 'silent' : 'failing', server: null };
    }
    if (accessToken === null) return { state: 'ready', server };
    const deadlineMs = Math.max(1, Math.floor(deadline - performance.now()));
    // Whatever passes, such as a busy bridge, concerns this call alone: `/v1/info` has just been answered.
    const answer = await transport
      .call({ ...accountsProbe, token: accessToken, deadlineMs })
      .catch(() => null);
    return { state: answer === null ? 'ready' : stateOf(answer), server };
  }

  return () => {
    running ??= check().finally(() => {
      running = null;
    });
    return running;
  };
}

function stateOf({ status, body }: Answer): ReadyState {
  if (status === 401) return 'token-rejected';
  if (status === 403) return isLoggedOut({ status, body: decodeErrorBody(body) }) ? 'logged-out' : 'no-scope';
  const isForeign = status === 200 ? decodeAccounts(body) === null : status === 404 || status < 400;
  return isForeign ? 'not-beeper' : 'ready';
}

/** Whether callers can be served. A token without the scope to read accounts may still do what they ask. */
export const isUsable = ({ state }: Readiness): boolean => state === 'ready' || state === 'no-scope';
