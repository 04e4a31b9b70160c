import { hostname } from 'node:os';
import { type DestinationStream, type Logger, pino } from 'pino';
import { createOutput, type Output } from './output.ts';

/** The parts of an error that are safe to log. */
interface LoggedError {
  readonly name: string;
  readonly code?: string;
  readonly message?: string;
  readonly at: readonly string[];
  readonly cause?: LoggedError;
}

/**
 * Messages of V8 that name parts of the code, without digits. All other messages can quote user content or a token, so they
 * are not logged: those of libraries, of JSON.parse, of Node (`ERR_INVALID_ARG_TYPE`) and of V8 (`Cannot use 'in' operator`).
 */
const safeMessages = [
  /^Cannot (read|set) properties of (undefined|null)( \((reading|setting) '[a-z_$]{1,60}'\))?$/i,
  /^[a-z_$.]{1,60} is not (a function|a constructor|defined|iterable)$/i,
  /^Cannot access '[a-z_$]{1,60}' before initialization$/i,
  /^Assignment to constant variable\.$/,
  /^Maximum call stack size exceeded$/,
  /^Invalid (array length|string length|time value)$/,
];

const namesOfV8 = ['TypeError', 'RangeError', 'ReferenceError'];

const isSafe = ({ name, message }: Error): boolean =>
  namesOfV8.includes(name) && safeMessages.some((safe) => safe.test(message));

/** @returns name, code, stack frames and causes of an error, and its message if that cannot quote user content. */
export function toLoggedError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { name: typeof error, at: [] };
  // The stack starts with the message, which can have lines that look like frames.
  const frames =
    error.stack
      ?.replace(error.message, '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line)) ?? [];
  return {
    name: error.name,
    ...('code' in error && typeof error.code === 'string' && { code: error.code }),
    ...(isSafe(error) && { message: error.message }),
    at: frames.slice(0, 8).map((line) => line.trim()),
    ...(error.cause !== undefined && depth < 4 && { cause: toLoggedError(error.cause, depth + 1) }),
  };
}

/** @returns stdout, which reports dropped log lines as a log line. */
export const createLogOutput = (): Output =>
  createOutput(process.stdout, (lines) => {
    const about = { level: 40, time: Date.now(), pid: process.pid, hostname: hostname() };
    return `${JSON.stringify({ ...about, lines, msg: 'Log lines dropped: the output could not be written' })}\n`;
  });

/** Makes the text of a line from its JSON. */
type Format = (line: string) => string;

/**
 * @param destination where to write; stdout by default.
 * @param format one JSON object per line by default.
 * @returns a logger. Pass errors as `err`: they are logged through `toLoggedError`.
 */
export function createLog(
  { level }: { level: string },
  destination: DestinationStream = createLogOutput(),
  format: Format = (line) => line,
): Logger {
  return pino(
    { level, serializers: { err: (error: unknown) => toLoggedError(error) } },
    { write: (line) => destination.write(format(line)) },
  );
}
