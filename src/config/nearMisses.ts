import leven from 'leven';
import { hasOurPrefix, isInjectedByKubernetes } from './checks.ts';

type Given = Readonly<Record<string, string>>;

/** Letters and digits alone, so that `PORT:`, `port` and `LOG-LEVEL` are the same as the names of settings. */
const bare = (name: string): string => name.replace(/[^A-Za-z0-9]/g, '').toUpperCase();

/** Set by `npm run sandbox`, which starts only the sandbox. */
const otherNames = ['SANDBOX_PORT'];

/** OpenTelemetry's names for logs, which are near to those for spans. */
const isOfLogs = (name: string): boolean => name.startsWith('OTEL_BLRP_');

/**
 * Names without our prefix may belong to any program, so they never stop the start-up.
 * @returns a warning for each name that looks like a misspelled setting, and for a NODE_ENV that looks like production.
 */
export function nearMisses(given: Given, settingNames: readonly string[]): string[] {
  const warnings: string[] = [];
  for (const name of Object.keys(given)) {
    if (hasOurPrefix(name) || settingNames.includes(name) || otherNames.includes(name)) continue;
    if (isInjectedByKubernetes(name, given) || isOfLogs(name)) continue;
    const setting =
      settingNames.find((known) => isNear(name, known)) ??
      (name.startsWith('SANDBOX_') ? 'SANDBOX_APP_VERSION' : undefined);
    if (setting) warnings.push(`${shown(name)} is not a setting and is ignored; did you mean ${setting}?`);
  }
  const mode = given.NODE_ENV?.trim().toLowerCase() ?? '';
  if (given.NODE_ENV !== 'production' && (mode.startsWith('prod') || leven(mode, 'production') <= 2)) {
    warnings.push('NODE_ENV is not "production", so the gateway does not run in production mode.');
  }
  return warnings;
}

function isNear(name: string, setting: string): boolean {
  const [own, known] = [bare(name), bare(setting)];
  if (own === known) return true;
  // HOST and PORT are near to too many other names.
  if (known.length < 7) return false;
  const nearest = known.length < 8 ? 1 : 2;
  // A bound, since there can be hundreds of variables, and each is compared with each setting.
  if (leven(own, known, { maxDistance: nearest + 1 }) <= nearest) return true;
  return (setting === 'GRAPHIQL' || setting === 'NODE_ENV') && own.startsWith(known);
}

/** A name can be part of a line that was not split at the right place: what follows may be a value. */
const shown = (name: string): string => /^[\w-]+:?/.exec(name)?.[0] ?? 'A name';
