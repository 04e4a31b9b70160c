import { expect, test } from 'vitest';
import { type Connection, type Edge, joinPages } from '../../../examples/web/src/data/pages.ts';

interface TestEdge extends Edge {
  readonly node: string | null;
}

/** A connection with an edge for each letter; the cursor of an edge is its letter in upper case. */
const page = (letters: string, hasNextPage: boolean): Connection<TestEdge> => ({
  edges: [...letters].map((node) => ({ node, cursor: node.toUpperCase() })),
  pageInfo: { hasNextPage, endCursor: letters.at(-1)?.toUpperCase() ?? null },
});

const join = (
  existing: Connection<TestEdge> | undefined,
  incoming: Connection<TestEdge>,
  after: string | null = null,
) => joinPages(existing, incoming, after, ({ node }) => node);

const letters = ({ edges }: Connection<TestEdge>) => edges?.map(({ node }) => node).join('');

test('a page follows the one that ends at its cursor', () => {
  const joined = join(page('abc', true), page('de', false), 'C');

  expect(letters(joined)).toBe('abcde');
  expect(joined.pageInfo).toEqual({ hasNextPage: false, endCursor: 'E' });
});

test('a page follows what is there if the item at its cursor is gone', () => {
  expect(letters(join(page('ab', true), page('de', true), 'C'))).toBe('abde');
});

test('an item that has moved to the next page between two reads is there once', () => {
  expect(letters(join(page('abc', true), page('cd', true), 'C'))).toBe('abcd');
});

test('the first page, read again, keeps the pages behind it and where they end', () => {
  const joined = join(page('abcdef', false), page('xabc', true));

  expect(letters(joined)).toBe('xabcdef');
  expect(joined.pageInfo).toEqual({ hasNextPage: false, endCursor: 'F' });
});

test('what is gone from the first page goes, and what has moved up is not there twice', () => {
  expect(letters(join(page('abcdef', true), page('eac', true)))).toBe('eacdf');
});

test('if nothing of the first page was there before, the rest is dropped, because something is missing between them', () => {
  const joined = join(page('abc', false), page('xyz', true));

  expect(letters(joined)).toBe('xyz');
  expect(joined.pageInfo).toEqual({ hasNextPage: true, endCursor: 'Z' });
});

test('edges without a node stay', () => {
  const lost = { edges: [{ node: null, cursor: 'X' }], pageInfo: { hasNextPage: true, endCursor: 'X' } };

  expect(join(lost, { ...lost, edges: [{ node: null, cursor: 'Y' }] }, 'X').edges).toHaveLength(2);
});

test('a selection without edges leaves them as they are', () => {
  expect(letters(join(page('abc', true), { pageInfo: { hasNextPage: true } }))).toBe('abc');
});
