import type { TransferAnswer } from '../beeper/assets/transfers.ts';
import type { AskForFile } from './askForFile.ts';
import { lost } from './assetFailures.ts';
import { assetHeaders } from './assetHeaders.ts';
import { type FileKind, kindOf, sniffedBytes } from './contentType.ts';
import type { FileAnswer, FileRequest } from './exchange.ts';
import { contentDisposition } from './fileName.ts';
import { type Kinds, type KnownKind, versionOf } from './kinds.ts';
import type { AssetPermission } from './permissions.ts';
import { readHead } from './readHead.ts';

/** One request for a file of Beeper's. */
export interface AssetExchange {
  readonly request: FileRequest;
  readonly permission: AssetPermission;
  readonly ask: AskForFile;
  readonly kinds: Kinds;
  readonly now: () => number;
}

/** Asks for all that tells what the file is. */
export const headRange = { first: 0, last: sniffedBytes - 1 } as const;

/** Headers by which browsers ask whether their copy is still good. */
export const conditionsOf = ({ request }: AssetExchange) => ({
  'if-none-match': request.header('if-none-match'),
  'if-modified-since': request.header('if-modified-since'),
});

/**
 * Takes the beginning of the file from the body of `answer`.
 * @param total the length of the file in bytes; null where that is unknown.
 * @returns it with the kind of the file, which is kept for requests that do not load the beginning.
 * @throws {FileRefusal} where the connection breaks before.
 */
export async function learnKind(
  { kinds, permission }: AssetExchange,
  answer: TransferAnswer,
  total: number | null,
): Promise<KnownKind & { readonly head: Buffer }> {
  const { body } = answer;
  const { bytes, isComplete } = await readHead(body, sniffedBytes).catch((error) => {
    throw lost(error);
  });
  try {
    const known = { kind: await kindOf(bytes), version: versionOf(answer, total) };
    if (isComplete) kinds.set(permission, known);
    return { ...known, head: bytes };
  } catch (error) {
    body.destroy();
    throw error;
  }
}

interface Sent extends Pick<FileAnswer, 'status' | 'body'> {
  /** Null for an answer without a file. */
  readonly kind: FileKind | null;
  /** Bytes of the body; null where that is unknown. */
  readonly length: number | null;
  readonly contentRange?: string | null;
}

/** @returns an answer with the headers of every answer that has a file, or says something of it. */
export function answerWith(
  { permission, now }: AssetExchange,
  answer: TransferAnswer,
  { status, body, kind, length, contentRange = null }: Sent,
): FileAnswer {
  const headers = assetHeaders(permission, answer, kind, now());
  if (kind) {
    headers['content-type'] = kind.contentType;
    headers['content-disposition'] = contentDisposition(permission.fileName, kind);
  }
  if (length !== null) headers['content-length'] = String(length);
  // Without a length, no part can be made.
  if (length !== null && status !== 304) headers['accept-ranges'] = 'bytes';
  if (contentRange !== null) headers['content-range'] = contentRange;
  if (status === 416) headers['cache-control'] = 'no-store';
  return { status, headers, body };
}
