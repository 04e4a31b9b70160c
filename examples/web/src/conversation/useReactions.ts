import { useEffect, useState } from 'react';
import { client } from '../data/client.ts';
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
      ... on AddReactionPayload { changed: message { id ...MessageRow } }
      ... on BeeperError { ...Failure }
    }
  }
`);

const RemoveReaction = graphql(`
  mutation RemoveReaction($input: RemoveReactionInput!) {
    removeReaction(input: $input) {
      __typename
      ... on RemoveReactionPayload { changed: message { id ...MessageRow } }
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
  const reported = reactions ?? noReactions;

  // Beeper queues the change: the message can tell of it later than the answer.
  useEffect(() => {
    setPending((current) => (current.size ? stillPending(current, reported, selfIDs) : current));
  }, [reported, selfIDs]);

  const mark = ({ reactionKey, adds }: Attempt, isPending: boolean) =>
    setPending((current) => {
      const next = new Map(current);
      if (isPending) next.set(reactionKey, adds);
      else next.delete(reactionKey);
      return next;
    });

  const run = async (attempt: Attempt) => {
    mark(attempt, true);
    setFailed(null);
    const failure = await change(chatID, messageID, attempt).catch(failureOfError);
    // Otherwise it is shown already, and the message in the answer is in the cache.
    if (!failure) return;
    mark(attempt, false);
    setFailed({ attempt, failure });
  };

  const groups = groupReactions(reported, selfIDs, pending);
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

/** @returns null if the reaction was added or removed. */
async function change(
  chatID: string,
  messageID: string,
  { reactionKey, adds, idempotencyKey: key }: Attempt,
): Promise<FailureData | null> {
  const input = { chatID, messageID, reactionKey };
  const { data, error } = adds
    ? await client.mutate({ mutation: AddReaction, variables: { input, key } })
    : await client.mutate({ mutation: RemoveReaction, variables: { input } });
  const result = data && ('addReaction' in data ? data.addReaction : data.removeReaction);
  if (!result) return failureOfError(error);
  switch (result.__typename) {
    case 'AddReactionPayload':
    case 'RemoveReactionPayload':
      return null;
    default:
      // Each of the rest is an error: `adviceOf` has a case for every one.
      return getFragmentData(FailureFragment, result);
  }
}

const noReactions: NonNullable<Message['reactions']> = [];
