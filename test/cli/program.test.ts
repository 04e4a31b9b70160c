import { CommanderError } from 'commander';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createProgram } from '../../src/cli/program.ts';

/** @returns what a command line that is not valid prints. */
async function refusalOf(...args: string[]): Promise<string> {
  const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  onTestFinished(() => write.mockRestore());
  await expect(createProgram().parseAsync(['node', 'cli', ...args])).rejects.toThrow(CommanderError);
  return write.mock.calls.splice(0).join('');
}

test('a mistyped flag is told by its name, without what follows it', async () => {
  const flags = {
    '--beeper-acces-token=s3cret': "'--beeper-acces-token'",
    '--token=s3cret': "'--token'",
    "--token='s3'cret'": "'--token'",
    '--token:s3cret': "'--token'",
    '-ts3cret': "'-t'",
    '--=s3cret': '',
    '--token=a\ns3cret': "'--token'",
  };
  for (const [flag, shown] of Object.entries(flags)) {
    for (const command of [['start'], ['doctor'], ['login'], []]) {
      const told = await refusalOf(...command, flag);
      expect(told.split('\n')[0], flag).toBe(`error: unknown option ${shown}`.trim());
      expect(told, flag).not.toContain('cret');
    }
  }
});

test('an argument in the wrong place is not quoted', async () => {
  expect(await refusalOf('key', 'web', "s3'cret")).toBe(
    "error: command-argument value is invalid for argument 'access'. Allowed choices are read.\n",
  );
  expect(await refusalOf('login', '--timeout', 's3cret')).toBe(
    "error: option '--timeout <seconds>' argument is invalid. It must be a whole number from 1 to 3600.\n",
  );
  expect(await refusalOf('s3cret-token')).toBe('error: unknown command\n');
  expect(await refusalOf('key', 's3 cret')).not.toContain('cret');
  expect(await refusalOf('start', 's3cret')).not.toContain('cret');
  expect(await refusalOf('strat')).toBe('error: unknown command\n(Did you mean start?)\n');
});
