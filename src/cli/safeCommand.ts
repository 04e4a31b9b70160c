import { Command, type ErrorOptions } from 'commander';

/** A command whose messages quote no value: what follows a mistyped flag, or stands in the wrong place, can be a secret. */
export class SafeCommand extends Command {
  override createCommand(name?: string): SafeCommand {
    return new SafeCommand(name);
  }

  override error(message: string, options?: ErrorOptions): never {
    return super.error(withoutValue(message, options?.code), options);
  }
}

/** Messages of commander, by code. A quoted text may contain quotes itself, so the last one ends it. */
function withoutValue(message: string, code: string | undefined): string {
  switch (code) {
    case 'commander.unknownOption':
      return message
        .replace(/'(.*)'/s, (_, flag: string) => quoted(/^-(-[a-z]+)+|^-[a-z]/i.exec(flag)?.[0]))
        .trim();
    case 'commander.unknownCommand':
      return message.replace(/ '.*'/s, '');
    case 'commander.invalidArgument':
      return message.replace(/(argument|value) '.*'(?= is invalid)/s, '$1');
    default:
      return message;
  }
}

const quoted = (name: string | undefined): string => (name === undefined ? '' : `'${name}'`);
