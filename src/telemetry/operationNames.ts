import { loggedName } from '../common/operationName.ts';

/** Each name is a time series for each of its results, in the gateway and in Prometheus. */
const maxNames = 100;
const maxTrustedNames = 1_000;
/** Names that come beyond this number are taken in one at a time, so that one caller can't fill all places at once. */
const takenAtOnce = 50;
const nextAfterMs = 30_000;

/** Names operations in metrics. Their number is bounded, whatever callers send. */
export interface OperationNames {
  /**
   * @param name null for an operation without one.
   * @param isOK whether it ended without errors: the name of any other takes no place.
   * @returns the name, `anonymous`, or `other` for one that has no place.
   */
  labelOf(name: string | null, isOK: boolean): string;
}

/** @param isTrusted whether only the documents of a manifest run, so that nobody makes up names. */
export function createOperationNames(isTrusted: boolean): OperationNames {
  const names = new Set<string>();
  const max = isTrusted ? maxTrustedNames : maxNames;
  let takenAt = Number.NEGATIVE_INFINITY;

  function take(name: string): boolean {
    if (names.size >= max) return false;
    const now = performance.now();
    if (!isTrusted && names.size >= takenAtOnce && now - takenAt < nextAfterMs) return false;
    takenAt = now;
    names.add(name);
    return true;
  }

  return {
    labelOf(name, isOK) {
      if (name === null) return 'anonymous';
      const label = loggedName(name);
      return names.has(label) || (isOK && take(label)) ? label : 'other';
    },
  };
}
