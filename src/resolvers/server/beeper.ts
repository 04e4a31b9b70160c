import type { Dialect } from '../../beeper/types.ts';
import type { Context } from '../../context.ts';
import { UnavailableFailure } from '../../failures.ts';

/** Facts that are asked for only when they are selected. */
export interface BeeperFacts {
  readonly sandbox: boolean;
  appVersion(): Promise<string | null>;
  dialect(): Promise<Dialect | null>;
  reachable(): Promise<boolean>;
}

/** @returns what there is to know of Beeper itself; a Beeper that can't be asked is an answer here, not a failure. */
export function beeper({ upstream, sandbox }: Context): BeeperFacts {
  return {
    sandbox,
    appVersion: () => upstream.facts().then(({ appVersion }) => appVersion, nullIfUnavailable),
    dialect: () => upstream.dialect().catch(nullIfUnavailable),
    reachable: () => upstream.reachable(),
  };
}

function nullIfUnavailable(failure: unknown): null {
  if (failure instanceof UnavailableFailure) return null;
  throw failure;
}
