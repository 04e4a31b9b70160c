import type { KeyHolder } from '../http/guards/keyHolder.ts';
import { FileRefusal } from './refusal.ts';
import type { Seals } from './seals.ts';

/** On whose behalf Beeper is asked for a file, or given one. */
export interface Owner {
  /** The caller's own token; null for that of the gateway. */
  readonly token: string | null;
  /** Name and hash of the gateway key; null where none is required. */
  readonly key: { readonly name: string; readonly hash: string } | null;
}

/** That a file of Beeper's may be read. */
export interface AssetPermission extends Owner {
  readonly kind: 'asset';
  /** Seconds since 1970. */
  readonly expiresAt: number;
  /** The URL to ask Beeper for. */
  readonly url: string;
  /** The name to save the file under; null where Beeper tells none. */
  readonly fileName: string | null;
}

/** That one file may be given to Beeper. */
export interface UploadPermission extends Owner {
  readonly kind: 'upload';
  /** Seconds since 1970. */
  readonly expiresAt: number;
  /** Names the permission in the store. */
  readonly id: string;
  readonly fileName: string;
  readonly mimeType: string | null;
  readonly sizeBytes: number;
}

export const ownerOf = (token: string | null, keyHolder: KeyHolder | null): Owner => ({
  token,
  key: keyHolder && { name: keyHolder.name, hash: keyHolder.hash.toString('base64url') },
});

/** @returns the permission as the path segment of an address. */
export const sealPermission = (seals: Seals, permission: AssetPermission | UploadPermission): string =>
  seals.seal(JSON.stringify(permission));

/**
 * @param now milliseconds since 1970.
 * @throws {FileRefusal} 404 for what is no seal of this gateway, and 410 for one that has expired.
 */
export function openPermission<Kind extends 'asset' | 'upload'>(
  seals: Seals,
  kind: Kind,
  sealed: string,
  now: number,
): Kind extends 'asset' ? AssetPermission : UploadPermission {
  const text = seals.open(sealed);
  // What is sealed was written by this gateway, or by another version of it with the same secret.
  const permission = text === null ? null : JSON.parse(text);
  if (permission?.kind !== kind) throw unknownAddress(kind);
  if (now >= permission.expiresAt * 1_000) throw expiredAddress(kind);
  return permission;
}

const remedies = {
  asset: 'Request `contentURL` again.',
  upload: 'Call `createUpload` again.',
} as const;

const unknownAddress = (kind: 'asset' | 'upload') =>
  new FileRefusal('This address is not one of this gateway, or was made before it was restarted.', {
    status: 404,
    code: 'NOT_FOUND',
    reason: 'seal',
    remedy: remedies[kind],
  });

const expiredAddress = (kind: 'asset' | 'upload') =>
  new FileRefusal('This address has expired.', {
    status: 410,
    code: 'NOT_FOUND',
    reason: 'expired',
    remedy: remedies[kind],
  });
