import * as z from 'zod';
import { attachmentTypes } from '../world/uploads.ts';

/** A file of a message or draft: an upload, and values that replace those of the upload. */
export const attachmentInput = z.object({
  uploadID: z.string().min(1),
  type: z.enum(attachmentTypes).optional(),
  mimeType: z.string().optional(),
  fileName: z.string().optional(),
  duration: z.number().optional(),
  size: z.object({ width: z.number(), height: z.number() }).optional(),
});
