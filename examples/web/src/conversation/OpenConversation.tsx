import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { send, useOutgoing } from '../data/outbox.ts';
import { FailureNotice } from '../failures/FailureNotice.tsx';
import { QueryFailures } from '../failures/QueryFailures.tsx';
import type { ConversationQuery } from '../gql/graphql.ts';
import { getFragmentData } from '../gql/index.ts';
import { Composer } from './Composer.tsx';
import { ConversationHeader } from './ConversationHeader.tsx';
import { DropZone } from './DropZone.tsx';
import { MessageList } from './MessageList.tsx';
import { MessageRowFragment } from './MessageRow.tsx';
import { ScopeContext, useChatScope } from './scope.ts';
import { useAnnouncement } from './useAnnouncement.ts';
import { useDraftText } from './useDraftText.ts';
import { useReadMark } from './useReadMark.ts';

type Chat = NonNullable<ConversationQuery['chat']>;

/** A chat that was read. */
export function OpenConversation({
  chat,
  error,
  onReload,
  onOlder,
}: {
  chat: Chat;
  /** Why a part of it is missing. */
  error: unknown;
  onReload: () => Promise<void>;
  onOlder: (after: string) => Promise<void>;
}) {
  const { id: chatID, messages: connection } = chat;
  const messages = useMemo(
    () => getFragmentData(MessageRowFragment, connection?.edges.map(({ node }) => node) ?? []).toReversed(),
    [connection],
  );
  const outgoing = useOutgoing(chatID);
  const [text, setText] = useDraftText(chatID);
  const [files, setFiles] = useState<readonly File[]>([]);
  const [replyToID, setReplyToID] = useState<string | null>(null);
  const [isAtBottom, setIsAtBottom] = useState(true);
  const { announcement, announce } = useAnnouncement(messages);
  const readMark = useReadMark(chat, messages, isAtBottom);
  const field = useRef<HTMLTextAreaElement>(null);

  // Whoever opens a chat at a keyboard goes on writing. Touch keyboards would cover half of the page.
  useEffect(() => {
    const { activeElement } = document;
    const isElsewhere = activeElement === document.body || activeElement?.matches('input, textarea');
    if (!isElsewhere && matchMedia('(hover: hover)').matches) field.current?.focus();
  }, []);

  const scope = useChatScope(chat);
  const reply = useCallback((id: string) => {
    setReplyToID(id);
    field.current?.focus();
  }, []);
  const jumpTo = useCallback(
    (id: string) => {
      const row = document.querySelector<HTMLElement>(`[data-message="${CSS.escape(id)}"]`);
      if (!row) return announce('That message is further up. Load older messages to see it.');
      row.scrollIntoView({ block: 'center' });
      row.focus({ preventScroll: true });
    },
    [announce],
  );
  const write = useCallback(
    (more: string) => {
      setText((current) => [current, more].filter(Boolean).join('\n'));
      field.current?.focus();
    },
    [setText],
  );
  const context = useMemo(() => ({ ...scope, reply, jumpTo, write }), [scope, reply, jumpTo, write]);

  const submit = () => {
    // The caption goes with the first of several files.
    const contents = files.length ? files.map((file, at) => ({ file, text: at ? '' : text })) : [{ text }];
    for (const [at, content] of contents.entries())
      send({ chatID, ...content, replyToMessageID: at ? null : replyToID });
    setText('');
    setFiles([]);
    setReplyToID(null);
  };

  return (
    <ScopeContext value={context}>
      <DropZone onFiles={(more) => setFiles((current) => [...current, ...more])}>
        <ConversationHeader
          chat={chat}
          onMarkUnread={readMark.markUnread}
          isMarkedUnread={readMark.isMarkedUnread}
        />
        <div className="conversation-notices">
          <QueryFailures error={error} onRetry={() => void onReload()} />
          {readMark.failure && <FailureNotice failure={readMark.failure} onRetry={readMark.retry} />}
        </div>
        <MessageList
          messages={messages}
          outgoing={outgoing}
          unreadCount={chat.unreadCount}
          olderCursor={connection?.pageInfo.hasNextPage ? connection.pageInfo.endCursor : null}
          onOlder={onOlder}
          onReload={onReload}
          onBottom={setIsAtBottom}
          onLeave={() => field.current?.focus()}
        />
        <p className="visually-hidden" role="status" aria-live="polite">
          {announcement}
        </p>
        <Composer
          chat={chat}
          fieldRef={field}
          text={text}
          onText={setText}
          files={files}
          onFiles={setFiles}
          replyTo={messages.find(({ id }) => id === replyToID) ?? null}
          onCancelReply={() => setReplyToID(null)}
          onSubmit={submit}
        />
      </DropZone>
    </ScopeContext>
  );
}
