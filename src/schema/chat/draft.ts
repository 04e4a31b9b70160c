import type { Draft, DraftAttachment } from '../../beeper/chats/wire.ts';
import { BeeperAsset, toAsset } from '../asset/asset.ts';
import { BeeperPixelSize } from '../asset/pixelSize.ts';
import { builder } from '../builder.ts';
import { shownText } from '../message/shownText.ts';
import { BeeperTextFormat, formatOf, plainTextOf } from '../message/textFormat.ts';
import { toKnown } from '../openEnum.ts';

const types = {
  FILE: { description: 'A file of any kind.' },
  GIF: { description: 'An animated GIF.' },
  RECORDED_AUDIO: { description: 'A voice message.' },
  OTHER: { description: 'A type that this gateway does not recognize. See `rawType`.' },
} as const;
const toType = toKnown(types);

const BeeperDraftAttachmentType = builder.enumType('BeeperDraftAttachmentType', {
  description: 'Type of a draft attachment.',
  values: types,
});

const BeeperDraftAttachment = builder
  .objectRef<{ key: string; value: DraftAttachment }>('BeeperDraftAttachment')
  .implement({
    description: 'A file attached to a draft.',
    fields: (t) => ({
      attachmentID: t.id({
        description: 'ID of the attachment, such as `a1`. Unique within the draft.',
        resolve: ({ key, value }) => value.id ?? key,
      }),
      type: t.field({
        type: BeeperDraftAttachmentType,
        nullable: true,
        description: 'Type of the attachment. Null if unknown.',
        resolve: ({ value }) => toType(value.type),
      }),
      rawType: t.string({
        nullable: true,
        description: 'Raw `type` as sent by Beeper. Use it when `type` is `OTHER`.',
        resolve: ({ value }) => value.type,
      }),
      srcURL: t.field({
        type: BeeperAsset,
        nullable: true,
        description: 'Location of the file. Null if unknown.',
        resolve: ({ value }) => toAsset(value.filePath, value.fileName),
      }),
      mimeType: t.string({
        nullable: true,
        description: 'MIME type of the file, such as `image/jpeg`. Null if unknown.',
        resolve: ({ value }) => value.mimeType,
      }),
      fileName: t.string({
        nullable: true,
        description: 'Name of the file. Null if unknown.',
        resolve: ({ value }) => value.fileName,
      }),
      fileSize: t.float({
        nullable: true,
        description: 'File size in bytes. Null if unknown.',
        resolve: ({ value }) => value.fileSize,
      }),
      audioDurationSeconds: t.float({
        nullable: true,
        description: 'Duration of a voice message in seconds. Null if unknown.',
        resolve: ({ value }) => value.audioDurationSeconds,
      }),
      stickerID: t.id({
        nullable: true,
        description: 'ID of the sticker. Null if the attachment is not a sticker.',
        resolve: ({ value }) => value.stickerID,
      }),
      size: t.field({
        type: BeeperPixelSize,
        nullable: true,
        description: 'Size of an image in pixels. Null if unknown.',
        resolve: ({ value }) => value.size,
      }),
    }),
  });

export const BeeperChatDraft = builder.objectRef<Draft>('BeeperChatDraft').implement({
  description: 'The unsent message of a chat.',
  fields: (t) => ({
    text: t.string({
      description:
        'Text of the draft: Matrix HTML or plain text. `textFormat` tells which. Untrusted: sanitize HTML and escape plain text before you insert it into a page.',
      resolve: ({ text }) => shownText(text),
    }),
    textFormat: t.field({
      type: BeeperTextFormat,
      description: 'Whether `text` is HTML or plain text, as the gateway recognizes it.',
      resolve: ({ text }) => formatOf(text),
    }),
    plainText: t.string({
      description:
        'Text of the draft without markup. If `textFormat` is `PLAIN`, it equals `text`. This is text, not HTML: escape it before you insert it into a page.',
      resolve: ({ text }) => plainTextOf(text),
    }),
    attachments: t.expose('attachments', {
      type: [BeeperDraftAttachment],
      nullable: true,
      description: 'Files attached to the draft. Null if Beeper sends none.',
    }),
  }),
});
