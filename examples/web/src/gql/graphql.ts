/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** The message to react to, and the reaction. */
export type AddReactionInput = {
  /** ID of the chat that contains the message, such as `!NCdzlIaMjZUmvmvyHU:beeper.com`, or its `localChatID`. At most 1000 characters. */
  chatID: string | number;
  /** ID of the message, such as `1343993`. Not a pending ID, such as `m1694783291234567`: wait until the message is sent. At most 1000 characters. */
  messageID: string | number;
  /** An emoji, such as `❤️`, or the network’s name of a custom reaction, such as `party-parrot`. Reaches Beeper unchanged. `BeeperChatCapabilities.allowedReactions` lists what a network allows. Must not be blank. At most 500 characters. */
  reactionKey: string;
};

/** Connection state of an account to its network. */
export type BeeperAccountStatus =
  /** The user must take action in Beeper. `statusText` says what is needed. */
  | 'ATTENTION_REQUIRED'
  /** Connected. Beeper is still fetching older messages. */
  | 'BACKFILLING'
  /** Connected and up to date. */
  | 'CONNECTED'
  /** Connecting. The account can’t be used until it is connected. */
  | 'CONNECTING'
  /** Never connected. The user must log in to the network in Beeper. */
  | 'CONNECTION_REQUIRED'
  /** Disabled by the user. */
  | 'DISABLED'
  /** Not connected. */
  | 'DISCONNECTED'
  /** A status that this gateway does not recognize. See `rawStatus`. */
  | 'OTHER'
  /** Logged out by the network. The user must log in again in Beeper. */
  | 'RECONNECT_REQUIRED';

/** How to send a file. */
export type BeeperAttachmentKind =
  /** As an audio file. */
  | 'AUDIO'
  /** As a file to download. */
  | 'FILE'
  /** As an animated image that plays by itself. */
  | 'GIF'
  /** As an image. */
  | 'IMAGE'
  /** As a sticker. */
  | 'STICKER'
  /** As a video. */
  | 'VIDEO'
  /** As a voice message. */
  | 'VOICE_NOTE';

/** Type of an attachment. */
export type BeeperAttachmentType =
  /** An audio file. */
  | 'AUDIO'
  /** An image file. */
  | 'IMG'
  /** A type that this gateway does not recognize. See `rawType`. */
  | 'OTHER'
  /** Beeper does not know the type. */
  | 'UNKNOWN'
  /** A video file. */
  | 'VIDEO';

/** Type of a chat. */
export type BeeperChatType =
  /** A group chat. */
  | 'GROUP'
  /** A type that this gateway does not recognize. See `rawType`. */
  | 'OTHER'
  /** A direct chat with one person. */
  | 'SINGLE';

/** Error codes for use in program logic. Top-level errors have the same codes in `extensions.code`. A later version can add codes. */
export type BeeperErrorCode =
  /** The current state of the account or chat does not allow the operation. */
  | 'CONFLICT'
  /** The access token lacks the required scope, the person can’t be messaged from this account, or nobody is logged in to the server. */
  | 'FORBIDDEN'
  /** The idempotency key was already used for a different request. */
  | 'IDEMPOTENCY_MISMATCH'
  /** The input is invalid. Correct the values that `issues` lists. */
  | 'INVALID_INPUT'
  /** Beeper does not know the account, person, chat or message. */
  | 'NOT_FOUND'
  /** The request was sent to Beeper, but no usable response arrived. If `retryable` is true, send the same request again. Otherwise check in Beeper first. */
  | 'OUTCOME_UNKNOWN'
  /** Too many requests. Nothing was done. Wait, then try again. */
  | 'RATE_LIMITED'
  /** The access token is missing, or Beeper rejected it. Get a new access token; mutations need one with “Allow sensitive actions”. */
  | 'UNAUTHENTICATED'
  /** Beeper, or a service that the gateway needs, is unavailable. Nothing was changed. Try again later. */
  | 'UNAVAILABLE'
  /** The connected Beeper does not support the operation. `remedy` tells whether to update Beeper Desktop or to check the settings of the gateway. */
  | 'UNSUPPORTED'
  /** Beeper, or the network behind it, failed while processing the request. */
  | 'UPSTREAM_ERROR';

/** What happened to the `messageText` of `createChat` or `startChat`. */
export type BeeperFirstMessage =
  /** The chat is there, and Beeper reports that sending the message failed. */
  | 'FAILED'
  /** `messageText` was not given. */
  | 'NOT_REQUESTED'
  /** The message was not sent, because the chat already existed. */
  | 'NOT_SENT_CHAT_EXISTED'
  /** Beeper accepted the message together with the new chat, and reports no failure. It can still fail later; see `sendStatus` of the message. */
  | 'SENT'
  /** Beeper does not report whether the message was sent. Check the chat before you send it again. Also returned for a text that begins with `/` if the server is not Beeper’s own app: it may have taken the text for a command and dropped it. */
  | 'UNKNOWN';

/** Type of a message. */
export type BeeperMessageType =
  /** An audio file. */
  | 'AUDIO'
  /** A file that is no image, video or audio. */
  | 'FILE'
  /** An image file. */
  | 'IMAGE'
  /** A location on the map. */
  | 'LOCATION'
  /** A notice from the network or from a bot. */
  | 'NOTICE'
  /** A type that this gateway does not recognize. See `rawType`. */
  | 'OTHER'
  /** A reaction that Beeper also lists as a message. Always hidden. */
  | 'REACTION'
  /** A sticker. */
  | 'STICKER'
  /** A text message. */
  | 'TEXT'
  /** A video file. */
  | 'VIDEO'
  /** A voice message. */
  | 'VOICE';

/** Size of an image or video in pixels. */
export type BeeperPixelSizeInput = {
  /** Height in pixels. */
  height: number;
  /** Width in pixels. */
  width: number;
};

/** Delivery state of a message that you sent. */
export type BeeperSendState =
  /** Sending failed. Sending the message again will fail, too. */
  | 'FAIL_PERMANENT'
  /** Sending failed. Sending the message again in Beeper may succeed. */
  | 'FAIL_RETRIABLE'
  /** A state that this gateway does not recognize. See `rawStatus`. */
  | 'OTHER'
  /** The message is being sent. */
  | 'PENDING'
  /** The network accepted the message. */
  | 'SUCCESS';

/** Whether `startChat` created the chat. */
export type BeeperStartStatus =
  /** A new chat was created. */
  | 'CREATED'
  /** A chat with this person already existed. */
  | 'EXISTING';

/** How well a network supports a feature. */
export type BeeperSupportLevel =
  /** The message is sent without this part. Warn the person before they send it. */
  | 'DROPPED'
  /** Fully supported. */
  | 'FULL'
  /** A support level that this gateway does not recognize. */
  | 'OTHER'
  /** Partially supported. */
  | 'PARTIAL'
  /** The network rejects the whole message. */
  | 'REJECTED'
  /** Not supported. */
  | 'UNSUPPORTED';

/** The chat to create. Set exactly one of `single` and `group`. */
export type CreateChatInput =
  {   /** A group chat. */
  group: CreateGroupChatInput; single?: never; }
  |  { group?: never;   /** A direct chat with one person. */
  single: CreateSingleChatInput; };

/** A group chat with one or more other people. */
export type CreateGroupChatInput = {
  /** ID of the account to create the group on, such as `slackgo.T012-U034`. At most 1000 characters. */
  accountID: string | number;
  /** First message. Some networks require one to create a group. At most 65536 characters. */
  messageText?: string | null | undefined;
  /** User IDs of the other participants, such as `@15550101002:local-whatsapp.localhost`: 1 to 1000, without duplicates and without your own, each of at most 1000 characters. */
  participantIDs: Array<string | number>;
  /** Title of the group. At most 1000 characters. */
  title?: string | null | undefined;
};

/** A direct chat with one person whose user ID is known. */
export type CreateSingleChatInput = {
  /** ID of the account to create the chat on, such as `slackgo.T012-U034`. At most 1000 characters. */
  accountID: string | number;
  /** First message. Some networks require one to create a chat. At most 65536 characters. */
  messageText?: string | null | undefined;
  /** User ID of the other person on this account, such as `@15550101002:local-whatsapp.localhost`: `userID` of a contact or participant. At most 1000 characters. */
  participantID: string | number;
  /** Title of the chat. Most networks ignore it for direct chats. At most 1000 characters. */
  title?: string | null | undefined;
};

/** The file that will be uploaded. In a browser, a `File` has all of these. */
export type CreateUploadInput = {
  /** Name of the file, without a folder: `file.name`. Must not be blank or contain `/`, `\` or control characters. At most 255 characters. */
  fileName: string;
  /** MIME type of the file, such as `image/jpeg`: `file.type`. Omit it if that is empty: then Beeper looks at the file. At most 255 characters. */
  mimeType?: string | null | undefined;
  /** Exact size of the file in bytes: `file.size`. A whole number from 1 to 500000000. */
  sizeBytes: number;
};

/** The chat to mark as read. */
export type MarkChatReadInput = {
  /** ID of the chat, such as `!NCdzlIaMjZUmvmvyHU:beeper.com`, or its `localChatID`. At most 1000 characters. */
  chatID: string | number;
  /** ID of the last message that was read, such as `1343993`. If omitted, all messages are marked as read. The mark never goes back: if later messages are marked already, nothing changes. At most 1000 characters. */
  upToMessageID?: string | number | null | undefined;
};

/** The chat to mark as unread. */
export type MarkChatUnreadInput = {
  /** ID of the chat, such as `!NCdzlIaMjZUmvmvyHU:beeper.com`, or its `localChatID`. At most 1000 characters. */
  chatID: string | number;
  /** ID of the first message to mark as unread, such as `1343993`. If omitted, only the chat is marked. At most 1000 characters. */
  fromMessageID?: string | number | null | undefined;
};

/** The message, and the reaction to remove from it. */
export type RemoveReactionInput = {
  /** ID of the chat that contains the message, such as `!NCdzlIaMjZUmvmvyHU:beeper.com`, or its `localChatID`. At most 1000 characters. */
  chatID: string | number;
  /** ID of the message, such as `1343993`. Not a pending ID, such as `m1694783291234567`: wait until the message is sent. At most 1000 characters. */
  messageID: string | number;
  /** The `reactionKey` of your reaction, such as `❤️`. Must not be blank, `.` or `..`. At most 500 characters. */
  reactionKey: string;
};

/** A file to send, with or without a caption. Requires Beeper Desktop 4.2.499 or newer. */
export type SendAttachmentInput = {
  /** Text that is sent with the file, in the same message. Beeper reads it as Markdown. Sent exactly as given. Must not be blank: omit it to send the file alone. `capabilities { attachments { maxCaptionLength } }` of the chat limits its length, in Unicode code points. At most 65536 characters. */
  caption?: string | null | undefined;
  /** Duration of audio or video in seconds. If omitted, Beeper uses what it measured. */
  durationSeconds?: number | null | undefined;
  /** Name to send the file under, without a folder. If omitted, the name that it was uploaded with. At most 255 characters. */
  fileName?: string | null | undefined;
  /** How to send the file. If omitted, Beeper decides by its MIME type. */
  kind?: BeeperAttachmentKind | null | undefined;
  /** MIME type of the file, such as `image/jpeg`. If omitted, the type that it was uploaded with. At most 255 characters. */
  mimeType?: string | null | undefined;
  /** Size of an image or video. If omitted, Beeper uses what it measured. */
  size?: BeeperPixelSizeInput | null | undefined;
  /** ID of an uploaded file, such as `upload-6f3d2a1c-8b4e-4c0d-9a57-1e2f3b4c5d6e`: `uploadID` in the answer to the PUT that `createUpload` gives the address for. Opaque. At most 1000 characters. */
  uploadID: string | number;
};

/** The content of a message. Set exactly one of `text` and `attachment`. */
export type SendMessageContentInput =
  {   /** A file, with or without a caption. */
  attachment: SendAttachmentInput; text?: never; }
  |  { attachment?: never;   /** Text of the message. Beeper reads it as Markdown: `**bold**` becomes bold where the network has formatting. Sent exactly as given, spaces and line ends included. Must not be blank. `capabilities { maxTextLength }` of the chat limits its length, in Unicode code points. Other programs that serve Beeper’s API may take a text that begins with `/` for a command and send nothing. At most 65536 characters. */
  text: string; };

/** The message to send, and the chat to send it to. */
export type SendMessageInput = {
  /** ID of the chat, such as `!NCdzlIaMjZUmvmvyHU:beeper.com`, or its `localChatID`. A merged chat passes the message on to one of its chats; `chatID` of the payload names that chat. At most 1000 characters. */
  chatID: string | number;
  /** The text or the file. */
  content: SendMessageContentInput;
  /** ID of the message that this one replies to, such as `1343993`. If Beeper does not know it, nothing is sent. At most 1000 characters. */
  replyToMessageID?: string | number | null | undefined;
};

/** Everything known about one person. Beeper picks the identifier that works best on the network of the account. Requires at least one of `id`, `email`, `phoneNumber` and `username`. */
export type StartChatContactInput = {
  /** Email address. At most 320 characters. */
  email?: string | null | undefined;
  /** Full name. It only ranks candidates and is not sufficient on its own. At most 1000 characters. */
  fullName?: string | null | undefined;
  /** User ID of the person on this account, such as `@15550101002:local-whatsapp.localhost`. At most 1000 characters. */
  id?: string | number | null | undefined;
  /** Phone number, preferably with `+` and the country code: `+1 555 010-1002`. It is sent in E.164 format. Without `+`, it is sent as typed and the network decides on the country. At most 200 characters. */
  phoneNumber?: string | null | undefined;
  /** Username on the network, with or without the leading `@`. At most 1000 characters. */
  username?: string | null | undefined;
};

