import { object } from '../objectReader.ts';
import { map, orNull, type ReadBy } from '../reader.ts';
import {
  entries,
  flag,
  integer,
  list,
  measure,
  number,
  part,
  positiveCount,
  string,
  unlessEmpty,
} from '../values.ts';

/** Support level: -2 rejected, -1 dropped, 0 unsupported, 1 partial, 2 full. */
const level = orNull(integer);

const attachment = object({
  mimeTypes: entries('mimeType', integer),
  caption: level,
  maxCaptionLength: positiveCount,
  maxSize: measure,
  maxWidth: positiveCount,
  maxHeight: positiveCount,
  maxDuration: positiveCount,
  viewOnce: flag,
});

const state = part({ level });

export const capabilities = map(
  object({
    formatting: entries('format', integer),
    attachments: entries('attachmentCapabilities', attachment),
    maxTextLength: positiveCount,
    locationMessage: level,
    poll: level,
    thread: level,
    reply: level,
    edit: level,
    editMaxCount: positiveCount,
    editMaxAge: positiveCount,
    delete: level,
    deleteMaxAge: positiveCount,
    deleteForMe: flag,
    messageRequest: part({ acceptWithMessage: level, acceptWithButton: level }),
    reaction: level,
    reactionCount: positiveCount,
    allowedReactions: list('allowedReaction', string),
    customEmojiReactions: flag,
    disappearingTimer: part({
      types: list('timerType', string),
      timers: list('timer', number),
      omitEmptyTimer: flag,
    }),
    readReceipts: flag,
    typingNotifications: flag,
    archive: flag,
    markAsUnread: flag,
    deleteChat: flag,
    deleteChatForEveryone: flag,
    participantActions: part({ ban: level, invite: level, kick: level, leave: level, revokeInvite: level }),
    state: part({ disappearingTimer: state, avatar: state, title: state, description: state }),
  }),
  unlessEmpty,
);

export type Capabilities = ReadBy<typeof capabilities>;
export type AttachmentCapabilities = ReadBy<typeof attachment>;
