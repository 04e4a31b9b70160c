import leven from 'leven';
import { isLoopback } from '../common/loopback.ts';
import { fewOf, maxIssues } from './fewIssues.ts';

/** Checks that concern more than the value of one setting. */

type Given = Readonly<Record<string, string>>;

/** Thrown by `loadConfig` with the issues, one line each, ready to print. */
export class ConfigError extends Error {
  /** A sentence for each of the first 20, without any value that can be a secret, and one for the number of the others. */
  readonly issues: readonly string[];

  constructor(issues: readonly string[]) {
    const few = fewOf(issues);
    super(`The configuration is not valid:\n${few.map((issue) => `  ${issue}`).join('\n')}`);
    this.name = 'ConfigError';
    this.issues = few;
  }
}

export const hasOurPrefix = (name: string): boolean => /^(BEEPER|GATEWAY)_/.test(name);

/**
 * Kubernetes sets variables for every Service of the namespace, so for one that is named `beeper` or `gateway`:
 * https://kubernetes.io/docs/tutorials/services/connect-applications-service/#environment-variables
 */
export function isInjectedByKubernetes(name: string, given: Given): boolean {
  if (/^\w+_(SERVICE_HOST|SERVICE_PORT(_\w+)?|PORT_\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)$/.test(name))
    return true;
  return isAddressOfService(name, given[name] ?? '');
}

/** @returns whether Kubernetes sets a variable: `NAME_PORT=tcp://10.0.0.1:80` for a Service. */
export const isAddressOfService = (name: string, value: string): boolean =>
  /^\w+_PORT$/.test(name) && /^(tcp|udp|sctp):\/\//.test(value);

/**
 * These have our prefix as well, and may be set in the shell that starts the gateway. They are not ignored: somebody could
 * expect GATEWAY_KEY to protect the gateway.
 */
const namesOfExamples = ['GATEWAY_URL', 'GATEWAY_KEY', 'BEEPER_TOKEN'];

/** @returns an issue for each name with our prefix that is not one of `settingNames`. */
export function unknownSettings(given: Given, settingNames: readonly string[]): string[] {
  const unknown = Object.keys(given)
    .filter((name) => hasOurPrefix(name) && !settingNames.includes(name))
    .filter((name) => !isInjectedByKubernetes(name, given));
  return unknown.map((name, index) => {
    // What follows the name may be a value, as in `BEEPER_URL: …`.
    const shown = /^\w+:?/.exec(name)?.[0] ?? name;
    const isOfExamples = namesOfExamples.includes(shown);
    const but = isOfExamples ? ', but of our examples: unset it to start a gateway' : '';
    const sentence = `${shown} is not a setting of this gateway${but}`;
    // Comparing names takes long, and this one is only counted.
    if (index >= maxIssues) return sentence;
    // Some settings have no prefix: GATEWAY_PORT means PORT.
    const bare = shown.replace(/^(BEEPER|GATEWAY)_/, '');
    const wordsOf = (setting: string) => setting.split(/_(?!FILE$)/);
    const distance = (setting: string) =>
      Math.min(leven(setting, shown), ...[setting, ...wordsOf(setting)].map((name) => leven(name, bare)));
    const isFileOf = (setting: string) => shown === `${setting}_FILE`;
    const [nearest = ''] = settingNames.toSorted((a, b) => distance(a) - distance(b));
    // Two letters of the whole name, or a third of what follows the prefix: with more, any short name is near to some setting.
    const isClose = leven(nearest, shown) <= 2 || distance(nearest) <= bare.length / 3;
    const suggested = settingNames.find(isFileOf) ?? (isClose ? nearest : null);
    return suggested === null
      ? sentence
      : `${sentence}${isOfExamples ? ', or' : ';'} did you mean ${suggested}?`;
  });
}

export const defaultBeeperURL = 'http://127.0.0.1:23373';

/** @returns whether a setting has a value, directly or in a file. */
export const isGiven = (given: Given, name: string): boolean =>
  given[name] !== undefined || given[`${name}_FILE`] !== undefined;

export const usesSandbox = (given: Given): boolean =>
  given.BEEPER_URL === undefined && !isGiven(given, 'BEEPER_ACCESS_TOKEN');

/** @returns an issue for each combination of settings that is not allowed. */
export function conflicts(given: Given): string[] {
  const issues: string[] = [];
  if (given.NODE_ENV === 'production' && usesSandbox(given)) {
    issues.push(
      'BEEPER_URL or BEEPER_ACCESS_TOKEN must be set when NODE_ENV is production: the sandbox is for development only.',
    );
  }
  const isExposed = given.HOST !== undefined && !isLoopback(given.HOST);
  if (isGiven(given, 'BEEPER_ACCESS_TOKEN') && isExposed && !isGiven(given, 'GATEWAY_KEYS')) {
    issues.push(
      'HOST must be a loopback address (127.0.0.0/8, ::1 or localhost) while BEEPER_ACCESS_TOKEN is set and GATEWAY_KEYS is not: anyone who can reach the gateway could read and write your chats. Listen on loopback, require keys (`beeper-graphql key`), or unset BEEPER_ACCESS_TOKEN so that callers send their own token.',
    );
  }
  issues.push(...portClashes(given));
  if (given.GRAPHIQL === 'on' && given.GATEWAY_DOCUMENTS !== undefined) {
    issues.push(
      'GRAPHIQL must be off while GATEWAY_DOCUMENTS is set: documents written in GraphiQL are not in the manifest.',
    );
  }
  return issues;
}

/** @returns an issue for each further port that is the same as an earlier one. */
function portClashes(given: Given): string[] {
  const ports: [name: string, port: number][] = [['PORT', Number(given.PORT ?? 4000)]];
  const issues: string[] = [];
  for (const name of ['HEALTH_PORT', 'METRICS_PORT']) {
    if (given[name] === undefined) continue;
    const port = Number(given[name]);
    const [other] = ports.find(([, taken]) => taken === port) ?? [];
    if (other) issues.push(`${name} must not be the same as ${other}: each has a listener of its own.`);
    ports.push([name, port]);
  }
  return issues;
}
