import { sha256 } from '../common/sha256.ts';
import type { Store } from '../writes/store/store.ts';
import type { FileService } from './files.ts';
import type { UploadPermission } from './permissions.ts';
import { alreadyUsed, inUse, storeFailed } from './uploadRefusals.ts';

/** The one use of an upload's address. */
export interface UploadClaim {
  /** The address has been used. Never throws. */
  keep(): Promise<void>;
  /** The address can be used again. Never throws. */
  release(): Promise<void>;
}

/** By how much the clocks of replicas can differ. */
const marginMs = 60_000;
const used = 'used';
const receiving = 'receiving';

/**
 * Claims the address before anything is received. After it has expired, no claim is needed any more.
 * @throws {FileRefusal} 409 for an address that was used or is in use, and 503 where the store can't be used.
 */
export async function claimUpload(
  { store, now }: Pick<FileService, 'store' | 'now'>,
  { id, expiresAt }: UploadPermission,
): Promise<UploadClaim> {
  const name = `upload:${sha256(id).toString('base64url')}`;
  const ttlMs = expiresAt * 1_000 - now() + marginMs;
  const earlier = await claim(store, name, ttlMs);
  if (earlier) throw earlier.entry === used ? alreadyUsed() : inUse();
  // Where the store is lost, the address stays claimed.
  const ignore = () => {};
  return {
    keep: () => store.put(name, used, ttlMs).catch(ignore),
    release: () => store.release(name, receiving).catch(ignore),
  };
}

const claim = (store: Pick<Store, 'claim'>, name: string, ttlMs: number) =>
  store.claim(name, receiving, { ttlMs, leaseMs: ttlMs }).catch((cause: unknown) => {
    throw storeFailed(cause);
  });
