import { brotliCompressSync, constants } from 'node:zlib';

/**
 * An esbuild plugin: keeps the page of GraphiQL, 9 MB of text in a module, compressed. That is most of the size of the
 * package, and few gateways ever load it.
 */
export const smallGraphiQL = {
  name: 'small-graphiql',
  setup(build) {
    build.onLoad({ filter: /render-graphiql[\\/]esm[\\/]graphiql\.js$/ }, async ({ path }) => {
      const texts = await import(path);
      const names = Object.keys(texts);
      const bytes = brotliCompressSync(JSON.stringify(texts), {
        params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_LGWIN]: 22 },
      });
      return {
        contents: `
          import { promisify } from 'node:util';
          import { brotliDecompress } from 'node:zlib';
          const bytes = Buffer.from(${JSON.stringify(bytes.toString('base64'))}, 'base64');
          const texts = JSON.parse(await promisify(brotliDecompress)(bytes));
          export const { ${names.join(', ')} } = texts;`,
      };
    });
  },
};
