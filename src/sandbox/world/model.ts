import type { Capabilities } from './capabilities.ts';

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

/** A person in the directory of an account. */
export interface Contact extends User {
  /** Whether a direct chat with this person requires an invitation. Never sent to clients. */
  needsInvite?: true;
}

export interface Participant extends User {
  isAdmin?: boolean;
  isPending?: boolean;
  isNetworkBot?: boolean;
}

/** An account with its directory. `toWireAccount` selects what clients receive. */
export interface WorldAccount {
  accountID: string;
  loginID?: string;
  bridge: { id: string; type: string; provider: string };
  network: string;
  status: string;
  statusText?: string;
  /** The account's own user, as in `accounts[].user`. */
  user: User;
  /** The same person as a chat participant. Has another ID, as on the real app. */
  self: Participant;
  /** Whether the network requires a first message to create a chat. */
  needsFirstMessage?: true;
  contacts: Contact[];
}

/** Plain text with its formatting beside it. */
export interface FormattedText {
  text: string;
  textEntities: { from: number; to: number; bold?: true }[];
}

/** A message as the newest app sends it. */
export interface Message {
  id: string;
  chatID: string;
  accountID: string;
  senderID: string;
  senderName?: string;
  timestamp: string;
  sortKey: string;
  type?: string;
  /** HTML, plain text, or for some iMessage texts an object or its JSON. Nothing tells which. */
  text?: string | FormattedText;
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
  sendStatus?: SendStatus;
}

export interface SendStatus {
  status: string;
  timestamp: string;
  reason?: string;
  message?: string;
  internalError?: string;
  deliveredToUsers?: string[];
}

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
  /** In no document; Matrix has it. */
  blurhash?: string;
  transcription?: { transcription: string; engine: string; language?: string };
}

export interface Reaction {
  id: string;
  reactionKey: string;
  participantID: string;
  imgURL?: string;
  emoji?: boolean;
}

/** A message that was begun in the app, with its files by ID. */
export interface Draft {
  text: string;
  attachments?: Record<string, DraftAttachment>;
}

export interface DraftAttachment {
  id: string;
  type: string;
  mimeType?: string;
  fileName?: string;
  filePath?: string;
  fileSize?: number;
  audioDurationSeconds?: number;
  size?: { width?: number; height?: number };
}

export interface Reminder {
  remindAt: string;
  dismissOnIncomingMessage?: boolean;
}

/** A chat with all its participants and messages, oldest message first. */
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
  draft: Draft | null;
  reminder: Reminder | null;
  snooze: object | null;
  messageExpirySeconds: number | null;
  capabilities?: Capabilities;
  labels?: { id: string; name: string }[];
  /** On a merged chat: the chats of one person that are shown as one. */
  merge?: { chatIDs: string[]; defaultChatID?: string };
  /** On a chat that is part of a merged one. */
  mergedIntoChatID?: string;
  /** Undocumented fields, sent with the others. */
  extra?: object;
}
