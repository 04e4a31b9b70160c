import type { Command } from 'commander';

/** `beeper-graphql logout`: revokes the token that `login` saved, and deletes its file. */
export function addLogout(program: Command): void {
  program
    .command('logout')
    .description('Revoke the token that `login` saved, and delete it.')
    .option('--beeper-url <url>', 'origin of Beeper (default: BEEPER_URL, else http://127.0.0.1:23373)')
    .action(async ({ beeperUrl }: { beeperUrl?: string }) => {
      const { runLogout } = await import('../login/commands.ts');
      await runLogout(beeperUrl);
    });
}
