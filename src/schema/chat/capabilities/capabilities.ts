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
  description: 'What the network of a chat allows in it. Null throughout where Beeper does not say.',
  fields: (t) => {
    const level = (name: LevelName, description: string) =>
      t.field({
        type: BeeperSupportLevel,
        nullable: true,
        description,
        resolve: (capabilities) => toLevel(capabilities[name]),
      });
    return {
      formatting: t.expose('formatting', {
        type: [BeeperFeatureLevel],
        nullable: true,
        description: 'Formats of text; null where none is advertised.',
      }),
      attachments: t.expose('attachments', {
        type: [BeeperAttachmentCapabilities],
        nullable: true,
        description: 'What may be attached; a kind that is missing is rejected.',
      }),
      maxTextLength: t.exposeInt('maxTextLength', { nullable: true, description: 'In characters.' }),
      locationMessage: level('locationMessage', 'Sending a place.'),
      poll: level('poll', 'Holding a poll.'),
      thread: level('thread', 'Answering in a thread.'),
      reply: level('reply', 'Answering one message.'),
      edit: level('edit', 'Changing a message that was sent.'),
      editMaxCount: t.exposeInt('editMaxCount', {
        nullable: true,
        description: 'How often one may be changed.',
      }),
      editMaxAge: t.exposeInt('editMaxAge', {
        nullable: true,
        description: 'For how many seconds it may be.',
      }),
      delete: level('delete', 'Deleting a message for everyone.'),
      deleteMaxAge: t.exposeInt('deleteMaxAge', {
        nullable: true,
        description: 'For how many seconds it may be.',
      }),
      deleteForMe: t.exposeBoolean('deleteForMe', {
        nullable: true,
        description: 'Whether a message can be deleted for oneself alone.',
      }),
      messageRequest: t.expose('messageRequest', {
        type: BeeperMessageRequestCapabilities,
        nullable: true,
        description: 'How a stranger’s request can be accepted.',
      }),
      reaction: level('reaction', 'Reacting to a message.'),
      reactionCount: t.exposeInt('reactionCount', {
        nullable: true,
        description: 'The most reactions of one person to one message.',
      }),
      allowedReactions: t.exposeStringList('allowedReactions', {
        nullable: true,
        description: 'The reactions to choose from; null where any emoji will do.',
      }),
      customEmojiReactions: t.exposeBoolean('customEmojiReactions', {
        nullable: true,
        description: 'Whether emoji of one’s own can be used.',
      }),
      disappearingTimer: t.expose('disappearingTimer', {
        type: BeeperDisappearingTimer,
        nullable: true,
        description: 'Messages that disappear.',
      }),
      readReceipts: t.exposeBoolean('readReceipts', {
        nullable: true,
        description: 'Whether others see what was read.',
      }),
      typingNotifications: t.exposeBoolean('typingNotifications', {
        nullable: true,
        description: 'Whether others see that somebody types.',
      }),
      archive: t.exposeBoolean('archive', {
        nullable: true,
        description: 'Whether the chat can be archived.',
      }),
      markAsUnread: t.exposeBoolean('markAsUnread', {
        nullable: true,
        description: 'Whether the chat can be marked as unread.',
      }),
      deleteChat: t.exposeBoolean('deleteChat', {
        nullable: true,
        description: 'Whether the chat can be deleted.',
      }),
      deleteChatForEveryone: t.exposeBoolean('deleteChatForEveryone', {
        nullable: true,
        description: 'Whether it can be deleted for everyone.',
      }),
      participantActions: t.expose('participantActions', {
        type: BeeperParticipantActions,
        nullable: true,
        description: 'What can be done with the people in it.',
      }),
      state: t.expose('state', {
        type: BeeperChatStateCapabilities,
        nullable: true,
        description: 'What of the chat itself can be changed.',
      }),
    };
  },
});
