import type { Dialect } from '../../beeper/dialect.ts';
import type { Context } from '../../context.ts';
import { UnavailableFailure } from '../../failures.ts';

export type FeatureFacts = ReturnType<Context['serverInfo']['features']>[number];

/** Facts that are looked up only when they are selected. */
export interface BeeperFacts {
  readonly sandbox: boolean;
  appName(): Promise<string | null>;
  appVersion(): Promise<string | null>;
  dialect(): Promise<Dialect | null>;
  reachable(): Promise<boolean>;
  features(): Promise<readonly FeatureFacts[]>;
}

/** @returns what is known of Beeper itself. A Beeper that does not answer is a result here, not a failure. */
export function beeper({ beeper: { reachable }, serverInfo, sandbox }: Context): BeeperFacts {
  return {
    sandbox,
    appName: () => serverInfo.facts().then(({ appName }) => appName, nullIfUnavailable),
    appVersion: () => serverInfo.facts().then(({ appVersion }) => appVersion, nullIfUnavailable),
    dialect: async () => Promise.resolve(serverInfo.dialect()).catch(nullIfUnavailable),
    reachable,
    features: async () => {
      await serverInfo.facts().catch(nullIfUnavailable);
      return serverInfo.features();
    },
  };
}

function nullIfUnavailable(failure: unknown): null {
  if (failure instanceof UnavailableFailure) return null;
  throw failure;
}
