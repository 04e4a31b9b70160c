import { type FragmentType, getFragmentData, graphql } from '../gql/index.ts';
import { ChatAvatar, ChatFaceFragment } from '../ui/ChatAvatar.tsx';
import { senderPrefix } from '../ui/previewOf.ts';
import { hashOf } from '../ui/route.ts';
import { Time } from '../ui/Time.tsx';
import { excerptOf } from './excerptOf.ts';

const FoundMessageFragment = graphql(`
  fragment FoundMessage on BeeperMessage {
    id
    chatID
    plainText
    isSender
    senderName
    timestamp
    chat { id ...ChatFace }
  }
`);

/** A message that was found: a link to its chat, with the words marked. */
export function FoundMessage({
  message,
  query,
}: {
  message: FragmentType<typeof FoundMessageFragment>;
  query: string;
}) {
  const found = getFragmentData(FoundMessageFragment, message);
  const { chatID, plainText, timestamp, chat } = found;
  const face = getFragmentData(ChatFaceFragment, chat);
  return (
    <li>
      <a
        className="row"
        data-row={chatID}
        href={hashOf({ page: 'chat', chatID })}
        title="Opens the chat, at its newest message"
      >
        {chat && <ChatAvatar chat={chat} />}
        <span className="row-title">{face?.title ?? 'Chat without a title'}</span>
        <span className="row-time">{timestamp && <Time at={timestamp} format="relative" />}</span>
        <span className="row-preview">
          {senderPrefix(found, face?.type === 'GROUP')}
          {excerptOf(plainText ?? '', query).map(({ at, text, isHit }) =>
            isHit ? <mark key={at}>{text}</mark> : text,
          )}
        </span>
      </a>
    </li>
  );
}
