import type { Command } from 'commander';

/** `beeper-graphql start`: runs the gateway. */
export function addStart(program: Command): void {
  program
    .command('start')
    .description('Run the gateway.')
    .action(async () => {
      const { runServer } = await import('../../server.ts');
      await runServer();
    });
}
