import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import rest from '@graphql-mesh/transport-rest';

/** What GraphQL Mesh composed from the OpenAPI document, in the gateway that its documentation recommends. */
const gateway = createGatewayRuntime({
  supergraph: readFileSync('supergraph.graphql', 'utf8'),
  transports: { rest },
  context: () => ({ accessToken: process.env.BEEPER_ACCESS_TOKEN }),
});
createServer(gateway).listen(Number(process.env.PORT), '127.0.0.1');
