import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { tokenOf } from '../../common/bearer.ts';
import { callerSignalOf } from '../../common/callerSignal.ts';
import { createRequestLog, type Log } from '../../common/requestLog.ts';
import type { RequestRecord } from '../../common/requestRecord.ts';
import { sha256 } from '../../common/sha256.ts';
import { requestIDOf } from '../../context.ts';
import type { FileAnswer, FileRequest } from '../../files/exchange.ts';
import type { Files } from '../../files/files.ts';
import type { AddressKind } from '../../files/permissions.ts';
import { GatewayResponse } from '../gatewayResponse.ts';
import { hostOf } from '../guards/useHosts.ts';
import { createOverloadLog, overload } from '../overload.ts';
import { type RefusalExtensions, recordRefusal } from '../refusal.ts';
import { recordOf } from '../requestRecords.ts';
import { fetchBody } from './fetchBody.ts';
import { createFileGuard, type FileGuardOptions, type FileHead } from './fileGuard.ts';
import { refusalAnswer, toRefusal } from './fileResponse.ts';
import { toWebStream } from './webStream.ts';

export interface FileRoutesOptions extends FileGuardOptions {
  readonly files: Files;
  /** The path at which clients reach the gateway, in front of its own paths; '' for none. */
  readonly prefix: string;
  /** Whether to refuse requests at once. */
  readonly isOverloaded: () => boolean;
  readonly log: Log;
}

/** The paths of files: /assets/{sealed} and /uploads/{sealed}. */
export interface FileRoutes {
  /** @returns whether a path is one of theirs. */
  matches(path: string): boolean;
  /** Answers a request of node:http to such a path. */
  serve(path: string, request: IncomingMessage, response: ServerResponse): void;
  /** Answers a request of the Fetch API to such a path. */
  fetch(path: string, request: Request, record: RequestRecord | null): Promise<Response>;
}

/** What the two servers have in common. */
type Exchange = FileHead & Pick<FileRequest, 'body' | 'signal' | 'record'>;

interface Address {
  readonly kind: AddressKind;
  readonly sealed: string;
}

const unknown: Address = { kind: 'asset', sealed: '' };

const kinds: Readonly<Record<string, AddressKind>> = { assets: 'asset', uploads: 'upload' };

export function createFileRoutes({
  files,
  prefix,
  isOverloaded,
  log,
  ...options
}: FileRoutesOptions): FileRoutes {
  const guard = createFileGuard(options);
  const countOverload = createOverloadLog(log);

  const read = (path: string): Address | undefined => {
    const own = prefix !== '' && path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : path;
    const [, name = '', sealed = ''] = /^\/(assets|uploads)\/(.*)$/s.exec(own) ?? [];
    const kind = kinds[name];
    return kind === undefined ? undefined : { kind, sealed };
  };

  async function handle({ kind, sealed }: Address, exchange: Exchange, requestLog: Log): Promise<FileAnswer> {
    const refusal = guard.refusalOf(kind, exchange);
    if (refusal) throw refusal;
    const preflight = guard.preflightOf(kind, exchange);
    if (preflight) return { status: 204, headers: preflight, body: null };
    if (isOverloaded()) {
      countOverload();
      throw overload;
    }
    const { method, header, body, signal, record } = exchange;
    const key = header('x-gateway-key');
    const presented = {
      token: tokenOf(header('authorization'), null),
      key: key === null ? null : sha256(key).toString('base64url'),
    };
    return files.answer(kind, { method, sealed, presented, header, body, signal, log: requestLog, record });
  }

  /** @returns the response with all of its headers. */
  async function answer(path: string, exchange: Exchange): Promise<FileAnswer> {
    const address = read(path) ?? unknown;
    const { record, header } = exchange;
    const requestID = requestIDOf(header);
    const requestLog = createRequestLog(log, { requestID });
    if (record) {
      record.requestID = requestID;
      record.route = address.kind === 'asset' ? 'assets' : 'uploads';
    }
    const { headers, ...rest } = await handle(address, exchange, requestLog).catch((error: unknown) => {
      const refusal = toRefusal(error);
      if (refusal.reason === 'unexpected')
        requestLog.error({ code: 'INTERNAL_SERVER_ERROR', err: error }, 'Unexpected error');
      const { code } = refusal.extensions as unknown as RefusalExtensions;
      recordRefusal({ record }, { code, reason: refusal.reason });
      return refusalAnswer(address.kind, refusal, requestID);
    });
    return { ...rest, headers: { ...guard.headersFor(exchange), ...headers, 'x-request-id': requestID } };
  }

  return {
    matches: (path) => read(path) !== undefined,
    serve(path, request, response) {
      const record = recordOf({ res: response });
      const exchange: Exchange = {
        method: request.method ?? '',
        host: request.headers.host ?? '',
        header: (name) => request.headers[name]?.toString() ?? null,
        body() {
          if (response instanceof GatewayResponse) {
            response.isUpload = true;
            response.readyForBody();
          }
          return counted(request.iterator({ destroyOnReturn: false }), record);
        },
        signal: callerSignalOf(response),
        record,
      };
      const start = async () => {
        const { status, headers, body } = await answer(path, exchange);
        if (response.destroyed) {
          if (body instanceof Readable) body.destroy();
          return;
        }
        if (response instanceof GatewayResponse) response.isFile = body instanceof Readable;
        response.writeHead(status, headers);
        if (body instanceof Readable) send(body, response);
        else response.end(body ?? undefined);
      };
      // A pipelined request waits for those before it: nobody reads its file before, which would hold a connection to Beeper.
      if (response.socket) void start();
      else response.once('socket', start);
    },
    async fetch(path, request, record) {
      const { method, headers: given, signal } = request;
      const { status, headers, body } = await answer(path, {
        method,
        host: hostOf(request),
        header: (name) => given.get(name),
        body: () => counted(fetchBody(request.body, signal), record),
        signal,
        record,
      });
      const content = body instanceof Readable ? toWebStream(body) : body;
      return new Response(content, { status, headers });
    },
  };
}

/**
 * Ends the connection where the body breaks off, and the body where the caller leaves. Not `pipeline`, which makes an
 * AbortSignal for each file, and aborts it in the end.
 */
function send(body: Readable, response: ServerResponse): void {
  body.once('error', () => response.destroy());
  response.once('close', () => body.destroy());
  body.pipe(response);
}

/** @returns the same bytes, which the record counts. */
async function* counted(
  body: AsyncIterable<Uint8Array>,
  record: RequestRecord | null,
): AsyncGenerator<Uint8Array> {
  for await (const part of body) {
    if (record) record.receivedBytes += part.byteLength;
    yield part;
  }
}
