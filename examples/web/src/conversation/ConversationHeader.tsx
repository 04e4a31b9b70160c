import { type DocumentType, type FragmentType, getFragmentData, graphql } from '../gql/index.ts';
import { BackLink } from '../ui/BackLink.tsx';
import { ChatAvatar } from '../ui/ChatAvatar.tsx';
import { plainName } from '../ui/plainName.ts';

const HeaderFragment = graphql(`
  fragment ConversationHeader on BeeperChat {
    id
    title
    network
    type
    participants { total hasMore items { userID isSelf fullName } }
    merge { chats { id network } }
    ...ChatFace
  }
`);

type HeaderFragmentData = DocumentType<typeof HeaderFragment>;

/** Who the conversation is with, and on which network. */
export function ConversationHeader({
  chat,
  isMarkedUnread,
  onToggleUnread,
}: {
  chat: FragmentType<typeof HeaderFragment>;
  isMarkedUnread: boolean;
  onToggleUnread: () => void;
}) {
  const header = getFragmentData(HeaderFragment, chat);
  const { title, network, type, participants, merge } = header;
  const networks = merge?.chats.flatMap((part) => part?.network ?? []).join(', ') || network;
  const people = type === 'SINGLE' ? null : peopleText(participants);
  return (
    <header className="conversation-header">
      <BackLink />
      <ChatAvatar chat={header} />
      <div className="conversation-title">
        <h1 id="conversation-title" tabIndex={-1} dir="auto">
          {title ?? 'Chat without a title'}
        </h1>
        <p>{[networks, people].filter(Boolean).join(' · ')}</p>
      </div>
      <button type="button" className="button" data-kind="quiet" onClick={onToggleUnread}>
        <span className="mark-as">Mark as </span>
        <span>{isMarkedUnread ? 'read' : 'unread'}</span>
      </button>
    </header>
  );
}

/** @returns how many people there are, and some of their names. */
function peopleText(participants: HeaderFragmentData['participants']): string | null {
  if (!participants) return null;
  const { items, total, hasMore } = participants;
  const others = items.filter(({ isSelf }) => !isSelf);
  const names = others.slice(0, 4).map(({ fullName }) => plainName(fullName ?? 'Somebody'));
  const isMore = others.length > names.length || hasMore;
  // The number counts you, too.
  const you = items.length > others.length ? ['you'] : [];
  return `${total ?? items.length} people: ${[...you, ...names].join(', ')}${isMore ? ' …' : ''}`;
}
