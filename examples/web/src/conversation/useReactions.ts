import { useMutation } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { newKey } from '../data/keys.ts';
import { type FailureData, FailureFragment } from '../failures/Failure.ts';
import { failureOfError } from '../failures/NoAnswer.ts';
import { getFragmentData, graphql } from '../gql/index.ts';
import type { Message } from './MessageRow.tsx';
import { groupReactions, type Pending, type ReactionGroup, stillPending } from './reactionGroups.ts';
import { useScope } from './scope.ts';

const AddReaction = graphql(`
  mutation AddReaction($input: AddReactionInput!, $key: String!) {
    addReaction(input: $input, idempotencyKey: $key) {
      __typename
      ... on AddReactionPayload { confirmed changed: message { id ...MessageRow } }
      ... on BeeperError { ...Failure }
    }
  }
`);

const RemoveReaction = graphql(`
  mutation RemoveReaction($input: RemoveReactionInput!) {
    removeReaction(input: $input) {
      __typename
      ... on RemoveReactionPayload { confirmed changed: message { id ...MessageRow } }
      ... on BeeperError { ...Failure }
    }
  }
`);

export interface MessageReactions {
  readonly groups: readonly ReactionGroup[];
  /** The keys of the own ones. */
  readonly own: ReadonlySet<string>;
  readonly failure: FailureData | null;
  /** Adds a reaction, or removes the own one. */
  toggle(reactionKey: string): void;
  /** Tries what failed again. */
  retry(): void;
  /** Forgets what failed. */
  dismiss(): void;
}

interface Attempt {
  readonly reactionKey: string;
  readonly adds: boolean;
  /** The same for each try, so that one reaction is added. */
  readonly idempotencyKey: string;
}

/** The reactions to a message. A change is shown at once, and taken back if it fails. */
export function useReactions({ id: messageID, chatID, reactions }: Message): MessageReactions {
  const { selfIDs } = useScope();
  const [pending, setPending] = useState<Pending>(new Map());
  const [failed, setFailed] = useState<{ attempt: Attempt; failure: FailureData } | null>(null);
  const [add] = useMutation(AddReaction);
  const [remove] = useMutation(RemoveReaction);
  const told = reactions ?? noReactions;

  // Beeper queues the change: the message can tell of it later than the answer.
  useEffect(() => {
    setPending((current) => (current.size ? stillPending(current, told, selfIDs) : current));
  }, [told, selfIDs]);

  const mark = ({ reactionKey, adds }: Attempt, isPending: boolean) =>
    setPending((current) => {
      const next = new Map(current);
      if (isPending) next.set(reactionKey, adds);
      else next.delete(reactionKey);
      return next;
    });

  const run = async (attempt: Attempt) => {
    const { reactionKey, adds, idempotencyKey: key } = attempt;
    const input = { chatID, messageID, reactionKey };
    mark(attempt, true);
    setFailed(null);
    const fail = (failure: FailureData) => {
      mark(attempt, false);
      setFailed({ attempt, failure });
    };
    try {
      const { result, error } = adds
        ? await add({ variables: { input, key } }).then(({ data, error }) => ({
            result: data?.addReaction,
            error,
          }))
        : await remove({ variables: { input } }).then(({ data, error }) => ({
            result: data?.removeReaction,
            error,
          }));
      if (!result) return fail(failureOfError(error));
      switch (result.__typename) {
        case 'AddReactionPayload':
        case 'RemoveReactionPayload':
          // It is shown already, and the message in the answer is in the cache.
          return;
        default:
          // Each of the rest is an error: `adviceOf` has a case for every one.
          return fail(getFragmentData(FailureFragment, result));
      }
    } catch (error) {
      fail(failureOfError(error));
    }
  };

  const groups = groupReactions(told, selfIDs, pending);
  const own = new Set(groups.flatMap(({ key, isOwn }) => (isOwn ? [key] : [])));
  return {
    groups,
    own,
    failure: failed?.failure ?? null,
    toggle: (reactionKey) => void run({ reactionKey, adds: !own.has(reactionKey), idempotencyKey: newKey() }),
    retry: () => failed && void run(failed.attempt),
    dismiss: () => setFailed(null),
  };
}

const noReactions: NonNullable<Message['reactions']> = [];
