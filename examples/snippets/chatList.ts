import type { ChatRowFragment, InboxQuery } from './gql/graphql.js';
import { byActivity } from './inbox.ts';

/** The chats of an inbox by ID, for clients that do not keep lists. */
export class ChatList {
  readonly #chats = new Map<string, ChatRowFragment>();
  endCursor: string | null = null;

  get sorted(): readonly ChatRowFragment[] {
    return [...this.#chats.values()].toSorted(byActivity);
  }

  /** @returns whether there are more chats. */
  add({ chats }: InboxQuery): boolean {
    for (const { node } of chats?.edges ?? []) if (node) this.put(node);
    this.endCursor = chats?.pageInfo.endCursor ?? this.endCursor;
    return chats?.pageInfo.hasNextPage ?? false;
  }

  put(chat: ChatRowFragment): void {
    this.#chats.set(chat.id, chat);
  }

  remove(chatID: string): void {
    this.#chats.delete(chatID);
  }

  /** Begins anew. */
  clear(): void {
    this.#chats.clear();
    this.endCursor = null;
  }
}
