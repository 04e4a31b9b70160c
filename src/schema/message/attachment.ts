import type { Attachment } from '../../beeper/messages/wire.ts';
import { BeeperAsset, toAsset } from '../asset/asset.ts';
import { BeeperPixelSize } from '../asset/pixelSize.ts';
import { toFileID } from '../asset/publicURL.ts';
import { builder } from '../builder.ts';
import { toKnown } from '../openEnum.ts';

const types = {
  UNKNOWN: { description: 'Beeper does not know the type.' },
  IMG: { description: 'An image file.' },
  VIDEO: { description: 'A video file.' },
  AUDIO: { description: 'An audio file.' },
  OTHER: { description: 'A type that this gateway does not recognize. See `rawType`.' },
} as const;
const toType = toKnown(types);

const BeeperAttachmentType = builder.enumType('BeeperAttachmentType', {
  description: 'Type of an attachment.',
  values: types,
});

const BeeperTranscription = builder
  .objectRef<NonNullable<Attachment['transcription']>>('BeeperTranscription')
  .implement({
    description: 'Transcription of a voice message.',
    fields: (t) => ({
      transcription: t.exposeString('transcription', {
        nullable: true,
        description: 'The transcribed text. Null if unknown.',
      }),
      engine: t.exposeString('engine', {
        nullable: true,
        description: 'Software that made the transcription, such as `whisper`. Null if unknown.',
      }),
      language: t.exposeString('language', {
        nullable: true,
        description: 'Detected language, such as `en`. Null if unknown.',
      }),
    }),
  });

/** A sender chooses it. https://github.com/woltapp/blurhash/blob/master/Algorithm.md */
const isBlurHash = (text: string): boolean => /^[\w#$%*+,.:;=?@[\]^{|}~-]{6,200}$/.test(text);

/** Where Beeper says no place, it serves the file by its ID. */
const sourceOf = ({ srcURL, id }: Attachment): string | null =>
  srcURL ?? (id !== null && /^(local)?mxc:/i.test(id) ? id : null);

export const BeeperAttachment = builder.objectRef<Attachment>('BeeperAttachment').implement({
  description: 'A file attached to a message.',
  fields: (t) => ({
    attachmentID: t.id({
      nullable: true,
      description:
        'ID of the file, usually an `mxc://` URL such as `mxc://beeper.com/NqVYXrLkzfGhJtpWbMsA`, without query. A forwarded file has the same ID. Null if there is none, or if it is a path on the computer that runs Beeper.',
      resolve: ({ id }) => (id === null ? null : toFileID(id)),
    }),
    type: t.field({
      type: BeeperAttachmentType,
      nullable: true,
      description: 'Type of the attachment. Null if unknown.',
      resolve: ({ type }) => toType(type),
    }),
    rawType: t.exposeString('type', {
      nullable: true,
      description: 'Raw `type` as sent by Beeper. Use it when `type` is `OTHER`.',
    }),
    srcURL: t.field({
      type: BeeperAsset,
      nullable: true,
      description: 'Location of the file. Null if unknown.',
      resolve: (attachment) => toAsset(sourceOf(attachment), attachment.fileName),
    }),
    posterImg: t.field({
      type: BeeperAsset,
      nullable: true,
      description: 'Preview image of a video. Null if there is none.',
      resolve: ({ posterImg }) => toAsset(posterImg),
    }),
    mimeType: t.exposeString('mimeType', {
      nullable: true,
      description: 'MIME type of the file, such as `image/jpeg`. Null if unknown.',
    }),
    fileName: t.exposeString('fileName', {
      nullable: true,
      description: 'Name of the file as it was sent. Null if unknown.',
    }),
    fileSize: t.exposeFloat('fileSize', {
      nullable: true,
      description: 'File size in bytes. Null if unknown.',
    }),
    duration: t.exposeFloat('duration', {
      nullable: true,
      description: 'Duration of audio or video in seconds. Null if unknown.',
    }),
    isGif: t.exposeBoolean('isGif', {
      nullable: true,
      description:
        'True if the file is an animated GIF, or a video to play in a loop like one. Null if unknown.',
    }),
    isSticker: t.exposeBoolean('isSticker', {
      nullable: true,
      description: 'Whether the file is a sticker. Null if unknown.',
    }),
    isVoiceNote: t.exposeBoolean('isVoiceNote', {
      nullable: true,
      description: 'Whether the file is a voice message. Null if unknown.',
    }),
    transcription: t.expose('transcription', {
      type: BeeperTranscription,
      nullable: true,
      description: 'Transcription of a voice message. Null if there is none.',
    }),
    size: t.expose('size', {
      type: BeeperPixelSize,
      nullable: true,
      description: 'Size of an image or video in pixels. Null if unknown.',
    }),
    blurhash: t.string({
      nullable: true,
      description:
        'BlurHash of an image or video (https://blurha.sh): a blurred picture in about 30 characters, to show until the file is loaded. Usually null, because Beeper seldom sends it.',
      resolve: ({ blurhash }) => (blurhash !== null && isBlurHash(blurhash) ? blurhash : null),
    }),
  }),
});
