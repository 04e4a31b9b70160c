import * as z from 'zod';
import { json } from '../../server/response.ts';
import { type App, defineRoute } from '../../server/route.ts';
import { sinceVersion } from '../../server/version.ts';
import type { Approval } from '../../world/approvals.ts';
import { OAuthError } from './oauthError.ts';

const fields = z.record(z.string(), z.string());

const seconds = (milliseconds: number): number => Math.floor(milliseconds / 1_000);

export const oauthTokenRoutes = [
  defineRoute({
    method: 'POST',
    path: '/oauth/token',
    requiresToken: false,
    onOtherServers: 'missing',
    bodyFormat: 'form',
    body: fields,
    handler({ app, body }) {
      if (body.grant_type !== 'authorization_code')
        throw new OAuthError('unsupported_grant_type', 'grant_type must be authorization_code');
      const { code, code_verifier: codeVerifier, client_id: clientID, redirect_uri: redirectURI } = body;
      if (code === undefined || codeVerifier === undefined)
        throw new OAuthError('invalid_request', 'code and code_verifier are required');
      const issued = app.approvals.redeem(code, { codeVerifier, clientID, redirectURI });
      if (!issued) throw new OAuthError('invalid_grant', 'The code is not valid, or has expired');
      const answer = json({
        access_token: issued.token,
        token_type: 'Bearer',
        expires_in: seconds(issued.expiresAt - issued.issuedAt),
        scope: issued.scopes.join(' '),
      });
      return { ...answer, headers: { ...answer.headers, 'cache-control': 'no-store' } };
    },
  }),

  // https://www.rfc-editor.org/rfc/rfc7662
  defineRoute({
    method: 'POST',
    path: '/oauth/introspect',
    since: sinceVersion.union,
    requiresToken: false,
    onOtherServers: 'missing',
    bodyFormat: 'form',
    body: fields,
    handler({ app, body: { token } }) {
      if (token === undefined) throw new OAuthError('invalid_request', 'token is required');
      const approval = app.approvals.find(token);
      if (!approval || approval.expiresAt <= Date.now()) return json({ active: false });
      return json({ active: true, ...claims(app, approval) });
    },
  }),

  // https://www.rfc-editor.org/rfc/rfc7009: an unknown token is revoked already.
  defineRoute({
    method: 'POST',
    path: '/oauth/revoke',
    requiresToken: false,
    onOtherServers: 'missing',
    bodyFormat: 'form',
    body: fields,
    handler({ app, body: { token } }) {
      if (token === undefined) throw new OAuthError('invalid_request', 'token is required');
      app.approvals.revoke(token);
      return { status: 200, headers: {}, body: '' };
    },
  }),

  defineRoute({
    method: 'GET',
    path: '/oauth/userinfo',
    onOtherServers: 'missing',
    handler({ app, token }) {
      const approval = app.approvals.find(token ?? '');
      return json({ token_use: 'access', ...(approval && claims(app, approval)) });
    },
  }),
];

function claims({ port }: App, { client, scopes, issuedAt, expiresAt }: Approval) {
  const origin = `http://127.0.0.1:${port}`;
  return {
    scope: scopes.join(' '),
    client_id: client.id,
    sub: '@me:beeper.com',
    aud: origin,
    iss: origin,
    iat: seconds(issuedAt),
    exp: seconds(expiresAt),
  };
}
