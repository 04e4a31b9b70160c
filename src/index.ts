import type * as API from '../types/index.d.ts';

/**
 * The module of the package, held to its types in types/index.d.ts. It loads the gateway only when one is opened. No object
 * of graphql crosses it: a host may have another version of graphql, or none.
 */

export const createApp: typeof API.createApp = async (settings = {}, options = {}) => {
  const { openMounted } = await import('./mounted.ts');
  return openMounted(settings, options);
};

export const printSchema: typeof API.printSchema = async () => {
  const { clientSDL } = await import('./schema/index.ts');
  return clientSDL();
};
