import type { CodegenConfig } from '@graphql-codegen/cli';

/** Types for the documents of the snippets. In your own project, copy `schema.graphql`, or set `schema` to the gateway's URL. */
const config: CodegenConfig = {
  schema: 'schema.graphql',
  generates: {
    'examples/snippets/gql/': {
      documents: ['examples/snippets/documents.ts'],
      preset: 'client',
      // The snippets read data outside of components. With `true`, the default, each component sees its own fragment only.
      presetConfig: { fragmentMasking: false },
      config: {
        strictScalars: true,
        // Both are JSON on the wire: a text such as "2026-11-29T14:00:00.000Z", and any value.
        scalars: { DateTime: 'string', JSON: 'unknown' },
        enumsAsTypes: true,
        useTypeImports: true,
        // For `moduleResolution: NodeNext`. Bundlers need neither.
        importExtension: '.js',
        emitLegacyCommonJSImports: false,
      },
    },
  },
};

export default config;
