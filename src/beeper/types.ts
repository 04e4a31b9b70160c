/** What Beeper's API speaks, as far as the gateway uses it. Replies are these only after `decode.ts` checked them. */

/**
 * The three forms that creating and starting a chat took over the app's versions:
 * `create-only` before 4.2.557, `union` before 4.2.808, `split` since.
 */
export type Dialect = 'create-only' | 'union' | 'split';

export interface CreateChatBody {
  readonly accountID: string;
  readonly participantIDs: readonly string[];
  readonly type: 'single' | 'group';
  readonly messageText?: string;
  readonly title?: string;
}

export interface StartChatBody {
  readonly accountID: string;
  readonly user: {
    readonly id?: string;
    readonly email?: string;
    readonly fullName?: string;
    readonly phoneNumber?: string;
    readonly username?: string;
  };
  readonly allowInvite?: boolean;
  readonly messageText?: string;
}

/** The answer to creating or starting a chat. */
export interface CreatedChat {
  readonly chatID: string;
  /** The chat itself, where the answer brings it (`split`). */
  readonly chat: Chat | null;
  readonly status: 'existing' | 'created' | null;
}

/** What `/v1/info` says of the app. */
export interface AppInfo {
  readonly name: string | null;
  readonly version: string | null;
}

export interface User {
  readonly id: string;
  readonly username: string | null;
  readonly phoneNumber: string | null;
  readonly email: string | null;
  readonly fullName: string | null;
  readonly imgURL: string | null;
  readonly cannotMessage: boolean | null;
  readonly isSelf: boolean | null;
}

export interface Participant extends User {
  readonly isAdmin: boolean | null;
  readonly isPending: boolean | null;
  readonly isNetworkBot: boolean | null;
}

export interface Participants {
  readonly items: readonly Participant[];
  readonly hasMore: boolean | null;
  readonly total: number | null;
}

/** Only `id` and `accountID` are sure on every version. */
export interface Chat {
  readonly id: string;
  readonly accountID: string;
  readonly localChatID: string | null;
  readonly network: string | null;
  readonly title: string | null;
  readonly type: string | null;
  readonly description: string | null;
  readonly imgURL: string | null;
  readonly participants: Participants | null;
  readonly lastActivity: Date | null;
  readonly unreadCount: number | null;
  readonly unreadMentionsCount: number | null;
  readonly lastReadMessageSortKey: string | null;
  readonly isReadOnly: boolean | null;
  readonly isArchived: boolean | null;
  readonly isMarkedUnread: boolean | null;
  readonly isMuted: boolean | null;
  readonly isPinned: boolean | null;
  readonly isLowPriority: boolean | null;
  readonly messageExpirySeconds: number | null;
  readonly draft: { readonly text: string } | null;
  readonly reminder: {
    readonly remindAt: Date | null;
    readonly dismissOnIncomingMessage: boolean | null;
  } | null;
  readonly snooze: { readonly snoozeUntil: Date | null; readonly userSnoozedAt: Date | null } | null;
}