/** The person to start a direct chat with, and the account to use. */
export type StartChatInput = {
  /** ID of the account to start the chat on, such as `slackgo.T012-U034`. At most 1000 characters. */
  accountID: string | number;
  /** Whether an invitation may be sent where the network requires one. If omitted, Beeper decides: since Beeper Desktop 4.2.808 the default is true. */
  allowInvite?: boolean | null | undefined;
  /** First message. Beeper sends it only with a new chat and drops it if the chat exists; `firstMessage` in the payload reports which. At most 65536 characters. */
  messageText?: string | null | undefined;
  /** The person to start a chat with. */
  user: StartChatUserInput;
};

/** The person to start a chat with. Set exactly one field. */
export type StartChatUserInput =
  {   /** Several identifiers of the same person. */
  contact: StartChatContactInput; email?: never; id?: never; phoneNumber?: never; username?: never; }
  |  { contact?: never;   /** Email address of the person. At most 320 characters. */
  email: string; id?: never; phoneNumber?: never; username?: never; }
  |  { contact?: never; email?: never;   /** User ID of the person on this account, such as `@15550101002:local-whatsapp.localhost`. At most 1000 characters. */
  id: string | number; phoneNumber?: never; username?: never; }
  |  { contact?: never; email?: never; id?: never;   /** Phone number of the person, preferably with `+` and the country code: `+1 555 010-1002`. It is sent in E.164 format. Without `+`, it is sent as typed and the network decides on the country. At most 200 characters. */
  phoneNumber: string; username?: never; }
  |  { contact?: never; email?: never; id?: never; phoneNumber?: never;   /** Username of the person on the network, with or without the leading `@`. At most 1000 characters. */
  username: string; };

export type ComposerFragment = { id: string, isReadOnly: boolean | null, account: { id: string, network: string | null, statusText: string | null } | null, capabilities: { maxTextLength: number | null } | null } & { ' $fragmentName'?: 'ComposerFragment' };

export type ConversationQueryVariables = Exact<{
  id: string | number;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ConversationQuery = { chat: (
    { id: string, unreadCount: number | null, isMarkedUnread: boolean | null }
    & { ' $fragmentRefs'?: { 'ConversationHeaderFragment': ConversationHeaderFragment;'ConversationScopeFragment': ConversationScopeFragment;'ComposerFragment': ComposerFragment;'MessagePageFragment': MessagePageFragment } }
  ) | null };

export type OlderMessagesQueryVariables = Exact<{
  id: string | number;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type OlderMessagesQuery = { chat: (
    { id: string }
    & { ' $fragmentRefs'?: { 'MessagePageFragment': MessagePageFragment } }
  ) | null };

export type ConversationHeaderFragment = (
  { id: string, title: string | null, network: string | null, type: BeeperChatType | null, participants: { total: number | null, hasMore: boolean | null, items: Array<{ userID: string, isSelf: boolean | null, fullName: string | null }> } | null, merge: { chats: Array<{ id: string, network: string | null } | null> } | null }
  & { ' $fragmentRefs'?: { 'ChatFaceFragment': ChatFaceFragment } }
) & { ' $fragmentName'?: 'ConversationHeaderFragment' };

export type MessageRowFragment = { id: string, chatID: string, timestamp: string | null, sortKey: string | null, type: BeeperMessageType | null, rawType: string | null, plainText: string | null, senderName: string | null, senderID: string | null, isSender: boolean | null, isDeleted: boolean | null, isHidden: boolean | null, editedTimestamp: string | null, sentWithKey: string | null, viewerCanReact: boolean | null, repliedTo: { id: string, plainText: string | null, senderName: string | null, isSender: boolean | null, isDeleted: boolean | null, attachments: Array<{ type: BeeperAttachmentType | null, isVoiceNote: boolean | null, isGif: boolean | null, isSticker: boolean | null }> | null } | null, reactions: Array<{ reactionKey: string, participantID: string, imgURL: { contentURL: string | null } | null }> | null, sendStatus: { status: BeeperSendState | null, message: string | null, reason: string | null, deliveredToUsers: Array<string> | null } | null, seen: { isSeen: boolean, by: Array<{ isSeen: boolean }> | null } | null, attachments: Array<{ type: BeeperAttachmentType | null, fileName: string | null, fileSize: number | null, mimeType: string | null, isVoiceNote: boolean | null, isGif: boolean | null, isSticker: boolean | null, blurhash: string | null, size: { width: number | null, height: number | null } | null, srcURL: { contentURL: string | null, url: string | null } | null, posterImg: { contentURL: string | null } | null, transcription: { transcription: string | null } | null }> | null } & { ' $fragmentName'?: 'MessageRowFragment' };

export type MessagePageFragment = { messages: { edges: Array<{ cursor: string, node: (
        { id: string, sentWithKey: string | null }
        & { ' $fragmentRefs'?: { 'MessageRowFragment': MessageRowFragment } }
      ) }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null } & { ' $fragmentName'?: 'MessagePageFragment' };

export type ConversationScopeFragment = { id: string, type: BeeperChatType | null, isReadOnly: boolean | null, viewerCanSend: boolean | null, participants: { items: Array<{ userID: string, isSelf: boolean | null, fullName: string | null, imgURL: { contentURL: string | null, url: string | null } | null }> } | null, capabilities: { allowedReactions: Array<string> | null, reply: BeeperSupportLevel | null } | null, merge: { defaultChatID: string | null, chats: Array<{ id: string, network: string | null, participants: { items: Array<{ userID: string, isSelf: boolean | null, fullName: string | null, imgURL: { contentURL: string | null, url: string | null } | null }> } | null, capabilities: { allowedReactions: Array<string> | null } | null } | null> } | null } & { ' $fragmentName'?: 'ConversationScopeFragment' };

export type AddReactionMutationVariables = Exact<{
  input: AddReactionInput;
  key: string;
}>;


export type AddReactionMutation = { addReaction:
    | { __typename: 'AddReactionPayload', changed: (
        { id: string }
        & { ' $fragmentRefs'?: { 'MessageRowFragment': MessageRowFragment } }
      ) | null }
    | (
      { __typename: 'BeeperConflictError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperConflictError_Fragment': Failure_BeeperConflictError_Fragment } }
    )
    | (
      { __typename: 'BeeperForbiddenError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperForbiddenError_Fragment': Failure_BeeperForbiddenError_Fragment } }
    )
    | (
      { __typename: 'BeeperIdempotencyError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperIdempotencyError_Fragment': Failure_BeeperIdempotencyError_Fragment } }
    )
    | (
      { __typename: 'BeeperInvalidInputError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperInvalidInputError_Fragment': Failure_BeeperInvalidInputError_Fragment } }
    )
    | (
      { __typename: 'BeeperNotFoundError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperNotFoundError_Fragment': Failure_BeeperNotFoundError_Fragment } }
    )
    | (
      { __typename: 'BeeperOutcomeUnknownError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperOutcomeUnknownError_Fragment': Failure_BeeperOutcomeUnknownError_Fragment } }
    )
    | (
      { __typename: 'BeeperRateLimitedError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperRateLimitedError_Fragment': Failure_BeeperRateLimitedError_Fragment } }
    )
    | (
      { __typename: 'BeeperUnauthenticatedError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperUnauthenticatedError_Fragment': Failure_BeeperUnauthenticatedError_Fragment } }
    )
    | (
      { __typename: 'BeeperUnavailableError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperUnavailableError_Fragment': Failure_BeeperUnavailableError_Fragment } }
    )
    | (
      { __typename: 'BeeperUnsupportedError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperUnsupportedError_Fragment': Failure_BeeperUnsupportedError_Fragment } }
    )
    | (
      { __typename: 'BeeperUpstreamError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperUpstreamError_Fragment': Failure_BeeperUpstreamError_Fragment } }
    )
   | null };

export type RemoveReactionMutationVariables = Exact<{
  input: RemoveReactionInput;
}>;


export type RemoveReactionMutation = { removeReaction:
    | (
      { __typename: 'BeeperConflictError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperConflictError_Fragment': Failure_BeeperConflictError_Fragment } }
    )
    | (
      { __typename: 'BeeperForbiddenError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperForbiddenError_Fragment': Failure_BeeperForbiddenError_Fragment } }
    )
    | (
      { __typename: 'BeeperInvalidInputError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperInvalidInputError_Fragment': Failure_BeeperInvalidInputError_Fragment } }
    )
    | (
      { __typename: 'BeeperNotFoundError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperNotFoundError_Fragment': Failure_BeeperNotFoundError_Fragment } }
    )
    | (
      { __typename: 'BeeperOutcomeUnknownError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperOutcomeUnknownError_Fragment': Failure_BeeperOutcomeUnknownError_Fragment } }
    )
    | (
      { __typename: 'BeeperRateLimitedError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperRateLimitedError_Fragment': Failure_BeeperRateLimitedError_Fragment } }
    )
    | (
      { __typename: 'BeeperUnauthenticatedError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperUnauthenticatedError_Fragment': Failure_BeeperUnauthenticatedError_Fragment } }
    )
    | (
      { __typename: 'BeeperUnavailableError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperUnavailableError_Fragment': Failure_BeeperUnavailableError_Fragment } }
    )
    | (
      { __typename: 'BeeperUnsupportedError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperUnsupportedError_Fragment': Failure_BeeperUnsupportedError_Fragment } }
    )
    | (
      { __typename: 'BeeperUpstreamError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperUpstreamError_Fragment': Failure_BeeperUpstreamError_Fragment } }
    )
    | { __typename: 'RemoveReactionPayload', changed: (
        { id: string }
        & { ' $fragmentRefs'?: { 'MessageRowFragment': MessageRowFragment } }
      ) | null }
   | null };

export type MarkChatReadMutationVariables = Exact<{
  input: MarkChatReadInput;
}>;


export type MarkChatReadMutation = { markChatRead:
    | (
      { __typename: 'BeeperConflictError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperConflictError_Fragment': Failure_BeeperConflictError_Fragment } }
    )
    | (
      { __typename: 'BeeperForbiddenError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperForbiddenError_Fragment': Failure_BeeperForbiddenError_Fragment } }
    )
    | (
      { __typename: 'BeeperInvalidInputError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperInvalidInputError_Fragment': Failure_BeeperInvalidInputError_Fragment } }
    )
    | (
      { __typename: 'BeeperNotFoundError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperNotFoundError_Fragment': Failure_BeeperNotFoundError_Fragment } }
    )
    | (
      { __typename: 'BeeperOutcomeUnknownError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperOutcomeUnknownError_Fragment': Failure_BeeperOutcomeUnknownError_Fragment } }
    )
    | (
      { __typename: 'BeeperRateLimitedError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperRateLimitedError_Fragment': Failure_BeeperRateLimitedError_Fragment } }
    )
    | (
      { __typename: 'BeeperUnauthenticatedError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperUnauthenticatedError_Fragment': Failure_BeeperUnauthenticatedError_Fragment } }
    )
    | (
      { __typename: 'BeeperUnavailableError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperUnavailableError_Fragment': Failure_BeeperUnavailableError_Fragment } }
    )
    | (
      { __typename: 'BeeperUnsupportedError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperUnsupportedError_Fragment': Failure_BeeperUnsupportedError_Fragment } }
    )
    | (
      { __typename: 'BeeperUpstreamError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperUpstreamError_Fragment': Failure_BeeperUpstreamError_Fragment } }
    )
    | { __typename: 'MarkChatReadPayload', chat: { id: string, unreadCount: number | null, isMarkedUnread: boolean | null } | null }
   | null };

export type MarkChatUnreadMutationVariables = Exact<{
  input: MarkChatUnreadInput;
}>;


export type MarkChatUnreadMutation = { markChatUnread:
    | (
      { __typename: 'BeeperConflictError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperConflictError_Fragment': Failure_BeeperConflictError_Fragment } }
    )
    | (
      { __typename: 'BeeperForbiddenError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperForbiddenError_Fragment': Failure_BeeperForbiddenError_Fragment } }
    )
    | (
      { __typename: 'BeeperInvalidInputError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperInvalidInputError_Fragment': Failure_BeeperInvalidInputError_Fragment } }
    )
    | (
      { __typename: 'BeeperNotFoundError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperNotFoundError_Fragment': Failure_BeeperNotFoundError_Fragment } }
    )
    | (
      { __typename: 'BeeperOutcomeUnknownError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperOutcomeUnknownError_Fragment': Failure_BeeperOutcomeUnknownError_Fragment } }
    )
    | (
      { __typename: 'BeeperRateLimitedError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperRateLimitedError_Fragment': Failure_BeeperRateLimitedError_Fragment } }
    )
    | (
      { __typename: 'BeeperUnauthenticatedError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperUnauthenticatedError_Fragment': Failure_BeeperUnauthenticatedError_Fragment } }
    )
    | (
      { __typename: 'BeeperUnavailableError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperUnavailableError_Fragment': Failure_BeeperUnavailableError_Fragment } }
    )
    | (
      { __typename: 'BeeperUnsupportedError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperUnsupportedError_Fragment': Failure_BeeperUnsupportedError_Fragment } }
    )
    | (
      { __typename: 'BeeperUpstreamError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperUpstreamError_Fragment': Failure_BeeperUpstreamError_Fragment } }
    )
    | { __typename: 'MarkChatUnreadPayload', chat: { id: string, unreadCount: number | null, isMarkedUnread: boolean | null } | null }
   | null };

