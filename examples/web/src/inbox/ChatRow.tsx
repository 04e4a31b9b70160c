import { type FragmentType, getFragmentData, graphql } from '../gql/index.ts';
import { hashOf } from '../ui/route.ts';

/** What the inbox shows of a chat. Events select the same, so that one can replace the other. */
export const ChatRowFragment = graphql(`
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
    imgURL { contentURL url }
    participants { items { userID isSelf fullName imgURL { contentURL url } } }
    mergedInto { id }
    lastMessage { id plainText isSender senderName timestamp attachments { type isVoiceNote } }
  }
`);

/** One chat of the inbox. */
export function ChatRow({ chat, isOpen }: { chat: FragmentType<typeof ChatRowFragment>; isOpen: boolean }) {
  const { id, title, network, unreadCount, lastMessage } = getFragmentData(ChatRowFragment, chat);
  return (
    <a href={hashOf({ page: 'chat', chatID: id })} aria-current={isOpen ? 'page' : undefined}>
      <strong>{title ?? 'Chat'}</strong> <small>{network}</small>
      {unreadCount ? <span>{unreadCount} unread</span> : null}
      <p>{lastMessage?.plainText}</p>
    </a>
  );
}
