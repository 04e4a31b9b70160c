import { json } from '../server/response.ts';
import { defineRoute } from '../server/route.ts';
import { sinceVersion } from '../server/version.ts';
import { oauthEndpoints } from './oauth/metadata.ts';

export const infoRoutes = [
  defineRoute({
    method: 'GET',
    path: '/v1/info',
    since: sinceVersion.union,
    requiresToken: false,
    handler({ app }) {
      const base = `http://127.0.0.1:${app.port}`;
      return json({
        app: { name: app.name, version: app.version, bundle_id: 'com.automattic.beeper.desktop' },
        platform: { os: 'darwin', arch: 'arm64', release: 'v24.14.0' },
        server: {
          status: 'running',
          base_url: base,
          port: app.port,
          hostname: '127.0.0.1',
          remote_access: false,
          mcp_enabled: true,
        },
        endpoints: {
          oauth: oauthEndpoints(app.port),
          spec: `${base}/v1/spec`,
          mcp: `${base}/v0/mcp`,
          // The real app also gives the WebSocket an http:// URL.
          ws_events: `${base}/v1/ws`,
        },
      });
    },
  }),
];
