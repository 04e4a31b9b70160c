import type { AttachmentBody } from '../../beeper/sending/api.ts';

/** A file to send, or of a draft. */
export interface AttachmentInput {
  readonly uploadID: string;
  readonly kind?: NonNullable<AttachmentBody['type']> | null | undefined;
  readonly fileName?: string | null | undefined;
  readonly mimeType?: string | null | undefined;
  readonly durationSeconds?: number | null | undefined;
  readonly size?: { readonly width: number; readonly height: number } | null | undefined;
}

/** @returns the file as Beeper takes it, without what was left out. */
export const attachmentBody = ({
  uploadID,
  kind,
  fileName,
  mimeType,
  durationSeconds,
  size,
}: AttachmentInput): AttachmentBody => ({
  uploadID,
  type: kind ?? undefined,
  fileName: fileName ?? undefined,
  mimeType: mimeType ?? undefined,
  duration: durationSeconds ?? undefined,
  size: size ? { width: size.width, height: size.height } : undefined,
});

/** @returns where Beeper's fields of a file are in the caller's input, below `at`. */
export const attachmentPaths = (at: string, input: readonly string[]): Record<string, readonly string[]> => ({
  [at]: input,
  [`${at}.uploadID`]: [...input, 'uploadID'],
  [`${at}.type`]: [...input, 'kind'],
  [`${at}.fileName`]: [...input, 'fileName'],
  [`${at}.mimeType`]: [...input, 'mimeType'],
  [`${at}.duration`]: [...input, 'durationSeconds'],
  [`${at}.size`]: [...input, 'size'],
});
