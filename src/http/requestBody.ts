import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { isUint8Array } from 'node:util/types';
import { GatewayResponse } from './gatewayResponse.ts';
import { Refusal } from './refusal.ts';
import type { RecordedContext } from './requestRecords.ts';

const jsonType = /^application\/(graphql\+)?json[ \t]*(;|$)/i;
const parameters = /;[ \t]*([^=;\s]+)[ \t]*=[ \t]*("[^"]*"|[^;]*)/g;

/**
 * @throws {Refusal} with 415 unless the body is JSON in UTF-8 that is not compressed. JSON has no other encoding between
 * systems: https://www.rfc-editor.org/rfc/rfc8259#section-8.1
 */
export function checkBodyHeaders(headers: Headers): void {
  const type = headers.get('content-type') ?? '';
  if (!jsonType.test(type)) {
    throw unsupported('Send the request as JSON with the header "content-type: application/json".');
  }
  for (const [, name, value = ''] of type.includes(';') ? type.matchAll(parameters) : []) {
    if (name?.toLowerCase() !== 'charset' || /^["']?(utf-?8)?["']?$/i.test(value.trim())) continue;
    throw unsupported('The charset in the header content-type is not UTF-8.', {
      reason: 'charset',
      remedy: 'Send the body in UTF-8, with the header "content-type: application/json".',
    });
  }
  const encoding = headers.get('content-encoding');
  if (encoding === null) return;
  const codings = encoding.toLowerCase().split(',');
  const coding = codings.map((name) => name.trim()).find((name) => name !== '' && name !== 'identity');
  if (coding === undefined) return;
  const header = /^[\w-]{1,20}$/.test(coding) ? `"content-encoding: ${coding}"` : 'this content-encoding';
  throw unsupported(`This gateway does not support ${header}.`, {
    reason: 'content-encoding',
    remedy: 'Send the body uncompressed, without the header content-encoding.',
    headers: { 'accept-encoding': 'identity' },
  });
}

/** Set by Yoga's Node adapter, besides the record; absent when the app is called through `fetch`. */
export interface NodeContext extends RecordedContext {
  readonly req?: IncomingMessage;
}

/** What is in memory of bodies that have not arrived in full, of all requests together. */
export interface Uploads {
  bytes: number;
}

interface BodyLimits {
  readonly maxBytes: number;
  readonly uploads: Uploads;
}

const maxUploadBytes = 128 * 1024 * 1024;

/**
 * Reads Node's request, not the one of Yoga's adapter: that pipes the body through web streams, which costs 40 % more CPU.
 * @returns the text; a promise only while the body has not arrived.
 * @throws {Refusal} for a body that is too large, incomplete, decoded by others or not UTF-8: it is never decoded with
 * replacement characters, which a person would receive.
 */
export function readBody(
  request: Request,
  { req, res }: NodeContext,
  limits: BodyLimits,
): string | Promise<string> {
  const contentLength = Number(request.headers.get('content-length') ?? 0);
  if (contentLength > limits.maxBytes) throw tooLarge(limits.maxBytes);
  if (req?.readableEncoding) throw bodyWasRead;
  if (res instanceof GatewayResponse) res.readyForBody();
  if (req && hasArrived(req)) {
    const body = req.read() ?? Buffer.alloc(0);
    // Otherwise the request never ends.
    req.resume();
    return textOf(body, limits);
  }
  return receive(request, req, limits);
}

/** @returns whether the body was received together with the headers, as small ones are, and was not read yet. */
export const hasArrived = ({
  headers,
  readableLength,
}: Pick<IncomingMessage, 'headers' | 'readableLength'>): boolean =>
  readableLength > 0 && Number(headers['content-length']) === readableLength;

async function receive(
  request: Request,
  req: IncomingMessage | undefined,
  limits: BodyLimits,
): Promise<string> {
  const { maxBytes, uploads } = limits;
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop must not destroy the request: its socket is needed to send the 413.
  try {
    for await (const chunk of req ? req.iterator({ destroyOnReturn: false }) : (request.body ?? [])) {
      // A stream of a host can have anything.
      if (!isUint8Array(chunk)) throw bodyWasRead;
      size += chunk.byteLength;
      if (size > maxBytes) throw tooLarge(maxBytes);
      chunks.push(chunk);
      uploads.bytes += chunk.byteLength;
      if (uploads.bytes > maxUploadBytes) throw tooManyUploads();
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    // The client closed the connection: not an error of the gateway.
    throw new Refusal({
      status: 400,
      code: 'BAD_REQUEST',
      reason: 'incomplete',
      message: 'The body is incomplete.',
    });
  } finally {
    for (const chunk of chunks) uploads.bytes -= chunk.byteLength;
  }
  return textOf(Buffer.concat(chunks), limits);
}

function textOf(body: Buffer, { maxBytes }: BodyLimits): string {
  if (body.length > maxBytes) throw tooLarge(maxBytes);
  if (!isUtf8(body)) {
    throw new Refusal({
      status: 400,
      code: 'BAD_REQUEST',
      reason: 'encoding',
      message: 'The body is not valid UTF-8.',
      remedy: 'Encode the body as UTF-8.',
    });
  }
  const text = body.toString('utf8');
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

const unsupported = (
  message: string,
  more: Partial<ConstructorParameters<typeof Refusal>[0]> = {},
): Refusal => new Refusal({ status: 415, code: 'UNSUPPORTED_MEDIA_TYPE', message, ...more });

/** Only in the server of somebody else. Text has lost the bytes that are not UTF-8. */
export const bodyWasRead = new Refusal({
  status: 400,
  code: 'BAD_REQUEST',
  reason: 'body-was-read',
  message: 'The body of this request was read before the request reached the gateway, or decoded as text.',
  remedy: 'Turn off body parsing for the path of the gateway, and setEncoding.',
});

const tooManyUploads = () =>
  new Refusal({
    status: 503,
    code: 'UNAVAILABLE',
    reason: 'uploads',
    message: 'The gateway is receiving too much at the same time.',
    remedy: 'Nothing was done. Send the request again after one second, or to another replica.',
    retryable: true,
    headers: { 'retry-after': '1' },
  });

const tooLarge = (maxBytes: number) =>
  new Refusal({
    status: 413,
    code: 'PAYLOAD_TOO_LARGE',
    message: `The body is larger than ${maxBytes} bytes.`,
    headers: { connection: 'close' },
  });
