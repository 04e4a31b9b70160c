import { GraphQLError, parse } from 'graphql';
import { expect, test } from 'vitest';
import { createDocumentCaches } from '../../src/http/limits/documentCaches.ts';

test('the caches hold as many documents as fit, whatever their number', () => {
  const { documentCache, errorCache } = createDocumentCaches();
  const document = parse(`{ ${'a '.repeat(30_000)} }`);
  const text = (index: number) => `${index} `.padEnd(60_000, 'a ');

  for (let index = 0; index < 100; index++) {
    documentCache.set(text(index), document);
    errorCache.set(text(index), new GraphQLError('Syntax Error'));
  }

  // A document of 30,000 tokens weighs about 15 MB, and a syntax error its text.
  expect(documentCache.size).toBe(4);
  expect(errorCache.size).toBe(17);
  expect(documentCache.get(text(99))).toBe(document);
});

test('a thousand usual documents are kept', () => {
  const { documentCache } = createDocumentCaches();
  const text = '{ chats(first: 25) { nodes { id title account { network } lastMessage { id plainText } } } }';
  for (let index = 0; index < 1_000; index++) documentCache.set(`${text} # ${index}`, parse(text));
  expect(documentCache.size).toBe(1_000);
});
