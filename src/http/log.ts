import { type DestinationStream, type Logger, pino } from 'pino';
import pretty from 'pino-pretty';

/** An error as the log may hold it. */
interface LoggedError {
  readonly name: string;
  readonly code?: string;
  readonly message?: string;
  readonly at: readonly string[];
  readonly cause?: LoggedError;
}

/**
 * Errors of the language itself speak of code. The messages of all others, of JSON.parse and of libraries, can quote
 * what a person wrote or a token, so only their class, code and place are logged.
 */
const speaksOfCode = ['TypeError', 'RangeError', 'ReferenceError'];

/** @returns name, code, place and causes of an error; its message only where that can't quote anybody. */
export function toLoggedError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { name: typeof error, at: [] };
  // The stack begins with the message, whose lines may look like places.
  const frames =
    error.stack
      ?.replace(error.message, '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line)) ?? [];
  return {
    name: error.name,
    ...('code' in error && typeof error.code === 'string' && { code: error.code }),
    ...(speaksOfCode.includes(error.name) && { message: error.message }),
    at: frames.slice(0, 8).map((line) => line.trim()),
    ...(error.cause !== undefined && depth < 4 && { cause: toLoggedError(error.cause, depth + 1) }),
  };
}

/**
 * @returns a logger to stdout: readable in a terminal, one JSON object a line otherwise. Errors are logged under
 * `err` and go through `toLoggedError`.
 */
export function createLog(
  { level, production }: { level: string; production: boolean },
  destination?: DestinationStream,
): Logger {
  const readable = process.stdout.isTTY && !production && !destination;
  return pino(
    { level, serializers: { err: (error: unknown) => toLoggedError(error) } },
    destination ??
      (readable ? pretty({ ignore: 'pid,hostname', translateTime: 'SYS:HH:MM:ss.l' }) : pino.destination(1)),
  );
}
