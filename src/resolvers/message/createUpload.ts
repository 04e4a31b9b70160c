import type { Context } from '../../context.ts';
import type { UploadAddress } from '../../files/callerFiles.ts';

export type { UploadAddress };

export interface CreateUploadInput {
  readonly fileName: string;
  readonly mimeType?: string | null | undefined;
  readonly sizeBytes: number;
}

/** @returns an address that takes the file once. @throws what `CallerFiles.uploadAddress` throws. */
export const createUpload = async (
  { fileName, mimeType = null, sizeBytes }: CreateUploadInput,
  { files }: Context,
): Promise<UploadAddress> => files.uploadAddress({ fileName, mimeType, sizeBytes });
