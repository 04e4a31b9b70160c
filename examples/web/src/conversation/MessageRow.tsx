import { type FragmentType, getFragmentData, graphql } from '../gql/index.ts';

/** What a conversation shows of a message. Events select the same, so that one can replace the other. */
export const MessageRowFragment = graphql(`
  fragment MessageRow on BeeperMessage {
    id
    chatID
    timestamp
    sortKey
    type
    plainText
    senderName
    senderID
    isSender
    isDeleted
    isHidden
    editedTimestamp
    sentWithKey
    viewerCanReact
    linkedMessageID
    repliedTo { id plainText senderName isDeleted attachments { type isVoiceNote } }
    reactions { reactionID reactionKey participantID imgURL { contentURL url } }
    sendStatus { status message }
    seen { isSeen seenAt }
    attachments {
      attachmentID
      type
      fileName
      fileSize
      mimeType
      duration
      isVoiceNote
      isGif
      isSticker
      blurhash
      size { width height }
      srcURL { contentURL url }
      posterImg { contentURL url }
    }
  }
`);

/** One message. */
export function MessageRow({ message }: { message: FragmentType<typeof MessageRowFragment> }) {
  const { plainText, senderName, isSender } = getFragmentData(MessageRowFragment, message);
  return (
    <p data-own={isSender}>
      <b>{isSender ? 'You' : senderName}</b> {plainText}
    </p>
  );
}
