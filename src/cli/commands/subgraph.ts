import type { Command } from 'commander';
import { print } from '../print.ts';

/** `beeper-graphql subgraph`: prints the schema for federation. */
export function addSubgraph(program: Command): void {
  program
    .command('subgraph')
    .description('Print the schema of the subgraph, for rover, hive and wgc.')
    .action(async () => {
      const { subgraphSDL } = await import('../../schema/index.ts');
      await print(`${subgraphSDL()}\n`);
    });
}
