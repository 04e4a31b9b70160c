import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { send, useOutgoing } from '../data/outbox.ts';
import { QueryFailures } from '../failures/QueryFailures.tsx';
import type { ConversationQuery } from '../gql/graphql.ts';
import { getFragmentData, graphql } from '../gql/index.ts';
import { hasMouse } from '../ui/hasMouse.ts';
import { Composer } from './Composer.tsx';
import { ConversationHeader } from './ConversationHeader.tsx';
import { DropZone } from './DropZone.tsx';
import { MessageList } from './MessageList.tsx';
import { MessageRowFragment } from './MessageRow.tsx';
import { ReadMarkFailure } from './ReadMarkFailure.tsx';
import { ScopeContext, useChatScope } from './scope.ts';
import { useAnnouncement } from './useAnnouncement.ts';
import { useDraftText } from './useDraftText.ts';
import { nothing, useNextMessage } from './useNextMessage.ts';
import { useReadMark } from './useReadMark.ts';

const MessagePageFragment = graphql(`
  fragment MessagePage on BeeperChat {
    messages(first: $first, after: $after) {
      edges { cursor node { id sentWithKey ...MessageRow } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

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
  const { id: chatID } = chat;
  const { messages: connection } = getFragmentData(MessagePageFragment, chat);
  const messages = useMemo(
    () => getFragmentData(MessageRowFragment, connection?.edges.map(({ node }) => node) ?? []).toReversed(),
    [connection],
  );
  const outgoing = useOutgoing(chatID);
  const [text, setText] = useDraftText(chatID);
  const [{ files, replyToID }, setNext] = useNextMessage(chatID);
  const addFiles = (more: readonly File[]) =>
    setNext((next) => ({ ...next, files: [...next.files, ...more] }));
  const removeFile = (file: File) => {
    setNext((next) => ({ ...next, files: next.files.filter((one) => one !== file) }));
    focusField();
  };
  const replyTo = messages.find(({ id }) => id === replyToID) ?? null;
  /** The quoted message that somebody wanted to see when it was not loaded. */
  const [wantedID, setWantedID] = useState<string | null>(null);
  const isFurtherUp = wantedID !== null && !messages.some(({ id }) => id === wantedID);
  const [isAtBottom, setIsAtBottom] = useState(true);
  const announcement = useAnnouncement(messages);
  const readMark = useReadMark(chat, messages, isAtBottom);
  const field = useRef<HTMLTextAreaElement>(null);

  // Whoever opens a chat at a keyboard goes on writing.
  useEffect(() => {
    const { activeElement } = document;
    // The page was loaded just now, or somebody writes elsewhere.
    const staysAway = activeElement === document.body || activeElement?.matches('input, textarea');
    if (!staysAway && hasMouse()) field.current?.focus();
  }, []);

  const scope = useChatScope(chat);
  const reply = useCallback(
    (id: string) => {
      setNext((next) => ({ ...next, replyToID: id }));
      field.current?.focus();
    },
    [setNext],
  );
  const jumpTo = useCallback((id: string) => {
    const row = document.querySelector<HTMLElement>(`[data-message="${CSS.escape(id)}"]`);
    setWantedID(row ? null : id);
    row?.scrollIntoView({ block: 'center' });
    row?.focus({ preventScroll: true });
  }, []);
  const write = useCallback(
    (more: string) => {
      setText((current) => [current, more].filter(Boolean).join('\n'));
      field.current?.focus();
    },
    [setText],
  );
  const context = useMemo(() => ({ ...scope, reply, jumpTo, write }), [scope, reply, jumpTo, write]);

  const focusField = () => {
    if (hasMouse()) field.current?.focus();
  };
  const submit = () => {
    // The caption goes with the first of several files.
    const contents = files.length ? files.map((file, at) => ({ file, text: at ? '' : text })) : [{ text }];
    for (const [at, content] of contents.entries())
      send({ chatID, ...content, replyToMessageID: at ? null : (replyTo?.id ?? null) });
    setText('');
    setNext(nothing);
  };

  return (
    <ScopeContext value={context}>
      <DropZone isOpen={scope.canSend} onFiles={addFiles}>
        <ConversationHeader
          chat={chat}
          onToggleUnread={readMark.toggle}
          isMarkedUnread={readMark.isMarkedUnread}
        />
        <div className="conversation-notices">
          {/* Its failure is the next `error`. */}
          <QueryFailures error={error} onRetry={() => void onReload().catch(() => {})} />
          <ReadMarkFailure readMark={readMark} />
          <p role="status" className={isFurtherUp ? 'notice conversation-hint' : undefined}>
            {isFurtherUp && (
              <>
                That message is further up. Load older messages to see it.
                <button type="button" className="link-button" onClick={() => setWantedID(null)}>
                  Dismiss
                </button>
              </>
            )}
          </p>
        </div>
        <MessageList
          messages={messages}
          outgoing={outgoing}
          unreadCount={chat.unreadCount}
          olderCursor={connection?.pageInfo.hasNextPage ? connection.pageInfo.endCursor : null}
          onOlder={onOlder}
          onReload={onReload}
          isAtBottom={isAtBottom}
          onBottom={setIsAtBottom}
          onLeave={focusField}
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
          onFiles={addFiles}
          onRemoveFile={removeFile}
          replyTo={replyTo}
          onCancelReply={() => {
            setNext((next) => ({ ...next, replyToID: null }));
            focusField();
          }}
          onSubmit={submit}
        />
      </DropZone>
    </ScopeContext>
  );
}
