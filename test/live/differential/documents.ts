const parts = /* GraphQL */ `
  fragment ChatParts on BeeperChat {
    id localChatID accountID title type rawType network description
    isArchived isPinned isMuted isMarkedUnread isLowPriority isReadOnly
    unreadCount unreadMentionsCount lastActivity lastReadMessageSortKey messageExpirySeconds viewerCanSend
    imgURL { url }
    draft { text }
    labels { id }
    reminder { remindAt dismissOnIncomingMessage }
    snooze { snoozeUntil userSnoozedAt }
    participants { total }
    merge { chatIDs defaultChatID }
    mergedInto { id }
  }
  fragment MessageParts on BeeperMessage {
    id chatID accountID timestamp sortKey editedTimestamp type rawType
    text textFormat plainText mentions linkedMessageID
    senderID senderName
    isSender isUnread isDeleted isHidden sentWithKey
    reactions { reactionID reactionKey participantID emoji }
    seen { isSeen seenAt by { participantID seenAt } }
    sendStatus { status rawStatus reason message timestamp deliveredToUsers }
    attachments { attachmentID type fileName fileSize srcURL { url } }
    links { url title }
  }`;

const chatParts = parts.slice(0, parts.indexOf('fragment MessageParts'));
const messageParts = parts.slice(chatParts.length);

export const eventsDocument = /* GraphQL */ `
  subscription ($chatIDs: [ID!], $after: String) {
    chatEvents(chatIDs: $chatIDs, after: $after) {
      __typename
      ... on BeeperLiveEvent { position index }
      ... on BeeperLiveStarted { isResumed }
      ... on BeeperLiveGap { reason needsReload chatIDs }
      ... on BeeperMessageUpserted { chatID messageID message { ...MessageParts } chat { ...ChatParts } }
      ... on BeeperMessageDeleted { chatID messageID }
      ... on BeeperChatUpserted { chatID chat { ...ChatParts } }
      ... on BeeperChatDeleted { chatID }
      ... on BeeperLiveEnded { error { message } }
    }
  }
  ${parts}`;

export const chatDocument = /* GraphQL */ `
  query ($id: ID!) { chat(id: $id) { ...ChatParts } }
  ${chatParts}`;

export const chatsDocument = /* GraphQL */ `
  query ($after: String) {
    chats(first: 200, after: $after) { nodes { ...ChatParts } pageInfo { endCursor hasNextPage } }
  }
  ${chatParts}`;

export const messagesDocument = /* GraphQL */ `
  query ($chatID: ID!, $after: String) {
    chat(id: $chatID) {
      messages(first: 20, after: $after) { nodes { ...MessageParts } pageInfo { endCursor hasNextPage } }
    }
  }
  ${messageParts}`;

export const sendDocument = /* GraphQL */ `
  mutation ($chatID: ID!, $text: String!, $key: String!) {
    sendMessage(input: { chatID: $chatID, content: { text: $text } }, idempotencyKey: $key) { __typename }
  }`;
