import type { AttachmentCapabilities } from '../../../beeper/chats/capabilities.ts';
import { builder } from '../../builder.ts';
import { BeeperFeatureLevel, BeeperSupportLevel, toLevel } from './supportLevel.ts';

export const BeeperAttachmentCapabilities = builder
  .objectRef<{ key: string; value: AttachmentCapabilities }>('BeeperAttachmentCapabilities')
  .implement({
    description: 'What a network supports for one kind of attachment.',
    fields: (t) => ({
      messageType: t.exposeString('key', {
        description: 'Matrix message type of the attachment, such as `m.image`.',
      }),
      mimeTypes: t.field({
        type: [BeeperFeatureLevel],
        nullable: true,
        description:
          'Support level per MIME type or pattern, such as `image/*`. Check a file against it before you offer to send it: a MIME type that matches none is rejected. Null if unknown.',
        resolve: ({ value }) => value.mimeTypes,
      }),
      caption: t.field({
        type: BeeperSupportLevel,
        nullable: true,
        description: 'Support level of captions. Null if unknown.',
        resolve: ({ value }) => toLevel(value.caption),
      }),
      maxCaptionLength: t.int({
        nullable: true,
        description: 'Maximum length of a caption in characters. Null if no limit is known.',
        resolve: ({ value }) => value.maxCaptionLength,
      }),
      maxSize: t.float({
        nullable: true,
        description: 'Maximum file size in bytes. Null if no limit is known.',
        resolve: ({ value }) => value.maxSize,
      }),
      maxWidth: t.int({
        nullable: true,
        description: 'Maximum width in pixels. Null if no limit is known.',
        resolve: ({ value }) => value.maxWidth,
      }),
      maxHeight: t.int({
        nullable: true,
        description: 'Maximum height in pixels. Null if no limit is known.',
        resolve: ({ value }) => value.maxHeight,
      }),
      maxDuration: t.int({
        nullable: true,
        description: 'Maximum duration in seconds. Null if no limit is known.',
        resolve: ({ value }) => value.maxDuration,
      }),
      viewOnce: t.boolean({
        nullable: true,
        description: 'Whether the attachment can be sent as view-once media. Null if unknown.',
        resolve: ({ value }) => value.viewOnce,
      }),
    }),
  });
