import { type Command, CommanderError } from 'commander';
import { version } from '../common/version.ts';
import { addDoctor } from './commands/doctor.ts';
import { addKey } from './commands/key.ts';
import { addLogin } from './commands/login.ts';
import { addLogout } from './commands/logout.ts';
import { addSandbox } from './commands/sandbox.ts';
import { addSchema } from './commands/schema.ts';
import { addStart } from './commands/start.ts';
import { addSubgraph } from './commands/subgraph.ts';
import { watchStdout } from './print.ts';
import { SafeCommand } from './safeCommand.ts';

/** Adds one command. Each is a file in `commands/`, which loads what it needs only when it runs. */
export type AddCommand = (program: Command) => void;

const commands: readonly AddCommand[] = [
  addStart,
  addSandbox,
  addDoctor,
  addLogin,
  addLogout,
  addSchema,
  addSubgraph,
  addKey,
];

const examples = `
Examples:
  beeper-graphql start                    run the gateway on its sandbox
  beeper-graphql start --beeper-url http://127.0.0.1:23373
  beeper-graphql login                    get an access token from Beeper Desktop
  beeper-graphql key web                  create a key for a caller named web
  beeper-graphql schema > schema.graphql  write the schema that clients see`;

/** @returns the command line of `beeper-graphql`. */
export function createProgram(): Command {
  const program = new SafeCommand('beeper-graphql')
    .description('The GraphQL gateway for the Beeper Desktop API.')
    .version(version)
    .addHelpText('after', examples)
    .exitOverride();
  for (const add of commands) add(program);
  return program;
}

/**
 * Runs a command line. It sets the exit code and ends no process: what is printed may still be on its way.
 * @param argv as in `process.argv`.
 */
export async function runProgram(argv: readonly string[]): Promise<void> {
  watchStdout();
  try {
    await createProgram().parseAsync(argv);
  } catch (error) {
    process.exitCode = 1;
    if (error instanceof CommanderError) process.exitCode = error.exitCode;
    else process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : error}\n`);
  }
}
