import { QueryFailures } from '../failures/QueryFailures.tsx';
import { SkeletonRows } from '../ui/Loading.tsx';
import { useEndless } from '../ui/useEndless.ts';
import { ChatRow } from './ChatRow.tsx';
import type { useInbox } from './useInbox.ts';

/** The rows of the inbox, and what stands in for those that are missing. */
export function ChatList({ inbox, chatID }: { inbox: ReturnType<typeof useInbox>; chatID: string | null }) {
  const { chats, loading, error, moreError, hasMore, loadMore, refetch } = inbox;
  const end = useEndless(() => void loadMore(), hasMore && !loading && !error && !moreError);
  const isEmpty = chats.length === 0;
  if (isEmpty && loading) return <SkeletonRows count={10} label="The chats are loading" />;
  return (
    <>
      {error && (
        <div className="list-notice">
          <QueryFailures error={error} onRetry={() => void refetch().catch(() => {})} />
        </div>
      )}
      {isEmpty && !error && <p className="list-empty">No chats yet. Start one with “New chat”.</p>}
      <ul>
        {chats.map((chat) => (
          <li key={chat.id}>
            <ChatRow chat={chat} isOpen={chat.id === chatID} />
          </li>
        ))}
      </ul>
      {Boolean(moreError) && (
        <div className="list-notice">
          <QueryFailures error={moreError} onRetry={() => void loadMore()} />
        </div>
      )}
      {!isEmpty && hasMore && !moreError && (
        <button
          ref={end}
          type="button"
          className="button list-more"
          data-kind="quiet"
          aria-disabled={loading}
          onClick={() => !loading && void loadMore()}
        >
          {loading ? 'Loading…' : 'Load more'}
        </button>
      )}
    </>
  );
}
