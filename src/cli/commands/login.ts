import { type Command, InvalidArgumentError } from 'commander';

interface Options {
  readonly beeperUrl?: string;
  readonly readOnly?: true;
  readonly browser: boolean;
  /** Seconds. */
  readonly timeout: number;
}

/** `beeper-graphql login`: asks for access to Beeper in a browser and saves the token for `start`. */
export function addLogin(program: Command): void {
  program
    .command('login')
    .description('Connect Beeper: allow access in a browser, and save the token for `start`.')
    .option('--beeper-url <url>', 'origin of Beeper (default: BEEPER_URL, else http://127.0.0.1:23373)')
    .option('--read-only', 'ask for a token that can only read')
    .option('--no-browser', 'print the URL, and open no browser')
    .option('--timeout <seconds>', 'time to decide, 1 to 3600', readSeconds, 300)
    .action(async (options: Options) => {
      const { runLogin } = await import('../login/commands.ts');
      await runLogin({
        beeperURL: options.beeperUrl,
        scope: options.readOnly ? 'read' : 'read write',
        opensBrowser: options.browser,
        timeoutMs: options.timeout * 1_000,
      });
    });
}

function readSeconds(text: string): number {
  if (/^\d{1,4}$/.test(text) && Number(text) >= 1 && Number(text) <= 3_600) return Number(text);
  throw new InvalidArgumentError('It must be a whole number from 1 to 3600.');
}
