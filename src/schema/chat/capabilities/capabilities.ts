import type { Capabilities } from '../../../beeper/chats/capabilities.ts';
import { builder } from '../../builder.ts';
import { BeeperAttachmentCapabilities } from './attachments.ts';
import { BeeperChatStateCapabilities } from './chatState.ts';
import { BeeperDisappearingTimer } from './disappearingTimer.ts';
import { BeeperMessageRequestCapabilities } from './messageRequest.ts';
import { BeeperParticipantActions } from './participantActions.ts';
import { BeeperFeatureLevel, BeeperSupportLevel, toLevel } from './supportLevel.ts';

type LevelName = 'locationMessage' | 'poll' | 'thread' | 'reply' | 'edit' | 'delete' | 'reaction';

export const BeeperChatCapabilities = builder.objectRef<Capabilities>('BeeperChatCapabilities').implement({
  description: 'What the network supports in a chat.',
  fields: (t) => {
    const level = (name: LevelName, gerund: string) =>
      t.field({
        type: BeeperSupportLevel,
        nullable: true,
        description: `Support level of ${gerund}. Null if unknown.`,
        resolve: (capabilities) => toLevel(capabilities[name]),
      });
    return {
      formatting: t.expose('formatting', {
        type: [BeeperFeatureLevel],
        nullable: true,
        description: 'Support level per text format. Null if Beeper reports no formats.',
      }),
      attachments: t.expose('attachments', {
        type: [BeeperAttachmentCapabilities],
        nullable: true,
        description:
          'Kinds of attachments that can be sent. A kind that is not listed is rejected. Null if unknown.',
      }),
      maxTextLength: t.exposeInt('maxTextLength', {
        nullable: true,
        description: 'Maximum length of a message in characters. Null if no limit is known.',
      }),
      locationMessage: level('locationMessage', 'sending a location'),
      poll: level('poll', 'sending a poll'),
      thread: level('thread', 'replying in a thread'),
      reply: level('reply', 'replying to a message'),
      edit: level('edit', 'editing a sent message'),
      editMaxCount: t.exposeInt('editMaxCount', {
        nullable: true,
        description: 'Maximum number of edits per message. Null if no limit is known.',
      }),
      editMaxAge: t.exposeInt('editMaxAge', {
        nullable: true,
        description: 'Seconds after sending during which a message can be edited. Null if no limit is known.',
      }),
      delete: level('delete', 'deleting a message for everyone'),
      deleteMaxAge: t.exposeInt('deleteMaxAge', {
        nullable: true,
        description:
          'Seconds after sending during which a message can be deleted for everyone. Null if no limit is known.',
      }),
      deleteForMe: t.exposeBoolean('deleteForMe', {
        nullable: true,
        description: 'Whether a message can be deleted for yourself only. Null if unknown.',
      }),
      messageRequest: t.expose('messageRequest', {
        type: BeeperMessageRequestCapabilities,
        nullable: true,
        description: 'How a message request from a stranger can be accepted. Null if unknown.',
      }),
      reaction: level('reaction', 'reacting to a message'),
      reactionCount: t.exposeInt('reactionCount', {
        nullable: true,
        description:
          'Maximum number of reactions to one message. Beeper does not document whether the limit is per person. Null if no limit is known.',
      }),
      allowedReactions: t.exposeStringList('allowedReactions', {
        nullable: true,
        description: 'Emoji that can be used as reactions. Null if any emoji can be used.',
      }),
      customEmojiReactions: t.exposeBoolean('customEmojiReactions', {
        nullable: true,
        description: 'Whether custom emoji can be used as reactions. Null if unknown.',
      }),
      disappearingTimer: t.expose('disappearingTimer', {
        type: BeeperDisappearingTimer,
        nullable: true,
        description: 'Timers for disappearing messages. Null if unknown.',
      }),
      readReceipts: t.exposeBoolean('readReceipts', {
        nullable: true,
        description: 'Whether the network sends read receipts to other participants. Null if unknown.',
      }),
      typingNotifications: t.exposeBoolean('typingNotifications', {
        nullable: true,
        description: 'Whether the network sends typing notifications to other participants. Null if unknown.',
      }),
      archive: t.exposeBoolean('archive', {
        nullable: true,
        description: 'Whether the chat can be archived. Null if unknown.',
      }),
      markAsUnread: t.exposeBoolean('markAsUnread', {
        nullable: true,
        description: 'Whether the chat can be marked as unread. Null if unknown.',
      }),
      deleteChat: t.exposeBoolean('deleteChat', {
        nullable: true,
        description: 'Whether the chat can be deleted. Null if unknown.',
      }),
      deleteChatForEveryone: t.exposeBoolean('deleteChatForEveryone', {
        nullable: true,
        description: 'Whether the chat can be deleted for everyone. Null if unknown.',
      }),
      participantActions: t.expose('participantActions', {
        type: BeeperParticipantActions,
        nullable: true,
        description: 'Actions on the participants of the chat. Null if unknown.',
      }),
      state: t.expose('state', {
        type: BeeperChatStateCapabilities,
        nullable: true,
        description: 'Support level of changing properties of the chat, such as its title. Null if unknown.',
      }),
    };
  },
});
