import { createHash, randomBytes } from 'node:crypto';

/**
 * Makes a key for a caller: `npm run key -- NAME [read]`. The key is for the caller and is kept nowhere; the entry, which
 * holds its hash, is for the setting GATEWAY_KEYS.
 */
const [name = 'caller', access] = process.argv.slice(2);

if (!/^[\w.-]{1,64}$/.test(name) || (access !== undefined && access !== 'read')) {
  process.stderr.write('Usage: npm run key -- NAME [read]\nNAME: 1 to 64 letters, digits and ._-\n');
  process.exit(1);
}

// 256 bits: too many to guess, so that a plain hash is enough.
const key = randomBytes(32).toString('base64url');
const hash = createHash('sha256').update(key).digest('hex');
const entry = [name, hash, ...(access ? [access] : [])].join(':');

process.stdout.write(`x-gateway-key: ${key}\nGATEWAY_KEYS:  ${entry}\n`);
