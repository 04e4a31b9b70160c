import { createGatewayRuntime, type GatewayConfigSupergraph } from '@graphql-hive/gateway-runtime';

/**
 * Hive Gateway over a supergraph whose subgraphs are `beeper` and `crm`: node:http takes it as a listener.
 * A configuration file of its command line (`gateway.config.ts`) takes the same options.
 */
export function createRouter(supergraph: string, options: Partial<GatewayConfigSupergraph> = {}) {
  return createGatewayRuntime({
    supergraph,
    propagateHeaders: {
      // The caller's token is for Beeper; it is no business of the other subgraphs.
      fromClientToSubgraphs: ({ request, subgraphName }) =>
        subgraphName === 'beeper' ? { authorization: request.headers.get('authorization') } : {},
    },
    // No `upstreamRetry`: see "Never send a mutation again" in docs/federation.md.
    logging: 'error',
    ...options,
  });
}
