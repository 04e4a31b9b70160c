import { type AssetPermission, sealPermission } from '../../src/files/permissions.ts';
import { createSeals } from '../../src/files/seals.ts';

/** For `files: { secret }` of a gateway whose addresses a test makes. */
export const assetSecret = 'a secret of tests, long enough for a key';

const seals = createSeals(assetSecret, 'asset');

/** @returns the path of an address of any file, as the gateway seals it; of the gateway's token, good for an hour. */
export const assetPath = (url: string, permission: Partial<AssetPermission> = {}): string =>
  `/assets/${sealPermission<'asset'>(seals, {
    expiresAt: Math.floor(Date.now() / 1_000) + 3_600,
    token: null,
    key: null,
    url,
    fileName: null,
    ...permission,
  })}`;
