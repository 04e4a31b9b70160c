import { memo } from 'react';
import { type DocumentType, type FragmentType, getFragmentData, graphql } from '../gql/index.ts';
import { ChatAvatar } from '../ui/ChatAvatar.tsx';
import { Icon } from '../ui/Icon.tsx';
import { isUnread } from '../ui/isUnread.ts';
import { previewOf } from '../ui/previewOf.ts';
import { hashOf } from '../ui/route.ts';
import { Time } from '../ui/Time.tsx';

/** What the inbox shows of a chat. Events select the same, so that one can replace the other. */
const ChatRowFragment = graphql(`
  fragment ChatRow on BeeperChat {
    id
    title
    network
    type
    unreadCount
    isMarkedUnread
    isMuted
    isArchived
    isPinned
    lastActivity
    mergedInto { id }
    lastMessage {
      id
      plainText
      isSender
      isDeleted
      senderName
      attachments { type isVoiceNote isGif isSticker }
    }
    ...ChatFace
  }
`);

type ChatRowFragmentData = DocumentType<typeof ChatRowFragment>;

/** One chat of the inbox: a link to its conversation. An event changes one chat, and only its row is rendered again. */
export const ChatRow = memo(function ChatRow({
  chat,
  isOpen,
}: {
  chat: FragmentType<typeof ChatRowFragment>;
  isOpen: boolean;
}) {
  const row = getFragmentData(ChatRowFragment, chat);
  const { id, title, network, type, lastActivity, lastMessage } = row;
  return (
    <a
      className="row"
      data-row={id}
      data-unread={isUnread(row)}
      href={hashOf({ page: 'chat', chatID: id })}
      aria-current={isOpen ? 'page' : undefined}
    >
      <ChatAvatar chat={row} />
      <span className="row-title">{title ?? 'Chat without a title'}</span>
      <span className="row-time">{lastActivity && <Time at={lastActivity} format="relative" />}</span>
      <span className="row-preview">
        {lastMessage ? previewOf(lastMessage, type === 'GROUP') : 'No messages'}
      </span>
      {isUnread(row) && <UnreadBadge row={row} />}
      <span className="row-meta">
        {network}
        {row.isPinned && <Mark icon="pin" label="Pinned" />}
        {row.isMuted && <Mark icon="mute" label="Muted" />}
        {row.isArchived && <Mark icon="archive" label="Archived" />}
      </span>
    </a>
  );
});

function UnreadBadge({ row: { unreadCount, isMuted } }: { row: ChatRowFragmentData }) {
  return (
    <span className="badge" data-kind={isMuted ? 'muted' : undefined}>
      {unreadCount ? (unreadCount > 99 ? '99+' : unreadCount) : ''}
      <span className="visually-hidden">{unreadCount ? ' unread' : 'Marked as unread'}</span>
    </span>
  );
}

function Mark({ icon, label }: { icon: 'pin' | 'mute' | 'archive'; label: string }) {
  return (
    <span title={label}>
      <Icon name={icon} size="small" />
      <span className="visually-hidden">{label}</span>
    </span>
  );
}
