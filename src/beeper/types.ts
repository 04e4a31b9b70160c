/** What the gateway asks of Beeper. What comes back is described in `wire/`. */

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
