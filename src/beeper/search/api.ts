import { type PageRequest, pageQuery, withQuery } from '../lists.ts';
import type { InputPaths, Read } from '../operation.ts';
import type { Page } from '../page.ts';
import { decodeFoundMessages, decodeSearch, type FoundMessage, type SearchResults } from './wire.ts';

export type MediaType = 'any' | 'video' | 'image' | 'link' | 'file';

export interface MessageSearch {
  readonly query?: string | null | undefined;
  readonly chatIDs?: readonly string[] | null | undefined;
  readonly accountIDs?: readonly string[] | null | undefined;
  readonly chatType?: 'single' | 'group' | null | undefined;
  readonly mediaTypes?: readonly MediaType[] | null | undefined;
  /** `me`, `others` or the ID of a person. */
  readonly sender?: string | null | undefined;
  /** Both limits are exclusive. */
  readonly dateAfter?: Date | null | undefined;
  readonly dateBefore?: Date | null | undefined;
  /** Beeper leaves low-priority chats out by default. */
  readonly excludeLowPriority: boolean;
  readonly includeMuted?: boolean | null | undefined;
}

/** The most messages that one page of a search can have. */
export const maxFoundMessages = 20;

/** `GET /v1/messages/search`: newest first over all chats, each with its chat. */
export const searchMessages = (
  search: MessageSearch,
  limit: number,
  page: PageRequest,
): Read<Page<FoundMessage>> => ({
  operation: 'searchMessages',
  path: withQuery('/v1/messages/search', {
    ...search,
    limit: Math.min(limit, maxFoundMessages),
    ...pageQuery(page),
  }),
  decode: decodeFoundMessages,
  inputPaths: () => searchPaths(search),
});

function searchPaths({ query }: MessageSearch): InputPaths {
  return {
    query: ['filter', 'query'],
    chatIDs: ['filter', 'chatIDs'],
    accountIDs: ['filter', 'accountIDs'],
    chatType: ['filter', 'chatType'],
    mediaTypes: ['filter', 'mediaTypes'],
    sender: ['filter', 'sender'],
    dateAfter: ['filter', 'sentAfter'],
    dateBefore: ['filter', 'sentBefore'],
    excludeLowPriority: ['filter', 'includeLowPriority'],
    includeMuted: ['filter', 'includeMuted'],
    // It can be from `after` or `before`.
    cursor: [],
    // Where Beeper names no field, the words are the likeliest: all else was checked, or is Beeper's own.
    '': query == null ? ['filter'] : ['filter', 'query'],
  };
}

/** `GET /v1/search`: chats, groups and the first messages that match. */
export const search = (query: string): Read<SearchResults> => ({
  operation: 'search',
  path: withQuery('/v1/search', { query }),
  decode: decodeSearch,
  inputPaths: () => ({ '': ['query'] }),
});
