import * as oauth from 'oauth4webapi';
import { bearerToken } from '../../common/bearer.ts';
import type { SavedToken } from '../../config/savedToken.ts';
import { isoTime } from '../isoTime.ts';
import { printable } from '../printable.ts';
import { type BeeperAuthorization, findAuthorizationServer, requestOptions } from './authorizationServer.ts';
import { type CallbackServer, listenForCallback } from './callbackServer.ts';
import { LoginError } from './loginError.ts';

export interface LogInOptions {
  /** Origin of Beeper. */
  readonly beeper: string;
  readonly scope: 'read' | 'read write';
  /** Milliseconds that the person has to decide. */
  readonly timeoutMs: number;
  /** Called with the page on which the person decides. */
  readonly show: (url: string) => void;
}

const clientName = 'Beeper GraphQL Gateway';

/**
 * Asks a person for access to Beeper: OAuth 2 with PKCE, a client that registers itself, and a redirect to this machine.
 * @returns the token, which is not saved yet.
 * @throws {LoginError} if there is no token, with the reason.
 */
export async function logIn({ beeper, scope, timeoutMs, show }: LogInOptions): Promise<SavedToken> {
  const server = await findAuthorizationServer(beeper);
  const callbacks = await listenForCallback();
  try {
    const client = await register(server, callbacks.redirectURI);
    const state = oauth.generateRandomState();
    const verifier = oauth.generateRandomCodeVerifier();
    const url = new URL(server.authorization_endpoint);
    const parameters = {
      client_id: client.client_id,
      redirect_uri: callbacks.redirectURI,
      response_type: 'code',
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      scope,
      state,
    };
    for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
    show(url.href);
    const issued = await receiveToken({ server, client, callbacks, state, verifier, timeoutMs });
    return {
      beeper,
      accessToken: issued.access_token,
      clientID: client.client_id,
      scope: issued.scope ?? scope,
      expiresAt: expiryOf(issued.expires_in),
    };
  } finally {
    await callbacks.close();
  }
}

const expiryOf = (seconds: number | undefined): string | null =>
  seconds === undefined ? null : isoTime(Date.now() + seconds * 1_000);

async function register(server: BeeperAuthorization, redirectURI: string): Promise<oauth.Client> {
  const metadata = {
    client_name: clientName,
    redirect_uris: [redirectURI],
    grant_types: ['authorization_code'],
    response_types: ['code'],
    token_endpoint_auth_method: 'none',
  };
  try {
    const response = await oauth.dynamicClientRegistrationRequest(server, metadata, requestOptions());
    return await oauth.processDynamicClientRegistrationResponse(response);
  } catch (error) {
    throw refused('Beeper did not register the gateway', error);
  }
}

interface Waiting {
  readonly server: BeeperAuthorization;
  readonly client: oauth.Client;
  readonly callbacks: CallbackServer;
  readonly state: string;
  readonly verifier: string;
  readonly timeoutMs: number;
}

async function receiveToken({ server, client, callbacks, state, verifier, timeoutMs }: Waiting) {
  const { parameters, answer } = await callbacks.wait(state, timeoutMs);
  try {
    const valid = oauth.validateAuthResponse(server, client, parameters, state);
    const issued = await oauth.processAuthorizationCodeResponse(
      server,
      client,
      await oauth.authorizationCodeGrantRequest(
        server,
        client,
        oauth.None(),
        valid,
        callbacks.redirectURI,
        verifier,
        requestOptions(),
      ),
    );
    // A token that can't be sent must not replace one that can.
    if (!bearerToken.test(issued.access_token)) throw new Error('The access token is not a bearer token.');
    answer(true);
    return issued;
  } catch (error) {
    answer(false);
    throw failureOf(error, server);
  }
}

function failureOf(error: unknown, { issuer }: BeeperAuthorization): LoginError {
  if (error instanceof oauth.AuthorizationResponseError && error.error === 'access_denied')
    return new LoginError('Access was denied in Beeper. Nothing was saved.', error);
  const isOfOther = error instanceof oauth.OperationProcessingError && /"iss"/.test(error.message);
  if (isOfOther) return new LoginError(`The answer is not from ${issuer}. Nothing was saved.`, error);
  return refused('Beeper issued no token', error);
}

/** @returns the sentence with the error that Beeper named, if it did. */
function refused(sentence: string, error: unknown): LoginError {
  const isNamed =
    error instanceof oauth.AuthorizationResponseError || error instanceof oauth.ResponseBodyError;
  if (!isNamed) return new LoginError(`${sentence}: its answer was not valid or did not arrive.`, error);
  const description = error.error_description === undefined ? '' : ` (${printable(error.error_description)})`;
  return new LoginError(`${sentence}: ${printable(error.error)}${description}.`, error);
}