export type ChatEventsSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type ChatEventsSubscription = { chatEvents:
    | { __typename: 'BeeperChatDeleted', position: string, index: number, chatID: string }
    | { __typename: 'BeeperChatUpserted', position: string, index: number, chatID: string, chat: (
        { id: string }
        & { ' $fragmentRefs'?: { 'ChatRowFragment': ChatRowFragment } }
      ) | null }
    | { __typename: 'BeeperLiveEnded', position: string, index: number, error:
        | { ' $fragmentRefs'?: { 'Failure_BeeperConflictError_Fragment': Failure_BeeperConflictError_Fragment } }
        | { ' $fragmentRefs'?: { 'Failure_BeeperDraftClearedError_Fragment': Failure_BeeperDraftClearedError_Fragment } }
        | { ' $fragmentRefs'?: { 'Failure_BeeperForbiddenError_Fragment': Failure_BeeperForbiddenError_Fragment } }
        | { ' $fragmentRefs'?: { 'Failure_BeeperIdempotencyError_Fragment': Failure_BeeperIdempotencyError_Fragment } }
        | { ' $fragmentRefs'?: { 'Failure_BeeperInvalidInputError_Fragment': Failure_BeeperInvalidInputError_Fragment } }
        | { ' $fragmentRefs'?: { 'Failure_BeeperNotFoundError_Fragment': Failure_BeeperNotFoundError_Fragment } }
        | { ' $fragmentRefs'?: { 'Failure_BeeperOutcomeUnknownError_Fragment': Failure_BeeperOutcomeUnknownError_Fragment } }
        | { ' $fragmentRefs'?: { 'Failure_BeeperRateLimitedError_Fragment': Failure_BeeperRateLimitedError_Fragment } }
        | { ' $fragmentRefs'?: { 'Failure_BeeperUnauthenticatedError_Fragment': Failure_BeeperUnauthenticatedError_Fragment } }
        | { ' $fragmentRefs'?: { 'Failure_BeeperUnavailableError_Fragment': Failure_BeeperUnavailableError_Fragment } }
        | { ' $fragmentRefs'?: { 'Failure_BeeperUnsupportedError_Fragment': Failure_BeeperUnsupportedError_Fragment } }
        | { ' $fragmentRefs'?: { 'Failure_BeeperUpstreamError_Fragment': Failure_BeeperUpstreamError_Fragment } }
       }
    | { __typename: 'BeeperLiveGap', position: string, index: number, needsReload: boolean, chatIDs: Array<string> | null }
    | { __typename: 'BeeperLiveStarted', position: string, index: number, isResumed: boolean }
    | { __typename: 'BeeperMessageDeleted', position: string, index: number, chatID: string, messageID: string }
    | { __typename: 'BeeperMessageUpserted', position: string, index: number, chatID: string, messageID: string, message: (
        { id: string, sentWithKey: string | null }
        & { ' $fragmentRefs'?: { 'MessageRowFragment': MessageRowFragment } }
      ) | null, chat: (
        { id: string }
        & { ' $fragmentRefs'?: { 'ChatRowFragment': ChatRowFragment } }
      ) | null }
   };

export type ChatPlaceFragment = { lastActivity: string | null, mergedInto: { id: string } | null } & { ' $fragmentName'?: 'ChatPlaceFragment' };

export type MessagePlaceFragment = { chatID: string, sortKey: string | null, timestamp: string | null, isHidden: boolean | null, sentWithKey: string | null } & { ' $fragmentName'?: 'MessagePlaceFragment' };

export type LastMessageIdFragment = { lastMessage: { id: string } | null } & { ' $fragmentName'?: 'LastMessageIdFragment' };

export type ShownMessagesFragment = { messages: { edges: Array<{ node: { id: string, sentWithKey: string | null } }> } | null } & { ' $fragmentName'?: 'ShownMessagesFragment' };

export type MessageQueryVariables = Exact<{
  chatID: string | number;
  id: string | number;
}>;


export type MessageQuery = { message: (
    { id: string }
    & { ' $fragmentRefs'?: { 'MessageRowFragment': MessageRowFragment } }
  ) | null };

export type SendMutationVariables = Exact<{
  input: SendMessageInput;
  key: string;
}>;


export type SendMutation = { sendMessage:
    | (
      { __typename: 'BeeperConflictError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperConflictError_Fragment': Failure_BeeperConflictError_Fragment } }
    )
    | (
      { __typename: 'BeeperForbiddenError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperForbiddenError_Fragment': Failure_BeeperForbiddenError_Fragment } }
    )
    | (
      { __typename: 'BeeperIdempotencyError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperIdempotencyError_Fragment': Failure_BeeperIdempotencyError_Fragment } }
    )
    | (
      { __typename: 'BeeperInvalidInputError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperInvalidInputError_Fragment': Failure_BeeperInvalidInputError_Fragment } }
    )
    | (
      { __typename: 'BeeperNotFoundError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperNotFoundError_Fragment': Failure_BeeperNotFoundError_Fragment } }
    )
    | (
      { __typename: 'BeeperOutcomeUnknownError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperOutcomeUnknownError_Fragment': Failure_BeeperOutcomeUnknownError_Fragment } }
    )
    | (
      { __typename: 'BeeperRateLimitedError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperRateLimitedError_Fragment': Failure_BeeperRateLimitedError_Fragment } }
    )
    | (
      { __typename: 'BeeperUnauthenticatedError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperUnauthenticatedError_Fragment': Failure_BeeperUnauthenticatedError_Fragment } }
    )
    | (
      { __typename: 'BeeperUnavailableError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperUnavailableError_Fragment': Failure_BeeperUnavailableError_Fragment } }
    )
    | (
      { __typename: 'BeeperUnsupportedError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperUnsupportedError_Fragment': Failure_BeeperUnsupportedError_Fragment } }
    )
    | (
      { __typename: 'BeeperUpstreamError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperUpstreamError_Fragment': Failure_BeeperUpstreamError_Fragment } }
    )
    | { __typename: 'SendMessagePayload', chatID: string, pendingMessageID: string, sent: (
        { id: string, sentWithKey: string | null }
        & { ' $fragmentRefs'?: { 'MessageRowFragment': MessageRowFragment } }
      ) | null }
   | null };

export type ChatQueryVariables = Exact<{
  id: string | number;
}>;


export type ChatQuery = { chat: (
    { id: string }
    & { ' $fragmentRefs'?: { 'ChatRowFragment': ChatRowFragment } }
  ) | null };

export type SandboxQueryVariables = Exact<{ [key: string]: never; }>;


export type SandboxQuery = { beeper: { sandbox: boolean } | null };

export type CreateUploadMutationVariables = Exact<{
  input: CreateUploadInput;
}>;


export type CreateUploadMutation = { createUpload:
    | (
      { __typename: 'BeeperConflictError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperConflictError_Fragment': Failure_BeeperConflictError_Fragment } }
    )
    | (
      { __typename: 'BeeperForbiddenError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperForbiddenError_Fragment': Failure_BeeperForbiddenError_Fragment } }
    )
    | (
      { __typename: 'BeeperInvalidInputError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperInvalidInputError_Fragment': Failure_BeeperInvalidInputError_Fragment } }
    )
    | (
      { __typename: 'BeeperNotFoundError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperNotFoundError_Fragment': Failure_BeeperNotFoundError_Fragment } }
    )
    | (
      { __typename: 'BeeperOutcomeUnknownError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperOutcomeUnknownError_Fragment': Failure_BeeperOutcomeUnknownError_Fragment } }
    )
    | (
      { __typename: 'BeeperRateLimitedError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperRateLimitedError_Fragment': Failure_BeeperRateLimitedError_Fragment } }
    )
    | (
      { __typename: 'BeeperUnauthenticatedError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperUnauthenticatedError_Fragment': Failure_BeeperUnauthenticatedError_Fragment } }
    )
    | (
      { __typename: 'BeeperUnavailableError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperUnavailableError_Fragment': Failure_BeeperUnavailableError_Fragment } }
    )
    | (
      { __typename: 'BeeperUnsupportedError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperUnsupportedError_Fragment': Failure_BeeperUnsupportedError_Fragment } }
    )
    | (
      { __typename: 'BeeperUpstreamError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperUpstreamError_Fragment': Failure_BeeperUpstreamError_Fragment } }
    )
    | { __typename: 'CreateUploadPayload', url: string }
   | null };

type Failure_BeeperConflictError_Fragment = { __typename: 'BeeperConflictError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null } & { ' $fragmentName'?: 'Failure_BeeperConflictError_Fragment' };

type Failure_BeeperDraftClearedError_Fragment = { __typename: 'BeeperDraftClearedError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null } & { ' $fragmentName'?: 'Failure_BeeperDraftClearedError_Fragment' };

type Failure_BeeperForbiddenError_Fragment = { __typename: 'BeeperForbiddenError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null } & { ' $fragmentName'?: 'Failure_BeeperForbiddenError_Fragment' };

type Failure_BeeperIdempotencyError_Fragment = { __typename: 'BeeperIdempotencyError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null } & { ' $fragmentName'?: 'Failure_BeeperIdempotencyError_Fragment' };

type Failure_BeeperInvalidInputError_Fragment = { __typename: 'BeeperInvalidInputError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null, issues: Array<{ path: Array<string>, message: string }> } & { ' $fragmentName'?: 'Failure_BeeperInvalidInputError_Fragment' };

type Failure_BeeperNotFoundError_Fragment = { __typename: 'BeeperNotFoundError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null } & { ' $fragmentName'?: 'Failure_BeeperNotFoundError_Fragment' };

type Failure_BeeperOutcomeUnknownError_Fragment = { __typename: 'BeeperOutcomeUnknownError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null, candidates: Array<{ id: string }> | null } & { ' $fragmentName'?: 'Failure_BeeperOutcomeUnknownError_Fragment' };

type Failure_BeeperRateLimitedError_Fragment = { __typename: 'BeeperRateLimitedError', retryAfterSeconds: number | null, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null } & { ' $fragmentName'?: 'Failure_BeeperRateLimitedError_Fragment' };

type Failure_BeeperUnauthenticatedError_Fragment = { __typename: 'BeeperUnauthenticatedError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null } & { ' $fragmentName'?: 'Failure_BeeperUnauthenticatedError_Fragment' };

type Failure_BeeperUnavailableError_Fragment = { __typename: 'BeeperUnavailableError', retryAfterSeconds: number | null, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null } & { ' $fragmentName'?: 'Failure_BeeperUnavailableError_Fragment' };

type Failure_BeeperUnsupportedError_Fragment = { __typename: 'BeeperUnsupportedError', requiredVersion: string | null, actualVersion: string | null, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null } & { ' $fragmentName'?: 'Failure_BeeperUnsupportedError_Fragment' };

type Failure_BeeperUpstreamError_Fragment = { __typename: 'BeeperUpstreamError', httpStatus: number, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null } & { ' $fragmentName'?: 'Failure_BeeperUpstreamError_Fragment' };

export type FailureFragment =
  | Failure_BeeperConflictError_Fragment
  | Failure_BeeperDraftClearedError_Fragment
  | Failure_BeeperForbiddenError_Fragment
  | Failure_BeeperIdempotencyError_Fragment
  | Failure_BeeperInvalidInputError_Fragment
  | Failure_BeeperNotFoundError_Fragment
  | Failure_BeeperOutcomeUnknownError_Fragment
  | Failure_BeeperRateLimitedError_Fragment
  | Failure_BeeperUnauthenticatedError_Fragment
  | Failure_BeeperUnavailableError_Fragment
  | Failure_BeeperUnsupportedError_Fragment
  | Failure_BeeperUpstreamError_Fragment
;

export type TryStartMutationVariables = Exact<{
  input: StartChatInput;
  key: string;
}>;


export type TryStartMutation = { startChat:
    | (
      { __typename: 'BeeperConflictError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperConflictError_Fragment': Failure_BeeperConflictError_Fragment } }
    )
    | (
      { __typename: 'BeeperForbiddenError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperForbiddenError_Fragment': Failure_BeeperForbiddenError_Fragment } }
    )
    | (
      { __typename: 'BeeperIdempotencyError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperIdempotencyError_Fragment': Failure_BeeperIdempotencyError_Fragment } }
    )
    | (
      { __typename: 'BeeperInvalidInputError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperInvalidInputError_Fragment': Failure_BeeperInvalidInputError_Fragment } }
    )
    | (
      { __typename: 'BeeperNotFoundError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperNotFoundError_Fragment': Failure_BeeperNotFoundError_Fragment } }
    )
    | (
      { __typename: 'BeeperOutcomeUnknownError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperOutcomeUnknownError_Fragment': Failure_BeeperOutcomeUnknownError_Fragment } }
    )
    | (
      { __typename: 'BeeperRateLimitedError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperRateLimitedError_Fragment': Failure_BeeperRateLimitedError_Fragment } }
    )
    | (
      { __typename: 'BeeperUnauthenticatedError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperUnauthenticatedError_Fragment': Failure_BeeperUnauthenticatedError_Fragment } }
    )
    | (
      { __typename: 'BeeperUnavailableError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperUnavailableError_Fragment': Failure_BeeperUnavailableError_Fragment } }
    )
    | (
      { __typename: 'BeeperUnsupportedError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperUnsupportedError_Fragment': Failure_BeeperUnsupportedError_Fragment } }
    )
    | (
      { __typename: 'BeeperUpstreamError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperUpstreamError_Fragment': Failure_BeeperUpstreamError_Fragment } }
    )
    | { __typename: 'StartChatPayload', chatID: string, status: BeeperStartStatus | null, firstMessage: BeeperFirstMessage, chat: { id: string, title: string | null } | null, chatError:
        | { ' $fragmentRefs'?: { 'Failure_BeeperConflictError_Fragment': Failure_BeeperConflictError_Fragment } }
        | { ' $fragmentRefs'?: { 'Failure_BeeperDraftClearedError_Fragment': Failure_BeeperDraftClearedError_Fragment } }
        | { ' $fragmentRefs'?: { 'Failure_BeeperForbiddenError_Fragment': Failure_BeeperForbiddenError_Fragment } }
        | { ' $fragmentRefs'?: { 'Failure_BeeperIdempotencyError_Fragment': Failure_BeeperIdempotencyError_Fragment } }
        | { ' $fragmentRefs'?: { 'Failure_BeeperInvalidInputError_Fragment': Failure_BeeperInvalidInputError_Fragment } }
        | { ' $fragmentRefs'?: { 'Failure_BeeperNotFoundError_Fragment': Failure_BeeperNotFoundError_Fragment } }
        | { ' $fragmentRefs'?: { 'Failure_BeeperOutcomeUnknownError_Fragment': Failure_BeeperOutcomeUnknownError_Fragment } }
        | { ' $fragmentRefs'?: { 'Failure_BeeperRateLimitedError_Fragment': Failure_BeeperRateLimitedError_Fragment } }
        | { ' $fragmentRefs'?: { 'Failure_BeeperUnauthenticatedError_Fragment': Failure_BeeperUnauthenticatedError_Fragment } }
        | { ' $fragmentRefs'?: { 'Failure_BeeperUnavailableError_Fragment': Failure_BeeperUnavailableError_Fragment } }
        | { ' $fragmentRefs'?: { 'Failure_BeeperUnsupportedError_Fragment': Failure_BeeperUnsupportedError_Fragment } }
        | { ' $fragmentRefs'?: { 'Failure_BeeperUpstreamError_Fragment': Failure_BeeperUpstreamError_Fragment } }
       | null }
   | null };

