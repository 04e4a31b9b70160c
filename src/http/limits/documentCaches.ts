import type { DocumentNode, Token } from 'graphql';
import { LRUCache } from 'lru-cache';

/** What a token weighs together with its part of the syntax tree, as measured with bench/fuzz.ts. */
const bytesPerToken = 500;

/** About 1,000 documents of 100 tokens. */
const maxBytes = 64 * 1024 * 1024;
const maxErrorBytes = 4 * 1024 * 1024;

/**
 * @returns caches for Yoga, which have at most `maxBytes` of parsed documents and `maxErrorBytes` of syntax errors, by
 * their text. Results of validation are kept with their document.
 */
export const createDocumentCaches = () => ({
  documentCache: new LRUCache<string, DocumentNode>({
    maxSize: maxBytes,
    sizeCalculation: (document, text) => 2 * text.length + bytesPerToken * tokensOf(document),
  }),
  errorCache: new LRUCache<string, Error>({
    maxSize: maxErrorBytes,
    // The text is the key and the source of the error; the rest of an error is small.
    sizeCalculation: (_error, text) => 4 * text.length + 2_000,
  }),
});

function tokensOf({ loc }: DocumentNode): number {
  let count = 1;
  for (let token: Token | null | undefined = loc?.startToken; token; token = token.next) count++;
  return count;
}
