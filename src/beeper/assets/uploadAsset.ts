import { decodeErrorBody } from '../errorBody.ts';
import { StatusError, UnreadableError } from '../errors.ts';
import { firstVersionWith } from '../features.ts';
import { parseRetryAfter } from '../retryAfter.ts';
import type { ServerInfo } from '../serverInfo.ts';
import { readAnswerBody } from './answerBody.ts';
import { uploadPath } from './api.ts';
import type { TransferRequest, Transfers } from './transfers.ts';
import { decodeUploadedAsset, type UploadedAsset } from './wire.ts';

interface Upload extends Pick<TransferRequest, 'token' | 'isCallersToken' | 'owner' | 'signal' | 'record'> {
  /** The header of this name. */
  readonly contentType: string;
  /** Bytes of `body`. */
  readonly contentLength: number;
  /** The multipart form. Beeper keeps nothing of one that ends with an error. */
  readonly body: AsyncIterable<Uint8Array>;
}

/**
 * `POST /v1/assets/upload`
 * @throws {NetworkError} where no answer arrived.
 * @throws {StatusError} for an answer with another status than 2xx.
 * @throws {UnreadableError} for one that names no upload.
 */
export async function uploadAsset(
  { transfers, serverInfo }: { readonly transfers: Transfers; readonly serverInfo: ServerInfo },
  { contentType, contentLength, ...upload }: Upload,
): Promise<UploadedAsset> {
  const answer = await transfers.send({
    ...upload,
    method: 'POST',
    path: uploadPath,
    headers: {
      accept: 'application/json',
      'content-type': contentType,
      'content-length': String(contentLength),
    },
  });
  const { status, header } = answer;
  serverInfo.observe(header('x-beeper-desktop-version'), header('date'));
  const { body, complete } = await readAnswerBody(answer);
  if (status >= 200 && status < 300) {
    const uploaded = decodeUploadedAsset(body);
    if (uploaded === null) throw new UnreadableError(status);
    return uploaded;
  }
  throw new StatusError({
    status,
    body: decodeErrorBody(body),
    complete,
    since: firstVersionWith.uploads,
    retryAfterSeconds: parseRetryAfter(header('retry-after')),
  });
}