export type TrySendMutationVariables = Exact<{
  input: SendMessageInput;
  key: string;
}>;


export type TrySendMutation = { sendMessage:
    | (
      { __typename: 'BeeperConflictError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperConflictError_Fragment': Failure_BeeperConflictError_Fragment } }
    )
    | (
      { __typename: 'BeeperForbiddenError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperForbiddenError_Fragment': Failure_BeeperForbiddenError_Fragment } }
    )
    | (
      { __typename: 'BeeperIdempotencyError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperIdempotencyError_Fragment': Failure_BeeperIdempotencyError_Fragment } }
    )
    | (
      { __typename: 'BeeperInvalidInputError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperInvalidInputError_Fragment': Failure_BeeperInvalidInputError_Fragment } }
    )
    | (
      { __typename: 'BeeperNotFoundError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperNotFoundError_Fragment': Failure_BeeperNotFoundError_Fragment } }
    )
    | (
      { __typename: 'BeeperOutcomeUnknownError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperOutcomeUnknownError_Fragment': Failure_BeeperOutcomeUnknownError_Fragment } }
    )
    | (
      { __typename: 'BeeperRateLimitedError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperRateLimitedError_Fragment': Failure_BeeperRateLimitedError_Fragment } }
    )
    | (
      { __typename: 'BeeperUnauthenticatedError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperUnauthenticatedError_Fragment': Failure_BeeperUnauthenticatedError_Fragment } }
    )
    | (
      { __typename: 'BeeperUnavailableError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperUnavailableError_Fragment': Failure_BeeperUnavailableError_Fragment } }
    )
    | (
      { __typename: 'BeeperUnsupportedError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperUnsupportedError_Fragment': Failure_BeeperUnsupportedError_Fragment } }
    )
    | (
      { __typename: 'BeeperUpstreamError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperUpstreamError_Fragment': Failure_BeeperUpstreamError_Fragment } }
    )
    | { __typename: 'SendMessagePayload', chatID: string, resolvedByLooking: boolean }
   | null };

export type ChatRowFragment = (
  { id: string, title: string | null, network: string | null, type: BeeperChatType | null, unreadCount: number | null, isMarkedUnread: boolean | null, isMuted: boolean | null, isArchived: boolean | null, isPinned: boolean | null, lastActivity: string | null, mergedInto: { id: string } | null, lastMessage: { id: string, plainText: string | null, isSender: boolean | null, isDeleted: boolean | null, senderName: string | null, attachments: Array<{ type: BeeperAttachmentType | null, isVoiceNote: boolean | null, isGif: boolean | null, isSticker: boolean | null }> | null } | null }
  & { ' $fragmentRefs'?: { 'ChatFaceFragment': ChatFaceFragment } }
) & { ' $fragmentName'?: 'ChatRowFragment' };

export type FoundChatFragment = (
  { id: string, title: string | null, network: string | null, participants: { items: Array<{ userID: string, isSelf: boolean | null, fullName: string | null }> } | null }
  & { ' $fragmentRefs'?: { 'ChatFaceFragment': ChatFaceFragment } }
) & { ' $fragmentName'?: 'FoundChatFragment' };

export type FoundMessageFragment = { id: string, chatID: string, plainText: string | null, isSender: boolean | null, senderName: string | null, timestamp: string | null, chat: (
    { id: string }
    & { ' $fragmentRefs'?: { 'ChatFaceFragment': ChatFaceFragment } }
  ) | null } & { ' $fragmentName'?: 'FoundMessageFragment' };

export type SearchQueryVariables = Exact<{
  query: string;
}>;


export type SearchQuery = { search: { chats: Array<(
      { id: string }
      & { ' $fragmentRefs'?: { 'FoundChatFragment': FoundChatFragment } }
    ) | null>, inGroups: Array<(
      { id: string }
      & { ' $fragmentRefs'?: { 'FoundChatFragment': FoundChatFragment } }
    ) | null>, messages: { edges: Array<{ node: (
          { id: string }
          & { ' $fragmentRefs'?: { 'FoundMessageFragment': FoundMessageFragment } }
        ) }>, pageInfo: { hasNextPage: boolean } } } | null };

export type ChatTitleFragment = { id: string, title: string | null } & { ' $fragmentName'?: 'ChatTitleFragment' };

export type InboxQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type InboxQuery = { chats: { edges: Array<{ cursor: string, node: (
        { id: string, lastActivity: string | null, unreadCount: number | null, isMarkedUnread: boolean | null, isMuted: boolean | null }
        & { ' $fragmentRefs'?: { 'ChatRowFragment': ChatRowFragment } }
      ) | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type NewChatAccountsQueryVariables = Exact<{ [key: string]: never; }>;


export type NewChatAccountsQuery = { accounts: Array<{ id: string, network: string | null, isUsable: boolean, status: BeeperAccountStatus | null, statusText: string | null, user: { userID: string, fullName: string | null, username: string | null, phoneNumber: string | null, email: string | null } | null, bridge: { bridgeID: string | null } | null }> | null };

export type StartChatMutationVariables = Exact<{
  input: StartChatInput;
  key: string;
}>;


export type StartChatMutation = { startChat:
    | (
      { __typename: 'BeeperConflictError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperConflictError_Fragment': Failure_BeeperConflictError_Fragment } }
    )
    | (
      { __typename: 'BeeperForbiddenError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperForbiddenError_Fragment': Failure_BeeperForbiddenError_Fragment } }
    )
    | (
      { __typename: 'BeeperIdempotencyError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperIdempotencyError_Fragment': Failure_BeeperIdempotencyError_Fragment } }
    )
    | (
      { __typename: 'BeeperInvalidInputError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperInvalidInputError_Fragment': Failure_BeeperInvalidInputError_Fragment } }
    )
    | (
      { __typename: 'BeeperNotFoundError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperNotFoundError_Fragment': Failure_BeeperNotFoundError_Fragment } }
    )
    | (
      { __typename: 'BeeperOutcomeUnknownError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperOutcomeUnknownError_Fragment': Failure_BeeperOutcomeUnknownError_Fragment } }
    )
    | (
      { __typename: 'BeeperRateLimitedError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperRateLimitedError_Fragment': Failure_BeeperRateLimitedError_Fragment } }
    )
    | (
      { __typename: 'BeeperUnauthenticatedError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperUnauthenticatedError_Fragment': Failure_BeeperUnauthenticatedError_Fragment } }
    )
    | (
      { __typename: 'BeeperUnavailableError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperUnavailableError_Fragment': Failure_BeeperUnavailableError_Fragment } }
    )
    | (
      { __typename: 'BeeperUnsupportedError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperUnsupportedError_Fragment': Failure_BeeperUnsupportedError_Fragment } }
    )
    | (
      { __typename: 'BeeperUpstreamError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperUpstreamError_Fragment': Failure_BeeperUpstreamError_Fragment } }
    )
    | { __typename: 'StartChatPayload', chatID: string, firstMessage: BeeperFirstMessage, personConfirmed: boolean | null, chat: (
        { id: string }
        & { ' $fragmentRefs'?: { 'ChatRowFragment': ChatRowFragment } }
      ) | null, chatError:
        | { ' $fragmentRefs'?: { 'Failure_BeeperConflictError_Fragment': Failure_BeeperConflictError_Fragment } }
        | { ' $fragmentRefs'?: { 'Failure_BeeperDraftClearedError_Fragment': Failure_BeeperDraftClearedError_Fragment } }
        | { ' $fragmentRefs'?: { 'Failure_BeeperForbiddenError_Fragment': Failure_BeeperForbiddenError_Fragment } }
        | { ' $fragmentRefs'?: { 'Failure_BeeperIdempotencyError_Fragment': Failure_BeeperIdempotencyError_Fragment } }
        | { ' $fragmentRefs'?: { 'Failure_BeeperInvalidInputError_Fragment': Failure_BeeperInvalidInputError_Fragment } }
        | { ' $fragmentRefs'?: { 'Failure_BeeperNotFoundError_Fragment': Failure_BeeperNotFoundError_Fragment } }
        | { ' $fragmentRefs'?: { 'Failure_BeeperOutcomeUnknownError_Fragment': Failure_BeeperOutcomeUnknownError_Fragment } }
        | { ' $fragmentRefs'?: { 'Failure_BeeperRateLimitedError_Fragment': Failure_BeeperRateLimitedError_Fragment } }
        | { ' $fragmentRefs'?: { 'Failure_BeeperUnauthenticatedError_Fragment': Failure_BeeperUnauthenticatedError_Fragment } }
        | { ' $fragmentRefs'?: { 'Failure_BeeperUnavailableError_Fragment': Failure_BeeperUnavailableError_Fragment } }
        | { ' $fragmentRefs'?: { 'Failure_BeeperUnsupportedError_Fragment': Failure_BeeperUnsupportedError_Fragment } }
        | { ' $fragmentRefs'?: { 'Failure_BeeperUpstreamError_Fragment': Failure_BeeperUpstreamError_Fragment } }
       | null }
   | null };

export type CreateChatMutationVariables = Exact<{
  input: CreateChatInput;
  key: string;
}>;


export type CreateChatMutation = { createChat:
    | (
      { __typename: 'BeeperConflictError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperConflictError_Fragment': Failure_BeeperConflictError_Fragment } }
    )
    | (
      { __typename: 'BeeperForbiddenError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperForbiddenError_Fragment': Failure_BeeperForbiddenError_Fragment } }
    )
    | (
      { __typename: 'BeeperIdempotencyError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperIdempotencyError_Fragment': Failure_BeeperIdempotencyError_Fragment } }
    )
    | (
      { __typename: 'BeeperInvalidInputError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperInvalidInputError_Fragment': Failure_BeeperInvalidInputError_Fragment } }
    )
    | (
      { __typename: 'BeeperNotFoundError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperNotFoundError_Fragment': Failure_BeeperNotFoundError_Fragment } }
    )
    | (
      { __typename: 'BeeperOutcomeUnknownError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperOutcomeUnknownError_Fragment': Failure_BeeperOutcomeUnknownError_Fragment } }
    )
    | (
      { __typename: 'BeeperRateLimitedError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperRateLimitedError_Fragment': Failure_BeeperRateLimitedError_Fragment } }
    )
    | (
      { __typename: 'BeeperUnauthenticatedError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperUnauthenticatedError_Fragment': Failure_BeeperUnauthenticatedError_Fragment } }
    )
    | (
      { __typename: 'BeeperUnavailableError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperUnavailableError_Fragment': Failure_BeeperUnavailableError_Fragment } }
    )
    | (
      { __typename: 'BeeperUnsupportedError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperUnsupportedError_Fragment': Failure_BeeperUnsupportedError_Fragment } }
    )
    | (
      { __typename: 'BeeperUpstreamError' }
      & { ' $fragmentRefs'?: { 'Failure_BeeperUpstreamError_Fragment': Failure_BeeperUpstreamError_Fragment } }
    )
    | { __typename: 'CreateChatPayload', chatID: string, firstMessage: BeeperFirstMessage, chat: (
        { id: string }
        & { ' $fragmentRefs'?: { 'ChatRowFragment': ChatRowFragment } }
      ) | null, chatError:
        | { ' $fragmentRefs'?: { 'Failure_BeeperConflictError_Fragment': Failure_BeeperConflictError_Fragment } }
        | { ' $fragmentRefs'?: { 'Failure_BeeperDraftClearedError_Fragment': Failure_BeeperDraftClearedError_Fragment } }
        | { ' $fragmentRefs'?: { 'Failure_BeeperForbiddenError_Fragment': Failure_BeeperForbiddenError_Fragment } }
        | { ' $fragmentRefs'?: { 'Failure_BeeperIdempotencyError_Fragment': Failure_BeeperIdempotencyError_Fragment } }
        | { ' $fragmentRefs'?: { 'Failure_BeeperInvalidInputError_Fragment': Failure_BeeperInvalidInputError_Fragment } }
        | { ' $fragmentRefs'?: { 'Failure_BeeperNotFoundError_Fragment': Failure_BeeperNotFoundError_Fragment } }
        | { ' $fragmentRefs'?: { 'Failure_BeeperOutcomeUnknownError_Fragment': Failure_BeeperOutcomeUnknownError_Fragment } }
        | { ' $fragmentRefs'?: { 'Failure_BeeperRateLimitedError_Fragment': Failure_BeeperRateLimitedError_Fragment } }
        | { ' $fragmentRefs'?: { 'Failure_BeeperUnauthenticatedError_Fragment': Failure_BeeperUnauthenticatedError_Fragment } }
        | { ' $fragmentRefs'?: { 'Failure_BeeperUnavailableError_Fragment': Failure_BeeperUnavailableError_Fragment } }
        | { ' $fragmentRefs'?: { 'Failure_BeeperUnsupportedError_Fragment': Failure_BeeperUnsupportedError_Fragment } }
        | { ' $fragmentRefs'?: { 'Failure_BeeperUpstreamError_Fragment': Failure_BeeperUpstreamError_Fragment } }
       | null }
   | null };

