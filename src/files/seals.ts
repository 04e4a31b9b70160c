import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';

/** Seals texts into addresses that only the gateway can make and read. */
export interface Seals {
  /** @returns the same seal for the same text, in characters that a path segment can have. */
  seal(text: string): string;
  /** @returns the text; null for anything that `seal` did not return for the same secret and purpose. */
  open(sealed: string): string | null;
}

const nonceBytes = 12;
const tagBytes = 16;
const sealedText = /^[\w-]+$/;
/** Characters of texts and their seals that are kept: pages ask for the same pictures again, and a seal takes 15 µs. */
const maxKept = 4_000_000;

/** @returns a secret for one process: what it seals does not outlive it. */
export const randomSecret = (): string => randomBytes(32).toString('base64');

/**
 * AES-256-GCM with a nonce that is derived from the text, so that the same text has the same seal and browsers can cache
 * what is behind it. A nonce is used twice only for the same text, which tells no more than that it is the same.
 * @param secret of all that can read the seals.
 * @param purpose what is sealed for one purpose can't be opened for another.
 */
export function createSeals(secret: string, purpose: 'asset' | 'upload'): Seals {
  const keyFor = (use: string) =>
    Buffer.from(hkdfSync('sha256', secret, '', `beeper-graphql-gateway/1/${purpose}/${use}`, 32));
  const key = keyFor('encrypt');
  const nonceKey = keyFor('nonce');
  const made = new LRUCache<string, string>({
    maxSize: maxKept,
    sizeCalculation: (sealed, text) => sealed.length + text.length,
  });
  return {
    seal(text) {
      const known = made.get(text);
      if (known !== undefined) return known;
      const bytes = Buffer.from(text, 'utf8');
      const nonce = createHmac('sha256', nonceKey).update(bytes).digest().subarray(0, nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const parts = [nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()];
      const sealed = Buffer.concat(parts).toString('base64url');
      made.set(text, sealed);
      return sealed;
    },
    open(sealed) {
      if (!sealedText.test(sealed)) return null;
      const bytes = Buffer.from(sealed, 'base64url');
      // Another spelling of the same bytes is not a seal of ours.
      if (bytes.length < nonceBytes + tagBytes || bytes.toString('base64url') !== sealed) return null;
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes), {
        authTagLength: tagBytes,
      });
      decipher.setAuthTag(bytes.subarray(bytes.length - tagBytes));
      try {
        const text = decipher.update(bytes.subarray(nonceBytes, bytes.length - tagBytes));
        return Buffer.concat([text, decipher.final()]).toString('utf8');
      } catch {
        return null;
      }
    },
  };
}
