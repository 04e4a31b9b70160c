import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { client } from '../data/client.ts';
import { type FailureData, FailureFragment } from '../failures/Failure.ts';
import { failureOfError } from '../failures/NoAnswer.ts';
import { getFragmentData, graphql } from '../gql/index.ts';
import { isUnread } from '../ui/isUnread.ts';
import type { Message } from './MessageRow.tsx';

const MarkRead = graphql(`
  mutation MarkChatRead($input: MarkChatReadInput!) {
    markChatRead(input: $input) {
      __typename
      ... on MarkChatReadPayload { chat { id unreadCount isMarkedUnread } }
      ... on BeeperError { ...Failure }
    }
  }
`);

const MarkUnread = graphql(`
  mutation MarkChatUnread($input: MarkChatUnreadInput!) {
    markChatUnread(input: $input) {
      __typename
      ... on MarkChatUnreadPayload { chat { id unreadCount isMarkedUnread } }
      ... on BeeperError { ...Failure }
    }
  }
`);

interface Marks {
  readonly id: string;
  readonly unreadCount: number | null;
  readonly isMarkedUnread: boolean | null;
}

/**
 * Marks a chat as read when its newest message is looked at: once for each, also if that fails or the answer of another
 * device says otherwise.
 */
export function useReadMark(chat: Marks, messages: readonly Message[], isAtBottom: boolean) {
  const { id: chatID, isMarkedUnread } = chat;
  const isVisible = useIsVisible();
  const [failed, setFailed] = useState<{ mark: Mark; failure: FailureData } | null>(null);
  const newest = messages.findLast(({ isSender }) => !isSender);
  // A merged chat has the messages of others, and is marked as a whole.
  const upToMessageID = newest?.chatID === chatID ? newest.id : null;
  const newestID = newest?.id ?? 'none';
  const marked = useRef<string | null>(null);

  const run = useCallback(
    async (mark: Mark) => {
      const failure = await markAs(mark, chatID, upToMessageID).catch(failureOfError);
      setFailed(failure && { mark, failure });
    },
    [chatID, upToMessageID],
  );

  const hasUnread = isUnread(chat);
  useEffect(() => {
    if (!hasUnread || !isVisible || !isAtBottom || marked.current === newestID) return;
    marked.current = newestID;
    void run('read');
  }, [hasUnread, isVisible, isAtBottom, newestID, run]);

  return {
    failed,
    /** Tries what failed again. */
    retry: () => failed && void run(failed.mark),
    /** Forgets what failed. */
    dismiss: () => setFailed(null),
    isMarkedUnread: isMarkedUnread === true,
    toggle: () => {
      // It stays unread, until a new message is looked at or the chat is opened again.
      marked.current = newestID;
      void run(isMarkedUnread ? 'read' : 'unread');
    },
  };
}

type Mark = 'read' | 'unread';

/** @returns null if the chat was marked. */
async function markAs(mark: Mark, chatID: string, upToMessageID: string | null): Promise<FailureData | null> {
  const { data, error } =
    mark === 'read'
      ? await client.mutate({ mutation: MarkRead, variables: { input: { chatID, upToMessageID } } })
      : await client.mutate({ mutation: MarkUnread, variables: { input: { chatID } } });
  const result = data && ('markChatRead' in data ? data.markChatRead : data.markChatUnread);
  if (!result) return failureOfError(error);
  switch (result.__typename) {
    case 'MarkChatReadPayload':
    case 'MarkChatUnreadPayload':
      return null;
    default:
      // Each of the rest is an error: `adviceOf` has a case for every one.
      return getFragmentData(FailureFragment, result);
  }
}

function useIsVisible(): boolean {
  return useSyncExternalStore(
    (onChange) => {
      document.addEventListener('visibilitychange', onChange);
      return () => document.removeEventListener('visibilitychange', onChange);
    },
    () => document.visibilityState === 'visible',
  );
}
