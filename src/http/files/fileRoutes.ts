import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream';
import { callerSignalOf } from '../../common/callerSignal.ts';
import { createRequestLog, type Log } from '../../common/requestLog.ts';
import { requestIDOf } from '../../context.ts';
import type { FileAnswer, FileRequest } from '../../files/exchange.ts';
import type { Files } from '../../files/files.ts';
import { FileRefusal } from '../../files/refusal.ts';
import type { GatewayResponse } from '../gatewayResponse.ts';
import { recordOf } from '../requestRecords.ts';

export interface FileRoutesOptions {
  readonly files: Files;
  /** Path at which clients reach the gateway, in front of its own paths; '' for none. */
  readonly prefix: string;
  readonly log: Log;
}

type Kind = 'assets' | 'uploads';

/** The addresses of files. */
export interface FileRoutes {
  /** @returns whether a path is below one of theirs. */
  matches(path: string): boolean;
  /** Answers a request of node:http to such a path. */
  serve(path: string, request: IncomingMessage, response: GatewayResponse): void;
}

export function createFileRoutes({ files, prefix, log }: FileRoutesOptions): FileRoutes {
  const kindOf = (path: string): { readonly kind: Kind; readonly sealed: string } | null => {
    const own = prefix !== '' && path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : path;
    const [, kind, sealed] = /^\/(assets|uploads)\/(.*)$/s.exec(own) ?? [];
    return kind === undefined || sealed === undefined ? null : { kind: kind as Kind, sealed };
  };

  const answer = (kind: Kind, request: FileRequest): Promise<FileAnswer> =>
    kind === 'assets' ? files.serveAsset(request) : files.receiveUpload(request);

  return {
    matches: (path) => kindOf(path) !== null,
    serve(path, request, response) {
      const { kind = 'assets', sealed = '' } = kindOf(path) ?? {};
      const record = recordOf({ res: response });
      const requestID = requestIDOf((name) => request.headers[name]?.toString());
      if (record) record.requestID = requestID;
      const fileRequest: FileRequest = {
        method: request.method ?? '',
        sealed,
        header: (name) => request.headers[name]?.toString() ?? null,
        body() {
          response.readyForBody();
          return request.iterator({ destroyOnReturn: false });
        },
        signal: callerSignalOf(response),
        log: createRequestLog(log, { requestID }),
        record,
      };
      answer(kind, fileRequest).then(
        ({ status, headers, body }) => {
          response.writeHead(status, { ...headers, 'x-request-id': requestID });
          if (body === null || typeof body === 'string') response.end(body ?? undefined);
          else pipeline(body, response, () => {});
        },
        (error: unknown) => {
          if (!(error instanceof FileRefusal)) throw error;
          response.writeHead(error.status, { ...error.headers, 'x-request-id': requestID });
          response.end(`${error.message} ${error.remedy}\n`);
        },
      );
    },
  };
}
