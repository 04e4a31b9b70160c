import { servePath } from '../beeper/assets/api.ts';
import type { FileAnswer, FileRequest } from './exchange.ts';
import type { FileService } from './files.ts';
import type { AssetPermission } from './permissions.ts';

/** Serves a file of Beeper's. @throws {FileRefusal} where it is not sent. */
export async function serveAsset(
  { transfers, accessToken }: FileService,
  permission: AssetPermission,
  request: FileRequest,
): Promise<FileAnswer> {
  const { status, header, body } = await transfers.send({
    method: 'GET',
    path: servePath(permission.url),
    headers: {},
    token: permission.token ?? accessToken,
    signal: request.signal,
    record: request.record,
  });
  return { status, headers: { 'content-length': header('content-length') ?? '' }, body };
}
