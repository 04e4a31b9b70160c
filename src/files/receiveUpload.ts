import type { FileAnswer, FileRequest } from './exchange.ts';
import type { FileService } from './files.ts';
import { openPermission } from './permissions.ts';

/** Gives a file to Beeper. @throws {FileRefusal} where it is not taken. */
export async function receiveUpload(service: FileService, request: FileRequest): Promise<FileAnswer> {
  openPermission(service.uploadSeals, 'upload', request.sealed, service.now());
  return { status: 501, headers: {}, body: null };
}
