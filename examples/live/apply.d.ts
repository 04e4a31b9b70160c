/** What a page holds. The chats and messages are as it selects them. */
export interface State<Chat = unknown, Message = { readonly sentWithKey?: string | null }> {
  readonly chats: Map<string, Chat>;
  /** Of the chats whose messages were read: by ID of the chat, then of the message. */
  readonly messages: Map<string, Map<string, Message>>;
}

/** An event of `chatEvents`, as far as it is used here. */
export type LiveEvent<Chat = unknown, Message = unknown> =
  | { readonly __typename: 'BeeperLiveStarted'; readonly isResumed: boolean }
  | {
      readonly __typename: 'BeeperLiveGap';
      readonly needsReload: boolean;
      readonly chatIDs: readonly string[] | null;
    }
  | {
      readonly __typename: 'BeeperMessageUpserted';
      readonly chatID: string;
      readonly messageID: string;
      readonly message?: Message | null | undefined;
      readonly chat?: Chat | null | undefined;
    }
  | { readonly __typename: 'BeeperMessageDeleted'; readonly chatID: string; readonly messageID: string }
  | {
      readonly __typename: 'BeeperChatUpserted';
      readonly chatID: string;
      readonly chat?: Chat | null | undefined;
    }
  | { readonly __typename: 'BeeperChatDeleted'; readonly chatID: string };

/** What has to be read again; all of it where `chatIDs` is null. */
export interface Reload {
  readonly chatIDs: readonly string[] | null;
}

/** Applies the event to the state, in place; see apply.js. */
export function applyEvent<Chat, Message>(
  state: State<Chat, Message>,
  event: LiveEvent<Chat, Message>,
): Reload | null;

/** A state without any chats. */
export function emptyState<Chat, Message>(): State<Chat, Message>;
