import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { describeFile, type MeasuredFile } from '../world/describeFile.ts';
import type { UploadCall } from './sandbox.ts';
import type { UploadFolder } from './uploadFolder.ts';

/** The body of a request of the type multipart/form-data. */
export interface ReceivedForm extends UploadCall {
  /** The file in the field `file`. Deleted after the response unless the handler sets `isKept`. */
  file?: MeasuredFile & { path: string; isTooLarge: boolean; isKept: boolean };
  /** Why the form could not be read. */
  problem?: string;
}

interface Limits {
  folder: UploadFolder;
  maxBytes: number;
}

/**
 * Reads a form into a file. Leaves no file behind if it throws.
 *
 * @param record told to the tests while the form arrives.
 * @returns undefined if the body is no form.
 * @throws {Error} if the client closes the connection.
 */
export async function receiveForm(
  request: IncomingMessage,
  limits: Limits,
  record: UploadCall,
): Promise<ReceivedForm | undefined> {
  if (!/^multipart\/form-data\b/i.test(request.headers['content-type'] ?? '')) {
    for await (const _ of request);
    return undefined;
  }
  const path = limits.folder.newPath();
  try {
    const file = await readParts(request, { ...limits, path }, record);
    const measured = file && { ...(await describeFile(path)), path, ...file, isKept: false };
    return { ...record, ...(measured && { file: measured }) };
  } catch (error) {
    await rm(path, { force: true });
    if (request.destroyed && !request.complete) throw error;
    return { ...record, problem: error instanceof Error ? error.message : String(error) };
  }
}

/** Deletes the file of a form that nothing needs any more. */
export async function discardForm(form: ReceivedForm | undefined): Promise<void> {
  if (form?.file && !form.file.isKept) await rm(form.file.path, { force: true });
}

async function readParts(
  request: IncomingMessage,
  { path, maxBytes }: { path: string; maxBytes: number },
  record: UploadCall,
): Promise<{ isTooLarge: boolean } | undefined> {
  // Loaded when it is needed, because most sandboxes receive no file.
  const {
    default: { Busboy },
  } = await import('@fastify/busboy');
  const { 'content-type': type = '' } = request.headers;
  const form = new Busboy({
    headers: { ...request.headers, 'content-type': type },
    limits: { files: 1, fileSize: maxBytes },
  });
  let part: (Readable & { truncated?: boolean }) | undefined;
  let stored: Promise<void> | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      form.on('field', (name, value) => {
        record.fields[name] = value;
      });
      form.on('file', (name, stream, fileName, _, mimeType) => {
        if (name !== 'file') return stream.resume();
        Object.assign(record, { fileName, mimeType });
        part = stream;
        stored = store(stream, path, record);
        return stored.catch(reject);
      });
      form.on('finish', resolve).on('error', reject);
      request.on('error', reject);
      request.pipe(form);
    });
    await stored;
  } catch (error) {
    request.unpipe(form);
    request.resume();
    part?.destroy();
    await stored?.catch(() => {});
    throw error;
  }
  return part && { isTooLarge: part.truncated === true };
}

async function store(part: Readable, path: string, record: UploadCall): Promise<void> {
  const hash = createHash('sha256');
  async function* counted(pieces: AsyncIterable<Buffer>) {
    for await (const piece of pieces) {
      hash.update(piece);
      record.bytes += piece.length;
      yield piece;
    }
  }
  await pipeline(part, counted, createWriteStream(path));
  record.sha256 = hash.digest('hex');
}
