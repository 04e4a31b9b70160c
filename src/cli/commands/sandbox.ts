import type { Command } from 'commander';
import { endWithTerminal } from '../../common/endWithTerminal.ts';
import { print } from '../print.ts';

/** What the options are called in messages. */
const names = { port: '--port', appVersion: '--app-version', paging: '--paging', life: '--life' };

/** `beeper-graphql sandbox`: runs the sandbox alone. */
export function addSandbox(program: Command): void {
  const sandbox = program
    .command('sandbox')
    .description('Run only the sandbox, which simulates Beeper Desktop.')
    .option('--port <port>', 'port to listen on, 0 for any free one (default: 23373, as Beeper Desktop)')
    .option('--app-version <version>', 'app version that it simulates (default: 4.3.73)')
    .option('--paging <way>', 'adjoining, ignores-direction, newest or skips-neighbor (default: adjoining)')
    .option('--life <on|off>', 'whether people write and answer by themselves (default: on)')
    .action(async () => {
      const { runSandbox } = await import('../../sandbox/run.ts');
      const running = await runSandbox(sandbox.opts(), names).catch((error: Error) =>
        sandbox.error(`error: ${error.message}`),
      );
      endWithTerminal(() => void running.close());
      await print(running.greeting);
    });
}
