import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { getComposedSchemaFromConfig } from '@graphql-mesh/compose-cli';
import { DefaultLogger } from '@graphql-mesh/utils';
import { loadOpenAPISubgraph } from '@omnigraph/openapi';

/** Writes supergraph.graphql to the working directory: what `mesh-compose` does before a deployment. */
const supergraph = await getComposedSchemaFromConfig(
  {
    subgraphs: [
      {
        sourceHandler: loadOpenAPISubgraph('Beeper', {
          source: fileURLToPath(new URL('openapi.json', import.meta.url)),
          endpoint: process.env.BEEPER_URL,
          operationHeaders: { authorization: 'Bearer {context.accessToken}' },
        }),
      },
    ],
  },
  new DefaultLogger(),
);
writeFileSync('supergraph.graphql', supergraph);
