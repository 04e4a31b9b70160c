import type { InputFieldBuilder } from '@pothos/core';
import * as z from 'zod';
import { builder } from '../builder.ts';
import { atMost, fileNameSchema, idLength, idSchema, maxLength, mimeTypeSchema } from '../validation.ts';

type SchemaTypes = (typeof builder)['$inferSchemaTypes'];

const BeeperAttachmentKind = builder.enumType('BeeperAttachmentKind', {
  description: 'How to send a file.',
  values: {
    IMAGE: { value: 'image', description: 'As an image.' },
    VIDEO: { value: 'video', description: 'As a video.' },
    AUDIO: { value: 'audio', description: 'As an audio file.' },
    FILE: { value: 'file', description: 'As a file to download.' },
    GIF: { value: 'gif', description: 'As an animated image that plays by itself.' },
    VOICE_NOTE: { value: 'voice-note', description: 'As a voice message.' },
    STICKER: { value: 'sticker', description: 'As a sticker.' },
  } as const,
});

const lengthSchema = z
  .number()
  .nonnegative({ error: 'A size or duration must not be negative.' })
  .max(1e9, { error: 'A size or duration must be at most 1000000000.' });

const BeeperPixelSizeInput = builder.inputType('BeeperPixelSizeInput', {
  description: 'Size of an image or video in pixels.',
  fields: (t) => ({
    width: t.float({ required: true, description: 'Width in pixels.', validate: { schema: lengthSchema } }),
    height: t.float({ required: true, description: 'Height in pixels.', validate: { schema: lengthSchema } }),
  }),
});

/** The fields of an input type for a file that was uploaded. */
export const attachmentFields = (t: InputFieldBuilder<SchemaTypes, 'InputObject'>) => ({
  uploadID: t.id({
    required: true,
    description: `ID of an uploaded file, such as \`upload-6f3d2a1c-8b4e-4c0d-9a57-1e2f3b4c5d6e\`: \`uploadID\` in the answer to the PUT that \`createUpload\` gives the address for. Opaque.${idLength}`,
    validate: { schema: idSchema },
  }),
  kind: t.field({
    type: BeeperAttachmentKind,
    description: 'How to send the file. If omitted, Beeper decides by its MIME type.',
  }),
  fileName: t.string({
    description: `Name to send the file under, without a folder. If omitted, the name that it was uploaded with.${atMost(maxLength.fileName)}`,
    validate: { schema: fileNameSchema },
  }),
  mimeType: t.string({
    description: `MIME type of the file, such as \`image/jpeg\`. If omitted, the type that it was uploaded with.${atMost(maxLength.fileName)}`,
    validate: { schema: mimeTypeSchema },
  }),
  durationSeconds: t.float({
    description: 'Duration of audio or video in seconds. If omitted, Beeper uses what it measured.',
    validate: { schema: lengthSchema },
  }),
  size: t.field({
    type: BeeperPixelSizeInput,
    description: 'Size of an image or video. If omitted, Beeper uses what it measured.',
  }),
});
