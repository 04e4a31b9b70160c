/** The capabilities that the sandbox enforces, and those that it only sends. */
export interface Capabilities {
  readonly attachments?: Readonly<
    Record<string, { readonly mimeTypes: object; readonly maxCaptionLength?: number }>
  >;
  readonly maxTextLength?: number;
  readonly edit?: number;
  readonly editMaxCount?: number;
  /** In seconds, like `deleteMaxAge`. */
  readonly editMaxAge?: number;
  readonly delete?: number;
  /** Only for deleting for everyone. */
  readonly deleteMaxAge?: number;
  readonly deleteForMe?: boolean;
  readonly reaction?: number;
  readonly reactionCount?: number;
  readonly allowedReactions?: readonly string[];
  readonly [other: string]: unknown;
}

// Levels: -2 rejected, -1 dropped, 0 unsupported, 1 partial, 2 full.
const image = {
  mimeTypes: { 'image/jpeg': 2, 'image/png': 2, 'image/*': 1 },
  caption: 2,
  maxSize: 16_777_216,
};
const voice = { mimeTypes: { 'audio/ogg': 2 }, caption: 0, maxDuration: 3600 };
const anyFile = { mimeTypes: { '*/*': 2 }, caption: 2, maxCaptionLength: 1024, maxSize: 104_857_600 };

const plain = { edit: 0, delete: 1, reply: 2, reaction: 2, thread: 0, readReceipts: true, archive: true };

/** A value for every documented capability. */
const full = {
  formatting: { bold: 2, italic: 2, inline_code: 2, 'code_block.syntax_highlighting': 1, underline: -1 },
  attachments: {
    'm.image': image,
    'm.file': anyFile,
    'org.matrix.msc3245.voice': { ...voice, viewOnce: true },
  },
  maxTextLength: 65_536,
  locationMessage: 2,
  poll: 1,
  thread: 2,
  reply: 2,
  edit: 2,
  editMaxCount: 10,
  editMaxAge: 900,
  delete: 2,
  deleteMaxAge: 172_800,
  deleteForMe: true,
  messageRequest: { acceptWithMessage: 2, acceptWithButton: 1 },
  reaction: 2,
  reactionCount: 1,
  allowedReactions: ['👍', '❤️', '😄'],
  customEmojiReactions: false,
  disappearingTimer: {
    types: ['afterRead', 'afterSend'],
    timers: [86_400_000, 604_800_000],
    omitEmptyTimer: true,
  },
  readReceipts: true,
  typingNotifications: true,
  archive: true,
  markAsUnread: true,
  deleteChat: true,
  deleteChatForEveryone: false,
  participantActions: { ban: -2, invite: 2, kick: 2, leave: 2, revokeInvite: 0 },
  state: {
    disappearingTimer: { level: 2 },
    avatar: { level: 1 },
    title: { level: 2 },
    description: { level: 2 },
  },
};

const byType: Record<string, Capabilities> = {
  matrix: full,
  whatsapp: { ...plain, edit: 2, editMaxAge: 900, attachments: { 'm.image': image, 'm.file': anyFile } },
  telegram: { ...plain, edit: 2, editMaxAge: 172_800, maxTextLength: 4096, formatting: full.formatting },
  signal: { ...plain, attachments: { 'm.image': image }, disappearingTimer: { types: ['afterRead'] } },
  imessage: { ...plain, allowedReactions: ['❤️', '👍', '👎', '😂', '‼️', '❓'] },
  slackgo: { ...plain, thread: 2, customEmojiReactions: true },
};

/**
 * Returns `capabilities` of chats on a bridge of this type; undefined for a type whose chats have none. Callers share
 * the object and must not change it.
 */
export function capabilitiesOf(bridgeType: string): Capabilities | undefined {
  return byType[bridgeType];
}
