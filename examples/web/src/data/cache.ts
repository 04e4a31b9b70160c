import { type FieldPolicy, InMemoryCache, type StoreObject } from '@apollo/client';
import { joinPages } from './pages.ts';
import { possibleTypes } from './possibleTypes.ts';
import type { StoredList } from './storedLists.ts';

/** @returns an empty cache with what the gateway’s schema needs. */
export const createCache = () =>
  new InMemoryCache({
    possibleTypes,
    typePolicies: {
      Query: { fields: { chats: pages } },
      // The place of the last event, which names no chat: each takes the place of the one before.
      Subscription: { fields: { chatEvents: { keyArgs: false, merge: false } } },
      BeeperChat: { fields: { messages: pages } },
      // The inbox selects less of a file than a conversation does.
      BeeperMessage: { fields: { attachments: { merge: mergeInPlace } } },
      // They have no ID, and queries select different fields of them.
      BeeperParticipants: { merge: true, fields: { items: { merge: mergePeople } } },
      BeeperChatCapabilities: { merge: true },
      BeeperChatMerge: { merge: true },
    },
  });

/** A list that is read in pages. A page that could not be read is null, and leaves those that were. */
const pages: FieldPolicy<StoredList | null> = {
  // A query with a filter would need it here.
  keyArgs: false,
  merge: (existing, incoming, { args, readField }) =>
    incoming
      ? joinPages(existing, incoming, args?.after || null, ({ node }) => node && readField('id', node))
      : (existing ?? null),
};

type MergeFunction = Exclude<FieldPolicy<readonly StoreObject[] | null>['merge'], boolean | undefined>;

/** Joins objects with the same place in a list. */
function mergeInPlace(
  existing: readonly StoreObject[] | null | undefined,
  incoming: readonly StoreObject[] | null,
  { mergeObjects }: Parameters<MergeFunction>[2],
): readonly StoreObject[] | null {
  if (existing?.length !== incoming?.length || !incoming) return incoming;
  return incoming.map((item, at) => mergeObjects(existing?.[at] ?? item, item));
}

/** Joins people with the same ID. */
function mergePeople(
  existing: readonly StoreObject[] | null | undefined,
  incoming: readonly StoreObject[] | null,
  { mergeObjects, readField }: Parameters<MergeFunction>[2],
): readonly StoreObject[] | null {
  if (!existing || !incoming) return incoming;
  const known = new Map(existing.map((person) => [readField('userID', person), person]));
  return incoming.map((person) => mergeObjects(known.get(readField('userID', person)) ?? person, person));
}
