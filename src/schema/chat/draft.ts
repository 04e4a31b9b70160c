import type { Draft, DraftAttachment } from '../../beeper/chats/wire.ts';
import { BeeperPixelSize } from '../asset/pixelSize.ts';
import { builder } from '../builder.ts';
import { toKnown } from '../openEnum.ts';

const draftTypes = {
  FILE: { description: 'A file of any kind.' },
  GIF: { description: 'A picture that moves.' },
  RECORDED_AUDIO: { description: 'A voice message.' },
  OTHER: { description: 'A kind that this gateway does not know yet; `rawType` names it.' },
} as const;
const toDraftType = toKnown(draftTypes);

const BeeperDraftAttachmentType = builder.enumType('BeeperDraftAttachmentType', {
  description: 'What kind of file is attached to a draft.',
  values: draftTypes,
});

const BeeperDraftAttachment = builder
  .objectRef<{ key: string; value: DraftAttachment }>('BeeperDraftAttachment')
  .implement({
    description: 'A file that is attached to a draft. It lies on the computer that Beeper runs on.',
    fields: (t) => ({
      id: t.id({ description: 'Its ID in the draft.', resolve: ({ key, value }) => value.id ?? key }),
      type: t.field({
        type: BeeperDraftAttachmentType,
        nullable: true,
        description: 'What kind of file it is.',
        resolve: ({ value }) => toDraftType(value.type),
      }),
      rawType: t.string({
        nullable: true,
        description: 'The same in Beeper’s own word; of use where `type` is `OTHER`.',
        resolve: ({ value }) => value.type,
      }),
      mimeType: t.string({
        nullable: true,
        description: 'As `image/jpeg`.',
        resolve: ({ value }) => value.mimeType,
      }),
      fileName: t.string({
        nullable: true,
        description: 'The file’s name.',
        resolve: ({ value }) => value.fileName,
      }),
      fileSize: t.float({
        nullable: true,
        description: 'The size in bytes.',
        resolve: ({ value }) => value.fileSize,
      }),
      audioDurationSeconds: t.float({
        nullable: true,
        description: 'How long a voice message is.',
        resolve: ({ value }) => value.audioDurationSeconds,
      }),
      stickerID: t.id({
        nullable: true,
        description: 'Which sticker it is.',
        resolve: ({ value }) => value.stickerID,
      }),
      size: t.field({
        type: BeeperPixelSize,
        nullable: true,
        description: 'Of a picture.',
        resolve: ({ value }) => value.size,
      }),
    }),
  });

export const BeeperChatDraft = builder.objectRef<Draft>('BeeperChatDraft').implement({
  description: 'What was typed and not sent yet.',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'The text, as Matrix HTML.' }),
    attachments: t.expose('attachments', {
      type: [BeeperDraftAttachment],
      nullable: true,
      description: 'The files that are attached.',
    }),
  }),
});
