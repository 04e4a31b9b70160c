import type { Reference } from '@apollo/client';
import type { Connection, Edge } from './pages.ts';

/** The form in which Apollo Client’s cache has lists, as `cache.modify` shows them. */

export interface StoredEdge extends Edge {
  readonly __typename: string;
  readonly node: Reference | null;
}

export type StoredList = Connection<StoredEdge>;

/** @returns what stands for a chat or a message in the cache. */
export const refOf = (typename: 'BeeperChat' | 'BeeperMessage', id: string): Reference => ({
  __ref: `${typename}:${id}`,
});

/** Without a cursor: pages go on after edges that came with a page. */
export const edgeTo = (__typename: string, node: Reference): StoredEdge => ({ __typename, cursor: '', node });

export type ReadField = (fieldName: string, from?: Reference) => unknown;

/** The same object where nothing changes, so that nothing is rendered. */
export function changed(
  list: StoredList | null,
  change: (list: StoredList) => readonly StoredEdge[],
): StoredList | null {
  if (!list?.edges) return list;
  const edges = change(list);
  const isSame = edges.length === list.edges.length && edges.every((edge, at) => edge === list.edges?.[at]);
  return isSame ? list : { ...list, edges };
}
