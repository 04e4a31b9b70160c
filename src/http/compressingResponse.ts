import type { IncomingMessage } from 'node:http';
import { type Coding, type Compress, codingFor, smallestBytes } from './compression.ts';
import { GatewayResponse } from './gatewayResponse.ts';
import { type GivenHeaders, valueIn, valuesByName, withVary } from './givenHeaders.ts';

/** A response whose head waits for its body. */
interface Held {
  readonly coding: Coding;
  readonly parts: Buffer[];
  isEnding: boolean;
}

/** Event streams and results in parts are not among them: each of their parts has to arrive at once. */
const compressibleType = /^(application\/([\w.-]+\+)?json|text\/(html|plain))\b/i;
/** They share their URL with compressed responses, so they have the same `Vary`. */
const streamType = /^(text\/event-stream|multipart\/mixed)\b/i;

/**
 * A response that compresses its body if its caller accepts that, and its length is known and worth it. Its head is held
 * back until the body is complete, so that `Content-Length` is that of the compressed one.
 */
export class CompressingResponse<
  Request extends IncomingMessage = IncomingMessage,
> extends GatewayResponse<Request> {
  /** Null if every response is sent as it is. */
  compress: Compress | null = null;
  #held: Held | null = null;
  /** Node calls `writeHead` itself in the middle of a `write` or `end` that has no head before it. */
  #hasBody = false;

  override writeHead(...args: unknown[]): this {
    if (this.compress === null || this.#hasBody) return super.writeHead(...args);
    const message = typeof args[1] === 'string' ? [args[1]] : [];
    const given = (args[1 + message.length] ?? {}) as GivenHeaders;
    const type = this.#header('content-type', given);
    const isCompressible = compressibleType.test(type);
    if (!isCompressible && !streamType.test(type)) return super.writeHead(...args);
    const headers = this.#withVary(given);
    const coding = isCompressible ? this.#codingFor(headers) : null;
    if (coding === null) return super.writeHead(args[0], ...message, headers);
    this.statusCode = Number(args[0]);
    if (message[0] !== undefined) this.statusMessage = message[0];
    for (const [name, value] of valuesByName(headers)) this.setHeader(name, value);
    this.#held = { coding, parts: [], isEnding: false };
    return this;
  }

  #withVary(given: GivenHeaders): GivenHeaders {
    const set = this.getHeader('vary');
    if (set === undefined) return withVary(given, 'Accept-Encoding');
    this.setHeader('vary', `${set}, Accept-Encoding`);
    return given;
  }

  #header(name: string, given: GivenHeaders): string {
    return String(valueIn(given, name) ?? this.getHeader(name) ?? '');
  }

  #codingFor(given: GivenHeaders): Coding | null {
    const accepted = this.req.headers['accept-encoding'];
    if (accepted === undefined || this.req.method === 'HEAD') return null;
    if (!(Number(this.#header('content-length', given)) >= smallestBytes)) return null;
    return this.#header('content-encoding', given) === '' ? codingFor(String(accepted)) : null;
  }

  override write(...args: unknown[]): boolean {
    if (this.#held === null) {
      this.#hasBody = true;
      return super.write(...(args as Parameters<GatewayResponse['write']>));
    }
    keepPart(this.#held, args);
    const callback = args.find((arg) => typeof arg === 'function');
    if (callback) process.nextTick(callback as () => void);
    return true;
  }

  override end(...args: unknown[]): this {
    const { compress } = this;
    const held = this.#held;
    if (held === null || compress === null) {
      this.#hasBody = true;
      return super.end(...args);
    }
    if (held.isEnding) return this;
    held.isEnding = true;
    keepPart(held, args);
    const callback = args.find((arg) => typeof arg === 'function');
    const body = held.parts.length === 1 ? (held.parts[0] as Buffer) : Buffer.concat(held.parts);
    compress(body, held.coding, (compressed) => {
      if (this.destroyed) return;
      this.#held = null;
      if (compressed) {
        this.setHeader('content-encoding', held.coding);
        this.setHeader('content-length', compressed.length);
      }
      super.writeHead(this.statusCode);
      this.end(compressed ?? body, callback);
    });
    return this;
  }
}

function keepPart(held: Held, [chunk, encoding]: readonly unknown[]): void {
  if (typeof chunk === 'string') {
    held.parts.push(Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8'));
  } else if (chunk instanceof Uint8Array) held.parts.push(Buffer.from(chunk));
}
