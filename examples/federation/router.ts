import { createGatewayRuntime, type GatewayConfigSupergraph } from '@graphql-hive/gateway-runtime';

/**
 * Creates a request listener that runs Hive Gateway with a supergraph of the subgraphs `beeper` and `crm`.
 * @param options as in `gateway.config.ts`, the configuration file of the Hive Gateway CLI.
 */
export function createRouter(supergraph: string, options: Partial<GatewayConfigSupergraph> = {}) {
  return createGatewayRuntime({
    supergraph,
    propagateHeaders: {
      // Other subgraphs could use the caller's token to read and write their chats.
      fromClientToSubgraphs: ({ request, subgraphName }) =>
        subgraphName === 'beeper' ? { authorization: request.headers.get('authorization') } : {},
    },
    // Subscriptions by POST: their default is GET, with chat IDs in the URL.
    transportEntries: { '*.http': { options: { method: 'POST' } } },
    // No `upstreamRetry`: see "Do not retry mutations" in docs/federation.md.
    logging: 'error',
    ...options,
  });
}
