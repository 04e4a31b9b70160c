import { type MessageInChat, sender } from '../../resolvers/message/messages.ts';
import { BeeperUser } from '../account/user.ts';
import { builder } from '../builder.ts';
import { toKnown } from '../openEnum.ts';
import { BeeperAttachment } from './attachment.ts';
import { BeeperLinkPreview } from './linkPreview.ts';
import { toPlainText } from './plainText.ts';
import { BeeperReaction } from './reaction.ts';
import { BeeperMessageSeen } from './seen.ts';
import { BeeperSendStatus } from './sendStatus.ts';

const types = {
  TEXT: { description: 'A message of text.' },
  NOTICE: { description: 'A notice of the network or of a bot.' },
  IMAGE: { description: 'A picture of any kind.' },
  VIDEO: { description: 'A film, with or without sound.' },
  VOICE: { description: 'A voice message.' },
  AUDIO: { description: 'Sound of any kind.' },
  FILE: { description: 'A file of any kind.' },
  STICKER: { description: 'A sticker of the network.' },
  LOCATION: { description: 'A place on the map.' },
  REACTION: { description: 'A reaction that stands as a message of its own.' },
  OTHER: { description: 'A kind that this gateway does not know yet; `rawType` names it.' },
} as const;
const toType = toKnown(types);

const BeeperMessageType = builder.enumType('BeeperMessageType', {
  description: 'What kind of message it is.',
  values: types,
});

export const BeeperMessage = builder.objectRef<MessageInChat>('BeeperMessage').implement({
  description: 'A message in a chat. Order messages by `sortKey`: times may be out of order.',
  fields: (t) => ({
    id: t.exposeID('id', {
      description: 'The message’s ID: a number as a string, or `m…` while it is being sent.',
    }),
    chatID: t.id({
      description: 'The chat that it is in.',
      resolve: ({ chatID, chat }) => chatID ?? chat.id,
    }),
    accountID: t.id({
      description: 'The account that the chat belongs to.',
      resolve: ({ accountID, chat }) => accountID ?? chat.accountID,
    }),
    senderID: t.exposeID('senderID', { nullable: true, description: 'Who sent it, by ID.' }),
    senderName: t.exposeString('senderName', { nullable: true, description: 'Their name at that time.' }),
    sender: t.field({
      type: BeeperUser,
      nullable: true,
      description:
        'Who sent it, as far as the chat’s participants at hand tell; in a large group, the ID and name alone. Costs no call.',
      resolve: (message) => sender(message),
    }),
    timestamp: t.expose('timestamp', { type: 'DateTime', nullable: true, description: 'When it was sent.' }),
    editedTimestamp: t.expose('editedTimestamp', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was last changed; null where it was not.',
    }),
    sortKey: t.exposeString('sortKey', {
      nullable: true,
      description: 'Its place among the messages of the chat. Compare as numbers where they are numbers.',
    }),
    type: t.field({
      type: BeeperMessageType,
      nullable: true,
      description: 'What kind of message it is.',
      resolve: ({ type }) => toType(type),
    }),
    rawType: t.exposeString('type', {
      nullable: true,
      description: 'The same in Beeper’s own word; of use where `type` is `OTHER`.',
    }),
    text: t.exposeString('text', {
      nullable: true,
      description:
        'The text as Matrix HTML, written by strangers: clean it with an HTML sanitizer before it enters a page. For text without markup take `plainText`.',
    }),
    plainText: t.string({
      nullable: true,
      description:
        'The text without markup, for lists and notifications. Text, not HTML: escape it as any text.',
      resolve: ({ text }) => (text === null ? null : toPlainText(text)),
    }),
    isSender: t.exposeBoolean('isSender', { nullable: true, description: 'Whether you sent it.' }),
    isUnread: t.exposeBoolean('isUnread', { nullable: true, description: 'Whether it is unread.' }),
    isDeleted: t.exposeBoolean('isDeleted', { nullable: true, description: 'Whether it was deleted.' }),
    isHidden: t.exposeBoolean('isHidden', {
      nullable: true,
      description: 'Whether it is not meant to be shown.',
    }),
    sendStatus: t.expose('sendStatus', {
      type: BeeperSendStatus,
      nullable: true,
      description: 'What became of it, if you sent it. A message can fail after it was accepted.',
    }),
    attachments: t.expose('attachments', {
      type: [BeeperAttachment],
      nullable: true,
      description: 'The files that came with it.',
    }),
    linkedMessageID: t.exposeID('linkedMessageID', {
      nullable: true,
      description: 'The message that it answers.',
    }),
    mentions: t.expose('mentions', {
      type: ['String'],
      nullable: true,
      description: 'The IDs of those it mentions, or `@room` for everybody; null where Beeper does not tell.',
    }),
    links: t.expose('links', {
      type: [BeeperLinkPreview],
      nullable: true,
      description: 'What the links in it lead to.',
    }),
    reactions: t.expose('reactions', {
      type: [BeeperReaction],
      nullable: true,
      description: 'The reactions to it.',
    }),
    seen: t.field({
      type: BeeperMessageSeen,
      nullable: true,
      description: 'Who has seen it; null where the network does not tell.',
      resolve: ({ seen }) => (seen === null ? null : { seen }),
    }),
  }),
});
