import { createHash } from 'node:crypto';

/** @returns SHA-256, base64url. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64url');
