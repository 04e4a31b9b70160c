import { createHash, randomBytes } from 'node:crypto';
import { Argument, type Command } from 'commander';
import { print } from '../print.ts';

/** `beeper-graphql key`: generates a gateway key. It is not stored: the entry for GATEWAY_KEYS has only its hash. */
export function addKey(program: Command): void {
  const key = program
    .command('key')
    .description('Create a key for a caller, and its entry for GATEWAY_KEYS.')
    .argument('<name>', 'name of the caller: 1 to 64 letters, digits and ._-')
    .addArgument(new Argument('[access]', 'a key that can run no mutation').choices(['read']))
    .action(async (name: string, access?: string) => {
      if (!/^[\w.-]{1,64}$/.test(name)) {
        key.error('error: the name of a caller must be 1 to 64 letters, digits and ._-');
      }
      await print(newKey(name, access));
    });
}

function newKey(name: string, access: string | undefined): string {
  // A random key of 256 bits can't be guessed, so a fast hash without salt is enough.
  const key = randomBytes(32).toString('base64url');
  const hash = createHash('sha256').update(key).digest('hex');
  const entry = [name, hash, ...(access === undefined ? [] : [access])].join(':');
  return `x-gateway-key: ${key}\nGATEWAY_KEYS:  ${entry}\n`;
}
