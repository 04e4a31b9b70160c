import type { GatewayKey } from '../../config/values.ts';

/** Who may send requests, and which documents run. */
export interface AccessRules {
  /** Keys that callers need; if empty, no key is required. */
  readonly keys: readonly GatewayKey[];
  /** The only documents that run, by hash; null allows every document. */
  readonly documents: ReadonlyMap<string, string> | null;
}

/**
 * A reload replaces the rules in one step. It changes neither whether keys are required nor whether there is a manifest:
 * these are decided when the app is created.
 */
export interface RulesInForce {
  current: AccessRules;
}

export interface RulesContext {
  rules?: AccessRules;
}

/**
 * @returns the rules of a request: those that were in force when it arrived. They are kept, because Yoga asks again for a
 * request that the plain lane leaves to it, which may be executed by then.
 */
export function rulesOf(context: RulesContext, inForce: RulesInForce): AccessRules {
  context.rules ??= inForce.current;
  return context.rules;
}
