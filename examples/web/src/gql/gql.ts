/* eslint-disable */
import * as types from './graphql.ts';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  fragment Composer on BeeperChat {\n    id\n    isReadOnly\n    account { id network statusText }\n    capabilities { maxTextLength }\n  }\n": typeof types.ComposerFragmentDoc,
    "\n  query Conversation($id: ID!, $first: Int = 30, $after: String) {\n    chat(id: $id) {\n      id\n      unreadCount\n      isMarkedUnread\n      ...ConversationHeader\n      ...ConversationScope\n      ...Composer\n      ...MessagePage\n    }\n  }\n": typeof types.ConversationDocument,
    "\n  query OlderMessages($id: ID!, $first: Int = 30, $after: String) {\n    chat(id: $id) {\n      id\n      ...MessagePage\n    }\n  }\n": typeof types.OlderMessagesDocument,
    "\n  fragment ConversationHeader on BeeperChat {\n    id\n    title\n    network\n    type\n    participants { total hasMore items { userID isSelf fullName } }\n    merge { chats { id network } }\n    ...ChatFace\n  }\n": typeof types.ConversationHeaderFragmentDoc,
    "\n  fragment MessageRow on BeeperMessage {\n    id\n    chatID\n    timestamp\n    sortKey\n    type\n    rawType\n    plainText\n    senderName\n    senderID\n    isSender\n    isDeleted\n    isHidden\n    editedTimestamp\n    sentWithKey\n    viewerCanReact\n    repliedTo { id plainText senderName isSender isDeleted attachments { type isVoiceNote isGif isSticker } }\n    reactions { reactionKey participantID imgURL { contentURL } }\n    sendStatus { status message reason deliveredToUsers }\n    seen { isSeen by { isSeen } }\n    attachments {\n      type\n      fileName\n      fileSize\n      mimeType\n      isVoiceNote\n      isGif\n      isSticker\n      blurhash\n      size { width height }\n      srcURL { contentURL url }\n      posterImg { contentURL }\n      transcription { transcription }\n    }\n  }\n": typeof types.MessageRowFragmentDoc,
    "\n  fragment MessagePage on BeeperChat {\n    messages(first: $first, after: $after) {\n      edges { cursor node { id sentWithKey ...MessageRow } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.MessagePageFragmentDoc,
    "\n  fragment ConversationScope on BeeperChat {\n    id\n    type\n    isReadOnly\n    viewerCanSend\n    participants { items { userID isSelf fullName imgURL { contentURL url } } }\n    capabilities { allowedReactions reply }\n    merge {\n      defaultChatID\n      chats {\n        id\n        network\n        participants { items { userID isSelf fullName imgURL { contentURL url } } }\n        capabilities { allowedReactions }\n      }\n    }\n  }\n": typeof types.ConversationScopeFragmentDoc,
    "\n  mutation AddReaction($input: AddReactionInput!, $key: String!) {\n    addReaction(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on AddReactionPayload { changed: message { id ...MessageRow } }\n      ... on BeeperError { ...Failure }\n    }\n  }\n": typeof types.AddReactionDocument,
    "\n  mutation RemoveReaction($input: RemoveReactionInput!) {\n    removeReaction(input: $input) {\n      __typename\n      ... on RemoveReactionPayload { changed: message { id ...MessageRow } }\n      ... on BeeperError { ...Failure }\n    }\n  }\n": typeof types.RemoveReactionDocument,
    "\n  mutation MarkChatRead($input: MarkChatReadInput!) {\n    markChatRead(input: $input) {\n      __typename\n      ... on MarkChatReadPayload { chat { id unreadCount isMarkedUnread } }\n      ... on BeeperError { ...Failure }\n    }\n  }\n": typeof types.MarkChatReadDocument,
    "\n  mutation MarkChatUnread($input: MarkChatUnreadInput!) {\n    markChatUnread(input: $input) {\n      __typename\n      ... on MarkChatUnreadPayload { chat { id unreadCount isMarkedUnread } }\n      ... on BeeperError { ...Failure }\n    }\n  }\n": typeof types.MarkChatUnreadDocument,
    "\n  subscription ChatEvents($after: String) {\n    chatEvents(after: $after) {\n      __typename\n      ... on BeeperLiveEvent { position index }\n      ... on BeeperLiveStarted { isResumed }\n      ... on BeeperLiveGap { needsReload chatIDs }\n      ... on BeeperMessageUpserted { chatID messageID message { id sentWithKey ...MessageRow } chat { id ...ChatRow } }\n      ... on BeeperMessageDeleted { chatID messageID }\n      ... on BeeperChatUpserted { chatID chat { id ...ChatRow } }\n      ... on BeeperChatDeleted { chatID }\n      ... on BeeperLiveEnded { error { ...Failure } }\n    }\n  }\n": typeof types.ChatEventsDocument,
    "\n  fragment ChatPlace on BeeperChat { lastActivity mergedInto { id } }\n": typeof types.ChatPlaceFragmentDoc,
    "\n  fragment MessagePlace on BeeperMessage { chatID sortKey timestamp isHidden sentWithKey }\n": typeof types.MessagePlaceFragmentDoc,
    "\n  fragment LastMessageID on BeeperChat { lastMessage { id } }\n": typeof types.LastMessageIdFragmentDoc,
    "\n  fragment ShownMessages on BeeperChat { messages { edges { node { id sentWithKey } } } }\n": typeof types.ShownMessagesFragmentDoc,
    "\n  query Message($chatID: ID!, $id: ID!) {\n    message(chatID: $chatID, id: $id) { id ...MessageRow }\n  }\n": typeof types.MessageDocument,
    "\n  mutation Send($input: SendMessageInput!, $key: String!) {\n    sendMessage(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on SendMessagePayload { chatID pendingMessageID sent: message { id sentWithKey ...MessageRow } }\n      ... on BeeperError { ...Failure }\n    }\n  }\n": typeof types.SendDocument,
    "\n  query Chat($id: ID!) { chat(id: $id) { id ...ChatRow } }\n": typeof types.ChatDocument,
    "\n  query Sandbox {\n    beeper { sandbox }\n  }\n": typeof types.SandboxDocument,
    "\n  mutation CreateUpload($input: CreateUploadInput!) {\n    createUpload(input: $input) {\n      __typename\n      ... on CreateUploadPayload { url }\n      ... on BeeperError { ...Failure }\n    }\n  }\n": typeof types.CreateUploadDocument,
    "\n  fragment Failure on BeeperError {\n    __typename\n    code\n    message\n    remedy\n    retryable\n    requestID\n    upstreamCode\n    ... on BeeperInvalidInputError { issues { path message } }\n    ... on BeeperRateLimitedError { retryAfterSeconds }\n    ... on BeeperUnavailableError { retryAfterSeconds }\n    ... on BeeperUnsupportedError { requiredVersion actualVersion }\n    ... on BeeperUpstreamError { httpStatus }\n    ... on BeeperOutcomeUnknownError { candidates { id } }\n  }\n": typeof types.FailureFragmentDoc,
    "\n  mutation TryStart($input: StartChatInput!, $key: String!) {\n    startChat(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on StartChatPayload { chatID status firstMessage chat { id title } chatError { ...Failure } }\n      ... on BeeperError { ...Failure }\n    }\n  }\n": typeof types.TryStartDocument,
    "\n  mutation TrySend($input: SendMessageInput!, $key: String!) {\n    sendMessage(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on SendMessagePayload { chatID resolvedByLooking }\n      ... on BeeperError { ...Failure }\n    }\n  }\n": typeof types.TrySendDocument,
    "\n  fragment ChatRow on BeeperChat {\n    id\n    title\n    network\n    type\n    unreadCount\n    isMarkedUnread\n    isMuted\n    isArchived\n    isPinned\n    lastActivity\n    mergedInto { id }\n    lastMessage {\n      id\n      plainText\n      isSender\n      isDeleted\n      senderName\n      attachments { type isVoiceNote isGif isSticker }\n    }\n    ...ChatFace\n  }\n": typeof types.ChatRowFragmentDoc,
    "\n  fragment FoundChat on BeeperChat {\n    id\n    title\n    network\n    ...ChatFace\n    participants { items { userID isSelf fullName } }\n  }\n": typeof types.FoundChatFragmentDoc,
    "\n  fragment FoundMessage on BeeperMessage {\n    id\n    chatID\n    plainText\n    isSender\n    senderName\n    timestamp\n    chat { id ...ChatFace }\n  }\n": typeof types.FoundMessageFragmentDoc,
    "\n  query Search($query: String!) {\n    search(query: $query) {\n      chats { id ...FoundChat }\n      inGroups { id ...FoundChat }\n      messages {\n        edges { node { id ...FoundMessage } }\n        pageInfo { hasNextPage }\n      }\n    }\n  }\n": typeof types.SearchDocument,
    "\n  fragment ChatTitle on BeeperChat { id title }\n": typeof types.ChatTitleFragmentDoc,
    "\n  query Inbox($first: Int = 25, $after: String) {\n    chats(first: $first, after: $after) {\n      edges {\n        cursor\n        node { id lastActivity unreadCount isMarkedUnread isMuted ...ChatRow }\n      }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.InboxDocument,
    "\n  query NewChatAccounts {\n    accounts {\n      id\n      network\n      isUsable\n      status\n      statusText\n      user { userID fullName username phoneNumber email }\n      bridge { bridgeID }\n    }\n  }\n": typeof types.NewChatAccountsDocument,
    "\n  mutation StartChat($input: StartChatInput!, $key: String!) {\n    startChat(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on StartChatPayload {\n        chatID\n        firstMessage\n        personConfirmed\n        chat { id ...ChatRow }\n        chatError { ...Failure }\n      }\n      ... on BeeperError { ...Failure }\n    }\n  }\n": typeof types.StartChatDocument,
    "\n  mutation CreateChat($input: CreateChatInput!, $key: String!) {\n    createChat(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on CreateChatPayload { chatID firstMessage chat { id ...ChatRow } chatError { ...Failure } }\n      ... on BeeperError { ...Failure }\n    }\n  }\n": typeof types.CreateChatDocument,
    "\n  query NewChatBridge($id: ID!) {\n    bridge(id: $id) {\n      id\n      contactLookup { byAnyPhoneNumber byPhoneNumber byEmail byUsername }\n      groupTypes { name { isRequired maxLength } participants { maxLength } }\n    }\n  }\n": typeof types.NewChatBridgeDocument,
    "\n  fragment PersonFound on BeeperUser {\n    userID\n    fullName\n    username\n    phoneNumber\n    email\n    cannotMessage\n    imgURL { contentURL url }\n  }\n": typeof types.PersonFoundFragmentDoc,
    "\n  query NewChatContacts($accountID: ID!, $query: String) {\n    contacts(accountID: $accountID, query: $query, first: 30) {\n      nodes { userID ...PersonFound }\n      pageInfo { hasNextPage }\n    }\n  }\n": typeof types.NewChatContactsDocument,
    "\n  query NewChatLookUp($accountID: ID!, $query: String!) {\n    lookUpContacts(accountID: $accountID, query: $query) { userID ...PersonFound }\n  }\n": typeof types.NewChatLookUpDocument,
    "\n  fragment ChatFace on BeeperChat {\n    id\n    title\n    type\n    imgURL { contentURL url }\n    participants { items { userID isSelf fullName imgURL { contentURL url } } }\n  }\n": typeof types.ChatFaceFragmentDoc,
    "\n  query ChatFace($id: ID!) {\n    chat(id: $id) { id ...ChatFace }\n  }\n": typeof types.ChatFaceDocument,
};
const documents: Documents = {
    "\n  fragment Composer on BeeperChat {\n    id\n    isReadOnly\n    account { id network statusText }\n    capabilities { maxTextLength }\n  }\n": types.ComposerFragmentDoc,
    "\n  query Conversation($id: ID!, $first: Int = 30, $after: String) {\n    chat(id: $id) {\n      id\n      unreadCount\n      isMarkedUnread\n      ...ConversationHeader\n      ...ConversationScope\n      ...Composer\n      ...MessagePage\n    }\n  }\n": types.ConversationDocument,
    "\n  query OlderMessages($id: ID!, $first: Int = 30, $after: String) {\n    chat(id: $id) {\n      id\n      ...MessagePage\n    }\n  }\n": types.OlderMessagesDocument,
    "\n  fragment ConversationHeader on BeeperChat {\n    id\n    title\n    network\n    type\n    participants { total hasMore items { userID isSelf fullName } }\n    merge { chats { id network } }\n    ...ChatFace\n  }\n": types.ConversationHeaderFragmentDoc,
    "\n  fragment MessageRow on BeeperMessage {\n    id\n    chatID\n    timestamp\n    sortKey\n    type\n    rawType\n    plainText\n    senderName\n    senderID\n    isSender\n    isDeleted\n    isHidden\n    editedTimestamp\n    sentWithKey\n    viewerCanReact\n    repliedTo { id plainText senderName isSender isDeleted attachments { type isVoiceNote isGif isSticker } }\n    reactions { reactionKey participantID imgURL { contentURL } }\n    sendStatus { status message reason deliveredToUsers }\n    seen { isSeen by { isSeen } }\n    attachments {\n      type\n      fileName\n      fileSize\n      mimeType\n      isVoiceNote\n      isGif\n      isSticker\n      blurhash\n      size { width height }\n      srcURL { contentURL url }\n      posterImg { contentURL }\n      transcription { transcription }\n    }\n  }\n": types.MessageRowFragmentDoc,
    "\n  fragment MessagePage on BeeperChat {\n    messages(first: $first, after: $after) {\n      edges { cursor node { id sentWithKey ...MessageRow } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.MessagePageFragmentDoc,
    "\n  fragment ConversationScope on BeeperChat {\n    id\n    type\n    isReadOnly\n    viewerCanSend\n    participants { items { userID isSelf fullName imgURL { contentURL url } } }\n    capabilities { allowedReactions reply }\n    merge {\n      defaultChatID\n      chats {\n        id\n        network\n        participants { items { userID isSelf fullName imgURL { contentURL url } } }\n        capabilities { allowedReactions }\n      }\n    }\n  }\n": types.ConversationScopeFragmentDoc,
    "\n  mutation AddReaction($input: AddReactionInput!, $key: String!) {\n    addReaction(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on AddReactionPayload { changed: message { id ...MessageRow } }\n      ... on BeeperError { ...Failure }\n    }\n  }\n": types.AddReactionDocument,
    "\n  mutation RemoveReaction($input: RemoveReactionInput!) {\n    removeReaction(input: $input) {\n      __typename\n      ... on RemoveReactionPayload { changed: message { id ...MessageRow } }\n      ... on BeeperError { ...Failure }\n    }\n  }\n": types.RemoveReactionDocument,
    "\n  mutation MarkChatRead($input: MarkChatReadInput!) {\n    markChatRead(input: $input) {\n      __typename\n      ... on MarkChatReadPayload { chat { id unreadCount isMarkedUnread } }\n      ... on BeeperError { ...Failure }\n    }\n  }\n": types.MarkChatReadDocument,
    "\n  mutation MarkChatUnread($input: MarkChatUnreadInput!) {\n    markChatUnread(input: $input) {\n      __typename\n      ... on MarkChatUnreadPayload { chat { id unreadCount isMarkedUnread } }\n      ... on BeeperError { ...Failure }\n    }\n  }\n": types.MarkChatUnreadDocument,
    "\n  subscription ChatEvents($after: String) {\n    chatEvents(after: $after) {\n      __typename\n      ... on BeeperLiveEvent { position index }\n      ... on BeeperLiveStarted { isResumed }\n      ... on BeeperLiveGap { needsReload chatIDs }\n      ... on BeeperMessageUpserted { chatID messageID message { id sentWithKey ...MessageRow } chat { id ...ChatRow } }\n      ... on BeeperMessageDeleted { chatID messageID }\n      ... on BeeperChatUpserted { chatID chat { id ...ChatRow } }\n      ... on BeeperChatDeleted { chatID }\n      ... on BeeperLiveEnded { error { ...Failure } }\n    }\n  }\n": types.ChatEventsDocument,
    "\n  fragment ChatPlace on BeeperChat { lastActivity mergedInto { id } }\n": types.ChatPlaceFragmentDoc,
    "\n  fragment MessagePlace on BeeperMessage { chatID sortKey timestamp isHidden sentWithKey }\n": types.MessagePlaceFragmentDoc,
    "\n  fragment LastMessageID on BeeperChat { lastMessage { id } }\n": types.LastMessageIdFragmentDoc,
    "\n  fragment ShownMessages on BeeperChat { messages { edges { node { id sentWithKey } } } }\n": types.ShownMessagesFragmentDoc,
    "\n  query Message($chatID: ID!, $id: ID!) {\n    message(chatID: $chatID, id: $id) { id ...MessageRow }\n  }\n": types.MessageDocument,
    "\n  mutation Send($input: SendMessageInput!, $key: String!) {\n    sendMessage(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on SendMessagePayload { chatID pendingMessageID sent: message { id sentWithKey ...MessageRow } }\n      ... on BeeperError { ...Failure }\n    }\n  }\n": types.SendDocument,
    "\n  query Chat($id: ID!) { chat(id: $id) { id ...ChatRow } }\n": types.ChatDocument,
    "\n  query Sandbox {\n    beeper { sandbox }\n  }\n": types.SandboxDocument,
    "\n  mutation CreateUpload($input: CreateUploadInput!) {\n    createUpload(input: $input) {\n      __typename\n      ... on CreateUploadPayload { url }\n      ... on BeeperError { ...Failure }\n    }\n  }\n": types.CreateUploadDocument,
    "\n  fragment Failure on BeeperError {\n    __typename\n    code\n    message\n    remedy\n    retryable\n    requestID\n    upstreamCode\n    ... on BeeperInvalidInputError { issues { path message } }\n    ... on BeeperRateLimitedError { retryAfterSeconds }\n    ... on BeeperUnavailableError { retryAfterSeconds }\n    ... on BeeperUnsupportedError { requiredVersion actualVersion }\n    ... on BeeperUpstreamError { httpStatus }\n    ... on BeeperOutcomeUnknownError { candidates { id } }\n  }\n": types.FailureFragmentDoc,
    "\n  mutation TryStart($input: StartChatInput!, $key: String!) {\n    startChat(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on StartChatPayload { chatID status firstMessage chat { id title } chatError { ...Failure } }\n      ... on BeeperError { ...Failure }\n    }\n  }\n": types.TryStartDocument,
    "\n  mutation TrySend($input: SendMessageInput!, $key: String!) {\n    sendMessage(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on SendMessagePayload { chatID resolvedByLooking }\n      ... on BeeperError { ...Failure }\n    }\n  }\n": types.TrySendDocument,
    "\n  fragment ChatRow on BeeperChat {\n    id\n    title\n    network\n    type\n    unreadCount\n    isMarkedUnread\n    isMuted\n    isArchived\n    isPinned\n    lastActivity\n    mergedInto { id }\n    lastMessage {\n      id\n      plainText\n      isSender\n      isDeleted\n      senderName\n      attachments { type isVoiceNote isGif isSticker }\n    }\n    ...ChatFace\n  }\n": types.ChatRowFragmentDoc,
    "\n  fragment FoundChat on BeeperChat {\n    id\n    title\n    network\n    ...ChatFace\n    participants { items { userID isSelf fullName } }\n  }\n": types.FoundChatFragmentDoc,
    "\n  fragment FoundMessage on BeeperMessage {\n    id\n    chatID\n    plainText\n    isSender\n    senderName\n    timestamp\n    chat { id ...ChatFace }\n  }\n": types.FoundMessageFragmentDoc,
    "\n  query Search($query: String!) {\n    search(query: $query) {\n      chats { id ...FoundChat }\n      inGroups { id ...FoundChat }\n      messages {\n        edges { node { id ...FoundMessage } }\n        pageInfo { hasNextPage }\n      }\n    }\n  }\n": types.SearchDocument,
    "\n  fragment ChatTitle on BeeperChat { id title }\n": types.ChatTitleFragmentDoc,
    "\n  query Inbox($first: Int = 25, $after: String) {\n    chats(first: $first, after: $after) {\n      edges {\n        cursor\n        node { id lastActivity unreadCount isMarkedUnread isMuted ...ChatRow }\n      }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.InboxDocument,
    "\n  query NewChatAccounts {\n    accounts {\n      id\n      network\n      isUsable\n      status\n      statusText\n      user { userID fullName username phoneNumber email }\n      bridge { bridgeID }\n    }\n  }\n": types.NewChatAccountsDocument,
    "\n  mutation StartChat($input: StartChatInput!, $key: String!) {\n    startChat(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on StartChatPayload {\n        chatID\n        firstMessage\n        personConfirmed\n        chat { id ...ChatRow }\n        chatError { ...Failure }\n      }\n      ... on BeeperError { ...Failure }\n    }\n  }\n": types.StartChatDocument,
    "\n  mutation CreateChat($input: CreateChatInput!, $key: String!) {\n    createChat(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on CreateChatPayload { chatID firstMessage chat { id ...ChatRow } chatError { ...Failure } }\n      ... on BeeperError { ...Failure }\n    }\n  }\n": types.CreateChatDocument,
    "\n  query NewChatBridge($id: ID!) {\n    bridge(id: $id) {\n      id\n      contactLookup { byAnyPhoneNumber byPhoneNumber byEmail byUsername }\n      groupTypes { name { isRequired maxLength } participants { maxLength } }\n    }\n  }\n": types.NewChatBridgeDocument,
    "\n  fragment PersonFound on BeeperUser {\n    userID\n    fullName\n    username\n    phoneNumber\n    email\n    cannotMessage\n    imgURL { contentURL url }\n  }\n": types.PersonFoundFragmentDoc,
    "\n  query NewChatContacts($accountID: ID!, $query: String) {\n    contacts(accountID: $accountID, query: $query, first: 30) {\n      nodes { userID ...PersonFound }\n      pageInfo { hasNextPage }\n    }\n  }\n": types.NewChatContactsDocument,
    "\n  query NewChatLookUp($accountID: ID!, $query: String!) {\n    lookUpContacts(accountID: $accountID, query: $query) { userID ...PersonFound }\n  }\n": types.NewChatLookUpDocument,
    "\n  fragment ChatFace on BeeperChat {\n    id\n    title\n    type\n    imgURL { contentURL url }\n    participants { items { userID isSelf fullName imgURL { contentURL url } } }\n  }\n": types.ChatFaceFragmentDoc,
    "\n  query ChatFace($id: ID!) {\n    chat(id: $id) { id ...ChatFace }\n  }\n": types.ChatFaceDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Composer on BeeperChat {\n    id\n    isReadOnly\n    account { id network statusText }\n    capabilities { maxTextLength }\n  }\n"): (typeof documents)["\n  fragment Composer on BeeperChat {\n    id\n    isReadOnly\n    account { id network statusText }\n    capabilities { maxTextLength }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Conversation($id: ID!, $first: Int = 30, $after: String) {\n    chat(id: $id) {\n      id\n      unreadCount\n      isMarkedUnread\n      ...ConversationHeader\n      ...ConversationScope\n      ...Composer\n      ...MessagePage\n    }\n  }\n"): (typeof documents)["\n  query Conversation($id: ID!, $first: Int = 30, $after: String) {\n    chat(id: $id) {\n      id\n      unreadCount\n      isMarkedUnread\n      ...ConversationHeader\n      ...ConversationScope\n      ...Composer\n      ...MessagePage\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OlderMessages($id: ID!, $first: Int = 30, $after: String) {\n    chat(id: $id) {\n      id\n      ...MessagePage\n    }\n  }\n"): (typeof documents)["\n  query OlderMessages($id: ID!, $first: Int = 30, $after: String) {\n    chat(id: $id) {\n      id\n      ...MessagePage\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ConversationHeader on BeeperChat {\n    id\n    title\n    network\n    type\n    participants { total hasMore items { userID isSelf fullName } }\n    merge { chats { id network } }\n    ...ChatFace\n  }\n"): (typeof documents)["\n  fragment ConversationHeader on BeeperChat {\n    id\n    title\n    network\n    type\n    participants { total hasMore items { userID isSelf fullName } }\n    merge { chats { id network } }\n    ...ChatFace\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment MessageRow on BeeperMessage {\n    id\n    chatID\n    timestamp\n    sortKey\n    type\n    rawType\n    plainText\n    senderName\n    senderID\n    isSender\n    isDeleted\n    isHidden\n    editedTimestamp\n    sentWithKey\n    viewerCanReact\n    repliedTo { id plainText senderName isSender isDeleted attachments { type isVoiceNote isGif isSticker } }\n    reactions { reactionKey participantID imgURL { contentURL } }\n    sendStatus { status message reason deliveredToUsers }\n    seen { isSeen by { isSeen } }\n    attachments {\n      type\n      fileName\n      fileSize\n      mimeType\n      isVoiceNote\n      isGif\n      isSticker\n      blurhash\n      size { width height }\n      srcURL { contentURL url }\n      posterImg { contentURL }\n      transcription { transcription }\n    }\n  }\n"): (typeof documents)["\n  fragment MessageRow on BeeperMessage {\n    id\n    chatID\n    timestamp\n    sortKey\n    type\n    rawType\n    plainText\n    senderName\n    senderID\n    isSender\n    isDeleted\n    isHidden\n    editedTimestamp\n    sentWithKey\n    viewerCanReact\n    repliedTo { id plainText senderName isSender isDeleted attachments { type isVoiceNote isGif isSticker } }\n    reactions { reactionKey participantID imgURL { contentURL } }\n    sendStatus { status message reason deliveredToUsers }\n    seen { isSeen by { isSeen } }\n    attachments {\n      type\n      fileName\n      fileSize\n      mimeType\n      isVoiceNote\n      isGif\n      isSticker\n      blurhash\n      size { width height }\n      srcURL { contentURL url }\n      posterImg { contentURL }\n      transcription { transcription }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment MessagePage on BeeperChat {\n    messages(first: $first, after: $after) {\n      edges { cursor node { id sentWithKey ...MessageRow } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): (typeof documents)["\n  fragment MessagePage on BeeperChat {\n    messages(first: $first, after: $after) {\n      edges { cursor node { id sentWithKey ...MessageRow } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ConversationScope on BeeperChat {\n    id\n    type\n    isReadOnly\n    viewerCanSend\n    participants { items { userID isSelf fullName imgURL { contentURL url } } }\n    capabilities { allowedReactions reply }\n    merge {\n      defaultChatID\n      chats {\n        id\n        network\n        participants { items { userID isSelf fullName imgURL { contentURL url } } }\n        capabilities { allowedReactions }\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment ConversationScope on BeeperChat {\n    id\n    type\n    isReadOnly\n    viewerCanSend\n    participants { items { userID isSelf fullName imgURL { contentURL url } } }\n    capabilities { allowedReactions reply }\n    merge {\n      defaultChatID\n      chats {\n        id\n        network\n        participants { items { userID isSelf fullName imgURL { contentURL url } } }\n        capabilities { allowedReactions }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddReaction($input: AddReactionInput!, $key: String!) {\n    addReaction(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on AddReactionPayload { changed: message { id ...MessageRow } }\n      ... on BeeperError { ...Failure }\n    }\n  }\n"): (typeof documents)["\n  mutation AddReaction($input: AddReactionInput!, $key: String!) {\n    addReaction(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on AddReactionPayload { changed: message { id ...MessageRow } }\n      ... on BeeperError { ...Failure }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveReaction($input: RemoveReactionInput!) {\n    removeReaction(input: $input) {\n      __typename\n      ... on RemoveReactionPayload { changed: message { id ...MessageRow } }\n      ... on BeeperError { ...Failure }\n    }\n  }\n"): (typeof documents)["\n  mutation RemoveReaction($input: RemoveReactionInput!) {\n    removeReaction(input: $input) {\n      __typename\n      ... on RemoveReactionPayload { changed: message { id ...MessageRow } }\n      ... on BeeperError { ...Failure }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MarkChatRead($input: MarkChatReadInput!) {\n    markChatRead(input: $input) {\n      __typename\n      ... on MarkChatReadPayload { chat { id unreadCount isMarkedUnread } }\n      ... on BeeperError { ...Failure }\n    }\n  }\n"): (typeof documents)["\n  mutation MarkChatRead($input: MarkChatReadInput!) {\n    markChatRead(input: $input) {\n      __typename\n      ... on MarkChatReadPayload { chat { id unreadCount isMarkedUnread } }\n      ... on BeeperError { ...Failure }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MarkChatUnread($input: MarkChatUnreadInput!) {\n    markChatUnread(input: $input) {\n      __typename\n      ... on MarkChatUnreadPayload { chat { id unreadCount isMarkedUnread } }\n      ... on BeeperError { ...Failure }\n    }\n  }\n"): (typeof documents)["\n  mutation MarkChatUnread($input: MarkChatUnreadInput!) {\n    markChatUnread(input: $input) {\n      __typename\n      ... on MarkChatUnreadPayload { chat { id unreadCount isMarkedUnread } }\n      ... on BeeperError { ...Failure }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription ChatEvents($after: String) {\n    chatEvents(after: $after) {\n      __typename\n      ... on BeeperLiveEvent { position index }\n      ... on BeeperLiveStarted { isResumed }\n      ... on BeeperLiveGap { needsReload chatIDs }\n      ... on BeeperMessageUpserted { chatID messageID message { id sentWithKey ...MessageRow } chat { id ...ChatRow } }\n      ... on BeeperMessageDeleted { chatID messageID }\n      ... on BeeperChatUpserted { chatID chat { id ...ChatRow } }\n      ... on BeeperChatDeleted { chatID }\n      ... on BeeperLiveEnded { error { ...Failure } }\n    }\n  }\n"): (typeof documents)["\n  subscription ChatEvents($after: String) {\n    chatEvents(after: $after) {\n      __typename\n      ... on BeeperLiveEvent { position index }\n      ... on BeeperLiveStarted { isResumed }\n      ... on BeeperLiveGap { needsReload chatIDs }\n      ... on BeeperMessageUpserted { chatID messageID message { id sentWithKey ...MessageRow } chat { id ...ChatRow } }\n      ... on BeeperMessageDeleted { chatID messageID }\n      ... on BeeperChatUpserted { chatID chat { id ...ChatRow } }\n      ... on BeeperChatDeleted { chatID }\n      ... on BeeperLiveEnded { error { ...Failure } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ChatPlace on BeeperChat { lastActivity mergedInto { id } }\n"): (typeof documents)["\n  fragment ChatPlace on BeeperChat { lastActivity mergedInto { id } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment MessagePlace on BeeperMessage { chatID sortKey timestamp isHidden sentWithKey }\n"): (typeof documents)["\n  fragment MessagePlace on BeeperMessage { chatID sortKey timestamp isHidden sentWithKey }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment LastMessageID on BeeperChat { lastMessage { id } }\n"): (typeof documents)["\n  fragment LastMessageID on BeeperChat { lastMessage { id } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ShownMessages on BeeperChat { messages { edges { node { id sentWithKey } } } }\n"): (typeof documents)["\n  fragment ShownMessages on BeeperChat { messages { edges { node { id sentWithKey } } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Message($chatID: ID!, $id: ID!) {\n    message(chatID: $chatID, id: $id) { id ...MessageRow }\n  }\n"): (typeof documents)["\n  query Message($chatID: ID!, $id: ID!) {\n    message(chatID: $chatID, id: $id) { id ...MessageRow }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Send($input: SendMessageInput!, $key: String!) {\n    sendMessage(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on SendMessagePayload { chatID pendingMessageID sent: message { id sentWithKey ...MessageRow } }\n      ... on BeeperError { ...Failure }\n    }\n  }\n"): (typeof documents)["\n  mutation Send($input: SendMessageInput!, $key: String!) {\n    sendMessage(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on SendMessagePayload { chatID pendingMessageID sent: message { id sentWithKey ...MessageRow } }\n      ... on BeeperError { ...Failure }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Chat($id: ID!) { chat(id: $id) { id ...ChatRow } }\n"): (typeof documents)["\n  query Chat($id: ID!) { chat(id: $id) { id ...ChatRow } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Sandbox {\n    beeper { sandbox }\n  }\n"): (typeof documents)["\n  query Sandbox {\n    beeper { sandbox }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateUpload($input: CreateUploadInput!) {\n    createUpload(input: $input) {\n      __typename\n      ... on CreateUploadPayload { url }\n      ... on BeeperError { ...Failure }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateUpload($input: CreateUploadInput!) {\n    createUpload(input: $input) {\n      __typename\n      ... on CreateUploadPayload { url }\n      ... on BeeperError { ...Failure }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Failure on BeeperError {\n    __typename\n    code\n    message\n    remedy\n    retryable\n    requestID\n    upstreamCode\n    ... on BeeperInvalidInputError { issues { path message } }\n    ... on BeeperRateLimitedError { retryAfterSeconds }\n    ... on BeeperUnavailableError { retryAfterSeconds }\n    ... on BeeperUnsupportedError { requiredVersion actualVersion }\n    ... on BeeperUpstreamError { httpStatus }\n    ... on BeeperOutcomeUnknownError { candidates { id } }\n  }\n"): (typeof documents)["\n  fragment Failure on BeeperError {\n    __typename\n    code\n    message\n    remedy\n    retryable\n    requestID\n    upstreamCode\n    ... on BeeperInvalidInputError { issues { path message } }\n    ... on BeeperRateLimitedError { retryAfterSeconds }\n    ... on BeeperUnavailableError { retryAfterSeconds }\n    ... on BeeperUnsupportedError { requiredVersion actualVersion }\n    ... on BeeperUpstreamError { httpStatus }\n    ... on BeeperOutcomeUnknownError { candidates { id } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TryStart($input: StartChatInput!, $key: String!) {\n    startChat(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on StartChatPayload { chatID status firstMessage chat { id title } chatError { ...Failure } }\n      ... on BeeperError { ...Failure }\n    }\n  }\n"): (typeof documents)["\n  mutation TryStart($input: StartChatInput!, $key: String!) {\n    startChat(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on StartChatPayload { chatID status firstMessage chat { id title } chatError { ...Failure } }\n      ... on BeeperError { ...Failure }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TrySend($input: SendMessageInput!, $key: String!) {\n    sendMessage(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on SendMessagePayload { chatID resolvedByLooking }\n      ... on BeeperError { ...Failure }\n    }\n  }\n"): (typeof documents)["\n  mutation TrySend($input: SendMessageInput!, $key: String!) {\n    sendMessage(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on SendMessagePayload { chatID resolvedByLooking }\n      ... on BeeperError { ...Failure }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ChatRow on BeeperChat {\n    id\n    title\n    network\n    type\n    unreadCount\n    isMarkedUnread\n    isMuted\n    isArchived\n    isPinned\n    lastActivity\n    mergedInto { id }\n    lastMessage {\n      id\n      plainText\n      isSender\n      isDeleted\n      senderName\n      attachments { type isVoiceNote isGif isSticker }\n    }\n    ...ChatFace\n  }\n"): (typeof documents)["\n  fragment ChatRow on BeeperChat {\n    id\n    title\n    network\n    type\n    unreadCount\n    isMarkedUnread\n    isMuted\n    isArchived\n    isPinned\n    lastActivity\n    mergedInto { id }\n    lastMessage {\n      id\n      plainText\n      isSender\n      isDeleted\n      senderName\n      attachments { type isVoiceNote isGif isSticker }\n    }\n    ...ChatFace\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment FoundChat on BeeperChat {\n    id\n    title\n    network\n    ...ChatFace\n    participants { items { userID isSelf fullName } }\n  }\n"): (typeof documents)["\n  fragment FoundChat on BeeperChat {\n    id\n    title\n    network\n    ...ChatFace\n    participants { items { userID isSelf fullName } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment FoundMessage on BeeperMessage {\n    id\n    chatID\n    plainText\n    isSender\n    senderName\n    timestamp\n    chat { id ...ChatFace }\n  }\n"): (typeof documents)["\n  fragment FoundMessage on BeeperMessage {\n    id\n    chatID\n    plainText\n    isSender\n    senderName\n    timestamp\n    chat { id ...ChatFace }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Search($query: String!) {\n    search(query: $query) {\n      chats { id ...FoundChat }\n      inGroups { id ...FoundChat }\n      messages {\n        edges { node { id ...FoundMessage } }\n        pageInfo { hasNextPage }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Search($query: String!) {\n    search(query: $query) {\n      chats { id ...FoundChat }\n      inGroups { id ...FoundChat }\n      messages {\n        edges { node { id ...FoundMessage } }\n        pageInfo { hasNextPage }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ChatTitle on BeeperChat { id title }\n"): (typeof documents)["\n  fragment ChatTitle on BeeperChat { id title }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Inbox($first: Int = 25, $after: String) {\n    chats(first: $first, after: $after) {\n      edges {\n        cursor\n        node { id lastActivity unreadCount isMarkedUnread isMuted ...ChatRow }\n      }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): (typeof documents)["\n  query Inbox($first: Int = 25, $after: String) {\n    chats(first: $first, after: $after) {\n      edges {\n        cursor\n        node { id lastActivity unreadCount isMarkedUnread isMuted ...ChatRow }\n      }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query NewChatAccounts {\n    accounts {\n      id\n      network\n      isUsable\n      status\n      statusText\n      user { userID fullName username phoneNumber email }\n      bridge { bridgeID }\n    }\n  }\n"): (typeof documents)["\n  query NewChatAccounts {\n    accounts {\n      id\n      network\n      isUsable\n      status\n      statusText\n      user { userID fullName username phoneNumber email }\n      bridge { bridgeID }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StartChat($input: StartChatInput!, $key: String!) {\n    startChat(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on StartChatPayload {\n        chatID\n        firstMessage\n        personConfirmed\n        chat { id ...ChatRow }\n        chatError { ...Failure }\n      }\n      ... on BeeperError { ...Failure }\n    }\n  }\n"): (typeof documents)["\n  mutation StartChat($input: StartChatInput!, $key: String!) {\n    startChat(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on StartChatPayload {\n        chatID\n        firstMessage\n        personConfirmed\n        chat { id ...ChatRow }\n        chatError { ...Failure }\n      }\n      ... on BeeperError { ...Failure }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateChat($input: CreateChatInput!, $key: String!) {\n    createChat(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on CreateChatPayload { chatID firstMessage chat { id ...ChatRow } chatError { ...Failure } }\n      ... on BeeperError { ...Failure }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateChat($input: CreateChatInput!, $key: String!) {\n    createChat(input: $input, idempotencyKey: $key) {\n      __typename\n      ... on CreateChatPayload { chatID firstMessage chat { id ...ChatRow } chatError { ...Failure } }\n      ... on BeeperError { ...Failure }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query NewChatBridge($id: ID!) {\n    bridge(id: $id) {\n      id\n      contactLookup { byAnyPhoneNumber byPhoneNumber byEmail byUsername }\n      groupTypes { name { isRequired maxLength } participants { maxLength } }\n    }\n  }\n"): (typeof documents)["\n  query NewChatBridge($id: ID!) {\n    bridge(id: $id) {\n      id\n      contactLookup { byAnyPhoneNumber byPhoneNumber byEmail byUsername }\n      groupTypes { name { isRequired maxLength } participants { maxLength } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PersonFound on BeeperUser {\n    userID\n    fullName\n    username\n    phoneNumber\n    email\n    cannotMessage\n    imgURL { contentURL url }\n  }\n"): (typeof documents)["\n  fragment PersonFound on BeeperUser {\n    userID\n    fullName\n    username\n    phoneNumber\n    email\n    cannotMessage\n    imgURL { contentURL url }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query NewChatContacts($accountID: ID!, $query: String) {\n    contacts(accountID: $accountID, query: $query, first: 30) {\n      nodes { userID ...PersonFound }\n      pageInfo { hasNextPage }\n    }\n  }\n"): (typeof documents)["\n  query NewChatContacts($accountID: ID!, $query: String) {\n    contacts(accountID: $accountID, query: $query, first: 30) {\n      nodes { userID ...PersonFound }\n      pageInfo { hasNextPage }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query NewChatLookUp($accountID: ID!, $query: String!) {\n    lookUpContacts(accountID: $accountID, query: $query) { userID ...PersonFound }\n  }\n"): (typeof documents)["\n  query NewChatLookUp($accountID: ID!, $query: String!) {\n    lookUpContacts(accountID: $accountID, query: $query) { userID ...PersonFound }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ChatFace on BeeperChat {\n    id\n    title\n    type\n    imgURL { contentURL url }\n    participants { items { userID isSelf fullName imgURL { contentURL url } } }\n  }\n"): (typeof documents)["\n  fragment ChatFace on BeeperChat {\n    id\n    title\n    type\n    imgURL { contentURL url }\n    participants { items { userID isSelf fullName imgURL { contentURL url } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ChatFace($id: ID!) {\n    chat(id: $id) { id ...ChatFace }\n  }\n"): (typeof documents)["\n  query ChatFace($id: ID!) {\n    chat(id: $id) { id ...ChatFace }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;