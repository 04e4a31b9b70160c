import { uploadAsset } from '../beeper/assets/uploadAsset.ts';
import type { UploadedAsset } from '../beeper/assets/wire.ts';
import { NetworkError, StatusError, UnreadableError } from '../beeper/errors.ts';
import { firstVersionWith, supports } from '../beeper/features.ts';
import type { Log } from '../common/requestLog.ts';
import type { FileAnswer, FileRequest } from './exchange.ts';
import type { FileService } from './files.ts';
import { IncomingFile } from './incomingFile.ts';
import { multipartFile } from './multipart.ts';
import { onBehalfOf, type UploadPermission } from './permissions.ts';
import { FileRefusal } from './refusal.ts';
import { claimUpload } from './uploadClaim.ts';
import { unsupported, uploadFailure } from './uploadFailures.ts';
import { compressed, emptyFile, interrupted, isForm, tooFewBytes, tooManyBytes } from './uploadRefusals.ts';

/**
 * Passes a file on to Beeper while it arrives.
 * @returns what Beeper calls the file, as JSON.
 * @throws {FileRefusal} where it is not taken; unless it was taken before, the address can be used again then.
 */
export async function receiveUpload(
  service: FileService,
  permission: UploadPermission,
  request: FileRequest,
): Promise<FileAnswer> {
  requireFile(request, permission);
  const { serverInfo } = service;
  if (supports('uploads', serverInfo.known()) === false)
    throw unsupported(serverInfo.known(), firstVersionWith.uploads);
  const claim = await claimUpload(service, permission);
  const file = new IncomingFile(request.body(), permission.sizeBytes, service.uploadTimes);
  try {
    await file.begin();
    const uploaded = await passOn(file, { service, permission, request });
    await claim.keep();
    return toAnswer(uploaded, permission);
  } catch (error) {
    await claim.release();
    // Nobody is there to read an answer.
    if (request.signal.aborted) request.log.info({ receivedBytes: file.receivedBytes }, 'Upload interrupted');
    throw error;
  } finally {
    file.close();
  }
}

/** Refuses by the headers what is not the file. */
function requireFile({ header }: FileRequest, { sizeBytes }: UploadPermission): void {
  const codings = [
    header('content-encoding'),
    header('transfer-encoding')?.replace(/(^|,)\s*chunked\s*$/i, ''),
  ];
  if (codings.some((coding) => !/^(identity)?$/i.test(coding?.trim() ?? ''))) throw compressed();
  if (/^\s*multipart\/form-data/i.test(header('content-type') ?? '')) throw isForm();
  const length = header('content-length');
  if (length === null) return;
  if (Number(length) === 0) throw emptyFile();
  if (Number(length) > sizeBytes) throw tooManyBytes(sizeBytes);
  if (Number(length) < sizeBytes) throw tooFewBytes(sizeBytes, Number(length));
}

interface Upload {
  readonly service: FileService;
  readonly permission: UploadPermission;
  readonly request: FileRequest;
}

async function passOn(file: IncomingFile, { service, permission, request }: Upload): Promise<UploadedAsset> {
  const { serverInfo } = service;
  const { signal, record, log } = request;
  const { before, after, ...form } = multipartFile(permission);
  const startedAt = performance.now();
  async function* body() {
    yield before;
    yield* file.bytes();
    yield after;
  }
  try {
    const uploaded = await uploadAsset(service, {
      ...form,
      body: body(),
      ...onBehalfOf(permission, service),
      signal,
      record,
    });
    // An answer to a part of the file is not one to the file.
    if (!file.isComplete) throw new UnreadableError(200);
    return uploaded;
  } catch (error) {
    if (signal.aborted) throw interrupted();
    if (file.refusal) throw file.refusal;
    const tokenOwner = permission.token === null ? 'gateway' : 'caller';
    const failure = uploadFailure(error, { server: serverInfo.known(), tokenOwner });
    if (failure instanceof FileRefusal) logFailure(log, failure, performance.now() - startedAt);
    throw failure;
  }
}

const toAnswer = (
  { uploadID, fileName, mimeType, fileSize, width, height, duration }: UploadedAsset,
  permission: UploadPermission,
): FileAnswer => ({
  status: 200,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify({
    uploadID,
    fileName: fileName ?? permission.fileName,
    mimeType: mimeType ?? permission.mimeType,
    sizeBytes: fileSize ?? permission.sizeBytes,
    width,
    height,
    durationSeconds: duration,
  }),
});

/** Codes, statuses and times only. */
function logFailure(log: Log, { code, reason, cause }: FileRefusal, durationMs: number): void {
  log.warn(
    {
      code,
      reason,
      ...(cause instanceof StatusError && { status: cause.status, upstreamCode: cause.body?.code ?? null }),
      ...(cause instanceof NetworkError && { network: cause.reason, networkCode: cause.networkCode }),
      durationMs: Math.round(durationMs),
    },
    'Upload to Beeper failed',
  );
}
