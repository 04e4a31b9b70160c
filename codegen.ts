import type { CodegenConfig } from '@graphql-codegen/cli';
import { lexicographicSortSchema, printSchema } from 'graphql';
import snippets from './examples/snippets/codegen.ts';
import { clientSchema } from './src/schema/index.ts';

const sdl = printSchema(lexicographicSortSchema(clientSchema()));

/** Writes the schema as text, and typed documents and mutation names for the tests and snippets. Pothos infers the server types. */
const config: CodegenConfig = {
  schema: sdl,
  documents: ['test/support/*Documents.ts', 'test/support/documents.ts', 'test/support/mutations.ts'],
  importExtension: '.js',
  emitLegacyCommonJSImports: false,
  generates: {
    'schema.graphql': { plugins: ['./scripts/oneOfDefinition.js', 'schema-ast'], config: { sort: true } },
    'test/support/graphql/mutationName.ts': { plugins: ['./scripts/mutationNames.js'] },
    'test/support/graphql/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        strictScalars: true,
        scalars: { DateTime: 'string', JSON: 'unknown' },
        useTypeImports: true,
        importExtension: '.js',
        emitLegacyCommonJSImports: false,
        enumsAsTypes: true,
      },
    },
    ...snippets.generates,
  },
};

export default config;
