import { promisify } from 'node:util';
import * as zlib from 'node:zlib';

/**
 * Decodes answers that are compressed although nobody asked for it, as proxies send them. undici's
 * `interceptors.decompress` is experimental, passes unknown encodings on as they are, does not read raw deflate, and wraps
 * every call; this runs only for an answer with `content-encoding`.
 */

type Decoder = (bytes: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>;

const gunzip: Decoder = promisify(zlib.gunzip);
const inflate: Decoder = promisify(zlib.inflate);
const inflateRaw: Decoder = promisify(zlib.inflateRaw);

const decoders = new Map<string, Decoder>([
  ['identity', async (bytes) => bytes],
  ['gzip', gunzip],
  ['x-gzip', gunzip],
  ['deflate', (bytes, options) => (hasZlibHeader(bytes) ? inflate : inflateRaw)(bytes, options)],
  ['br', promisify(zlib.brotliDecompress)],
]);
// Node has it since 22.15.
if ('zstdDecompress' in zlib) decoders.set('zstd', promisify(zlib.zstdDecompress as typeof zlib.gunzip));

/** More is an attack: each step costs memory. */
const maxEncodings = 5;

/**
 * @param encodings `Content-Encoding`, in the order in which they were applied.
 * @param maxBytes of every step.
 * @returns null for an unknown encoding, broken data, or too much of it: asking again would bring the same.
 * @throws the reason of `signal` once that aborts.
 */
export async function decompress(
  bytes: Buffer,
  encodings: string,
  { maxBytes, signal }: { readonly maxBytes: number; readonly signal: Pick<AbortSignal, 'throwIfAborted'> },
): Promise<Buffer | null> {
  const names = encodings
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  if (names.length > maxEncodings) return null;
  let decoded: Buffer | null = bytes;
  for (const name of names.reverse()) {
    const decode = decoders.get(name);
    if (!decode) return null;
    // An empty answer has nothing to decode, whatever its headers say.
    if (decoded.length > 0) decoded = await decode(decoded, { maxOutputLength: maxBytes }).catch(() => null);
    signal.throwIfAborted();
    if (decoded === null) return null;
  }
  return decoded;
}

/** RFC 1950. Some servers send deflate without this header: https://www.rfc-editor.org/rfc/rfc9110#section-8.4.1.2 */
function hasZlibHeader([first = 0, second = 0]: Buffer): boolean {
  return (first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0;
}
