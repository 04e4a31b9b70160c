import * as oauth from 'oauth4webapi';
import type { Readiness, ReadyState } from '../../beeper/readiness.ts';
import { isoTime } from '../isoTime.ts';
import { requestOptions } from '../login/authorizationServer.ts';
import { type Finding, failure, ok, warning } from './finding.ts';

interface TokenFacts {
  /** Origin of Beeper. */
  readonly beeper: string;
  /** Null if callers send their own. */
  readonly accessToken: string | null;
  readonly hasSavedToken: boolean;
  readonly readiness: Readiness;
}

const soonMs = 7 * 24 * 60 * 60 * 1_000;

/** Examines whether Beeper accepts the token, what it allows and when it expires. */
export async function examineToken(facts: TokenFacts): Promise<Finding> {
  const { beeper, accessToken, hasSavedToken, readiness } = facts;
  if (accessToken === null) return ok('token', 'none: callers send their own');
  const name = hasSavedToken ? 'The token of `beeper-graphql login`' : 'BEEPER_ACCESS_TOKEN';
  const renew = renewal(hasSavedToken);
  const problem = problems[readiness.state];
  if (problem) return failure('token', `${name} ${problem.message}`, problem.remedy ?? renew);

  const described = readiness.server?.isBeeper ? await introspect(beeper, accessToken) : null;
  if (described === null) return ok('token', `${name} is accepted; this server does not tell what it allows`);
  if (!described.active) return failure('token', `${name} is not valid any more`, renew);
  const end = described.exp === undefined ? null : isoTime(described.exp * 1_000);
  const until = end === null ? '' : ` until ${end.slice(0, 10)}`;
  if (described.exp !== undefined && described.exp * 1_000 < Date.now() + soonMs)
    return warning('token', `${name} is valid only${until}`, renew);
  if (!described.scope?.split(' ').includes('write')) {
    return warning(
      'token',
      `${name} can only read${until}: mutations are refused`,
      hasSavedToken
        ? 'Run `beeper-graphql login` without --read-only, and allow sensitive actions.'
        : 'Create one with “Allow sensitive actions”.',
    );
  }
  return ok('token', `${name} can read and write${until}`);
}

const renewal = (hasSavedToken: boolean): string =>
  hasSavedToken
    ? 'Run `beeper-graphql login`.'
    : 'Create a token in Beeper (Settings → Developers → Approved connections), or unset it and run `beeper-graphql login`.';

const problems: Partial<Record<ReadyState, { message: string; remedy?: string }>> = {
  'token-rejected': { message: 'is rejected' },
  'no-scope': { message: 'can’t read accounts' },
  'logged-out': { message: 'can’t be used: nobody is logged in to Beeper', remedy: 'Log in there.' },
};

/**
 * https://www.rfc-editor.org/rfc/rfc7662; apps before 4.2.557 do not have it. The path is that of Beeper's documentation: a
 * token is never sent to an address that an answer names.
 * @returns null if the server does not tell.
 */
async function introspect(beeper: string, token: string): Promise<oauth.IntrospectionResponse | null> {
  const server = { issuer: beeper, introspection_endpoint: `${beeper}/oauth/introspect` };
  const client = { client_id: 'beeper-graphql-gateway' };
  try {
    const response = await oauth.introspectionRequest(server, client, oauth.None(), token, requestOptions());
    return await oauth.processIntrospectionResponse(server, client, response);
  } catch {
    return null;
  }
}
