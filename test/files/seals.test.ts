import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSeals, randomSecret } from '../../src/files/seals.ts';

const secret = randomSecret();
const seals = createSeals(secret, 'asset');

test('a seal gives back any text, fits into a path segment, and is the same for the same text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
      const sealed = seals.seal(text);
      expect(sealed).toMatch(/^[\w-]+$/);
      expect(seals.open(sealed)).toBe(text);
      expect(seals.seal(text)).toBe(sealed);
    }),
  );
});

test('a seal can be opened with the same secret only, and for the same purpose', () => {
  const sealed = seals.seal('mxc://beeper.com/abc');
  expect(createSeals(secret, 'asset').open(sealed)).toBe('mxc://beeper.com/abc');
  expect(createSeals(secret, 'upload').open(sealed)).toBeNull();
  expect(createSeals(randomSecret(), 'asset').open(sealed)).toBeNull();
});

test('a seal of which any byte was changed can’t be opened', () => {
  const bytes = Buffer.from(seals.seal('mxc://beeper.com/abc'), 'base64url');
  for (let index = 0; index < bytes.length; index++) {
    const changed = Buffer.from(bytes);
    changed[index] = (bytes[index] ?? 0) ^ 1;
    expect(seals.open(changed.toString('base64url'))).toBeNull();
  }
});

test('a seal has one spelling', () => {
  const sealed = seals.seal('a');
  const last = sealed.at(-1) ?? '';
  const others = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'].filter(
    (one) => one !== last,
  );
  for (const one of others) expect(seals.open(sealed.slice(0, -1) + one)).toBeNull();
  for (const text of [`${sealed}=`, `${sealed} `, ` ${sealed}`, `${sealed}/`, `${sealed}.`])
    expect(seals.open(text)).toBeNull();
});

test('what is no seal can’t be opened', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(seals.open(Buffer.from(bytes).toString('base64url'))).toBeNull();
    }),
  );
  for (const text of ['', '-', '..', '%2e', randomBytes(28).toString('base64url')])
    expect(seals.open(text)).toBeNull();
});

test('a seal does not show what it holds', () => {
  const sealed = Buffer.from(seals.seal('file:///Users/me/token'), 'base64url').toString('latin1');
  expect(sealed).not.toMatch(/Users|token/);
});
