import type { CodegenConfig } from '@graphql-codegen/cli';

/** In your own project the folder of your code, such as `app`. */
const folder = 'examples/snippets';

const config: CodegenConfig = {
  schema: 'schema.graphql',
  generates: {
    [`${folder}/gql/`]: {
      // They must match all files in which you call `graphql`: of any other, the document stays without types. Those of Relay
      // are for relay-compiler.
      documents: [`${folder}/**/*.{ts,tsx}`, `!${folder}/{gql,relay}/**`],
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
