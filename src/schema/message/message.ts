import type { MessageInChat } from '../../resolvers/message/connectMessages.ts';
import { isHidden } from '../../resolvers/message/isHidden.ts';
import { sender } from '../../resolvers/message/sender.ts';
import { sentWithKey } from '../../resolvers/message/sentWithKey.ts';
import { BeeperUser } from '../account/user.ts';
import { builder } from '../builder.ts';
import { toKnown } from '../openEnum.ts';
import { BeeperAttachment } from './attachment.ts';
import { BeeperLinkPreview, toLinkPreviews } from './linkPreview.ts';
import { BeeperReaction } from './reaction.ts';
import { BeeperMessageSeen } from './seen.ts';
import { BeeperSendStatus } from './sendStatus.ts';
import { shownText } from './shownText.ts';
import { BeeperTextFormat, formatOf, plainTextOf } from './textFormat.ts';

const types = {
  TEXT: { description: 'A text message.' },
  NOTICE: { description: 'A notice from the network or from a bot.' },
  IMAGE: { description: 'An image file.' },
  VIDEO: { description: 'A video file.' },
  VOICE: { description: 'A voice message.' },
  AUDIO: { description: 'An audio file.' },
  FILE: { description: 'A file that is no image, video or audio.' },
  STICKER: { description: 'A sticker.' },
  LOCATION: { description: 'A location on the map.' },
  REACTION: { description: 'A reaction that Beeper also lists as a message. Always hidden.' },
  OTHER: { description: 'A type that this gateway does not recognize. See `rawType`.' },
} as const;
const toType = toKnown(types);

const BeeperMessageType = builder.enumType('BeeperMessageType', {
  description: 'Type of a message.',
  values: types,
});

