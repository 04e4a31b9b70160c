import { memo } from 'react';
import { type DocumentType, graphql } from '../gql/index.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { plainName } from '../ui/plainName.ts';
import { Time } from '../ui/Time.tsx';
import { Attachment } from './Attachment.tsx';
import { MessageActions } from './MessageActions.tsx';
import { MessageText } from './MessageText.tsx';
import { Quote } from './Quote.tsx';
import { Reactions } from './Reactions.tsx';
import { SendStatus } from './SendStatus.tsx';
import { useScope } from './scope.ts';
import { useReactions } from './useReactions.ts';

/** What a conversation shows of a message. Events select the same, so that one can replace the other. */
export const MessageRowFragment = graphql(`
  fragment MessageRow on BeeperMessage {
    id
    chatID
    timestamp
    sortKey
    type
    rawType
    plainText
    senderName
    senderID
    isSender
    isDeleted
    isHidden
    editedTimestamp
    sentWithKey
    viewerCanReact
    repliedTo { id plainText senderName isSender isDeleted attachments { type isVoiceNote isGif isSticker } }
    reactions { reactionKey participantID imgURL { contentURL } }
    sendStatus { status message reason deliveredToUsers }
    seen { isSeen by { isSeen } }
    attachments {
      type
      fileName
      fileSize
      mimeType
      isVoiceNote
      isGif
      isSticker
      blurhash
      size { width height }
      srcURL { contentURL url }
      posterImg { contentURL }
      transcription { transcription }
    }
  }
`);

export type Message = DocumentType<typeof MessageRowFragment>;

/** One message. Memoized: a new message does not render all others. */
export const MessageRow = memo(function MessageRow({
  message,
  rowKey,
  startsGroup,
  endsGroup,
  isActive,
}: {
  message: Message;
  rowKey: string;
  startsGroup: boolean;
  endsGroup: boolean;
  /** Whether Tab reaches its buttons. */
  isActive: boolean;
}) {
  const { isGroup, people, networks } = useScope();
  const reactions = useReactions(message);
  const { id, type, timestamp, senderID, isSender, isDeleted, editedTimestamp, attachments } = message;
  const person = senderID ? people.get(senderID) : undefined;
  const name = isSender ? 'You' : plainName(message.senderName ?? person?.fullName ?? 'Somebody');
  const network = networks.get(message.chatID);
  const showsName = startsGroup && ((isGroup && !isSender) || network);
  if (type === 'NOTICE')
    return (
      <li className="message message-notice" data-row={rowKey} data-message={id} tabIndex={-1}>
        <MessageText message={message} />
      </li>
    );
  return (
    <li
      className="message"
      data-row={rowKey}
      data-message={id}
      data-own={isSender === true}
      data-starts={startsGroup}
      data-ends={endsGroup}
      tabIndex={-1}
    >
      {!isSender && isGroup && (
        <span className="message-avatar">
          {endsGroup && <Avatar name={name} picture={person?.imgURL} size="small" />}
        </span>
      )}
      <div className="message-body">
        <p className={showsName ? 'message-sender' : 'visually-hidden'}>
          {isSender && showsName ? null : name}
          {network && <small> {showsName ? `via ${network}` : network}</small>}
        </p>
        <div className="bubble" data-type={type}>
          {!isDeleted && <Quote message={message} />}
          {!isDeleted && attachments && attachments.length > 0 && (
            <div className="attachments" data-many={attachments.length > 1}>
              {attachments.map((attachment, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the files of a message never change their order.
                <Attachment key={at} attachment={attachment} message={message} />
              ))}
            </div>
          )}
          <MessageText message={message} />
          <p className="message-meta">
            {editedTimestamp && !isDeleted && <span>Edited </span>}
            {timestamp && <Time at={timestamp} format="clock" />}
            {isSender && !isDeleted && <SendStatus message={message} />}
          </p>
          {!isDeleted && (
            <MessageActions message={message} name={name} isActive={isActive} reactions={reactions} />
          )}
        </div>
        {!isDeleted && (
          <Reactions reactions={reactions} canReact={message.viewerCanReact !== false} isActive={isActive} />
        )}
      </div>
    </li>
  );
});
