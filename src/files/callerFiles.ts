import { randomUUID } from 'node:crypto';
import { missingToken, unsupportedBy } from '../beeper/call.ts';
import { firstVersionWith, supports } from '../beeper/features.ts';
import type { TokenOwner } from '../beeper/tokenRemedies.ts';
import type { KeyHolder } from '../http/guards/keyHolder.ts';
import type { FileService } from './files.ts';
import { ownerOf, sealPermission } from './permissions.ts';
import { toServedURL } from './sources.ts';

/** An asset keeps its address for this long, so that browsers can cache it. */
const windowMs = 30 * 60_000;
/** It opens for at least this long. */
const lifeMs = 60 * 60_000;
const uploadLifeMs = 10 * 60_000;

const noUploads = {
  unsupported: 'Uploading a file needs a newer version of Beeper’s API.',
  since: firstVersionWith.uploads,
};

/** The file of an upload, as the caller describes it. */
export interface UploadedFile {
  readonly fileName: string;
  readonly mimeType: string | null;
  readonly sizeBytes: number;
}

export interface UploadAddress {
  readonly url: string;
  readonly expiresAt: Date;
}

interface FileCaller {
  readonly token: string | null;
  readonly tokenOwner: TokenOwner;
  readonly keyHolder: KeyHolder | null;
  /** @returns where clients reach the gateway: scheme, host and perhaps a path, without a slash at the end. */
  readonly baseURL: () => string;
}

/** Addresses of files for one caller. They hold what was sealed here, so nothing of another caller can be asked for. */
export class CallerFiles {
  readonly #service: FileService;
  readonly #caller: FileCaller;

  constructor(service: FileService, caller: FileCaller) {
    this.#service = service;
    this.#caller = caller;
  }

  /**
   * @param source where Beeper says that the file is.
   * @param fileName the name to save it under; null for none.
   * @returns the address at this gateway, good for an hour; null for what Beeper can't serve.
   */
  contentURL(source: string, fileName: string | null = null): string | null {
    const { seals, now, serverInfo } = this.#service;
    const url = this.#caller.token === null ? null : toServedURL(source);
    if (url === null || supports('content', serverInfo.known()) === false) return null;
    const expiresAt = (Math.ceil(now() / windowMs) * windowMs + lifeMs) / 1_000;
    const sealed = sealPermission<'asset'>(seals.asset, { expiresAt, ...this.#owner(), url, fileName });
    return `${this.#caller.baseURL()}/assets/${sealed}`;
  }

  /**
   * @returns an address that takes the file once, within ten minutes.
   * @throws {UnauthenticatedFailure} for a caller without a token.
   * @throws {UnsupportedFailure} for a server that is known to take no files.
   */
  uploadAddress(file: UploadedFile): UploadAddress {
    const { seals, now, serverInfo } = this.#service;
    const server = serverInfo.known();
    if (this.#caller.token === null) throw missingToken(server);
    if (supports('uploads', server) === false) throw unsupportedBy(server, noUploads);
    const expiresAt = Math.floor((now() + uploadLifeMs) / 1_000);
    const permission = { expiresAt, ...this.#owner(), id: randomUUID(), ...file };
    const sealed = sealPermission<'upload'>(seals.upload, permission);
    return { url: `${this.#caller.baseURL()}/uploads/${sealed}`, expiresAt: new Date(expiresAt * 1_000) };
  }

  #owner() {
    const { token, tokenOwner, keyHolder } = this.#caller;
    return ownerOf(tokenOwner === 'gateway' ? null : token, keyHolder);
  }
}
