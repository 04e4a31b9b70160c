import { decompress } from '../decompress.ts';
import { parseBody } from '../parseBody.ts';
import type { TransferAnswer } from './transfers.ts';

/** About 500 bytes are usual. */
const maxBytes = 64 * 1024;

export interface AnswerBody {
  /** As in `Answer` of the transport. */
  readonly body: unknown;
  /** False where it was cut off or is too long. */
  readonly complete: boolean;
}

const incomplete: AnswerBody = { body: undefined, complete: false };

/** Reads the JSON of an answer. Never throws. */
export async function readAnswerBody(answer: TransferAnswer): Promise<AnswerBody> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of answer.body) {
      bytes += chunk.length;
      if (bytes > maxBytes) return incomplete;
      chunks.push(chunk);
    }
  } catch {
    return incomplete;
  }
  const encodings = answer.header('content-encoding');
  const received = Buffer.concat(chunks);
  const decoded =
    encodings === null
      ? received
      : await decompress(received, encodings, { maxBytes, signal: { throwIfAborted() {} } });
  return decoded === null ? incomplete : { body: parseBody(decoded.toString('utf8')), complete: true };
}
