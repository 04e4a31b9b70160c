import { object } from '../objectReader.ts';
import { decoder, map, type ReadBy, unreadable } from '../reader.ts';
import { anything, key, measure, text } from '../values.ts';

/** A failed upload is a 200 with a text in `error`, which other servers also send on success, empty. */
const uploadedAsset = map(
  object({
    uploadID: key,
    fileName: text,
    mimeType: text,
    fileSize: measure,
    width: measure,
    height: measure,
    duration: measure,
    error: anything,
  }),
  ({ uploadID, error, ...file }) => (uploadID === null || error ? unreadable : { uploadID, ...file }),
);

/** A file that can be sent. What is not known of it is null; `duration` is in seconds. */
export type UploadedAsset = ReadBy<typeof uploadedAsset>;

/** @returns null for an upload that failed. */
export const decodeUploadedAsset = decoder(uploadedAsset);