export type NewChatBridgeQueryVariables = Exact<{
  id: string | number;
}>;


export type NewChatBridgeQuery = { bridge: { id: string, contactLookup: { byAnyPhoneNumber: boolean | null, byPhoneNumber: boolean | null, byEmail: boolean | null, byUsername: boolean | null } | null, groupTypes: Array<{ name: { isRequired: boolean | null, maxLength: number | null } | null, participants: { maxLength: number | null } | null }> | null } | null };

export type PersonFoundFragment = { userID: string, fullName: string | null, username: string | null, phoneNumber: string | null, email: string | null, cannotMessage: boolean | null, imgURL: { contentURL: string | null, url: string | null } | null } & { ' $fragmentName'?: 'PersonFoundFragment' };

export type NewChatContactsQueryVariables = Exact<{
  accountID: string | number;
  query?: string | null | undefined;
}>;


export type NewChatContactsQuery = { contacts: { nodes: Array<(
      { userID: string }
      & { ' $fragmentRefs'?: { 'PersonFoundFragment': PersonFoundFragment } }
    )>, pageInfo: { hasNextPage: boolean } } | null };

export type NewChatLookUpQueryVariables = Exact<{
  accountID: string | number;
  query: string;
}>;


export type NewChatLookUpQuery = { lookUpContacts: Array<(
    { userID: string }
    & { ' $fragmentRefs'?: { 'PersonFoundFragment': PersonFoundFragment } }
  )> | null };

export type ChatFaceFragment = { id: string, title: string | null, type: BeeperChatType | null, imgURL: { contentURL: string | null, url: string | null } | null, participants: { items: Array<{ userID: string, isSelf: boolean | null, fullName: string | null, imgURL: { contentURL: string | null, url: string | null } | null }> } | null } & { ' $fragmentName'?: 'ChatFaceFragment' };

export type ChatFaceQueryVariables = Exact<{
  id: string | number;
}>;


export type ChatFaceQuery = { chat: (
    { id: string }
    & { ' $fragmentRefs'?: { 'ChatFaceFragment': ChatFaceFragment } }
  ) | null };

