import { json } from '../../server/response.ts';
import { defineRoute } from '../../server/route.ts';
import { scopes } from '../../world/approvals.ts';

const originOf = (port: number): string => `http://127.0.0.1:${port}`;

/** Returns the endpoints, as GET /v1/info names them. */
export function oauthEndpoints(port: number) {
  const origin = originOf(port);
  return {
    authorization_endpoint: `${origin}/oauth/authorize`,
    token_endpoint: `${origin}/oauth/token`,
    introspection_endpoint: `${origin}/oauth/introspect`,
    userinfo_endpoint: `${origin}/oauth/userinfo`,
    revocation_endpoint: `${origin}/oauth/revoke`,
    registration_endpoint: `${origin}/oauth/register`,
  };
}

export const oauthMetadataRoutes = [
  // As seen on 4.3.73: the introspection endpoint is missing here, and only GET /v1/info names it.
  defineRoute({
    method: 'GET',
    path: '/.well-known/oauth-authorization-server',
    requiresToken: false,
    onOtherServers: 'missing',
    handler({ app: { port } }) {
      const { introspection_endpoint: _, ...endpoints } = oauthEndpoints(port);
      return json({
        issuer: originOf(port),
        ...endpoints,
        grant_types_supported: ['authorization_code'],
        token_endpoint_auth_methods_supported: ['none'],
        response_types_supported: ['code'],
        scopes_supported: scopes,
        code_challenge_methods_supported: ['S256'],
        service_documentation: `${originOf(port)}/v1/spec`,
      });
    },
  }),

  // https://www.rfc-editor.org/rfc/rfc9728, which the MCP specification requires of the app's MCP server.
  defineRoute({
    method: 'GET',
    path: '/.well-known/oauth-protected-resource',
    requiresToken: false,
    onOtherServers: 'missing',
    handler: ({ app: { port } }) =>
      json({
        resource: originOf(port),
        authorization_servers: [originOf(port)],
        scopes_supported: scopes,
        bearer_methods_supported: ['header'],
      }),
  }),
];
