import { nestsDeeper } from '../common/jsonDepth.ts';

/** A chat nests about ten levels deep. */
const maxLevels = 1_000;

const byteOrderMark = 0xfeff;

/** @returns the parsed JSON; null for an empty text; `undefined` for one that is not JSON, or too deep. */
export function parseBody(received: string): unknown {
  const text = received.charCodeAt(0) === byteOrderMark ? received.slice(1) : received;
  if (text.trim() === '') return null;
  if (nestsDeeper(text, maxLevels)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
