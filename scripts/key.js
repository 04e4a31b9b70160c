import { createHash, randomBytes } from 'node:crypto';

/**
 * Generates a gateway key: `npm run key -- NAME [read]`. Give the key to the caller, and add the entry to GATEWAY_KEYS.
 * The entry contains only the hash of the key; the key is not stored.
 */
const [name = 'caller', access] = process.argv.slice(2);

if (!/^[\w.-]{1,64}$/.test(name) || (access !== undefined && access !== 'read')) {
  process.stderr.write('Usage: npm run key -- NAME [read]\nNAME is 1 to 64 letters, digits and ._-\n');
  process.exit(1);
}

// A random key of 256 bits can't be guessed, so a fast hash without salt is enough.
const key = randomBytes(32).toString('base64url');
const hash = createHash('sha256').update(key).digest('hex');
const entry = [name, hash, ...(access ? [access] : [])].join(':');

process.stdout.write(`x-gateway-key: ${key}\nGATEWAY_KEYS:  ${entry}\n`);
