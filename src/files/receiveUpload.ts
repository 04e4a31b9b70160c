import type { FileAnswer, FileRequest } from './exchange.ts';
import type { FileService } from './files.ts';
import type { UploadPermission } from './permissions.ts';

/** Gives a file to Beeper. @throws {FileRefusal} where it is not taken. */
export async function receiveUpload(
  _service: FileService,
  _permission: UploadPermission,
  _request: FileRequest,
): Promise<FileAnswer> {
  return { status: 501, headers: {}, body: null };
}
