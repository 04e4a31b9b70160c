import type { AttachmentCapabilities } from '../../../beeper/chats/capabilities.ts';
import { builder } from '../../builder.ts';
import { BeeperFeatureLevel, BeeperSupportLevel, toLevel } from './supportLevel.ts';

export const BeeperAttachmentCapabilities = builder
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
