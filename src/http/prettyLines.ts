import { prettyFactory } from 'pino-pretty';

/** Formats log lines for people. A module of its own, so that it is loaded only where they are the readers. */
export const prettyLine: (line: string) => string = prettyFactory({
  ignore: 'pid,hostname',
  translateTime: 'SYS:HH:MM:ss.l',
});
