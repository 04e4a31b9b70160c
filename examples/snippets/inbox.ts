import type { SendTextMutation } from './gql/graphql.js';

export interface Chat {
  readonly id: string;
  readonly title: string | null | undefined;
  readonly network: string | null | undefined;
  readonly unreadCount: number | null | undefined;
  readonly lastActivity: string | null | undefined;
  /** Null if accounts can't be read; the rest of the chat is there. */
  readonly account: { readonly isUsable: boolean } | null | undefined;
}

/** An inbox as each client of this folder has it. */
export interface Inbox {
  /** The chats that have been read, those with the newest activity first. */
  chats(): readonly Chat[];
  /** Reads the next page of 20. @returns whether there are more. */
  loadMore(): Promise<boolean>;
  /** Sends a message. A repeat with the same key does not send it again. */
  send(chatID: string, text: string, key: string): Promise<SendTextMutation['sendMessage'] | undefined>;
  /**
   * Follows what happens, from where the last call stopped, until the stream ends.
   * @param onChange is called after each event: `chats` can be different.
   * @param onEnd is called once, unless the page leaves: with the error that ended the stream, or null. If the chats can't be
   * read, that ends it too; the next call reads them again.
   * @returns a function that leaves.
   */
  follow(onChange: () => void, onEnd: (error: unknown) => void): () => void;
}

export const byActivity = (a: Chat, b: Chat): number =>
  (b.lastActivity ?? '').localeCompare(a.lastActivity ?? '');
