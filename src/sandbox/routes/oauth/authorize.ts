import * as z from 'zod';
import type { ApiResponse } from '../../server/response.ts';
import { type App, defineRoute } from '../../server/route.ts';
import { type AccessRequest, type Scope, scopes } from '../../world/approvals.ts';
import { consentPage } from './consentPage.ts';
import { OAuthError } from './oauthError.ts';

const parameter = z.string().optional();

/** Without a client and a redirect URI that belong together, an error must not be sent to the URI. */
function findRedirect(app: App, clientID: string | undefined, redirectURI: string | undefined) {
  const client = app.approvals.client(clientID ?? '');
  if (!client) throw new OAuthError('invalid_client', 'client_id is not registered');
  if (redirectURI === undefined || !client.redirectURIs.includes(redirectURI))
    throw new OAuthError('invalid_request', 'redirect_uri is not registered for this client');
  return { client, redirectURI };
}

export const oauthAuthorizeRoutes = [
  defineRoute({
    method: 'GET',
    path: '/oauth/authorize',
    requiresToken: false,
    onOtherServers: 'missing',
    query: z.object({
      client_id: parameter,
      redirect_uri: parameter,
      response_type: parameter,
      code_challenge: parameter,
      code_challenge_method: parameter,
      scope: parameter,
      state: parameter,
    }),
    handler({ app, query }) {
      const { state } = query;
      const redirect = findRedirect(app, query.client_id, query.redirect_uri);
      const fail = (error: string, description: string) =>
        redirectTo(redirect.redirectURI, { error, error_description: description, state });
      if (query.response_type !== 'code')
        return fail('unsupported_response_type', 'response_type must be code');
      if (query.code_challenge === undefined || (query.code_challenge_method ?? 'S256') !== 'S256')
        return fail('invalid_request', 'code_challenge with the method S256 is required');
      const asked = readScopes(query.scope ?? 'read write');
      if (asked === null) return fail('invalid_scope', 'scope must be read, write or both');
      const request = { ...redirect, scopes: asked, codeChallenge: query.code_challenge, state };
      return consentPage(app.approvals.ask(request), request);
    },
  }),

  // The form of the consent page.
  defineRoute({
    method: 'POST',
    path: '/oauth/authorize/callback',
    requiresToken: false,
    onOtherServers: 'missing',
    bodyFormat: 'form',
    body: z.object({ request: z.string(), decision: z.string(), sensitive: z.string().optional() }),
    handler({ app, body }) {
      const request = app.approvals.takeRequest(body.request);
      if (!request) throw new OAuthError('invalid_request', 'This request was decided already');
      const { redirectURI, state } = request;
      if (body.decision !== 'allow')
        return redirectTo(redirectURI, { error: 'access_denied', error_description: 'Denied', state });
      const code = app.approvals.allow(request, granted(request, body.sensitive !== undefined));
      return redirectTo(redirectURI, { code, state });
    },
  }),
];

const granted = (request: AccessRequest, sensitive: boolean): readonly Scope[] =>
  request.scopes.filter((scope) => scope !== 'write' || sensitive);

function readScopes(text: string): readonly Scope[] | null {
  const words = text.split(' ').filter((word) => word !== '');
  const known = scopes.filter((scope) => words.includes(scope));
  return words.length > 0 && words.every((word) => known.includes(word as Scope)) ? known : null;
}

function redirectTo(uri: string, parameters: Record<string, string | undefined>): ApiResponse {
  const url = new URL(uri);
  for (const [name, value] of Object.entries(parameters))
    if (value !== undefined) url.searchParams.set(name, value);
  return { status: 302, headers: { location: url.href, 'cache-control': 'no-store' }, body: '' };
}
