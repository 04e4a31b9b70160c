import { z } from 'zod';
import { entries, flag, hasValue, list, measure, orNull, part, positiveCount } from '../values.ts';

/** Support level: -2 rejected, -1 dropped, 0 unsupported, 1 partial, 2 full. */
const levelSchema = z.int();
const level = orNull(levelSchema);

const attachment = z.object({
  mimeTypes: entries('mimeType', levelSchema),
  caption: level,
  maxCaptionLength: positiveCount,
  maxSize: measure,
  maxWidth: positiveCount,
  maxHeight: positiveCount,
  maxDuration: positiveCount,
  viewOnce: flag,
});

const state = part({ level });

export const capabilities = z
  .object({
    formatting: entries('format', levelSchema),
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
    allowedReactions: list('allowedReaction', z.string()),
    customEmojiReactions: flag,
    disappearingTimer: part({
      types: list('timerType', z.string()),
      timers: list('timer', z.number()),
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
  })
  .refine(hasValue);

export type Capabilities = z.output<typeof capabilities>;
export type AttachmentCapabilities = z.output<typeof attachment>;
