import { type Finding, ok, warning } from './finding.ts';

/** The oldest release line that gets security updates: https://nodejs.org/en/about/previous-releases */
const oldestSupported = 22;

/** @param version such as `22.11.0`. The command does not run on a version that the gateway does not run on. */
export function examineNode(version: string): Finding {
  const major = Number.parseInt(version, 10);
  const isSupported = major >= oldestSupported && major !== 23;
  return isSupported
    ? ok('node', version)
    : warning('node', `${version} works, but gets no security updates`, 'Use Node 22 or 24.');
}
