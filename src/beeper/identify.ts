import { type Dialect, dialectOf } from './dialect.ts';
import { decodeErrorBody } from './errorBody.ts';
import { accountsProbe, infoProbe, probeDeadline } from './probe.ts';
import type { Answer, Transport } from './transport.ts';
import { part, text } from './values.ts';

/** What is known of the server behind `BEEPER_URL`. */
export interface ServerFacts {
  /** The server's name; null where it sends none. */
  readonly appName: string | null;
  readonly appVersion: string | null;
  /** Whether it is Beeper's own app. Version numbers of any other program say nothing about Beeper's API. */
  readonly isBeeper: boolean;
  /** Null for a server that implements Beeper's API under version numbers of its own. */
  readonly dialect: Dialect | null;
}

/** Thrown where something answers that is not Beeper's API: a web server, or a proxy that lets nobody through. */
export class NotBeeperError extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`GET /v1/info answered ${status} and is not Beeper’s`);
    this.name = 'NotBeeperError';
    this.status = status;
  }
}

/**
 * Asks which server it is, without a token.
 * @param deadline when to give up, on the clock of `performance.now()`; in 3 s by default.
 * @throws {NotBeeperError} where something else answers.
 * @throws {NetworkError} where nothing answers.
 */
export async function identify(transport: Transport, deadline = probeDeadline()): Promise<ServerFacts> {
  const answer = await transport.call(infoProbe(deadline));
  const { status, appVersion } = answer;
  if (status === 200) return readInfo(answer);
  // The route exists since 4.2.557. Any web server answers 404 as well; only Beeper requires a token for its accounts.
  if (status === 404) {
    const isOldBeeper = appVersion !== null || isRefusal(await transport.call(accountsProbe(deadline)));
    if (isOldBeeper) return { appName: null, appVersion, isBeeper: true, dialect: 'create-only' };
  } else if (status >= 500 || status === 429 || appVersion !== null) {
    throw new Error(`GET /v1/info answered ${status}`);
  }
  throw new NotBeeperError(status);
}

function readInfo({ status, body, appVersion }: Answer): ServerFacts {
  const { name, version } = decodeInfo(body);
  if (name === null && version === null && appVersion === null) throw new NotBeeperError(status);
  // Only Beeper's own app sends its version in a header.
  const isBeeper = name === null ? appVersion !== null : /^beeper\b/i.test(name);
  const ownVersion = version ?? appVersion;
  return {
    appName: name,
    appVersion: ownVersion,
    isBeeper,
    dialect: isBeeper ? dialectOf(ownVersion) : null,
  };
}

const isBeepersError = ({ body, appVersion }: Answer): boolean =>
  appVersion !== null || decodeErrorBody(body)?.isBeepers === true;

const isRefusal = (answer: Answer): boolean =>
  (answer.status === 401 || answer.status === 403) && isBeepersError(answer);

/** What `/v1/info` says of the app. */
export interface AppInfo {
  readonly name: string | null;
  readonly version: string | null;
}

const info = part({ app: part({ name: text, version: text }) });

/** @returns nulls where the body says nothing that can be read. */
export function decodeInfo(body: unknown): AppInfo {
  return info(body)?.app ?? { name: null, version: null };
}
