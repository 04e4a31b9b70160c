import * as z from 'zod';
import { json } from '../../server/response.ts';
import { defineRoute } from '../../server/route.ts';
import { OAuthError } from './oauthError.ts';

const metadata = z.object({ client_name: z.string().min(1), redirect_uris: z.array(z.string()).min(1) });

export const oauthRegistrationRoutes = [
  // Dynamic registration of a public client: https://www.rfc-editor.org/rfc/rfc7591
  defineRoute({
    method: 'POST',
    path: '/oauth/register',
    requiresToken: false,
    onOtherServers: 'missing',
    body: z.unknown(),
    handler({ app, body }) {
      const parsed = metadata.safeParse(body);
      if (!parsed.success)
        throw new OAuthError('invalid_client_metadata', 'client_name and redirect_uris are required');
      const { client_name: name, redirect_uris: redirectURIs } = parsed.data;
      if (!redirectURIs.every(isLocal))
        throw new OAuthError('invalid_redirect_uri', 'Only loopback and private schemes are allowed');
      const client = app.approvals.register(name, redirectURIs);
      return json(
        {
          client_id: client.id,
          client_id_issued_at: Math.floor(Date.now() / 1_000),
          client_name: name,
          redirect_uris: redirectURIs,
          grant_types: ['authorization_code'],
          response_types: ['code'],
          token_endpoint_auth_method: 'none',
        },
        201,
      );
    },
  }),
];

/** Whether a redirect stays on this machine: http on a loopback name, or the scheme of an app. */
function isLocal(uri: string): boolean {
  if (!URL.canParse(uri)) return false;
  const { protocol, hostname } = new URL(uri);
  if (protocol === 'http:') return ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return !['https:', 'javascript:', 'data:', 'file:'].includes(protocol);
}
