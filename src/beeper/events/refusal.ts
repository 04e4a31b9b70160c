import type { IncomingMessage } from 'node:http';
import { decodeErrorBody } from '../errorBody.ts';
import type { ErrorBody } from '../errors.ts';
import { parseBody } from '../parseBody.ts';

/** Beeper's errors have some hundred bytes, those with many issues some thousand. */
const maxBytes = 64 * 1024;

/** @returns Beeper's error; null where the body is anything else, is too long, or ends early. Never throws. */
export async function readRefusal(response: IncomingMessage): Promise<ErrorBody | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of response) {
      bytes += chunk.length;
      if (bytes > maxBytes) return null;
      chunks.push(chunk);
    }
  } catch {
    return null;
  }
  return decodeErrorBody(parseBody(Buffer.concat(chunks).toString('utf8')));
}
