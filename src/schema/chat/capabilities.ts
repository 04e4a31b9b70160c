import type { AttachmentCapabilities, Capabilities } from '../../beeper/chats/capabilities.ts';
import { builder } from '../builder.ts';

const levels: Readonly<Record<number, 'REJECTED' | 'DROPPED' | 'UNSUPPORTED' | 'PARTIAL' | 'FULL'>> = {
  [-2]: 'REJECTED',
  [-1]: 'DROPPED',
  0: 'UNSUPPORTED',
  1: 'PARTIAL',
  2: 'FULL',
};
const toLevel = (level: number | null) => (level === null ? null : (levels[level] ?? 'OTHER'));

const BeeperSupportLevel = builder.enumType('BeeperSupportLevel', {
  description: 'How far a network supports something.',
  values: {
    REJECTED: { description: 'The network refuses the whole message.' },
    DROPPED: { description: 'That part of the message is left out.' },
    UNSUPPORTED: { description: 'Not supported.' },
    PARTIAL: { description: 'Supported in part.' },
    FULL: { description: 'Supported.' },
    OTHER: { description: 'A level that this gateway does not know yet.' },
  },
});

type Levels<Key extends string> = Readonly<Record<Key, number | null>>;

const BeeperFeatureLevel = builder.objectRef<{ key: string; value: number }>('BeeperFeatureLevel').implement({
  description: 'One feature, format or kind of file, and how far it is supported.',
  fields: (t) => ({
    feature: t.exposeString('key', { description: 'The feature, format or MIME type in Beeper’s word.' }),
    level: t.field({
      type: BeeperSupportLevel,
      nullable: true,
      description: 'How far it is supported.',
      resolve: ({ value }) => toLevel(value),
    }),
  }),
});

const BeeperAttachmentCapabilities = builder
  .objectRef<{ key: string; value: AttachmentCapabilities }>('BeeperAttachmentCapabilities')
  .implement({
    description: 'What may be attached, for one kind of message.',
    fields: (t) => ({
      messageType: t.exposeString('key', { description: 'The Matrix message type: `m.image`.' }),
      mimeTypes: t.field({
        type: [BeeperFeatureLevel],
        nullable: true,
        description: 'MIME types or patterns; one that is missing is rejected.',
        resolve: ({ value }) => value.mimeTypes,
      }),
      caption: t.field({
        type: BeeperSupportLevel,
        nullable: true,
        description: 'Whether a caption can go with it.',
        resolve: ({ value }) => toLevel(value.caption),
      }),
      maxCaptionLength: t.int({
        nullable: true,
        description: 'In characters.',
        resolve: ({ value }) => value.maxCaptionLength,
      }),
      maxSize: t.float({
        nullable: true,
        description: 'The size in bytes.',
        resolve: ({ value }) => value.maxSize,
      }),
      maxWidth: t.int({
        nullable: true,
        description: 'The size in pixels.',
        resolve: ({ value }) => value.maxWidth,
      }),
      maxHeight: t.int({
        nullable: true,
        description: 'The size in pixels.',
        resolve: ({ value }) => value.maxHeight,
      }),
      maxDuration: t.int({
        nullable: true,
        description: 'The length in seconds.',
        resolve: ({ value }) => value.maxDuration,
      }),
      viewOnce: t.boolean({
        nullable: true,
        description: 'Whether it can be sent to be seen once.',
        resolve: ({ value }) => value.viewOnce,
      }),
    }),
  });

const BeeperMessageRequestCapabilities = builder
  .objectRef<Levels<'acceptWithMessage' | 'acceptWithButton'>>('BeeperMessageRequestCapabilities')
  .implement({
    description: 'How a request of a stranger to chat can be accepted.',
    fields: (t) => ({
      acceptWithMessage: t.field({
        type: BeeperSupportLevel,
        nullable: true,
        description: 'By answering.',
        resolve: ({ acceptWithMessage }) => toLevel(acceptWithMessage),
      }),
      acceptWithButton: t.field({
        type: BeeperSupportLevel,
        nullable: true,
        description: 'By a button of its own.',
        resolve: ({ acceptWithButton }) => toLevel(acceptWithButton),
      }),
    }),
  });

const BeeperDisappearingTimer = builder
  .objectRef<NonNullable<Capabilities['disappearingTimer']>>('BeeperDisappearingTimer')
  .implement({
    description: 'After which times messages can be made to disappear.',
    fields: (t) => ({
      types: t.exposeStringList('types', {
        nullable: true,
        description: 'From when the time is counted, in Beeper’s words: `afterRead`, `afterSend`.',
      }),
      timers: t.expose('timers', {
        type: ['Float'],
        nullable: true,
        description: 'The times that can be chosen, in milliseconds; null where any can.',
      }),
      omitEmptyTimer: t.exposeBoolean('omitEmptyTimer', {
        nullable: true,
        description: 'Whether "off" is said by leaving the timer out.',
      }),
    }),
  });

type ParticipantActions = NonNullable<Capabilities['participantActions']>;

const BeeperParticipantActions = builder.objectRef<ParticipantActions>('BeeperParticipantActions').implement({
  description: 'What can be done with the people in a chat.',
  fields: (t) => {
    const level = (action: keyof ParticipantActions, description: string) =>
      t.field({
        type: BeeperSupportLevel,
        nullable: true,
        description,
        resolve: (actions) => toLevel(actions[action]),
      });
    return {
      ban: level('ban', 'Shut somebody out for good.'),
      invite: level('invite', 'Ask somebody in.'),
      kick: level('kick', 'Remove somebody.'),
      leave: level('leave', 'Leave the chat.'),
      revokeInvite: level('revokeInvite', 'Take an invitation back.'),
    };
  },
});

type ChatState = NonNullable<Capabilities['state']>;

const BeeperChatStateCapabilities = builder.objectRef<ChatState>('BeeperChatStateCapabilities').implement({
  description: 'What of the chat itself can be changed.',
  fields: (t) => {
    const level = (part: keyof ChatState, description: string) =>
      t.field({
        type: BeeperSupportLevel,
        nullable: true,
        description,
        resolve: (state) => toLevel(state[part]?.level ?? null),
      });
    return {
      disappearingTimer: level('disappearingTimer', 'After which time messages disappear.'),
      avatar: level('avatar', 'The chat’s picture.'),
      title: level('title', 'The chat’s title.'),
      description: level('description', 'The chat’s topic.'),
    };
  },
});

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
