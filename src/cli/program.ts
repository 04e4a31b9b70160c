import { Command } from 'commander';
import { addDoctor } from './commands/doctor.ts';
import { addLogin } from './commands/login.ts';
import { addLogout } from './commands/logout.ts';
import { addStart } from './commands/start.ts';

/** Adds one command. Each is a file in `commands/`, which loads what it needs only when it runs. */
export type AddCommand = (program: Command) => void;

const commands: readonly AddCommand[] = [addStart, addDoctor, addLogin, addLogout];

/** @returns the command line of `beeper-graphql`. */
export function createProgram(): Command {
  const program = new Command('beeper-graphql').description(
    'The GraphQL gateway for the Beeper Desktop API.',
  );
  for (const add of commands) add(program);
  return program;
}
