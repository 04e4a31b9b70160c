import type { Attachment, LinkPreview, Reaction, Seen, SendStatus } from '../../beeper/messages/wire.ts';
import { BeeperAsset, isLocalPath, toAsset } from '../asset/asset.ts';
import { builder } from '../builder.ts';
import { toKnown } from '../openEnum.ts';

export const BeeperPixelSize = builder
  .objectRef<{ width: number | null; height: number | null }>('BeeperPixelSize')
  .implement({
    description: 'The size of a picture, in pixels.',
    fields: (t) => ({
      width: t.exposeFloat('width', { nullable: true, description: 'From side to side.' }),
      height: t.exposeFloat('height', { nullable: true, description: 'From top to bottom.' }),
    }),
  });

const attachmentTypes = {
  UNKNOWN: { description: 'Beeper itself does not know.' },
  IMG: { description: 'A picture of any kind.' },
  VIDEO: { description: 'A film, with or without sound.' },
  AUDIO: { description: 'Sound of any kind.' },
  OTHER: { description: 'A kind that this gateway does not know yet; `rawType` names it.' },
} as const;
const toAttachmentType = toKnown(attachmentTypes);

const BeeperAttachmentType = builder.enumType('BeeperAttachmentType', {
  description: 'What kind of file is attached.',
  values: attachmentTypes,
});

const BeeperTranscription = builder
  .objectRef<NonNullable<Attachment['transcription']>>('BeeperTranscription')
  .implement({
    description: 'What is said in a voice message.',
    fields: (t) => ({
      transcription: t.exposeString('transcription', { nullable: true, description: 'The words.' }),
      engine: t.exposeString('engine', { nullable: true, description: 'What wrote them down.' }),
      language: t.exposeString('language', { nullable: true, description: 'The language that was heard.' }),
    }),
  });

export const BeeperAttachment = builder.objectRef<Attachment>('BeeperAttachment').implement({
  description: 'A file that came with a message.',
  fields: (t) => ({
    id: t.id({
      nullable: true,
      description: 'Its ID, usually an `mxc://` address; null where it is only a path of the desktop.',
      resolve: ({ id }) => (id !== null && isLocalPath(id) ? null : id),
    }),
    type: t.field({
      type: BeeperAttachmentType,
      nullable: true,
      description: 'What kind of file it is.',
      resolve: ({ type }) => toAttachmentType(type),
    }),
    rawType: t.exposeString('type', {
      nullable: true,
      description: 'The same in Beeper’s own word; of use where `type` is `OTHER`.',
    }),
    srcURL: t.field({
      type: BeeperAsset,
      nullable: true,
      description: 'Where the file lies.',
      resolve: ({ srcURL }) => toAsset(srcURL),
    }),
    posterImg: t.field({
      type: BeeperAsset,
      nullable: true,
      description: 'A picture that stands for a film until it plays.',
      resolve: ({ posterImg }) => toAsset(posterImg),
    }),
    mimeType: t.exposeString('mimeType', { nullable: true, description: 'As `image/jpeg`.' }),
    fileName: t.exposeString('fileName', { nullable: true, description: 'The name that it was sent under.' }),
    fileSize: t.exposeFloat('fileSize', { nullable: true, description: 'The size in bytes.' }),
    duration: t.exposeFloat('duration', { nullable: true, description: 'In seconds, for sound and film.' }),
    isGif: t.exposeBoolean('isGif', { nullable: true, description: 'Whether it is to play over and over.' }),
    isSticker: t.exposeBoolean('isSticker', { nullable: true, description: 'Whether it is a sticker.' }),
    isVoiceNote: t.exposeBoolean('isVoiceNote', {
      nullable: true,
      description: 'Whether it is a voice message.',
    }),
    transcription: t.expose('transcription', {
      type: BeeperTranscription,
      nullable: true,
      description: 'What is said in it.',
    }),
    size: t.expose('size', { type: BeeperPixelSize, nullable: true, description: 'Of a picture or film.' }),
  }),
});

