import { graphql } from './graphql/index.js';

/** Documents of the tests for queries, typed by codegen. */

export const Inbox = graphql(`
  query Inbox($first: Int, $after: String, $last: Int, $before: String, $accountIDs: [ID!]) {
    chats(first: $first, after: $after, last: $last, before: $before, accountIDs: $accountIDs) {
      nodes {
        id
        title
        account {
          id
          network
        }
        participants {
          items {
            userID
            fullName
          }
        }
        lastMessage {
          id
          plainText
          sender {
            userID
            fullName
          }
        }
      }
      edges {
        cursor
        node {
          id
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
`);

export const People = graphql(`
  query People($accountID: ID!, $query: String, $first: Int, $after: String) {
    contacts(accountID: $accountID, query: $query, first: $first, after: $after) {
      nodes {
        userID
        fullName
        phoneNumber
        cannotMessage
        imgURL {
          url
          isLocal
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const Messages = graphql(`
  query Messages($chatID: ID!, $first: Int, $after: String, $last: Int, $before: String) {
    chat(id: $chatID) {
      id
      messages(first: $first, after: $after, last: $last, before: $before) {
        edges {
          cursor
          node {
            id
            sortKey
          }
        }
        pageInfo {
          hasNextPage
          hasPreviousPage
          startCursor
          endCursor
        }
      }
    }
  }
`);

export const Search = graphql(`
  query Search($filter: BeeperChatFilter!, $first: Int, $after: String) {
    searchChats(filter: $filter, first: $first, after: $after) {
      nodes {
        id
        title
        type
        accountID
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const ChatEdges = graphql(`
  query ChatEdges(
    $first: Int
    $after: String
    $last: Int
    $before: String
    $accountIDs: [ID!]
    $merged: BeeperMergedChats
  ) {
    chats(
      first: $first
      after: $after
      last: $last
      before: $before
      accountIDs: $accountIDs
      merged: $merged
    ) {
      edges {
        cursor
        node {
          id
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
`);

export const SearchEdges = graphql(`
  query SearchEdges($first: Int, $after: String, $last: Int, $before: String) {
    searchChats(filter: {}, first: $first, after: $after, last: $last, before: $before) {
      edges {
        cursor
        node {
          id
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
`);

export const FoundMessageEdges = graphql(`
  query FoundMessageEdges(
    $filter: BeeperMessageFilter!
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    searchMessages(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
      edges {
        cursor
        node {
          id
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
`);

export const OneMessage = graphql(`
  query OneMessage($chatID: ID!, $id: ID!) {
    message(chatID: $chatID, id: $id) {
      id
      text
    }
  }
`);

export const SearchAll = graphql(`
  query SearchAll($query: String!) {
    search(query: $query) {
      chats {
        id
        title
      }
      inGroups {
        id
        title
      }
      messages {
        edges {
          cursor
          node {
            id
            text
            chat {
              title
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export const LookUp = graphql(`
  query LookUp($accountID: ID!, $query: String!) {
    lookUpContacts(accountID: $accountID, query: $query) {
      userID
      fullName
    }
  }
`);

export const Labels = graphql(`
  query Labels {
    labels {
      id
      name
    }
  }
`);

export const Bridges = graphql(`
  query Bridges {
    bridges {
      id
      displayName
      status
      accounts {
        id
      }
    }
  }
`);

export const Bridge = graphql(`
  query Bridge($id: ID!) {
    bridge(id: $id) {
      id
      displayName
    }
  }
`);

export const ContactEdges = graphql(`
  query ContactEdges($accountID: ID!, $first: Int, $after: String, $last: Int, $before: String) {
    contacts(accountID: $accountID, first: $first, after: $after, last: $last, before: $before) {
      edges {
        cursor
        node {
          id: userID
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
`);

export const AccountsAndPeople = graphql(`
  query AccountsAndPeople {
    accounts {
      id
      contacts(first: 10) {
        nodes {
          userID
        }
      }
    }
  }
`);

export const ChatsAndMessages = graphql(`
  query ChatsAndMessages($first: Int) {
    chats(first: $first) {
      edges {
        node {
          id
        }
      }
      nodes {
        id
        title
        messages(first: 5) {
          nodes {
            id
          }
        }
      }
    }
  }
`);

export const LastMessages = graphql(`
  query LastMessages($first: Int) {
    chats(first: $first) {
      nodes {
        id
        lastMessage {
          id
        }
      }
    }
  }
`);

export const ChatAndLast = graphql(`
  query ChatAndLast($id: ID!) {
    chat(id: $id) {
      id
      lastMessage {
        id
        sender {
          userID
          fullName
        }
      }
      messages(first: 5) {
        nodes {
          id
        }
      }
    }
  }
`);

export const Accounts = graphql(`
  query Accounts {
    accounts {
      id
      loginID
      network
      status
      rawStatus
      statusText
      isUsable
      bridge {
        bridgeID
        type
        provider
        rawProvider
      }
      user {
        userID
        isSelf
        imgURL {
          url
          isLocal
        }
      }
    }
  }
`);

export const ChatValues = graphql(`
  query ChatValues($id: ID!) {
    chat(id: $id) {
      id
      type
      rawType
      description
      imgURL {
        url
        isLocal
      }
      unreadCount
      unreadMentionsCount
      lastReadMessageSortKey
      isReadOnly
      isMarkedUnread
      isPinned
      messageExpirySeconds
      draft {
        text
        textFormat
        plainText
        attachments {
          attachmentID
          type
          rawType
          mimeType
          fileName
          fileSize
          audioDurationSeconds
          size {
            width
            height
          }
        }
      }
      reminder {
        remindAt
        dismissOnIncomingMessage
      }
      snooze {
        snoozeUntil
        userSnoozedAt
      }
      capabilities {
        formatting {
          feature
          level
        }
        attachments {
          messageType
          mimeTypes {
            feature
            level
          }
          caption
          maxCaptionLength
          maxSize
          maxDuration
          viewOnce
        }
        maxTextLength
        poll
        edit
        editMaxCount
        editMaxAge
        deleteMaxAge
        deleteForMe
        messageRequest {
          acceptWithMessage
          acceptWithButton
        }
        allowedReactions
        customEmojiReactions
        disappearingTimer {
          types
          timers
          omitEmptyTimer
        }
        participantActions {
          ban
          invite
          revokeInvite
        }
        state {
          avatar
          title
        }
      }
      participants {
        total
        hasMore
        items {
          userID
          isSelf
          isAdmin
          isPending
          isNetworkBot
        }
      }
    }
  }
`);

export const MessageValues = graphql(`
  query MessageValues($chatID: ID!, $first: Int = 60) {
    chat(id: $chatID) {
      messages(first: $first, includeHidden: true) {
        nodes {
          id
          chatID
          accountID
          senderID
          senderName
          sender {
            userID
            fullName
            isSelf
          }
          timestamp
          editedTimestamp
          sortKey
          type
          rawType
          text
          textFormat
          plainText
          isSender
          isUnread
          isDeleted
          isHidden
          linkedMessageID
          mentions
          sendStatus {
            status
            rawStatus
            timestamp
            reason
            message
            deliveredToUsers
          }
          attachments {
            attachmentID
            type
            rawType
            srcURL {
              url
              isLocal
            }
            posterImg {
              url
              isLocal
            }
            mimeType
            fileName
            fileSize
            duration
            isGif
            isSticker
            isVoiceNote
            transcription {
              transcription
              engine
              language
            }
            size {
              width
              height
            }
            blurhash
          }
          links {
            url
            originalURL
            title
            summary
            favicon {
              url
              isLocal
            }
            img {
              url
              isLocal
            }
            imgSize {
              width
              height
            }
          }
          reactions {
            reactionID
            reactionKey
            participantID
            emoji
            imgURL {
              url
              isLocal
            }
          }
          seen {
            isSeen
            seenAt
            by {
              participantID
              isSeen
              seenAt
            }
          }
        }
      }
    }
  }
`);

export const MergedChat = graphql(`
  query MergedChat($id: ID!) {
    chat(id: $id) {
      id
      network
      labels {
        id
        name
      }
      merge {
        chatIDs
        defaultChatID
        chats {
          id
          network
          mergedInto {
            id
          }
        }
      }
      mergedInto {
        id
      }
    }
  }
`);

export const MergedPart = graphql(`
  query MergedPart($id: ID!) {
    chat(id: $id) {
      id
      labels {
        id
      }
      merge {
        chatIDs
      }
      mergedInto {
        id
      }
    }
  }
`);

export const MergedMessages = graphql(`
  query MergedMessages($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {
    chat(id: $id) {
      id
      messages(first: $first, after: $after, last: $last, before: $before) {
        edges {
          cursor
          node {
            id
          }
        }
        nodes {
          id
          chatID
          accountID
        }
        pageInfo {
          hasNextPage
          hasPreviousPage
          startCursor
          endCursor
        }
      }
    }
  }
`);

export const PlainTexts = graphql(`
  query PlainTexts($chatID: ID!) {
    chat(id: $chatID) {
      messages(first: 200) {
        nodes {
          textFormat
          plainText
        }
      }
    }
  }
`);
