import * as z from 'zod';
import type { App } from '../server/route.ts';
import { toMatrixHTML } from '../world/markdown.ts';
import type { Draft, DraftAttachment } from '../world/model.ts';
import { type AttachmentInput, typeOf, uploadPath } from '../world/uploads.ts';
import { attachmentInput } from './attachmentInput.ts';
import { findUpload } from './messageRules.ts';

export const draftInput = z.object({
  text: z.string(),
  attachments: z.record(z.string(), attachmentInput.extend({ id: z.string().optional() })).optional(),
});

export function isEmptyDraft(draft: Draft | null): boolean {
  return !draft || (draft.text === '' && Object.keys(draft.attachments ?? {}).length === 0);
}

/**
 * Markdown is converted as in a message.
 *
 * @throws {ApiError} 422 for an unknown upload.
 */
export function toDraft(app: App, { text, attachments }: z.output<typeof draftInput>): Draft {
  const draft: Draft = { text: toMatrixHTML(text) };
  if (!attachments) return draft;
  const entries = Object.entries(attachments).map(([key, input]): [string, DraftAttachment] => [
    key,
    toDraftAttachment(app, key, input),
  ]);
  return { ...draft, attachments: Object.fromEntries(entries) };
}

function toDraftAttachment(
  app: App,
  key: string,
  input: AttachmentInput & { id?: string | undefined },
): DraftAttachment {
  const path = ['body', 'draft', 'attachments', key, 'uploadID'];
  const upload = findUpload(app, input.uploadID, path);
  const { width = upload.width, height = upload.height } = input.size ?? {};
  const duration = input.duration ?? upload.duration;
  return {
    id: input.id ?? key,
    type: draftType(typeOf(upload, input)),
    mimeType: input.mimeType ?? upload.mimeType,
    fileName: input.fileName ?? upload.fileName,
    filePath: uploadPath(upload.uploadID),
    fileSize: upload.fileSize,
    ...(duration !== undefined && { audioDurationSeconds: duration }),
    ...(width !== undefined && height !== undefined && { size: { width, height } }),
  };
}

/** Drafts know fewer types than messages. */
function draftType(type: string): string {
  if (type === 'gif') return 'gif';
  return type === 'voice-note' ? 'recorded_audio' : 'file';
}
