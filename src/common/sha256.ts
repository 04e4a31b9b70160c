import { hash } from 'node:crypto';

/** @returns the 32 bytes of the hash; encode them with `toString('hex')` or `toString('base64url')`. */
export const sha256 = (text: string): Buffer => hash('sha256', text, 'buffer');
