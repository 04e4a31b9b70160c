import type { Transfers } from '../beeper/assets/transfers.ts';
import type { ServerInfo } from '../beeper/serverInfo.ts';
import type { KeyHolder } from '../http/guards/keyHolder.ts';
import type { Store } from '../writes/store/store.ts';
import type { FileAnswer, FileRequest } from './exchange.ts';
import { openPermission } from './permissions.ts';
import { receiveUpload } from './receiveUpload.ts';
import type { Seals } from './seals.ts';
import { createSeals, randomSecret } from './seals.ts';
import { serveAsset } from './serveAsset.ts';

export interface FilesOptions {
  /** What addresses are sealed with; null for a secret of this process. */
  readonly secret: string | null;
  readonly transfers: Transfers;
  readonly serverInfo: ServerInfo;
  /** Where uses of upload addresses are claimed. */
  readonly store: Pick<Store, 'claim' | 'put' | 'release'>;
  /** For callers without a token of their own; null where there is none. */
  readonly accessToken: string | null;
  /** @returns the key of this name if it is in force. */
  readonly isInForce: (keyHolder: Pick<KeyHolder, 'hash'>) => boolean;
  /** Milliseconds since 1970; the clock by default. */
  readonly now?: (() => number) | undefined;
}

/** What serving and receiving files needs. */
export interface FileService extends Omit<FilesOptions, 'secret' | 'now'> {
  readonly assetSeals: Seals;
  readonly uploadSeals: Seals;
  readonly now: () => number;
}

/** Pictures and other files of Beeper, for web pages. */
export interface Files {
  readonly service: FileService;
  /** Answers GET and HEAD of an asset. @throws {FileRefusal} */
  readonly serveAsset: (request: FileRequest) => Promise<FileAnswer>;
  /** Answers PUT of an upload. @throws {FileRefusal} */
  readonly receiveUpload: (request: FileRequest) => Promise<FileAnswer>;
}

export function createFiles({ secret, now = Date.now, ...options }: FilesOptions): Files {
  const used = secret ?? randomSecret();
  const service: FileService = {
    ...options,
    now,
    assetSeals: createSeals(used, 'asset'),
    uploadSeals: createSeals(used, 'upload'),
  };
  return {
    service,
    serveAsset: (request) => serveAsset(service, request),
    receiveUpload: async (request) =>
      receiveUpload(service, openPermission(service.uploadSeals, 'upload', request.sealed, now()), request),
  };
}
