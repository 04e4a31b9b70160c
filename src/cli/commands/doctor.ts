import type { Command } from 'commander';
import { addSettingFlags, settingsGiven } from '../settingFlags.ts';

/** `beeper-graphql doctor`: examines the settings, Beeper and the store, and says what to do. */
export function addDoctor(program: Command): void {
  const doctor = program
    .command('doctor')
    .description('Check settings, Beeper, token, accounts, store and port, and say what to do.')
    .option('--json', 'print the results for programs')
    .action(async ({ json = false }: { json?: boolean }) => {
      const { runDoctor } = await import('../doctor/runDoctor.ts');
      await runDoctor({ json, flags: settingsGiven(doctor) });
    });
  addSettingFlags(doctor);
}
