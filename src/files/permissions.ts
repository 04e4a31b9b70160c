import { callerScope } from '../common/callerScope.ts';
import type { KeyHolder } from '../http/guards/keyHolder.ts';
import type { FileRequest } from './exchange.ts';
import type { FileService } from './files.ts';
import { FileRefusal } from './refusal.ts';
import type { Seals } from './seals.ts';

/** On whose behalf Beeper is asked for a file, or given one. */
interface Owner {
  /** The caller's own token; null for that of the gateway. */
  readonly token: string | null;
  /** Hash of the gateway key; null where none was required. */
  readonly key: string | null;
}

interface Permission extends Owner {
  /** Seconds since 1970. */
  readonly expiresAt: number;
}

/** That a file of Beeper's may be read. */
export interface AssetPermission extends Permission {
  /** The URL to ask Beeper for. */
  readonly url: string;
  /** The name to save the file under; null where Beeper tells none. */
  readonly fileName: string | null;
}

/** That one file may be given to Beeper. */
export interface UploadPermission extends Permission {
  /** Names the permission in the store. */
  readonly id: string;
  readonly fileName: string;
  readonly mimeType: string | null;
  readonly sizeBytes: number;
}

interface Permissions {
  readonly asset: AssetPermission;
  readonly upload: UploadPermission;
}

export type AddressKind = keyof Permissions;

export const ownerOf = (token: string | null, keyHolder: Pick<KeyHolder, 'hash'> | null): Owner => ({
  token,
  key: keyHolder?.hash.toString('base64url') ?? null,
});

/** @returns on whose behalf Beeper is asked. The name of the owner tells no token. */
export const onBehalfOf = ({ token, key }: Owner, { accessToken }: Pick<FileService, 'accessToken'>) => ({
  token: token ?? accessToken,
  isCallersToken: token !== null,
  owner: callerScope(key, token),
});

/** @returns the permission as the path segment of an address. */
export const sealPermission = <Kind extends AddressKind>(
  seals: Seals,
  permission: Permissions[Kind],
): string => seals.seal(JSON.stringify(permission));

/**
 * @returns what the address of a request permits.
 * @throws {FileRefusal} 404 for what is no seal of this gateway, 410 for one that has expired, and 403 for one of a gateway
 * key that is not in force any more, or of another caller than the credentials of the request.
 */
export function openPermission<Kind extends AddressKind>(
  { seals, now, accessToken, mayUse }: FileService,
  kind: Kind,
  { sealed, presented }: Pick<FileRequest, 'sealed' | 'presented'>,
): Permissions[Kind] {
  const text = seals[kind].open(sealed);
  if (text === null) throw unknownAddress(kind);
  // What is sealed was written by this gateway, or by a replica of it.
  const permission: Permissions[Kind] = JSON.parse(text);
  if (now() >= permission.expiresAt * 1_000) throw expiredAddress(kind);
  const isOthers =
    (presented.token !== null && presented.token !== (permission.token ?? accessToken)) ||
    // Where no key was required, whatever a client sends as one means nothing.
    (permission.key !== null && presented.key !== null && presented.key !== permission.key);
  if (isOthers || !mayUse(permission.key, kind)) throw notAllowed(kind);
  return permission;
}

const remedies = {
  asset: 'Request `contentURL` again.',
  upload: 'Call `createUpload` again.',
} as const;

const unknownAddress = (kind: AddressKind) =>
  new FileRefusal(
    'The address is not valid. It was changed, or made by another gateway or before a restart of this one.',
    { status: 404, code: 'NOT_FOUND', reason: 'seal', remedy: remedies[kind] },
  );

const expiredAddress = (kind: AddressKind) =>
  new FileRefusal('The address has expired.', {
    status: 410,
    code: 'EXPIRED',
    reason: 'expired',
    remedy: remedies[kind],
  });

const notAllowed = (kind: AddressKind) =>
  new FileRefusal('The address was made for another caller, or for a gateway key that is no longer valid.', {
    status: 403,
    code: 'FORBIDDEN',
    reason: 'owner',
    remedy: remedies[kind],
  });
