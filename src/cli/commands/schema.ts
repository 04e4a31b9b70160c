import type { Command } from 'commander';
import { print } from '../print.ts';

/** `beeper-graphql schema`: prints the schema as clients see it. */
export function addSchema(program: Command): void {
  program
    .command('schema')
    .description('Print the GraphQL schema that clients see.')
    .action(async () => {
      const { clientSDL } = await import('../../schema/index.ts');
      await print(`${clientSDL()}\n`);
    });
}
