import { type FragmentType, getFragmentData, graphql } from '../gql/index.ts';
import { ChatAvatar } from '../ui/ChatAvatar.tsx';
import { plainName } from '../ui/plainName.ts';
import { hashOf } from '../ui/route.ts';

/** Without `lastMessage`: outside of the list of chats it costs Beeper one call for each chat. */
const FoundChatFragment = graphql(`
  fragment FoundChat on BeeperChat {
    id
    title
    network
    ...ChatFace
    participants { items { userID isSelf fullName } }
  }
`);

/** A chat that was found: a link to its conversation. */
export function FoundChat({
  chat,
  isOpen,
}: {
  chat: FragmentType<typeof FoundChatFragment>;
  isOpen: boolean;
}) {
  const found = getFragmentData(FoundChatFragment, chat);
  const { id, title, network, participants } = found;
  const others = participants?.items.flatMap(({ isSelf, fullName }) =>
    isSelf || !fullName ? [] : [plainName(fullName)],
  );
  return (
    <li>
      <a
        className="row"
        data-row={id}
        href={hashOf({ page: 'chat', chatID: id })}
        aria-current={isOpen ? 'page' : undefined}
      >
        <ChatAvatar chat={found} />
        <span className="row-title">{title ?? 'Chat without a title'}</span>
        <span className="row-preview">{others && others.length > 1 ? others.join(', ') : network}</span>
      </a>
    </li>
  );
}
