/** A person as Beeper describes one. */
export interface User {
  id: string;
  username?: string;
  phoneNumber?: string;
  email?: string;
  fullName?: string;
  imgURL?: string;
  cannotMessage?: boolean;
  isSelf?: boolean;
}

/** Somebody in an account's directory. */
export interface Contact extends User {
  /** A direct chat with this person begins with an invitation. Never sent to clients. */
  needsInvite?: true;
}

/** A member of a chat. */
export interface Participant extends User {
  isAdmin?: boolean;
  isPending?: boolean;
  isNetworkBot?: boolean;
}

/** An account with its directory. Only what clients may see is sent; see wire/account.ts. */
export interface WorldAccount {
  accountID: string;
  loginID?: string;
  bridge: { id: string; type: string; provider: string };
  network: string;
  status: string;
  statusText?: string;
  /** The account's own identity, as `accounts[].user`. */
  user: User;
  /** The same person as a chat participant: another ID, as on the real app. */
  self: Participant;
  /** This network makes no chat without a first message. */
  needsFirstMessage?: true;
  contacts: Contact[];
}

/** A message, in the form in which it is sent. */
export interface Message {
  id: string;
  chatID: string;
  accountID: string;
  senderID: string;
  senderName?: string;
  timestamp: string;
  sortKey: string;
  type?: string;
  text?: string;
  isSender?: boolean;
  isUnread?: boolean;
  isDeleted?: boolean;
  isHidden?: boolean;
  editedTimestamp?: string;
  linkedMessageID?: string;
  attachments?: Attachment[];
  reactions?: Reaction[];
  mentions?: string[] | null;
  links?: object[];
  seen?: boolean | string | Record<string, boolean | string>;
  sendStatus?: object;
}

/** A file of a message. */
export interface Attachment {
  type: string;
  id?: string;
  srcURL?: string;
  posterImg?: string;
  mimeType?: string;
  fileName?: string;
  fileSize?: number;
  duration?: number;
  isGif?: boolean;
  isSticker?: boolean;
  isVoiceNote?: boolean;
  size?: { width?: number; height?: number };
  transcription?: { transcription: string; engine: string; language?: string };
}

/** A reaction to a message. */
export interface Reaction {
  id: string;
  reactionKey: string;
  participantID: string;
  imgURL?: string;
  emoji?: boolean;
}

/** A chat as the world keeps it, with all participants and, oldest first, all messages. */
export interface WorldChat {
  id: string;
  localChatID: string;
  accountID: string;
  network: string;
  title: string;
  type: string;
  participants: Participant[];
  messages: Message[];
  lastActivity: string;
  lastReadMessageSortKey?: string;
  unreadCount: number;
  unreadMentionsCount: number;
  isArchived: boolean;
  isMuted: boolean;
  isPinned: boolean;
  isLowPriority: boolean;
  isMarkedUnread: boolean;
  isReadOnly: boolean;
  description: string | null;
  imgURL: string | null;
  draft: object | null;
  reminder: object | null;
  snooze: object | null;
  messageExpirySeconds: number | null;
  capabilities?: object;
  /** Fields that no document names yet; sent beside the others. */
  extra?: object;
}
