import type { Attachment } from '../../beeper/messages/wire.ts';
import { BeeperAsset, isLocalPath, toAsset } from '../asset/asset.ts';
import { BeeperPixelSize } from '../asset/pixelSize.ts';
import { builder } from '../builder.ts';
import { toKnown } from '../openEnum.ts';

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
