import type { Command } from 'commander';
import { surviveHangups } from '../../common/surviveHangups.ts';
import { addSettingFlags, settingsGiven } from '../settingFlags.ts';

/** `beeper-graphql start`: runs the gateway. */
export function addStart(program: Command): void {
  const start = program
    .command('start')
    .description(
      'Run the gateway: on Beeper with --beeper-url, an access token or after a login, otherwise on the sandbox.',
    )
    .addHelpText(
      'after',
      '\nEach option is also an environment variable: PORT for --port, BEEPER_URL for --beeper-url.',
    )
    .action(async () => {
      surviveHangups();
      const { runServer } = await import('../../server.ts');
      await runServer(settingsGiven(start));
    });
  addSettingFlags(start);
}