export const BeeperMessage = builder.objectRef<MessageInChat>('BeeperMessage').implement({
  description: 'A message in a chat. Timestamps can be out of order: keep the order of the list.',
  fields: (t) => ({
    id: t.exposeID('id', {
      description:
        'ID of the message, such as `1343993`. Unique among the messages of all chats on this installation of Beeper, so that caches can use it as their key. While the message is being sent, a pending ID such as `m1694783291234567`, which is replaced by the final one.',
    }),
    chatID: t.id({
      description: 'ID of the chat that contains the message.',
      resolve: ({ chatID, chat }) => chatID ?? chat.id,
    }),
    accountID: t.id({
      description: 'ID of the account that the chat belongs to, such as `slackgo.T012-U034`.',
      resolve: ({ accountID, chat }) => accountID ?? chat.accountID,
    }),
    senderID: t.exposeID('senderID', {
      nullable: true,
      description: '`userID` of the sender. Null if unknown.',
    }),
    senderName: t.exposeString('senderName', {
      nullable: true,
      description: 'Display name of the sender, as sent with the message. Null if unknown.',
    }),
    sender: t.field({
      type: BeeperUser,
      nullable: true,
      description:
        'The sender of the message. Costs no upstream call: it is one of the participants that were read with the chat. If the sender is not among them, as in a large group or a merged chat, all fields but `userID`, `fullName` and `isSelf` are null. Null if `senderID` is null.',
      resolve: (message) => sender(message),
    }),
    timestamp: t.expose('timestamp', {
      type: 'DateTime',
      nullable: true,
      description: 'When the message was sent. Null if unknown.',
    }),
    editedTimestamp: t.expose('editedTimestamp', {
      type: 'DateTime',
      nullable: true,
      description: 'When the message was last edited. Null if it was not edited.',
    }),
    sortKey: t.exposeString('sortKey', {
      nullable: true,
      description:
        'Position of the message in its chat, such as `821000042`. Usually an integer of any size, which can be negative: compare two of one chat as `BigInt`, not as text. Null if unknown.',
    }),
    type: t.field({
      type: BeeperMessageType,
      nullable: true,
      description: 'Type of the message. Null if unknown.',
      resolve: ({ type }) => toType(type),
    }),
    rawType: t.exposeString('type', {
      nullable: true,
      description: 'Raw `type` as sent by Beeper. Use it when `type` is `OTHER`.',
    }),
    text: t.string({
      nullable: true,
      description:
        'Text of the message: Matrix HTML for some messages, plain text for most. `textFormat` tells which. As Beeper sends it, except that the JSON of some iMessage texts is unwrapped and URLs in HTML have no decryption keys. Untrusted: sanitize HTML and escape plain text before you insert it into a page. For text without markup, use `plainText`. Null if the message has no text.',
      resolve: ({ text }) => text && shownText(text),
    }),
    textFormat: t.field({
      type: BeeperTextFormat,
      nullable: true,
      description:
        'Whether `text` is HTML or plain text. Beeper does not send it: the gateway takes a text for HTML only if it has elements of Matrix HTML and all of them are well-formed. Null if the message has no text.',
      resolve: ({ text }) => text && formatOf(text),
    }),
    plainText: t.string({
      nullable: true,
      description:
        'Text of the message without markup, for lists and notifications. If `textFormat` is `PLAIN`, it equals `text`. This is text, not HTML: escape it before you insert it into a page. Null if the message has no text.',
      resolve: ({ text }) => text && plainTextOf(text),
    }),
    isSender: t.exposeBoolean('isSender', {
      nullable: true,
      description: 'Whether you sent the message. Null if unknown.',
    }),
    isUnread: t.exposeBoolean('isUnread', {
      nullable: true,
      description: 'Whether the message is unread. Null if unknown.',
    }),
    isDeleted: t.exposeBoolean('isDeleted', {
      nullable: true,
      description: 'Whether the message was deleted. Null if unknown.',
    }),
    isHidden: t.boolean({
      nullable: true,
      description:
        'True if the message is not meant to be displayed, as each message of type `REACTION`. Null if unknown. `messages` returns such messages only with `includeHidden: true`.',
      resolve: (message) => isHidden(message),
    }),
    sendStatus: t.expose('sendStatus', {
      type: BeeperSendStatus,
      nullable: true,
      description:
        'Delivery status of a message that you sent. A message can fail after Beeper accepted it. Null if unknown.',
    }),
    sentWithKey: t.string({
      nullable: true,
      description:
        'The `idempotencyKey` that you sent the message with through this gateway within the last 24 hours. Put the message in the place of its optimistic copy that has the same key. Null for any other message, after an edit, and if the gateway can’t tell with certainty, as for two messages with the same text within a minute. To tell them apart, read one of them with the query `message` by its `pendingMessageID`: from then on, lists have the key, too. Costs no upstream call.',
      resolve: (message, _args, context) => sentWithKey(message, context),
    }),
    attachments: t.expose('attachments', {
      type: [BeeperAttachment],
      nullable: true,
      description: 'Files attached to the message. Null if Beeper sends none.',
    }),
    linkedMessageID: t.exposeID('linkedMessageID', {
      nullable: true,
      description:
        'ID of the message that this message replies or reacts to, such as `1343993`. Null if there is none.',
    }),
    mentions: t.expose('mentions', {
      type: ['String'],
      nullable: true,
      description:
        '`userID` of each person that the message mentions; `@room` stands for everyone. Null if unknown.',
    }),
    links: t.field({
      type: [BeeperLinkPreview],
      nullable: true,
      description:
        'Previews of the links in the message. A link to a file that only Beeper can open is left out. Null if Beeper sends none.',
      resolve: ({ links }) => toLinkPreviews(links),
    }),
    reactions: t.expose('reactions', {
      type: [BeeperReaction],
      nullable: true,
      description: 'Reactions to the message. Null if Beeper sends none.',
    }),
    seen: t.field({
      type: BeeperMessageSeen,
      nullable: true,
      description: 'Who has seen the message. Null if the network does not report it.',
      resolve: ({ seen }) => (seen === null ? null : { seen }),
    }),
  }),
});
