import { useMutation } from '@apollo/client/react';
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { type FailureData, FailureFragment } from '../failures/Failure.ts';
import { failureOfError } from '../failures/NoAnswer.ts';
import type { MarkChatReadMutation, MarkChatUnreadMutation } from '../gql/graphql.ts';
import { getFragmentData, graphql } from '../gql/index.ts';
import { isUnread } from '../ui/isUnread.ts';
import type { Message } from './MessageRow.tsx';

const MarkRead = graphql(`
  mutation MarkChatRead($input: MarkChatReadInput!) {
    markChatRead(input: $input) {
      __typename
      ... on MarkChatReadPayload { chat { id unreadCount unreadMentionsCount isMarkedUnread } }
      ... on BeeperError { ...Failure }
    }
  }
`);

const MarkUnread = graphql(`
  mutation MarkChatUnread($input: MarkChatUnreadInput!) {
    markChatUnread(input: $input) {
      __typename
      ... on MarkChatUnreadPayload { chat { id unreadCount unreadMentionsCount isMarkedUnread } }
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
  const [markRead] = useMutation(MarkRead);
  const [markUnread] = useMutation(MarkUnread);
  const newest = messages.findLast(({ isSender }) => !isSender);
  // A merged chat has the messages of others, and is marked as a whole.
  const upToMessageID = newest?.chatID === chatID ? newest.id : null;
  const newestID = newest?.id ?? 'none';
  const marked = useRef<string | null>(null);

  const run = useCallback(
    async (mark: Mark) => {
      const failure = await (mark === 'read'
        ? markRead({ variables: { input: { chatID, upToMessageID } } }).then(({ data, error }) =>
            failureOf(data?.markChatRead, error),
          )
        : markUnread({ variables: { input: { chatID } } }).then(({ data, error }) =>
            failureOf(data?.markChatUnread, error),
          )
      ).catch((error) => failureOfError(error));
      setFailed(failure && { mark, failure });
    },
    [markRead, markUnread, chatID, upToMessageID],
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
type Result = MarkChatReadMutation['markChatRead'] | MarkChatUnreadMutation['markChatUnread'];

/** @returns null if the chat was marked. */
function failureOf(result: Result | undefined, error: unknown): FailureData | null {
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