export const BeeperLinkPreview = builder.objectRef<LinkPreview>('BeeperLinkPreview').implement({
  description: 'What a link in a message leads to.',
  fields: (t) => ({
    url: t.exposeString('url', { description: 'The address.' }),
    title: t.exposeString('title', { nullable: true, description: 'The page’s title.' }),
    summary: t.exposeString('summary', { nullable: true, description: 'What the page is about.' }),
    originalURL: t.exposeString('originalURL', {
      nullable: true,
      description: 'The address as it was sent, where it led on to another.',
    }),
    favicon: t.field({
      type: BeeperAsset,
      nullable: true,
      description: 'The site’s icon.',
      resolve: ({ favicon }) => toAsset(favicon),
    }),
    img: t.field({
      type: BeeperAsset,
      nullable: true,
      description: 'The page’s picture.',
      resolve: ({ img }) => toAsset(img),
    }),
    imgSize: t.expose('imgSize', {
      type: BeeperPixelSize,
      nullable: true,
      description: 'The picture’s size.',
    }),
  }),
});

export const BeeperReaction = builder.objectRef<Reaction>('BeeperReaction').implement({
  description: 'One person’s reaction to a message.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Unique among the reactions to one message.' }),
    reactionKey: t.exposeString('reactionKey', { description: 'An emoji, or a name of the network’s own.' }),
    participantID: t.exposeID('participantID', { description: 'Who reacted.' }),
    emoji: t.exposeBoolean('emoji', { nullable: true, description: 'Whether `reactionKey` is an emoji.' }),
    imgURL: t.field({
      type: BeeperAsset,
      nullable: true,
      description: 'The picture of a reaction that is no emoji.',
      resolve: ({ imgURL }) => toAsset(imgURL),
    }),
  }),
});

const sendStates = {
  SUCCESS: { description: 'The network took it.' },
  PENDING: { description: 'On its way.' },
  FAIL_RETRIABLE: { description: 'It failed; it is worth sending again, in Beeper.' },
  FAIL_PERMANENT: { description: 'It failed, and will again.' },
  OTHER: { description: 'A state that this gateway does not know yet; `rawStatus` names it.' },
} as const;
const toSendState = toKnown(sendStates);

const BeeperSendState = builder.enumType('BeeperSendState', {
  description: 'What became of a message that was sent.',
  values: sendStates,
});

export const BeeperSendStatus = builder.objectRef<SendStatus>('BeeperSendStatus').implement({
  description: 'What became of a message that you sent.',
  fields: (t) => ({
    status: t.field({
      type: BeeperSendState,
      nullable: true,
      description: 'How far it got.',
      resolve: ({ status }) => toSendState(status),
    }),
    rawStatus: t.exposeString('status', {
      nullable: true,
      description: 'The same in Beeper’s own word; of use where `status` is `OTHER`.',
    }),
    timestamp: t.expose('timestamp', {
      type: 'DateTime',
      nullable: true,
      description: 'Since when it is so.',
    }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: 'Why it failed, as a code of the network.',
    }),
    message: t.exposeString('message', { nullable: true, description: 'Why it failed: a text for people.' }),
    deliveredToUsers: t.expose('deliveredToUsers', {
      type: ['ID'],
      nullable: true,
      description: 'Whom it has reached; null where the network does not say.',
    }),
  }),
});

type SeenMark = boolean | Date;

const BeeperSeenBy = builder.objectRef<{ participantID: string; mark: SeenMark }>('BeeperSeenBy').implement({
  description: 'Whether one person has seen a message.',
  fields: (t) => ({
    participantID: t.exposeID('participantID', { description: 'Who it is about.' }),
    isSeen: t.boolean({ description: 'Whether they have seen it.', resolve: ({ mark }) => mark !== false }),
    seenAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When; null where the network does not say.',
      resolve: ({ mark }) => (mark instanceof Date ? mark : null),
    }),
  }),
});

const isMark = (seen: Seen): seen is SeenMark => typeof seen === 'boolean' || seen instanceof Date;

export const BeeperMessageSeen = builder.objectRef<{ seen: Seen }>('BeeperMessageSeen').implement({
  description:
    'Who has seen a message. Networks tell a yes or no, a time, or one of the two for each person.',
  fields: (t) => ({
    isSeen: t.boolean({
      description: 'Whether anybody has.',
      resolve: ({ seen }) =>
        isMark(seen) ? seen !== false : Object.values(seen).some((mark) => mark !== false),
    }),
    seenAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When, where the network tells one time for all.',
      resolve: ({ seen }) => (seen instanceof Date ? seen : null),
    }),
    by: t.field({
      type: [BeeperSeenBy],
      nullable: true,
      description: 'Each person, where the network tells them apart; null where it does not.',
      resolve: ({ seen }) =>
        isMark(seen) ? null : Object.entries(seen).map(([participantID, mark]) => ({ participantID, mark })),
    }),
  }),
});
