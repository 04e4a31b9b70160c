import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { createUpload } from './documents.js';
import { sentences } from './sentences.js';

/**
 * Uploads a file from the disk, in Node.js. It is never in memory as a whole.
 *
 * @param {object} options
 * @param {(query: string, variables?: object) => Promise<any>} options.ask returns `data`, or throws
 * @param {string} options.path
 * @param {string | null} options.mimeType
 * @returns {Promise<string>} the `uploadID`
 */
export async function uploadFromDisk({ ask, path, mimeType }) {
  const input = { fileName: basename(path), mimeType, sizeBytes: (await stat(path)).size };
  const { createUpload: address } = await ask(createUpload, { input });
  if (address.__typename !== 'CreateUploadPayload')
    throw new Error(sentences(address.message, address.remedy));

  /** @type {any} Types of web pages know neither `duplex` nor a stream of Node.js. */
  const options = { method: 'PUT', body: Readable.toWeb(createReadStream(path)), duplex: 'half' };
  const response = await fetch(address.url, options);
  /** @type {any} A proxy answers with HTML. */
  const { uploadID, errors } = await response.json().catch(() => ({}));
  if (errors) throw new Error(sentences(errors[0].message, errors[0].extensions.remedy));
  if (!uploadID) throw new Error(`The upload ended with status ${response.status}.`);
  return uploadID;
}
