import type { Transfers } from '../beeper/assets/transfers.ts';
import type { ServerInfo } from '../beeper/serverInfo.ts';
import type { Store } from '../writes/store/store.ts';
import type { FileAnswer, FileRequest } from './exchange.ts';
import { defaultUploadTimes, type UploadTimes } from './incomingFile.ts';
import { type AddressKind, openPermission } from './permissions.ts';
import { receiveUpload } from './receiveUpload.ts';
import { createSeals, randomSecret, type Seals } from './seals.ts';
import { createServeAsset } from './serveAsset.ts';

/** What serving and receiving files needs. */
export interface FileService {
  readonly seals: Readonly<Record<AddressKind, Seals>>;
  readonly transfers: Transfers;
  readonly serverInfo: ServerInfo;
  /** Where uses of upload addresses are claimed. */
  readonly store: Pick<Store, 'claim' | 'put' | 'release'>;
  /** For callers without a token of their own; null where there is none. */
  readonly accessToken: string | null;
  /** @returns whether the holder of a gateway key with this hash, or a caller without a key, may use an address. */
  readonly mayUse: (key: string | null, kind: AddressKind) => boolean;
  /** @returns milliseconds since 1970. */
  readonly now: () => number;
  readonly uploadTimes: UploadTimes;
}

export interface FilesOptions
  extends Omit<FileService, 'seals' | 'now' | 'uploadTimes'>,
    Partial<Pick<FileService, 'now' | 'uploadTimes'>> {
  /** What addresses are sealed with; null for a secret of this process. */
  readonly secret: string | null;
}

/** Pictures and other files of Beeper, for web pages. */
export interface Files {
  readonly service: FileService;
  /**
   * Answers a request to an address.
   * @throws {FileRefusal} where the file is not sent, or not taken.
   */
  readonly answer: (kind: AddressKind, request: FileRequest) => Promise<FileAnswer>;
}

export function createFiles({
  secret,
  now = Date.now,
  uploadTimes = defaultUploadTimes,
  ...options
}: FilesOptions): Files {
  const used = secret ?? randomSecret();
  const seals = { asset: createSeals(used, 'asset'), upload: createSeals(used, 'upload') };
  const service: FileService = { ...options, now, uploadTimes, seals };
  const serveAsset = createServeAsset(service);
  return {
    service,
    answer: async (kind, request) =>
      kind === 'asset'
        ? serveAsset(openPermission(service, kind, request), request)
        : receiveUpload(service, openPermission(service, kind, request), request),
  };
}
