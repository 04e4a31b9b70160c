import type { Ref } from 'react';
import { type FragmentType, getFragmentData, graphql } from '../gql/index.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { Icon } from '../ui/Icon.tsx';
import { hashOf } from '../ui/route.ts';

export const HeaderFragment = graphql(`
  fragment ConversationHeader on BeeperChat {
    id
    title
    network
    type
    imgURL { contentURL url }
    participants { total hasMore items { userID isSelf fullName username imgURL { contentURL url } } }
    merge { chats { id network } }
  }
`);

/** Who the conversation is with, and on which network. */
export function ConversationHeader({
  chat,
  headingRef,
  isMarkedUnread,
  onMarkUnread,
}: {
  chat: FragmentType<typeof HeaderFragment>;
  headingRef: Ref<HTMLHeadingElement>;
  isMarkedUnread: boolean;
  onMarkUnread: () => void;
}) {
  const { title, network, type, imgURL, participants, merge } = getFragmentData(HeaderFragment, chat);
  const others = participants?.items.filter(({ isSelf }) => !isSelf) ?? [];
  const networks = merge?.chats.flatMap((part) => part?.network ?? []).join(', ') || network;
  const names = others.slice(0, 4).map(({ fullName, username }) => fullName ?? username ?? 'Somebody');
  const people =
    type === 'SINGLE' ? null : `${participants?.total ?? others.length + 1} people: ${names.join(', ')}`;
  const isMore = others.length > names.length || participants?.hasMore;
  return (
    <header className="conversation-header">
      <a
        className="icon-button conversation-back"
        href={hashOf({ page: 'inbox' })}
        aria-label="Back to the chats"
      >
        <Icon name="back" />
      </a>
      <Avatar name={title} picture={imgURL ?? (type === 'SINGLE' ? others[0]?.imgURL : null)} />
      <div className="conversation-title">
        <h1 ref={headingRef} tabIndex={-1} dir="auto">
          {title ?? 'Chat'}
        </h1>
        <p>{[networks, people && `${people}${isMore ? ' …' : ''}`].filter(Boolean).join(' · ')}</p>
      </div>
      <button
        type="button"
        className="button"
        data-kind="quiet"
        disabled={isMarkedUnread}
        onClick={onMarkUnread}
      >
        {isMarkedUnread ? 'Unread' : 'Mark as unread'}
      </button>
    </header>
  );
}
