type Line = (fields: object, message: string) => void;

/** What code that serves a request writes to the log. */
export interface Log {
  readonly info: Line;
  readonly warn: Line;
  readonly error: Line;
}

/**
 * @param bindings are added to every line.
 * @returns a log for one request. Making it costs nothing, unlike a child of a pino logger: most requests have no line.
 */
export const createRequestLog = (log: Log, bindings: object): Log => ({
  info: (fields, message) => log.info({ ...bindings, ...fields }, message),
  warn: (fields, message) => log.warn({ ...bindings, ...fields }, message),
  error: (fields, message) => log.error({ ...bindings, ...fields }, message),
});
