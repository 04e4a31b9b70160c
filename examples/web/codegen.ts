import { fileURLToPath } from 'node:url';
import type { CodegenConfig } from '@graphql-codegen/cli';

/** Paths that hold wherever the command is called. */
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Types the documents of this folder. In an app of your own, `schema` is your copy of schema.graphql. */
const config: CodegenConfig = {
  schema: here('../../schema.graphql'),
  generates: {
    [here('src/gql/')]: {
      documents: [here('src/**/*.{ts,tsx}'), `!${here('src/gql/**')}`],
      preset: 'client',
      presetConfig: { fragmentMasking: { unmaskFunctionName: 'getFragmentData' } },
      config: {
        strictScalars: true,
        scalars: { DateTime: 'string', JSON: 'unknown' },
        useTypeImports: true,
        enumsAsTypes: true,
        importExtension: '.ts',
        emitLegacyCommonJSImports: false,
      },
    },
  },
};

export default config;