export const ComposerFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Composer"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperChat"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"isReadOnly"}},{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"network"}},{"kind":"Field","name":{"kind":"Name","value":"statusText"}}]}},{"kind":"Field","name":{"kind":"Name","value":"capabilities"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"maxTextLength"}}]}}]}}]} as unknown as DocumentNode<ComposerFragment, unknown>;
export const ChatFaceFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ChatFace"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperChat"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"imgURL"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contentURL"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"Field","name":{"kind":"Name","value":"participants"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userID"}},{"kind":"Field","name":{"kind":"Name","value":"isSelf"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}},{"kind":"Field","name":{"kind":"Name","value":"imgURL"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contentURL"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ChatFaceFragment, unknown>;
export const ConversationHeaderFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ConversationHeader"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperChat"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"network"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"participants"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"hasMore"}},{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userID"}},{"kind":"Field","name":{"kind":"Name","value":"isSelf"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"merge"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chats"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"network"}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ChatFace"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ChatFace"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperChat"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"imgURL"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contentURL"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"Field","name":{"kind":"Name","value":"participants"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userID"}},{"kind":"Field","name":{"kind":"Name","value":"isSelf"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}},{"kind":"Field","name":{"kind":"Name","value":"imgURL"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contentURL"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ConversationHeaderFragment, unknown>;
export const MessageRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MessageRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperMessage"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"chatID"}},{"kind":"Field","name":{"kind":"Name","value":"timestamp"}},{"kind":"Field","name":{"kind":"Name","value":"sortKey"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"rawType"}},{"kind":"Field","name":{"kind":"Name","value":"plainText"}},{"kind":"Field","name":{"kind":"Name","value":"senderName"}},{"kind":"Field","name":{"kind":"Name","value":"senderID"}},{"kind":"Field","name":{"kind":"Name","value":"isSender"}},{"kind":"Field","name":{"kind":"Name","value":"isDeleted"}},{"kind":"Field","name":{"kind":"Name","value":"isHidden"}},{"kind":"Field","name":{"kind":"Name","value":"editedTimestamp"}},{"kind":"Field","name":{"kind":"Name","value":"sentWithKey"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanReact"}},{"kind":"Field","name":{"kind":"Name","value":"repliedTo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"plainText"}},{"kind":"Field","name":{"kind":"Name","value":"senderName"}},{"kind":"Field","name":{"kind":"Name","value":"isSender"}},{"kind":"Field","name":{"kind":"Name","value":"isDeleted"}},{"kind":"Field","name":{"kind":"Name","value":"attachments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"isVoiceNote"}},{"kind":"Field","name":{"kind":"Name","value":"isGif"}},{"kind":"Field","name":{"kind":"Name","value":"isSticker"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"reactions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reactionKey"}},{"kind":"Field","name":{"kind":"Name","value":"participantID"}},{"kind":"Field","name":{"kind":"Name","value":"imgURL"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contentURL"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"sendStatus"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"deliveredToUsers"}}]}},{"kind":"Field","name":{"kind":"Name","value":"seen"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isSeen"}},{"kind":"Field","name":{"kind":"Name","value":"by"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isSeen"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"attachments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"fileSize"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"isVoiceNote"}},{"kind":"Field","name":{"kind":"Name","value":"isGif"}},{"kind":"Field","name":{"kind":"Name","value":"isSticker"}},{"kind":"Field","name":{"kind":"Name","value":"blurhash"}},{"kind":"Field","name":{"kind":"Name","value":"size"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}}]}},{"kind":"Field","name":{"kind":"Name","value":"srcURL"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contentURL"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"Field","name":{"kind":"Name","value":"posterImg"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contentURL"}}]}},{"kind":"Field","name":{"kind":"Name","value":"transcription"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"transcription"}}]}}]}}]}}]} as unknown as DocumentNode<MessageRowFragment, unknown>;
export const MessagePageFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MessagePage"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperChat"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"messages"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sentWithKey"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"MessageRow"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MessageRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperMessage"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"chatID"}},{"kind":"Field","name":{"kind":"Name","value":"timestamp"}},{"kind":"Field","name":{"kind":"Name","value":"sortKey"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"rawType"}},{"kind":"Field","name":{"kind":"Name","value":"plainText"}},{"kind":"Field","name":{"kind":"Name","value":"senderName"}},{"kind":"Field","name":{"kind":"Name","value":"senderID"}},{"kind":"Field","name":{"kind":"Name","value":"isSender"}},{"kind":"Field","name":{"kind":"Name","value":"isDeleted"}},{"kind":"Field","name":{"kind":"Name","value":"isHidden"}},{"kind":"Field","name":{"kind":"Name","value":"editedTimestamp"}},{"kind":"Field","name":{"kind":"Name","value":"sentWithKey"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanReact"}},{"kind":"Field","name":{"kind":"Name","value":"repliedTo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"plainText"}},{"kind":"Field","name":{"kind":"Name","value":"senderName"}},{"kind":"Field","name":{"kind":"Name","value":"isSender"}},{"kind":"Field","name":{"kind":"Name","value":"isDeleted"}},{"kind":"Field","name":{"kind":"Name","value":"attachments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"isVoiceNote"}},{"kind":"Field","name":{"kind":"Name","value":"isGif"}},{"kind":"Field","name":{"kind":"Name","value":"isSticker"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"reactions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reactionKey"}},{"kind":"Field","name":{"kind":"Name","value":"participantID"}},{"kind":"Field","name":{"kind":"Name","value":"imgURL"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contentURL"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"sendStatus"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"deliveredToUsers"}}]}},{"kind":"Field","name":{"kind":"Name","value":"seen"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isSeen"}},{"kind":"Field","name":{"kind":"Name","value":"by"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isSeen"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"attachments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"fileSize"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"isVoiceNote"}},{"kind":"Field","name":{"kind":"Name","value":"isGif"}},{"kind":"Field","name":{"kind":"Name","value":"isSticker"}},{"kind":"Field","name":{"kind":"Name","value":"blurhash"}},{"kind":"Field","name":{"kind":"Name","value":"size"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}}]}},{"kind":"Field","name":{"kind":"Name","value":"srcURL"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contentURL"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"Field","name":{"kind":"Name","value":"posterImg"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contentURL"}}]}},{"kind":"Field","name":{"kind":"Name","value":"transcription"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"transcription"}}]}}]}}]}}]} as unknown as DocumentNode<MessagePageFragment, unknown>;
export const ConversationScopeFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ConversationScope"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperChat"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"isReadOnly"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanSend"}},{"kind":"Field","name":{"kind":"Name","value":"participants"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userID"}},{"kind":"Field","name":{"kind":"Name","value":"isSelf"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}},{"kind":"Field","name":{"kind":"Name","value":"imgURL"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contentURL"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"capabilities"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowedReactions"}},{"kind":"Field","name":{"kind":"Name","value":"reply"}}]}},{"kind":"Field","name":{"kind":"Name","value":"merge"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"defaultChatID"}},{"kind":"Field","name":{"kind":"Name","value":"chats"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"network"}},{"kind":"Field","name":{"kind":"Name","value":"participants"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userID"}},{"kind":"Field","name":{"kind":"Name","value":"isSelf"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}},{"kind":"Field","name":{"kind":"Name","value":"imgURL"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contentURL"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"capabilities"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowedReactions"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ConversationScopeFragment, unknown>;
export const ChatPlaceFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ChatPlace"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperChat"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lastActivity"}},{"kind":"Field","name":{"kind":"Name","value":"mergedInto"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<ChatPlaceFragment, unknown>;
export const MessagePlaceFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MessagePlace"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperMessage"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chatID"}},{"kind":"Field","name":{"kind":"Name","value":"sortKey"}},{"kind":"Field","name":{"kind":"Name","value":"timestamp"}},{"kind":"Field","name":{"kind":"Name","value":"isHidden"}},{"kind":"Field","name":{"kind":"Name","value":"sentWithKey"}}]}}]} as unknown as DocumentNode<MessagePlaceFragment, unknown>;
export const LastMessageIdFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LastMessageID"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperChat"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lastMessage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<LastMessageIdFragment, unknown>;
export const ShownMessagesFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ShownMessages"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperChat"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"messages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sentWithKey"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ShownMessagesFragment, unknown>;
export const FailureFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Failure"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"remedy"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"requestID"}},{"kind":"Field","name":{"kind":"Name","value":"upstreamCode"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperInvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperRateLimitedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUnavailableError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUnsupportedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requiredVersion"}},{"kind":"Field","name":{"kind":"Name","value":"actualVersion"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUpstreamError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"httpStatus"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperOutcomeUnknownError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"candidates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<FailureFragment, unknown>;
export const ChatRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ChatRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperChat"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"network"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"unreadCount"}},{"kind":"Field","name":{"kind":"Name","value":"isMarkedUnread"}},{"kind":"Field","name":{"kind":"Name","value":"isMuted"}},{"kind":"Field","name":{"kind":"Name","value":"isArchived"}},{"kind":"Field","name":{"kind":"Name","value":"isPinned"}},{"kind":"Field","name":{"kind":"Name","value":"lastActivity"}},{"kind":"Field","name":{"kind":"Name","value":"mergedInto"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lastMessage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"plainText"}},{"kind":"Field","name":{"kind":"Name","value":"isSender"}},{"kind":"Field","name":{"kind":"Name","value":"isDeleted"}},{"kind":"Field","name":{"kind":"Name","value":"senderName"}},{"kind":"Field","name":{"kind":"Name","value":"attachments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"isVoiceNote"}},{"kind":"Field","name":{"kind":"Name","value":"isGif"}},{"kind":"Field","name":{"kind":"Name","value":"isSticker"}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ChatFace"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ChatFace"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperChat"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"imgURL"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contentURL"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"Field","name":{"kind":"Name","value":"participants"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userID"}},{"kind":"Field","name":{"kind":"Name","value":"isSelf"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}},{"kind":"Field","name":{"kind":"Name","value":"imgURL"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contentURL"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ChatRowFragment, unknown>;
export const FoundChatFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"FoundChat"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperChat"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"network"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ChatFace"}},{"kind":"Field","name":{"kind":"Name","value":"participants"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userID"}},{"kind":"Field","name":{"kind":"Name","value":"isSelf"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ChatFace"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperChat"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"imgURL"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contentURL"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"Field","name":{"kind":"Name","value":"participants"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userID"}},{"kind":"Field","name":{"kind":"Name","value":"isSelf"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}},{"kind":"Field","name":{"kind":"Name","value":"imgURL"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contentURL"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]}}]}}]}}]} as unknown as DocumentNode<FoundChatFragment, unknown>;
export const FoundMessageFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"FoundMessage"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperMessage"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"chatID"}},{"kind":"Field","name":{"kind":"Name","value":"plainText"}},{"kind":"Field","name":{"kind":"Name","value":"isSender"}},{"kind":"Field","name":{"kind":"Name","value":"senderName"}},{"kind":"Field","name":{"kind":"Name","value":"timestamp"}},{"kind":"Field","name":{"kind":"Name","value":"chat"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ChatFace"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ChatFace"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperChat"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"imgURL"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contentURL"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"Field","name":{"kind":"Name","value":"participants"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userID"}},{"kind":"Field","name":{"kind":"Name","value":"isSelf"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}},{"kind":"Field","name":{"kind":"Name","value":"imgURL"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contentURL"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]}}]}}]}}]} as unknown as DocumentNode<FoundMessageFragment, unknown>;
export const ChatTitleFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ChatTitle"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperChat"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]} as unknown as DocumentNode<ChatTitleFragment, unknown>;
export const PersonFoundFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PersonFound"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUser"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userID"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"phoneNumber"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"cannotMessage"}},{"kind":"Field","name":{"kind":"Name","value":"imgURL"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contentURL"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]}}]} as unknown as DocumentNode<PersonFoundFragment, unknown>;
export const ConversationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Conversation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"30"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chat"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"unreadCount"}},{"kind":"Field","name":{"kind":"Name","value":"isMarkedUnread"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ConversationHeader"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ConversationScope"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Composer"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"MessagePage"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ChatFace"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperChat"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"imgURL"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contentURL"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"Field","name":{"kind":"Name","value":"participants"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userID"}},{"kind":"Field","name":{"kind":"Name","value":"isSelf"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}},{"kind":"Field","name":{"kind":"Name","value":"imgURL"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contentURL"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MessageRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperMessage"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"chatID"}},{"kind":"Field","name":{"kind":"Name","value":"timestamp"}},{"kind":"Field","name":{"kind":"Name","value":"sortKey"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"rawType"}},{"kind":"Field","name":{"kind":"Name","value":"plainText"}},{"kind":"Field","name":{"kind":"Name","value":"senderName"}},{"kind":"Field","name":{"kind":"Name","value":"senderID"}},{"kind":"Field","name":{"kind":"Name","value":"isSender"}},{"kind":"Field","name":{"kind":"Name","value":"isDeleted"}},{"kind":"Field","name":{"kind":"Name","value":"isHidden"}},{"kind":"Field","name":{"kind":"Name","value":"editedTimestamp"}},{"kind":"Field","name":{"kind":"Name","value":"sentWithKey"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanReact"}},{"kind":"Field","name":{"kind":"Name","value":"repliedTo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"plainText"}},{"kind":"Field","name":{"kind":"Name","value":"senderName"}},{"kind":"Field","name":{"kind":"Name","value":"isSender"}},{"kind":"Field","name":{"kind":"Name","value":"isDeleted"}},{"kind":"Field","name":{"kind":"Name","value":"attachments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"isVoiceNote"}},{"kind":"Field","name":{"kind":"Name","value":"isGif"}},{"kind":"Field","name":{"kind":"Name","value":"isSticker"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"reactions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reactionKey"}},{"kind":"Field","name":{"kind":"Name","value":"participantID"}},{"kind":"Field","name":{"kind":"Name","value":"imgURL"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contentURL"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"sendStatus"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"deliveredToUsers"}}]}},{"kind":"Field","name":{"kind":"Name","value":"seen"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isSeen"}},{"kind":"Field","name":{"kind":"Name","value":"by"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isSeen"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"attachments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"fileSize"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"isVoiceNote"}},{"kind":"Field","name":{"kind":"Name","value":"isGif"}},{"kind":"Field","name":{"kind":"Name","value":"isSticker"}},{"kind":"Field","name":{"kind":"Name","value":"blurhash"}},{"kind":"Field","name":{"kind":"Name","value":"size"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}}]}},{"kind":"Field","name":{"kind":"Name","value":"srcURL"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contentURL"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"Field","name":{"kind":"Name","value":"posterImg"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contentURL"}}]}},{"kind":"Field","name":{"kind":"Name","value":"transcription"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"transcription"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ConversationHeader"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperChat"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"network"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"participants"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"hasMore"}},{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userID"}},{"kind":"Field","name":{"kind":"Name","value":"isSelf"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"merge"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chats"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"network"}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ChatFace"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ConversationScope"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperChat"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"isReadOnly"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanSend"}},{"kind":"Field","name":{"kind":"Name","value":"participants"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userID"}},{"kind":"Field","name":{"kind":"Name","value":"isSelf"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}},{"kind":"Field","name":{"kind":"Name","value":"imgURL"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contentURL"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"capabilities"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowedReactions"}},{"kind":"Field","name":{"kind":"Name","value":"reply"}}]}},{"kind":"Field","name":{"kind":"Name","value":"merge"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"defaultChatID"}},{"kind":"Field","name":{"kind":"Name","value":"chats"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"network"}},{"kind":"Field","name":{"kind":"Name","value":"participants"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userID"}},{"kind":"Field","name":{"kind":"Name","value":"isSelf"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}},{"kind":"Field","name":{"kind":"Name","value":"imgURL"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contentURL"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"capabilities"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowedReactions"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Composer"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperChat"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"isReadOnly"}},{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"network"}},{"kind":"Field","name":{"kind":"Name","value":"statusText"}}]}},{"kind":"Field","name":{"kind":"Name","value":"capabilities"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"maxTextLength"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MessagePage"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperChat"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"messages"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sentWithKey"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"MessageRow"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<ConversationQuery, ConversationQueryVariables>;
export const OlderMessagesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OlderMessages"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"30"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chat"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"MessagePage"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MessageRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperMessage"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"chatID"}},{"kind":"Field","name":{"kind":"Name","value":"timestamp"}},{"kind":"Field","name":{"kind":"Name","value":"sortKey"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"rawType"}},{"kind":"Field","name":{"kind":"Name","value":"plainText"}},{"kind":"Field","name":{"kind":"Name","value":"senderName"}},{"kind":"Field","name":{"kind":"Name","value":"senderID"}},{"kind":"Field","name":{"kind":"Name","value":"isSender"}},{"kind":"Field","name":{"kind":"Name","value":"isDeleted"}},{"kind":"Field","name":{"kind":"Name","value":"isHidden"}},{"kind":"Field","name":{"kind":"Name","value":"editedTimestamp"}},{"kind":"Field","name":{"kind":"Name","value":"sentWithKey"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanReact"}},{"kind":"Field","name":{"kind":"Name","value":"repliedTo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"plainText"}},{"kind":"Field","name":{"kind":"Name","value":"senderName"}},{"kind":"Field","name":{"kind":"Name","value":"isSender"}},{"kind":"Field","name":{"kind":"Name","value":"isDeleted"}},{"kind":"Field","name":{"kind":"Name","value":"attachments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"isVoiceNote"}},{"kind":"Field","name":{"kind":"Name","value":"isGif"}},{"kind":"Field","name":{"kind":"Name","value":"isSticker"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"reactions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reactionKey"}},{"kind":"Field","name":{"kind":"Name","value":"participantID"}},{"kind":"Field","name":{"kind":"Name","value":"imgURL"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contentURL"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"sendStatus"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"deliveredToUsers"}}]}},{"kind":"Field","name":{"kind":"Name","value":"seen"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isSeen"}},{"kind":"Field","name":{"kind":"Name","value":"by"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isSeen"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"attachments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"fileSize"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"isVoiceNote"}},{"kind":"Field","name":{"kind":"Name","value":"isGif"}},{"kind":"Field","name":{"kind":"Name","value":"isSticker"}},{"kind":"Field","name":{"kind":"Name","value":"blurhash"}},{"kind":"Field","name":{"kind":"Name","value":"size"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}}]}},{"kind":"Field","name":{"kind":"Name","value":"srcURL"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contentURL"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"Field","name":{"kind":"Name","value":"posterImg"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contentURL"}}]}},{"kind":"Field","name":{"kind":"Name","value":"transcription"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"transcription"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MessagePage"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperChat"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"messages"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sentWithKey"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"MessageRow"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<OlderMessagesQuery, OlderMessagesQueryVariables>;
export const AddReactionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AddReaction"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AddReactionInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"addReaction"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AddReactionPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"changed"},"name":{"kind":"Name","value":"message"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"MessageRow"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MessageRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperMessage"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"chatID"}},{"kind":"Field","name":{"kind":"Name","value":"timestamp"}},{"kind":"Field","name":{"kind":"Name","value":"sortKey"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"rawType"}},{"kind":"Field","name":{"kind":"Name","value":"plainText"}},{"kind":"Field","name":{"kind":"Name","value":"senderName"}},{"kind":"Field","name":{"kind":"Name","value":"senderID"}},{"kind":"Field","name":{"kind":"Name","value":"isSender"}},{"kind":"Field","name":{"kind":"Name","value":"isDeleted"}},{"kind":"Field","name":{"kind":"Name","value":"isHidden"}},{"kind":"Field","name":{"kind":"Name","value":"editedTimestamp"}},{"kind":"Field","name":{"kind":"Name","value":"sentWithKey"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanReact"}},{"kind":"Field","name":{"kind":"Name","value":"repliedTo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"plainText"}},{"kind":"Field","name":{"kind":"Name","value":"senderName"}},{"kind":"Field","name":{"kind":"Name","value":"isSender"}},{"kind":"Field","name":{"kind":"Name","value":"isDeleted"}},{"kind":"Field","name":{"kind":"Name","value":"attachments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"isVoiceNote"}},{"kind":"Field","name":{"kind":"Name","value":"isGif"}},{"kind":"Field","name":{"kind":"Name","value":"isSticker"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"reactions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reactionKey"}},{"kind":"Field","name":{"kind":"Name","value":"participantID"}},{"kind":"Field","name":{"kind":"Name","value":"imgURL"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contentURL"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"sendStatus"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"deliveredToUsers"}}]}},{"kind":"Field","name":{"kind":"Name","value":"seen"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isSeen"}},{"kind":"Field","name":{"kind":"Name","value":"by"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isSeen"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"attachments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"fileSize"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"isVoiceNote"}},{"kind":"Field","name":{"kind":"Name","value":"isGif"}},{"kind":"Field","name":{"kind":"Name","value":"isSticker"}},{"kind":"Field","name":{"kind":"Name","value":"blurhash"}},{"kind":"Field","name":{"kind":"Name","value":"size"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}}]}},{"kind":"Field","name":{"kind":"Name","value":"srcURL"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contentURL"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"Field","name":{"kind":"Name","value":"posterImg"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contentURL"}}]}},{"kind":"Field","name":{"kind":"Name","value":"transcription"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"transcription"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Failure"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"remedy"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"requestID"}},{"kind":"Field","name":{"kind":"Name","value":"upstreamCode"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperInvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperRateLimitedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUnavailableError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUnsupportedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requiredVersion"}},{"kind":"Field","name":{"kind":"Name","value":"actualVersion"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUpstreamError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"httpStatus"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperOutcomeUnknownError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"candidates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<AddReactionMutation, AddReactionMutationVariables>;
export const RemoveReactionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RemoveReaction"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RemoveReactionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"removeReaction"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RemoveReactionPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"changed"},"name":{"kind":"Name","value":"message"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"MessageRow"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MessageRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperMessage"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"chatID"}},{"kind":"Field","name":{"kind":"Name","value":"timestamp"}},{"kind":"Field","name":{"kind":"Name","value":"sortKey"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"rawType"}},{"kind":"Field","name":{"kind":"Name","value":"plainText"}},{"kind":"Field","name":{"kind":"Name","value":"senderName"}},{"kind":"Field","name":{"kind":"Name","value":"senderID"}},{"kind":"Field","name":{"kind":"Name","value":"isSender"}},{"kind":"Field","name":{"kind":"Name","value":"isDeleted"}},{"kind":"Field","name":{"kind":"Name","value":"isHidden"}},{"kind":"Field","name":{"kind":"Name","value":"editedTimestamp"}},{"kind":"Field","name":{"kind":"Name","value":"sentWithKey"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanReact"}},{"kind":"Field","name":{"kind":"Name","value":"repliedTo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"plainText"}},{"kind":"Field","name":{"kind":"Name","value":"senderName"}},{"kind":"Field","name":{"kind":"Name","value":"isSender"}},{"kind":"Field","name":{"kind":"Name","value":"isDeleted"}},{"kind":"Field","name":{"kind":"Name","value":"attachments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"isVoiceNote"}},{"kind":"Field","name":{"kind":"Name","value":"isGif"}},{"kind":"Field","name":{"kind":"Name","value":"isSticker"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"reactions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reactionKey"}},{"kind":"Field","name":{"kind":"Name","value":"participantID"}},{"kind":"Field","name":{"kind":"Name","value":"imgURL"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contentURL"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"sendStatus"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"deliveredToUsers"}}]}},{"kind":"Field","name":{"kind":"Name","value":"seen"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isSeen"}},{"kind":"Field","name":{"kind":"Name","value":"by"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isSeen"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"attachments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"fileSize"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"isVoiceNote"}},{"kind":"Field","name":{"kind":"Name","value":"isGif"}},{"kind":"Field","name":{"kind":"Name","value":"isSticker"}},{"kind":"Field","name":{"kind":"Name","value":"blurhash"}},{"kind":"Field","name":{"kind":"Name","value":"size"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}}]}},{"kind":"Field","name":{"kind":"Name","value":"srcURL"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contentURL"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"Field","name":{"kind":"Name","value":"posterImg"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contentURL"}}]}},{"kind":"Field","name":{"kind":"Name","value":"transcription"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"transcription"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Failure"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"remedy"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"requestID"}},{"kind":"Field","name":{"kind":"Name","value":"upstreamCode"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperInvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperRateLimitedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUnavailableError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUnsupportedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requiredVersion"}},{"kind":"Field","name":{"kind":"Name","value":"actualVersion"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUpstreamError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"httpStatus"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperOutcomeUnknownError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"candidates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<RemoveReactionMutation, RemoveReactionMutationVariables>;
export const MarkChatReadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MarkChatRead"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MarkChatReadInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"markChatRead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MarkChatReadPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chat"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"unreadCount"}},{"kind":"Field","name":{"kind":"Name","value":"isMarkedUnread"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Failure"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"remedy"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"requestID"}},{"kind":"Field","name":{"kind":"Name","value":"upstreamCode"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperInvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperRateLimitedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUnavailableError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUnsupportedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requiredVersion"}},{"kind":"Field","name":{"kind":"Name","value":"actualVersion"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUpstreamError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"httpStatus"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperOutcomeUnknownError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"candidates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<MarkChatReadMutation, MarkChatReadMutationVariables>;
export const MarkChatUnreadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MarkChatUnread"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MarkChatUnreadInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"markChatUnread"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MarkChatUnreadPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chat"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"unreadCount"}},{"kind":"Field","name":{"kind":"Name","value":"isMarkedUnread"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Failure"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"remedy"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"requestID"}},{"kind":"Field","name":{"kind":"Name","value":"upstreamCode"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperInvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperRateLimitedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUnavailableError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUnsupportedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requiredVersion"}},{"kind":"Field","name":{"kind":"Name","value":"actualVersion"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUpstreamError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"httpStatus"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperOutcomeUnknownError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"candidates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<MarkChatUnreadMutation, MarkChatUnreadMutationVariables>;
export const ChatEventsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"ChatEvents"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chatEvents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperLiveEvent"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"index"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperLiveStarted"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isResumed"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperLiveGap"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"needsReload"}},{"kind":"Field","name":{"kind":"Name","value":"chatIDs"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperMessageUpserted"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chatID"}},{"kind":"Field","name":{"kind":"Name","value":"messageID"}},{"kind":"Field","name":{"kind":"Name","value":"message"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sentWithKey"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"MessageRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"chat"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ChatRow"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperMessageDeleted"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chatID"}},{"kind":"Field","name":{"kind":"Name","value":"messageID"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperChatUpserted"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chatID"}},{"kind":"Field","name":{"kind":"Name","value":"chat"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ChatRow"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperChatDeleted"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chatID"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperLiveEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ChatFace"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperChat"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"imgURL"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contentURL"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"Field","name":{"kind":"Name","value":"participants"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userID"}},{"kind":"Field","name":{"kind":"Name","value":"isSelf"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}},{"kind":"Field","name":{"kind":"Name","value":"imgURL"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contentURL"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MessageRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperMessage"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"chatID"}},{"kind":"Field","name":{"kind":"Name","value":"timestamp"}},{"kind":"Field","name":{"kind":"Name","value":"sortKey"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"rawType"}},{"kind":"Field","name":{"kind":"Name","value":"plainText"}},{"kind":"Field","name":{"kind":"Name","value":"senderName"}},{"kind":"Field","name":{"kind":"Name","value":"senderID"}},{"kind":"Field","name":{"kind":"Name","value":"isSender"}},{"kind":"Field","name":{"kind":"Name","value":"isDeleted"}},{"kind":"Field","name":{"kind":"Name","value":"isHidden"}},{"kind":"Field","name":{"kind":"Name","value":"editedTimestamp"}},{"kind":"Field","name":{"kind":"Name","value":"sentWithKey"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanReact"}},{"kind":"Field","name":{"kind":"Name","value":"repliedTo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"plainText"}},{"kind":"Field","name":{"kind":"Name","value":"senderName"}},{"kind":"Field","name":{"kind":"Name","value":"isSender"}},{"kind":"Field","name":{"kind":"Name","value":"isDeleted"}},{"kind":"Field","name":{"kind":"Name","value":"attachments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"isVoiceNote"}},{"kind":"Field","name":{"kind":"Name","value":"isGif"}},{"kind":"Field","name":{"kind":"Name","value":"isSticker"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"reactions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reactionKey"}},{"kind":"Field","name":{"kind":"Name","value":"participantID"}},{"kind":"Field","name":{"kind":"Name","value":"imgURL"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contentURL"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"sendStatus"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"deliveredToUsers"}}]}},{"kind":"Field","name":{"kind":"Name","value":"seen"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isSeen"}},{"kind":"Field","name":{"kind":"Name","value":"by"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isSeen"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"attachments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"fileSize"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"isVoiceNote"}},{"kind":"Field","name":{"kind":"Name","value":"isGif"}},{"kind":"Field","name":{"kind":"Name","value":"isSticker"}},{"kind":"Field","name":{"kind":"Name","value":"blurhash"}},{"kind":"Field","name":{"kind":"Name","value":"size"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}}]}},{"kind":"Field","name":{"kind":"Name","value":"srcURL"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contentURL"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"Field","name":{"kind":"Name","value":"posterImg"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contentURL"}}]}},{"kind":"Field","name":{"kind":"Name","value":"transcription"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"transcription"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ChatRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperChat"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"network"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"unreadCount"}},{"kind":"Field","name":{"kind":"Name","value":"isMarkedUnread"}},{"kind":"Field","name":{"kind":"Name","value":"isMuted"}},{"kind":"Field","name":{"kind":"Name","value":"isArchived"}},{"kind":"Field","name":{"kind":"Name","value":"isPinned"}},{"kind":"Field","name":{"kind":"Name","value":"lastActivity"}},{"kind":"Field","name":{"kind":"Name","value":"mergedInto"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lastMessage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"plainText"}},{"kind":"Field","name":{"kind":"Name","value":"isSender"}},{"kind":"Field","name":{"kind":"Name","value":"isDeleted"}},{"kind":"Field","name":{"kind":"Name","value":"senderName"}},{"kind":"Field","name":{"kind":"Name","value":"attachments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"isVoiceNote"}},{"kind":"Field","name":{"kind":"Name","value":"isGif"}},{"kind":"Field","name":{"kind":"Name","value":"isSticker"}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ChatFace"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Failure"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"remedy"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"requestID"}},{"kind":"Field","name":{"kind":"Name","value":"upstreamCode"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperInvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperRateLimitedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUnavailableError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUnsupportedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requiredVersion"}},{"kind":"Field","name":{"kind":"Name","value":"actualVersion"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUpstreamError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"httpStatus"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperOutcomeUnknownError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"candidates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<ChatEventsSubscription, ChatEventsSubscriptionVariables>;
export const MessageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Message"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"chatID"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"chatID"},"value":{"kind":"Variable","name":{"kind":"Name","value":"chatID"}}},{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"MessageRow"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MessageRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperMessage"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"chatID"}},{"kind":"Field","name":{"kind":"Name","value":"timestamp"}},{"kind":"Field","name":{"kind":"Name","value":"sortKey"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"rawType"}},{"kind":"Field","name":{"kind":"Name","value":"plainText"}},{"kind":"Field","name":{"kind":"Name","value":"senderName"}},{"kind":"Field","name":{"kind":"Name","value":"senderID"}},{"kind":"Field","name":{"kind":"Name","value":"isSender"}},{"kind":"Field","name":{"kind":"Name","value":"isDeleted"}},{"kind":"Field","name":{"kind":"Name","value":"isHidden"}},{"kind":"Field","name":{"kind":"Name","value":"editedTimestamp"}},{"kind":"Field","name":{"kind":"Name","value":"sentWithKey"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanReact"}},{"kind":"Field","name":{"kind":"Name","value":"repliedTo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"plainText"}},{"kind":"Field","name":{"kind":"Name","value":"senderName"}},{"kind":"Field","name":{"kind":"Name","value":"isSender"}},{"kind":"Field","name":{"kind":"Name","value":"isDeleted"}},{"kind":"Field","name":{"kind":"Name","value":"attachments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"isVoiceNote"}},{"kind":"Field","name":{"kind":"Name","value":"isGif"}},{"kind":"Field","name":{"kind":"Name","value":"isSticker"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"reactions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reactionKey"}},{"kind":"Field","name":{"kind":"Name","value":"participantID"}},{"kind":"Field","name":{"kind":"Name","value":"imgURL"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contentURL"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"sendStatus"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"deliveredToUsers"}}]}},{"kind":"Field","name":{"kind":"Name","value":"seen"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isSeen"}},{"kind":"Field","name":{"kind":"Name","value":"by"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isSeen"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"attachments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"fileSize"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"isVoiceNote"}},{"kind":"Field","name":{"kind":"Name","value":"isGif"}},{"kind":"Field","name":{"kind":"Name","value":"isSticker"}},{"kind":"Field","name":{"kind":"Name","value":"blurhash"}},{"kind":"Field","name":{"kind":"Name","value":"size"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}}]}},{"kind":"Field","name":{"kind":"Name","value":"srcURL"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contentURL"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"Field","name":{"kind":"Name","value":"posterImg"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contentURL"}}]}},{"kind":"Field","name":{"kind":"Name","value":"transcription"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"transcription"}}]}}]}}]}}]} as unknown as DocumentNode<MessageQuery, MessageQueryVariables>;
export const SendDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Send"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SendMessageInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sendMessage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SendMessagePayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chatID"}},{"kind":"Field","name":{"kind":"Name","value":"pendingMessageID"}},{"kind":"Field","alias":{"kind":"Name","value":"sent"},"name":{"kind":"Name","value":"message"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sentWithKey"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"MessageRow"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MessageRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperMessage"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"chatID"}},{"kind":"Field","name":{"kind":"Name","value":"timestamp"}},{"kind":"Field","name":{"kind":"Name","value":"sortKey"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"rawType"}},{"kind":"Field","name":{"kind":"Name","value":"plainText"}},{"kind":"Field","name":{"kind":"Name","value":"senderName"}},{"kind":"Field","name":{"kind":"Name","value":"senderID"}},{"kind":"Field","name":{"kind":"Name","value":"isSender"}},{"kind":"Field","name":{"kind":"Name","value":"isDeleted"}},{"kind":"Field","name":{"kind":"Name","value":"isHidden"}},{"kind":"Field","name":{"kind":"Name","value":"editedTimestamp"}},{"kind":"Field","name":{"kind":"Name","value":"sentWithKey"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanReact"}},{"kind":"Field","name":{"kind":"Name","value":"repliedTo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"plainText"}},{"kind":"Field","name":{"kind":"Name","value":"senderName"}},{"kind":"Field","name":{"kind":"Name","value":"isSender"}},{"kind":"Field","name":{"kind":"Name","value":"isDeleted"}},{"kind":"Field","name":{"kind":"Name","value":"attachments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"isVoiceNote"}},{"kind":"Field","name":{"kind":"Name","value":"isGif"}},{"kind":"Field","name":{"kind":"Name","value":"isSticker"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"reactions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reactionKey"}},{"kind":"Field","name":{"kind":"Name","value":"participantID"}},{"kind":"Field","name":{"kind":"Name","value":"imgURL"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contentURL"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"sendStatus"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"deliveredToUsers"}}]}},{"kind":"Field","name":{"kind":"Name","value":"seen"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isSeen"}},{"kind":"Field","name":{"kind":"Name","value":"by"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isSeen"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"attachments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"fileSize"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"isVoiceNote"}},{"kind":"Field","name":{"kind":"Name","value":"isGif"}},{"kind":"Field","name":{"kind":"Name","value":"isSticker"}},{"kind":"Field","name":{"kind":"Name","value":"blurhash"}},{"kind":"Field","name":{"kind":"Name","value":"size"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}}]}},{"kind":"Field","name":{"kind":"Name","value":"srcURL"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contentURL"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"Field","name":{"kind":"Name","value":"posterImg"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contentURL"}}]}},{"kind":"Field","name":{"kind":"Name","value":"transcription"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"transcription"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Failure"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"remedy"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"requestID"}},{"kind":"Field","name":{"kind":"Name","value":"upstreamCode"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperInvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperRateLimitedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUnavailableError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUnsupportedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requiredVersion"}},{"kind":"Field","name":{"kind":"Name","value":"actualVersion"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUpstreamError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"httpStatus"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperOutcomeUnknownError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"candidates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<SendMutation, SendMutationVariables>;
export const ChatDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Chat"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chat"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ChatRow"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ChatFace"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperChat"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"imgURL"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contentURL"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"Field","name":{"kind":"Name","value":"participants"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userID"}},{"kind":"Field","name":{"kind":"Name","value":"isSelf"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}},{"kind":"Field","name":{"kind":"Name","value":"imgURL"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contentURL"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ChatRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperChat"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"network"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"unreadCount"}},{"kind":"Field","name":{"kind":"Name","value":"isMarkedUnread"}},{"kind":"Field","name":{"kind":"Name","value":"isMuted"}},{"kind":"Field","name":{"kind":"Name","value":"isArchived"}},{"kind":"Field","name":{"kind":"Name","value":"isPinned"}},{"kind":"Field","name":{"kind":"Name","value":"lastActivity"}},{"kind":"Field","name":{"kind":"Name","value":"mergedInto"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lastMessage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"plainText"}},{"kind":"Field","name":{"kind":"Name","value":"isSender"}},{"kind":"Field","name":{"kind":"Name","value":"isDeleted"}},{"kind":"Field","name":{"kind":"Name","value":"senderName"}},{"kind":"Field","name":{"kind":"Name","value":"attachments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"isVoiceNote"}},{"kind":"Field","name":{"kind":"Name","value":"isGif"}},{"kind":"Field","name":{"kind":"Name","value":"isSticker"}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ChatFace"}}]}}]} as unknown as DocumentNode<ChatQuery, ChatQueryVariables>;
export const SandboxDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Sandbox"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"beeper"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sandbox"}}]}}]}}]} as unknown as DocumentNode<SandboxQuery, SandboxQueryVariables>;
export const CreateUploadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateUpload"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateUploadInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createUpload"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CreateUploadPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Failure"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"remedy"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"requestID"}},{"kind":"Field","name":{"kind":"Name","value":"upstreamCode"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperInvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperRateLimitedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUnavailableError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUnsupportedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requiredVersion"}},{"kind":"Field","name":{"kind":"Name","value":"actualVersion"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUpstreamError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"httpStatus"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperOutcomeUnknownError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"candidates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<CreateUploadMutation, CreateUploadMutationVariables>;
export const TryStartDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TryStart"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"StartChatInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startChat"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"StartChatPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chatID"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"firstMessage"}},{"kind":"Field","name":{"kind":"Name","value":"chat"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"chatError"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Failure"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"remedy"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"requestID"}},{"kind":"Field","name":{"kind":"Name","value":"upstreamCode"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperInvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperRateLimitedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUnavailableError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUnsupportedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requiredVersion"}},{"kind":"Field","name":{"kind":"Name","value":"actualVersion"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUpstreamError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"httpStatus"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperOutcomeUnknownError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"candidates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<TryStartMutation, TryStartMutationVariables>;
export const TrySendDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TrySend"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SendMessageInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sendMessage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SendMessagePayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chatID"}},{"kind":"Field","name":{"kind":"Name","value":"resolvedByLooking"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Failure"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"remedy"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"requestID"}},{"kind":"Field","name":{"kind":"Name","value":"upstreamCode"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperInvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperRateLimitedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUnavailableError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUnsupportedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requiredVersion"}},{"kind":"Field","name":{"kind":"Name","value":"actualVersion"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUpstreamError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"httpStatus"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperOutcomeUnknownError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"candidates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<TrySendMutation, TrySendMutationVariables>;
export const SearchDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Search"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"query"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"search"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"query"},"value":{"kind":"Variable","name":{"kind":"Name","value":"query"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chats"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"FoundChat"}}]}},{"kind":"Field","name":{"kind":"Name","value":"inGroups"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"FoundChat"}}]}},{"kind":"Field","name":{"kind":"Name","value":"messages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"FoundMessage"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ChatFace"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperChat"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"imgURL"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contentURL"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"Field","name":{"kind":"Name","value":"participants"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userID"}},{"kind":"Field","name":{"kind":"Name","value":"isSelf"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}},{"kind":"Field","name":{"kind":"Name","value":"imgURL"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contentURL"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"FoundChat"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperChat"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"network"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ChatFace"}},{"kind":"Field","name":{"kind":"Name","value":"participants"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userID"}},{"kind":"Field","name":{"kind":"Name","value":"isSelf"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"FoundMessage"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperMessage"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"chatID"}},{"kind":"Field","name":{"kind":"Name","value":"plainText"}},{"kind":"Field","name":{"kind":"Name","value":"isSender"}},{"kind":"Field","name":{"kind":"Name","value":"senderName"}},{"kind":"Field","name":{"kind":"Name","value":"timestamp"}},{"kind":"Field","name":{"kind":"Name","value":"chat"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ChatFace"}}]}}]}}]} as unknown as DocumentNode<SearchQuery, SearchQueryVariables>;
export const InboxDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Inbox"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"25"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"lastActivity"}},{"kind":"Field","name":{"kind":"Name","value":"unreadCount"}},{"kind":"Field","name":{"kind":"Name","value":"isMarkedUnread"}},{"kind":"Field","name":{"kind":"Name","value":"isMuted"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ChatRow"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ChatFace"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperChat"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"imgURL"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contentURL"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"Field","name":{"kind":"Name","value":"participants"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userID"}},{"kind":"Field","name":{"kind":"Name","value":"isSelf"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}},{"kind":"Field","name":{"kind":"Name","value":"imgURL"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contentURL"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ChatRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperChat"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"network"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"unreadCount"}},{"kind":"Field","name":{"kind":"Name","value":"isMarkedUnread"}},{"kind":"Field","name":{"kind":"Name","value":"isMuted"}},{"kind":"Field","name":{"kind":"Name","value":"isArchived"}},{"kind":"Field","name":{"kind":"Name","value":"isPinned"}},{"kind":"Field","name":{"kind":"Name","value":"lastActivity"}},{"kind":"Field","name":{"kind":"Name","value":"mergedInto"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lastMessage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"plainText"}},{"kind":"Field","name":{"kind":"Name","value":"isSender"}},{"kind":"Field","name":{"kind":"Name","value":"isDeleted"}},{"kind":"Field","name":{"kind":"Name","value":"senderName"}},{"kind":"Field","name":{"kind":"Name","value":"attachments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"isVoiceNote"}},{"kind":"Field","name":{"kind":"Name","value":"isGif"}},{"kind":"Field","name":{"kind":"Name","value":"isSticker"}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ChatFace"}}]}}]} as unknown as DocumentNode<InboxQuery, InboxQueryVariables>;
export const NewChatAccountsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"NewChatAccounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"network"}},{"kind":"Field","name":{"kind":"Name","value":"isUsable"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"statusText"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userID"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"phoneNumber"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}},{"kind":"Field","name":{"kind":"Name","value":"bridge"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bridgeID"}}]}}]}}]}}]} as unknown as DocumentNode<NewChatAccountsQuery, NewChatAccountsQueryVariables>;
export const StartChatDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"StartChat"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"StartChatInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startChat"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"StartChatPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chatID"}},{"kind":"Field","name":{"kind":"Name","value":"firstMessage"}},{"kind":"Field","name":{"kind":"Name","value":"personConfirmed"}},{"kind":"Field","name":{"kind":"Name","value":"chat"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ChatRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"chatError"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ChatFace"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperChat"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"imgURL"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contentURL"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"Field","name":{"kind":"Name","value":"participants"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userID"}},{"kind":"Field","name":{"kind":"Name","value":"isSelf"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}},{"kind":"Field","name":{"kind":"Name","value":"imgURL"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contentURL"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ChatRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperChat"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"network"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"unreadCount"}},{"kind":"Field","name":{"kind":"Name","value":"isMarkedUnread"}},{"kind":"Field","name":{"kind":"Name","value":"isMuted"}},{"kind":"Field","name":{"kind":"Name","value":"isArchived"}},{"kind":"Field","name":{"kind":"Name","value":"isPinned"}},{"kind":"Field","name":{"kind":"Name","value":"lastActivity"}},{"kind":"Field","name":{"kind":"Name","value":"mergedInto"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lastMessage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"plainText"}},{"kind":"Field","name":{"kind":"Name","value":"isSender"}},{"kind":"Field","name":{"kind":"Name","value":"isDeleted"}},{"kind":"Field","name":{"kind":"Name","value":"senderName"}},{"kind":"Field","name":{"kind":"Name","value":"attachments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"isVoiceNote"}},{"kind":"Field","name":{"kind":"Name","value":"isGif"}},{"kind":"Field","name":{"kind":"Name","value":"isSticker"}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ChatFace"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Failure"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"remedy"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"requestID"}},{"kind":"Field","name":{"kind":"Name","value":"upstreamCode"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperInvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperRateLimitedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUnavailableError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUnsupportedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requiredVersion"}},{"kind":"Field","name":{"kind":"Name","value":"actualVersion"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUpstreamError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"httpStatus"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperOutcomeUnknownError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"candidates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<StartChatMutation, StartChatMutationVariables>;
export const CreateChatDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateChat"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateChatInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createChat"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CreateChatPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chatID"}},{"kind":"Field","name":{"kind":"Name","value":"firstMessage"}},{"kind":"Field","name":{"kind":"Name","value":"chat"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ChatRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"chatError"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ChatFace"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperChat"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"imgURL"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contentURL"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"Field","name":{"kind":"Name","value":"participants"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userID"}},{"kind":"Field","name":{"kind":"Name","value":"isSelf"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}},{"kind":"Field","name":{"kind":"Name","value":"imgURL"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contentURL"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ChatRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperChat"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"network"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"unreadCount"}},{"kind":"Field","name":{"kind":"Name","value":"isMarkedUnread"}},{"kind":"Field","name":{"kind":"Name","value":"isMuted"}},{"kind":"Field","name":{"kind":"Name","value":"isArchived"}},{"kind":"Field","name":{"kind":"Name","value":"isPinned"}},{"kind":"Field","name":{"kind":"Name","value":"lastActivity"}},{"kind":"Field","name":{"kind":"Name","value":"mergedInto"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lastMessage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"plainText"}},{"kind":"Field","name":{"kind":"Name","value":"isSender"}},{"kind":"Field","name":{"kind":"Name","value":"isDeleted"}},{"kind":"Field","name":{"kind":"Name","value":"senderName"}},{"kind":"Field","name":{"kind":"Name","value":"attachments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"isVoiceNote"}},{"kind":"Field","name":{"kind":"Name","value":"isGif"}},{"kind":"Field","name":{"kind":"Name","value":"isSticker"}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ChatFace"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Failure"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"remedy"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"requestID"}},{"kind":"Field","name":{"kind":"Name","value":"upstreamCode"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperInvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperRateLimitedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUnavailableError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUnsupportedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requiredVersion"}},{"kind":"Field","name":{"kind":"Name","value":"actualVersion"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUpstreamError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"httpStatus"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperOutcomeUnknownError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"candidates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<CreateChatMutation, CreateChatMutationVariables>;
export const NewChatBridgeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"NewChatBridge"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bridge"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"contactLookup"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"byAnyPhoneNumber"}},{"kind":"Field","name":{"kind":"Name","value":"byPhoneNumber"}},{"kind":"Field","name":{"kind":"Name","value":"byEmail"}},{"kind":"Field","name":{"kind":"Name","value":"byUsername"}}]}},{"kind":"Field","name":{"kind":"Name","value":"groupTypes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isRequired"}},{"kind":"Field","name":{"kind":"Name","value":"maxLength"}}]}},{"kind":"Field","name":{"kind":"Name","value":"participants"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"maxLength"}}]}}]}}]}}]}}]} as unknown as DocumentNode<NewChatBridgeQuery, NewChatBridgeQueryVariables>;
export const NewChatContactsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"NewChatContacts"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"accountID"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"query"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contacts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"accountID"},"value":{"kind":"Variable","name":{"kind":"Name","value":"accountID"}}},{"kind":"Argument","name":{"kind":"Name","value":"query"},"value":{"kind":"Variable","name":{"kind":"Name","value":"query"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"30"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userID"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"PersonFound"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PersonFound"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUser"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userID"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"phoneNumber"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"cannotMessage"}},{"kind":"Field","name":{"kind":"Name","value":"imgURL"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contentURL"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]}}]} as unknown as DocumentNode<NewChatContactsQuery, NewChatContactsQueryVariables>;
export const NewChatLookUpDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"NewChatLookUp"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"accountID"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"query"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lookUpContacts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"accountID"},"value":{"kind":"Variable","name":{"kind":"Name","value":"accountID"}}},{"kind":"Argument","name":{"kind":"Name","value":"query"},"value":{"kind":"Variable","name":{"kind":"Name","value":"query"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userID"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"PersonFound"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PersonFound"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUser"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userID"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"phoneNumber"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"cannotMessage"}},{"kind":"Field","name":{"kind":"Name","value":"imgURL"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contentURL"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]}}]} as unknown as DocumentNode<NewChatLookUpQuery, NewChatLookUpQueryVariables>;
export const ChatFaceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ChatFace"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chat"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ChatFace"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ChatFace"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperChat"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"imgURL"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contentURL"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"Field","name":{"kind":"Name","value":"participants"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userID"}},{"kind":"Field","name":{"kind":"Name","value":"isSelf"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}},{"kind":"Field","name":{"kind":"Name","value":"imgURL"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contentURL"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ChatFaceQuery, ChatFaceQueryVariables>;