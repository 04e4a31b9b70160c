import * as oauth from 'oauth4webapi';
import { isSameServer } from '../../config/savedToken.ts';
import { LoginError } from './loginError.ts';

const requestTimeoutMs = 10_000;

/** For one request to Beeper. Its API is plain HTTP on this machine. */
export const requestOptions = () => ({
  [oauth.allowInsecureRequests]: true,
  signal: AbortSignal.timeout(requestTimeoutMs),
});

/** The endpoints that a login needs. Beeper has them all on its own origin. */
const endpoints = [
  'authorization_endpoint',
  'token_endpoint',
  'registration_endpoint',
  'revocation_endpoint',
] as const;

export type BeeperAuthorization = oauth.AuthorizationServer &
  Readonly<Record<(typeof endpoints)[number], string>>;

/**
 * Asks Beeper for its OAuth metadata: https://www.rfc-editor.org/rfc/rfc8414
 * @param beeper origin of Beeper.
 * @throws {LoginError} if Beeper can't be reached, has no OAuth, or names endpoints on another server.
 */
export async function findAuthorizationServer(beeper: string): Promise<BeeperAuthorization> {
  const response = await oauth
    .discoveryRequest(new URL(beeper), { algorithm: 'oauth2', ...requestOptions() })
    .catch((error: unknown) => {
      throw unreachable(beeper, error);
    });
  if (response.status !== 200) throw noOAuth(beeper, response.status);
  const issuer = await issuerOf(response.clone());
  // Beeper names itself by 127.0.0.1, also where it is asked as localhost.
  const expected = issuer !== null && isSameServer(issuer, beeper) ? issuer : beeper;
  const server = await oauth.processDiscoveryResponse(new URL(expected), response).catch((error: unknown) => {
    throw new LoginError(`${beeper} does not describe its login in a way that can be read.`, error);
  });
  for (const name of endpoints) {
    if (server[name] === undefined || !isSameServer(server[name], beeper))
      throw new LoginError(`${beeper} has no ${name} of its own. Nothing was sent there.`);
  }
  return server as BeeperAuthorization;
}

async function issuerOf(response: Response): Promise<string | null> {
  const body: unknown = await response.json().catch(() => null);
  const issuer = typeof body === 'object' && body !== null && 'issuer' in body ? body.issuer : null;
  return typeof issuer === 'string' ? issuer : null;
}

const unreachable = (beeper: string, cause: unknown): LoginError => {
  const { name, cause: reason } = cause instanceof Error ? cause : new Error('unknown');
  const code = reason instanceof Error && 'code' in reason ? ` (${reason.code})` : '';
  return new LoginError(
    `Beeper at ${beeper} ${name === 'TimeoutError' ? 'does not answer' : `can't be reached${code}`}. Start Beeper Desktop and turn on its API (Settings → Developers), or set BEEPER_URL or --beeper-url.`,
    cause,
  );
};

const noOAuth = (beeper: string, status: number): LoginError =>
  new LoginError(
    `${beeper} offers no login for programs (status ${status}). If it is Beeper, create a token in the app (Settings → Developers → Approved connections) and set BEEPER_ACCESS_TOKEN.`,
  );
