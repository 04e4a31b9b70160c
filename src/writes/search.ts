import type { BeeperClient } from '../beeper/client.ts';
import type { Log } from '../common/requestLog.ts';
import { type Claim, storeUnavailable } from './idempotency.ts';
import type { Journal, Noted } from './journal.ts';
import { isUnexpected, type Look, lookFor, NotFoundByLooking } from './looking.ts';
import type { Store } from './store/store.ts';

/** What belongs to a write with a key whose unknown outcome can be looked for. */
export interface Search<Result extends object> {
  /**
   * Must be called before the write is sent.
   * @throws {UnavailableFailure} where the store can't be used: writes that look alike could not be told apart.
   */
  begin(): Promise<void>;
  done(result: Result): Promise<void>;
  undone(): Promise<void>;
  /**
   * Looks for the outcome, and stores what it finds under the key.
   * @param upstreamCode the code of Beeper's error, if one has just been the answer.
   * @throws {NotFoundByLooking}
   */
  find(upstreamCode: string | null): Promise<Result>;
}

export interface SearchParts<Result extends object> {
  readonly look: Look<Result>;
  readonly claim: Claim<Result>;
  /** The caller, as a hash, and its key. */
  readonly scope: string;
  readonly key: string;
  readonly client: BeeperClient;
  readonly log: Log;
  /** The name of the mutation. */
  readonly operation: string;
}

export function createSearch<Result extends object>(
  { look, claim, scope, key, client, log, operation }: SearchParts<Result>,
  shared: { readonly journal: Journal; readonly store: Store },
): Search<Result> {
  const { attempt } = claim;
  const note = (state: Noted['state'], id: string | null, subject = look.subject) =>
    shared.journal.note(subject, { claim: attempt.claim, scope, key, at: attempt.at, state, id });
  // What is lost here makes the outcome of other writes unknown, not wrong.
  const noteQuietly = (...parameters: Parameters<typeof note>) => note(...parameters).catch(() => {});
  const noteDone = async (result: Result) => {
    const name = look.nameOf(result);
    const subject = look.subjectOf(result);
    const isOther = JSON.stringify(subject) !== JSON.stringify(look.subject);
    await Promise.all([noteQuietly('done', name), isOther && noteQuietly('done', name, subject)]);
  };

  return {
    begin: () => note('begun', null).catch(storeUnavailable),
    done: noteDone,
    undone: () => noteQuietly('undone', null),
    async find(upstreamCode) {
      // Its reads have a time of their own.
      client.endWrite();
      try {
        const found = await lookFor(look, attempt, shared, upstreamCode);
        await Promise.all([claim.keep(found), noteDone(found)]);
        return found;
      } catch (failure) {
        if (!(failure instanceof NotFoundByLooking) || isUnexpected(failure))
          log.error({ operation, err: failure }, 'Unexpected error masked');
        await claim.settle(failure);
        throw failure;
      }
    },
  };
}
