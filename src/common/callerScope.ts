import { sha256 } from './sha256.ts';

/**
 * @param keyHolder name of the holder of the gateway key; null where the gateway requires none.
 * @param token the Beeper token; null where there is none.
 * @returns what names a caller: the same for the same key and token, without telling the token.
 */
export const callerScope = (keyHolder: string | null, token: string | null): string =>
  `${keyHolder ?? ''} ${sha256(token ?? '').toString('base64url')}`;
