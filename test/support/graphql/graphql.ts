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

/** Where a bridge runs. */
export type BeeperBridgeProvider =
  /** Runs in Beeper’s cloud. */
  | 'CLOUD'
  /** Runs on the same computer as Beeper. */
  | 'LOCAL'
  /** A provider that this gateway does not recognize. See `rawProvider`. */
  | 'OTHER'
  /** Uses an API of the operating system, such as iMessage on macOS. */
  | 'PLATFORM_SDK'
  /** Runs on a server that the user operates. */
  | 'SELF_HOSTED';

/** State of a network that accounts can be connected to. */
export type BeeperBridgeStatus =
  /** An account can be connected. */
  | 'AVAILABLE'
  /** An account is connected. */
  | 'CONNECTED'
  /** Turned off. */
  | 'DISABLED'
  /** No further account can be connected. */
  | 'LIMIT_REACHED'
  /** A status that this gateway does not recognize. See `rawStatus`. */
  | 'OTHER'
  /** No account can be connected at the moment. */
  | 'TEMPORARILY_UNAVAILABLE';

/** Conditions of a chat search. A chat must meet all that are given. */
export type BeeperChatFilter = {
  /** Returns only chats of these accounts: 1 to 200 IDs such as `slackgo.T012-U034`, without duplicates, each of at most 1000 characters. If omitted, returns chats of all accounts. */
  accountIDs?: Array<string | number> | null | undefined;
  /** Section of the inbox to search. If omitted, all sections. */
  inbox?: BeeperInbox | null | undefined;
  /** Whether to return muted chats. If omitted, they are returned. */
  includeMuted?: boolean | null | undefined;
  /** Returns only chats with this label: an ID from `labels`, such as `label-work`. No chat has a label that `labels` does not list. Costs one upstream call more, shared with `labels`. Fails with `UNSUPPORTED` on versions of Beeper without labels, which would return all chats. At most 1000 characters. */
  labelID?: string | number | null | undefined;
  /** Returns only chats whose last activity was after this time. */
  lastActivityAfter?: string | null | undefined;
  /** Returns only chats whose last activity was before this time. */
  lastActivityBefore?: string | null | undefined;
  /** Words to search for. All must match; case is ignored. Must not be blank. At most 1000 characters. If omitted, only the other conditions apply. */
  query?: string | null | undefined;
  /** Where to look for `query`. If omitted, in the titles of chats and the names of networks. */
  scope?: BeeperChatSearchScope | null | undefined;
  /** Type of chats to return. If omitted, direct chats and group chats. */
  type?: BeeperChatSearchType | null | undefined;
  /** If true, returns only unread chats. If omitted, returns read and unread chats. */
  unreadOnly?: boolean | null | undefined;
};

/** Where a chat search looks for its `query`. */
export type BeeperChatSearchScope =
  /** In the names of participants. */
  | 'PARTICIPANTS'
  /** In the titles of chats and the names of networks. */
  | 'TITLES';

/** Type of the chats that a search covers. */
export type BeeperChatSearchType =
  /** Direct chats and group chats. */
  | 'ANY'
  /** Group chats only. */
  | 'GROUP'
  /** Direct chats only. */
  | 'SINGLE';

/** Type of a chat. */
export type BeeperChatType =
  /** A group chat. */
  | 'GROUP'
  /** A type that this gateway does not recognize. See `rawType`. */
  | 'OTHER'
  /** A direct chat with one person. */
  | 'SINGLE';

/** For whom a message is deleted. */
export type BeeperDeleteScope =
  /** For everyone in the chat. */
  | 'EVERYONE'
  /** Only for you. Others still see the message. */
  | 'ME';

/** Variant of Beeper’s API for creating and starting chats, which depends on the version of Beeper Desktop. Other programs implement one of them. */
export type BeeperDialect =
  /** Before 4.2.557: chats can be created but not started. */
  | 'CREATE_ONLY'
  /** From 4.2.808: one endpoint creates chats and another starts them; both return the whole chat. */
  | 'SPLIT'
  /** 4.2.557 to 4.2.807: one endpoint creates and starts chats, depending on a `mode`. */
  | 'UNION';

/** Type of a draft attachment. */
export type BeeperDraftAttachmentType =
  /** A file of any kind. */
  | 'FILE'
  /** An animated GIF. */
  | 'GIF'
  /** A type that this gateway does not recognize. See `rawType`. */
  | 'OTHER'
  /** A voice message. */
  | 'RECORDED_AUDIO';

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

/** Section of the inbox. */
export type BeeperInbox =
  /** Archived chats. */
  | 'ARCHIVE'
  /** Chats with low priority. */
  | 'LOW_PRIORITY'
  /** The primary inbox, which Beeper shows first. */
  | 'PRIMARY';

/** Kind of media in a message. */
export type BeeperMediaType =
  /** Media of any kind. */
  | 'ANY'
  /** A file that is neither an image nor a video. */
  | 'FILE'
  /** An image file. */
  | 'IMAGE'
  /** A link to a page. */
  | 'LINK'
  /** A video file. */
  | 'VIDEO';

/** What a list of chats contains for a person whose chats are merged. */
export type BeeperMergedChats =
  /** The merged chat and each of its chats that Beeper lists. Some versions of Beeper never list them: see `BeeperChat.merge`. */
  | 'ALL'
  /** The merged chat only: its chats are left out. */
  | 'COLLAPSED';

/** Conditions of a message search. A message must meet all that are given. */
export type BeeperMessageFilter = {
  /** Returns only messages on these accounts: up to 200 IDs, without duplicates, each of at most 1000 characters. An empty list finds nothing, without an upstream call. If omitted, this condition does not apply. */
  accountIDs?: Array<string | number> | null | undefined;
  /** Returns only messages in these chats: up to 200 IDs, without duplicates, each of at most 1000 characters. An empty list finds nothing, without an upstream call. If omitted, this condition does not apply. A merged chat has no messages of its own: give the IDs of the chats in its `merge`. */
  chatIDs?: Array<string | number> | null | undefined;
  /** Returns only messages in direct chats, or only in groups. If omitted, or `ANY`, messages in both. */
  chatType?: BeeperChatSearchType | null | undefined;
  /** Whether to search low-priority chats, too. If omitted, they are not searched. */
  includeLowPriority?: boolean | null | undefined;
  /** Whether to search muted chats. If omitted, they are searched. */
  includeMuted?: boolean | null | undefined;
  /** Returns only messages with media of one of these kinds: up to 5, without duplicates. An empty list finds nothing, without an upstream call. If omitted, messages with and without media. */
  mediaTypes?: Array<BeeperMediaType> | null | undefined;
  /** Words to search for: whole words, in any order, which reach Beeper as they are. Must not be blank. At most 1000 characters. If omitted, only the other conditions apply, so that an empty filter lists the newest messages of all chats. */
  query?: string | null | undefined;
  /** Who sent the message. If omitted, anybody. */
  sender?: BeeperSenderFilter | null | undefined;
  /** Returns only messages that were sent after this time, not at it. */
  sentAfter?: string | null | undefined;
  /** Returns only messages that were sent before this time, not at it. Must be later than `sentAfter`. */
  sentBefore?: string | null | undefined;
};

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

/** Who sent a message. Set exactly one field. */
export type BeeperSenderFilter =
  {   /** True: messages that you sent. False: messages of anybody else. */
  isMe: boolean; userID?: never; }
  |  { isMe?: never;   /** Messages of this person: the `userID` of a participant, such as `@15550101002:local-whatsapp.localhost`. Use `isMe` for your own messages. At most 1000 characters. */
  userID: string | number; };

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

/** How to read the text of a message or draft. */
export type BeeperTextFormat =
  /** Matrix HTML: it has at least one of these elements and no others, all well-formed and closed in order: `a` `b` `blockquote` `br` `caption` `code` `del` `details` `div` `em` `font` `h1` `h2` `h3` `h4` `h5` `h6` `hr` `i` `img` `li` `mx-reply` `ol` `p` `pre` `s` `span` `strike` `strong` `sub` `summary` `sup` `table` `tbody` `td` `th` `thead` `tr` `tt` `u` `ul`. Or it has no elements, and all of its `&`, `<` and `>` are escaped, as in `a &amp; b`. Sanitize it before you insert it into a page. */
  | 'HTML'
  /** Text without markup. Show it as it is, line breaks included, and escape it in a page. */
  | 'PLAIN';

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

/** The message to delete, and for whom. */
export type DeleteMessageInput = {
  /** ID of the chat that contains the message, such as `!NCdzlIaMjZUmvmvyHU:beeper.com`, or its `localChatID`. At most 1000 characters. */
  chatID: string | number;
  /** ID of the message, such as `1343993`. Not a pending ID, such as `m1694783291234567`: wait until the message is sent. At most 1000 characters. */
  messageID: string | number;
  /** For whom to delete the message. There is no default. `BeeperMessage.viewerCanDeleteFor` says what the network allows. */
  scope: BeeperDeleteScope;
};

/** The message to edit, and its new text. */
export type EditMessageInput = {
  /** ID of the chat that contains the message, such as `!NCdzlIaMjZUmvmvyHU:beeper.com`, or its `localChatID`. At most 1000 characters. */
  chatID: string | number;
  /** ID of the message, such as `1343993`. Not a pending ID, such as `m1694783291234567`: wait until the message is sent. At most 1000 characters. */
  messageID: string | number;
  /** The new text, which replaces the old one. Reaches Beeper unchanged; Beeper turns Markdown into formatting. To let a user edit a message, begin with its `plainText`, not with `text`, whose HTML and escapes would be sent as text. Must not be blank. At most 65536 characters. */
  text: string;
};

/** What the app shows when it comes to the front. */
export type FocusAppInput = {
  /** ID of the chat to open, such as `!NCdzlIaMjZUmvmvyHU:beeper.com`, or its `localChatID`. If omitted, the app shows what it showed last. At most 1000 characters. */
  chatID?: string | number | null | undefined;
  /** Text to put into the message field, exactly as given. Requires `chatID`. At most 65536 characters. */
  draftText?: string | null | undefined;
  /** ID of the message to scroll to, such as `1343993`. Requires `chatID`. At most 1000 characters. */
  messageID?: string | number | null | undefined;
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

/** The chat to archive or unarchive. */
export type SetChatArchivedInput = {
  /** ID of the chat, such as `!NCdzlIaMjZUmvmvyHU:beeper.com`, or its `localChatID`. At most 1000 characters. */
  chatID: string | number;
  /** True to move the chat to the archive, false to move it back to the inbox. */
  isArchived: boolean;
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

export type CreateChatMutationVariables = Exact<{
  input: CreateChatInput;
}>;


export type CreateChatMutation = { createChat:
    | { __typename: 'BeeperConflictError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperForbiddenError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperIdempotencyError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperInvalidInputError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null, issues: Array<{ path: Array<string>, message: string, code: string }> }
    | { __typename: 'BeeperNotFoundError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperOutcomeUnknownError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperRateLimitedError', retryAfterSeconds: number | null, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperUnauthenticatedError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperUnavailableError', retryAfterSeconds: number | null, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperUnsupportedError', requiredVersion: string | null, actualVersion: string | null, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperUpstreamError', httpStatus: number, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'CreateChatPayload', chatID: string }
   | null };

export type StartChatMutationVariables = Exact<{
  input: StartChatInput;
}>;


export type StartChatMutation = { startChat:
    | { __typename: 'BeeperConflictError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperForbiddenError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperIdempotencyError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperInvalidInputError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null, issues: Array<{ path: Array<string>, message: string, code: string }> }
    | { __typename: 'BeeperNotFoundError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperOutcomeUnknownError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperRateLimitedError', retryAfterSeconds: number | null, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperUnauthenticatedError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperUnavailableError', retryAfterSeconds: number | null, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperUnsupportedError', requiredVersion: string | null, actualVersion: string | null, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperUpstreamError', httpStatus: number, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'StartChatPayload', chatID: string, status: BeeperStartStatus | null, firstMessage: BeeperFirstMessage }
   | null };

export type CreateChatAndReadItMutationVariables = Exact<{
  input: CreateChatInput;
  more: boolean;
}>;


export type CreateChatAndReadItMutation = { createChat:
    | { __typename: 'BeeperConflictError', code: BeeperErrorCode, message: string }
    | { __typename: 'BeeperForbiddenError', code: BeeperErrorCode, message: string }
    | { __typename: 'BeeperIdempotencyError', code: BeeperErrorCode, message: string }
    | { __typename: 'BeeperInvalidInputError', code: BeeperErrorCode, message: string }
    | { __typename: 'BeeperNotFoundError', code: BeeperErrorCode, message: string }
    | { __typename: 'BeeperOutcomeUnknownError', code: BeeperErrorCode, message: string }
    | { __typename: 'BeeperRateLimitedError', code: BeeperErrorCode, message: string }
    | { __typename: 'BeeperUnauthenticatedError', code: BeeperErrorCode, message: string }
    | { __typename: 'BeeperUnavailableError', code: BeeperErrorCode, message: string }
    | { __typename: 'BeeperUnsupportedError', code: BeeperErrorCode, message: string }
    | { __typename: 'BeeperUpstreamError', code: BeeperErrorCode, message: string }
    | { __typename: 'CreateChatPayload', chatID: string, chat: { __typename: 'BeeperChat', id: string } & { accountID?: string, title?: string | null, type?: BeeperChatType | null, participants?: { total: number | null, items: Array<{ userID: string, fullName: string | null }> } | null } | null }
   | null };

export type ReadChatQueryVariables = Exact<{
  id: string | number;
}>;


export type ReadChatQuery = { chat: { id: string, accountID: string, title: string | null, type: BeeperChatType | null, rawType: string | null, network: string | null, unreadCount: number | null, lastActivity: string | null, imgURL: { url: string | null, isLocal: boolean } | null, participants: { total: number | null, hasMore: boolean | null, items: Array<{ userID: string }> } | null } | null };

export type AboutBeeperQueryVariables = Exact<{ [key: string]: never; }>;


export type AboutBeeperQuery = { beeper: { appName: string | null, appVersion: string | null, dialect: BeeperDialect | null, sandbox: boolean, reachable: boolean } | null };

export type StartChatOnceMutationVariables = Exact<{
  input: StartChatInput;
  key?: string | null | undefined;
}>;


export type StartChatOnceMutation = { startChat:
    | { __typename: 'BeeperConflictError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean }
    | { __typename: 'BeeperForbiddenError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean }
    | { __typename: 'BeeperIdempotencyError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean }
    | { __typename: 'BeeperInvalidInputError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, issues: Array<{ path: Array<string>, code: string }> }
    | { __typename: 'BeeperNotFoundError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean }
    | { __typename: 'BeeperOutcomeUnknownError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean }
    | { __typename: 'BeeperRateLimitedError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, retryAfterSeconds: number | null }
    | { __typename: 'BeeperUnauthenticatedError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean }
    | { __typename: 'BeeperUnavailableError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean }
    | { __typename: 'BeeperUnsupportedError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean }
    | { __typename: 'BeeperUpstreamError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean }
    | { __typename: 'StartChatPayload', chatID: string, status: BeeperStartStatus | null, firstMessage: BeeperFirstMessage, replayed: boolean }
   | null };

export type CreateChatOnceMutationVariables = Exact<{
  input: CreateChatInput;
  key?: string | null | undefined;
}>;


export type CreateChatOnceMutation = { createChat:
    | { __typename: 'BeeperConflictError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean }
    | { __typename: 'BeeperForbiddenError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean }
    | { __typename: 'BeeperIdempotencyError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean }
    | { __typename: 'BeeperInvalidInputError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean }
    | { __typename: 'BeeperNotFoundError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean }
    | { __typename: 'BeeperOutcomeUnknownError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean }
    | { __typename: 'BeeperRateLimitedError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean }
    | { __typename: 'BeeperUnauthenticatedError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean }
    | { __typename: 'BeeperUnavailableError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, retryAfterSeconds: number | null }
    | { __typename: 'BeeperUnsupportedError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean }
    | { __typename: 'BeeperUpstreamError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean }
    | { __typename: 'CreateChatPayload', chatID: string, replayed: boolean, firstMessage: BeeperFirstMessage, chat: { id: string, title: string | null } | null }
   | null };

export type PictureQueryVariables = Exact<{
  chatID: string | number;
}>;


export type PictureQuery = { chat: { imgURL: { url: string | null, isLocal: boolean, contentURL: string | null } | null } | null };

export type FilesQueryVariables = Exact<{
  chatID: string | number;
}>;


export type FilesQuery = { chat: { messages: { nodes: Array<{ attachments: Array<{ fileName: string | null, srcURL: { contentURL: string | null } | null }> | null }> } | null } | null };

type AnyFailure_BeeperConflictError_Fragment = { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null };

type AnyFailure_BeeperDraftClearedError_Fragment = { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null };

type AnyFailure_BeeperForbiddenError_Fragment = { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null };

type AnyFailure_BeeperIdempotencyError_Fragment = { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null };

type AnyFailure_BeeperInvalidInputError_Fragment = { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null, issues: Array<{ path: Array<string>, message: string, code: string }> };

type AnyFailure_BeeperNotFoundError_Fragment = { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null };

type AnyFailure_BeeperOutcomeUnknownError_Fragment = { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null };

type AnyFailure_BeeperRateLimitedError_Fragment = { retryAfterSeconds: number | null, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null };

type AnyFailure_BeeperUnauthenticatedError_Fragment = { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null };

type AnyFailure_BeeperUnavailableError_Fragment = { retryAfterSeconds: number | null, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null };

type AnyFailure_BeeperUnsupportedError_Fragment = { requiredVersion: string | null, actualVersion: string | null, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null };

type AnyFailure_BeeperUpstreamError_Fragment = { httpStatus: number, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null };

export type AnyFailureFragment =
  | AnyFailure_BeeperConflictError_Fragment
  | AnyFailure_BeeperDraftClearedError_Fragment
  | AnyFailure_BeeperForbiddenError_Fragment
  | AnyFailure_BeeperIdempotencyError_Fragment
  | AnyFailure_BeeperInvalidInputError_Fragment
  | AnyFailure_BeeperNotFoundError_Fragment
  | AnyFailure_BeeperOutcomeUnknownError_Fragment
  | AnyFailure_BeeperRateLimitedError_Fragment
  | AnyFailure_BeeperUnauthenticatedError_Fragment
  | AnyFailure_BeeperUnavailableError_Fragment
  | AnyFailure_BeeperUnsupportedError_Fragment
  | AnyFailure_BeeperUpstreamError_Fragment
;

export type CreateChatRowMutationVariables = Exact<{
  input: CreateChatInput;
  key?: string | null | undefined;
}>;


export type CreateChatRowMutation = { createChat:
    | { __typename: 'BeeperConflictError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperForbiddenError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperIdempotencyError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperInvalidInputError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null, issues: Array<{ path: Array<string>, message: string, code: string }> }
    | { __typename: 'BeeperNotFoundError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperOutcomeUnknownError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperRateLimitedError', retryAfterSeconds: number | null, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperUnauthenticatedError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperUnavailableError', retryAfterSeconds: number | null, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperUnsupportedError', requiredVersion: string | null, actualVersion: string | null, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperUpstreamError', httpStatus: number, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'CreateChatPayload', chatID: string, replayed: boolean, chat: { id: string, title: string | null } | null, chatError:
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null, issues: Array<{ path: Array<string>, message: string, code: string }> }
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { retryAfterSeconds: number | null, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { retryAfterSeconds: number | null, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { requiredVersion: string | null, actualVersion: string | null, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { httpStatus: number, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
       | null }
   | null };

export type StartChatRowMutationVariables = Exact<{
  input: StartChatInput;
  key?: string | null | undefined;
}>;


export type StartChatRowMutation = { startChat:
    | { __typename: 'BeeperConflictError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperForbiddenError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperIdempotencyError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperInvalidInputError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null, issues: Array<{ path: Array<string>, message: string, code: string }> }
    | { __typename: 'BeeperNotFoundError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperOutcomeUnknownError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperRateLimitedError', retryAfterSeconds: number | null, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperUnauthenticatedError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperUnavailableError', retryAfterSeconds: number | null, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperUnsupportedError', requiredVersion: string | null, actualVersion: string | null, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperUpstreamError', httpStatus: number, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'StartChatPayload', chatID: string, replayed: boolean, chat: { id: string, title: string | null } | null, chatError:
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null, issues: Array<{ path: Array<string>, message: string, code: string }> }
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { retryAfterSeconds: number | null, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { retryAfterSeconds: number | null, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { requiredVersion: string | null, actualVersion: string | null, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { httpStatus: number, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
       | null }
   | null };

export type SetChatArchivedRowMutationVariables = Exact<{
  input: SetChatArchivedInput;
}>;


export type SetChatArchivedRowMutation = { setChatArchived:
    | { __typename: 'BeeperConflictError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperForbiddenError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperInvalidInputError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null, issues: Array<{ path: Array<string>, message: string, code: string }> }
    | { __typename: 'BeeperNotFoundError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperOutcomeUnknownError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperRateLimitedError', retryAfterSeconds: number | null, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperUnauthenticatedError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperUnavailableError', retryAfterSeconds: number | null, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperUnsupportedError', requiredVersion: string | null, actualVersion: string | null, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperUpstreamError', httpStatus: number, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'SetChatArchivedPayload', chatID: string, chat: { id: string, isArchived: boolean | null } | null, chatError:
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null, issues: Array<{ path: Array<string>, message: string, code: string }> }
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { retryAfterSeconds: number | null, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { retryAfterSeconds: number | null, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { requiredVersion: string | null, actualVersion: string | null, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { httpStatus: number, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
       | null }
   | null };

export type SendMessageRowMutationVariables = Exact<{
  input: SendMessageInput;
  key?: string | null | undefined;
}>;


export type SendMessageRowMutation = { sendMessage:
    | { __typename: 'BeeperConflictError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperForbiddenError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperIdempotencyError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperInvalidInputError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null, issues: Array<{ path: Array<string>, message: string, code: string }> }
    | { __typename: 'BeeperNotFoundError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperOutcomeUnknownError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperRateLimitedError', retryAfterSeconds: number | null, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperUnauthenticatedError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperUnavailableError', retryAfterSeconds: number | null, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperUnsupportedError', requiredVersion: string | null, actualVersion: string | null, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperUpstreamError', httpStatus: number, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'SendMessagePayload', chatID: string, pendingMessageID: string, replayed: boolean, resolvedByLooking: boolean, written: { id: string, text: string | null } | null, messageError:
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null, issues: Array<{ path: Array<string>, message: string, code: string }> }
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { retryAfterSeconds: number | null, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { retryAfterSeconds: number | null, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { requiredVersion: string | null, actualVersion: string | null, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { httpStatus: number, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
       | null, chat: { id: string, title: string | null } | null, chatError:
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null, issues: Array<{ path: Array<string>, message: string, code: string }> }
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { retryAfterSeconds: number | null, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { retryAfterSeconds: number | null, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { requiredVersion: string | null, actualVersion: string | null, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { httpStatus: number, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
       | null }
   | null };

export type EditMessageRowMutationVariables = Exact<{
  input: EditMessageInput;
}>;


export type EditMessageRowMutation = { editMessage:
    | { __typename: 'BeeperConflictError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperForbiddenError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperInvalidInputError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null, issues: Array<{ path: Array<string>, message: string, code: string }> }
    | { __typename: 'BeeperNotFoundError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperOutcomeUnknownError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperRateLimitedError', retryAfterSeconds: number | null, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperUnauthenticatedError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperUnavailableError', retryAfterSeconds: number | null, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperUnsupportedError', requiredVersion: string | null, actualVersion: string | null, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperUpstreamError', httpStatus: number, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'EditMessagePayload', chatID: string, messageID: string, confirmed: boolean | null, changed: { id: string, plainText: string | null } | null, messageError:
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null, issues: Array<{ path: Array<string>, message: string, code: string }> }
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { retryAfterSeconds: number | null, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { retryAfterSeconds: number | null, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { requiredVersion: string | null, actualVersion: string | null, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { httpStatus: number, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
       | null }
   | null };

export type DeleteMessageRowMutationVariables = Exact<{
  input: DeleteMessageInput;
}>;


export type DeleteMessageRowMutation = { deleteMessage:
    | { __typename: 'BeeperConflictError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperForbiddenError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperInvalidInputError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null, issues: Array<{ path: Array<string>, message: string, code: string }> }
    | { __typename: 'BeeperNotFoundError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperOutcomeUnknownError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperRateLimitedError', retryAfterSeconds: number | null, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperUnauthenticatedError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperUnavailableError', retryAfterSeconds: number | null, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperUnsupportedError', requiredVersion: string | null, actualVersion: string | null, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperUpstreamError', httpStatus: number, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'DeleteMessagePayload', chatID: string, messageID: string, scope: BeeperDeleteScope, confirmed: boolean | null }
   | null };

export type AddReactionRowMutationVariables = Exact<{
  input: AddReactionInput;
  key?: string | null | undefined;
}>;


export type AddReactionRowMutation = { addReaction:
    | { __typename: 'AddReactionPayload', chatID: string, messageID: string, reactionKey: string, replayed: boolean, confirmed: boolean | null, changed: { id: string } | null, messageError:
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null, issues: Array<{ path: Array<string>, message: string, code: string }> }
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { retryAfterSeconds: number | null, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { retryAfterSeconds: number | null, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { requiredVersion: string | null, actualVersion: string | null, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { httpStatus: number, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
       | null }
    | { __typename: 'BeeperConflictError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperForbiddenError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperIdempotencyError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperInvalidInputError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null, issues: Array<{ path: Array<string>, message: string, code: string }> }
    | { __typename: 'BeeperNotFoundError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperOutcomeUnknownError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperRateLimitedError', retryAfterSeconds: number | null, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperUnauthenticatedError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperUnavailableError', retryAfterSeconds: number | null, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperUnsupportedError', requiredVersion: string | null, actualVersion: string | null, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperUpstreamError', httpStatus: number, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
   | null };

export type RemoveReactionRowMutationVariables = Exact<{
  input: RemoveReactionInput;
}>;


export type RemoveReactionRowMutation = { removeReaction:
    | { __typename: 'BeeperConflictError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperForbiddenError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperInvalidInputError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null, issues: Array<{ path: Array<string>, message: string, code: string }> }
    | { __typename: 'BeeperNotFoundError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperOutcomeUnknownError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperRateLimitedError', retryAfterSeconds: number | null, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperUnauthenticatedError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperUnavailableError', retryAfterSeconds: number | null, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperUnsupportedError', requiredVersion: string | null, actualVersion: string | null, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperUpstreamError', httpStatus: number, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'RemoveReactionPayload', chatID: string, messageID: string, reactionKey: string, confirmed: boolean | null, changed: { id: string } | null, messageError:
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null, issues: Array<{ path: Array<string>, message: string, code: string }> }
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { retryAfterSeconds: number | null, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { retryAfterSeconds: number | null, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { requiredVersion: string | null, actualVersion: string | null, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
        | { httpStatus: number, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
       | null }
   | null };

export type FocusAppRowMutationVariables = Exact<{
  input: FocusAppInput;
}>;


export type FocusAppRowMutation = { focusApp:
    | { __typename: 'BeeperConflictError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperForbiddenError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperInvalidInputError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null, issues: Array<{ path: Array<string>, message: string, code: string }> }
    | { __typename: 'BeeperNotFoundError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperOutcomeUnknownError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperRateLimitedError', retryAfterSeconds: number | null, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperUnauthenticatedError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperUnavailableError', retryAfterSeconds: number | null, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperUnsupportedError', requiredVersion: string | null, actualVersion: string | null, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperUpstreamError', httpStatus: number, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'FocusAppPayload', isFocused: boolean }
   | null };

export type CreateUploadRowMutationVariables = Exact<{
  input: CreateUploadInput;
}>;


export type CreateUploadRowMutation = { createUpload:
    | { __typename: 'BeeperConflictError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperForbiddenError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperInvalidInputError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null, issues: Array<{ path: Array<string>, message: string, code: string }> }
    | { __typename: 'BeeperNotFoundError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperOutcomeUnknownError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperRateLimitedError', retryAfterSeconds: number | null, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperUnauthenticatedError', code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperUnavailableError', retryAfterSeconds: number | null, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperUnsupportedError', requiredVersion: string | null, actualVersion: string | null, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'BeeperUpstreamError', httpStatus: number, code: BeeperErrorCode, message: string, remedy: string | null, retryable: boolean, requestID: string, upstreamCode: string | null }
    | { __typename: 'CreateUploadPayload', url: string, expiresAt: string, maxBytes: number }
   | null };

export type InboxQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  accountIDs?: Array<string | number> | string | number | null | undefined;
}>;


export type InboxQuery = { chats: { nodes: Array<{ id: string, title: string | null, account: { id: string, network: string | null } | null, participants: { items: Array<{ userID: string, fullName: string | null }> } | null, lastMessage: { id: string, plainText: string | null, sender: { userID: string, fullName: string | null } | null } | null } | null>, edges: Array<{ cursor: string, node: { id: string } | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type PeopleQueryVariables = Exact<{
  accountID: string | number;
  query?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type PeopleQuery = { contacts: { nodes: Array<{ userID: string, fullName: string | null, phoneNumber: string | null, cannotMessage: boolean | null, imgURL: { url: string | null, isLocal: boolean } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type MessagesQueryVariables = Exact<{
  chatID: string | number;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type MessagesQuery = { chat: { id: string, messages: { edges: Array<{ cursor: string, node: { id: string, sortKey: string | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null } | null };

export type SearchQueryVariables = Exact<{
  filter: BeeperChatFilter;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type SearchQuery = { searchChats: { nodes: Array<{ id: string, title: string | null, type: BeeperChatType | null, accountID: string } | null>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type ChatEdgesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  accountIDs?: Array<string | number> | string | number | null | undefined;
  merged?: BeeperMergedChats | null | undefined;
}>;


export type ChatEdgesQuery = { chats: { edges: Array<{ cursor: string, node: { id: string } | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type SearchEdgesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type SearchEdgesQuery = { searchChats: { edges: Array<{ cursor: string, node: { id: string } | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type FoundMessageEdgesQueryVariables = Exact<{
  filter: BeeperMessageFilter;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type FoundMessageEdgesQuery = { searchMessages: { edges: Array<{ cursor: string, node: { id: string } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type OneMessageQueryVariables = Exact<{
  chatID: string | number;
  id: string | number;
}>;


export type OneMessageQuery = { message: { id: string, text: string | null } | null };

export type SearchAllQueryVariables = Exact<{
  query: string;
}>;


export type SearchAllQuery = { search: { chats: Array<{ id: string, title: string | null } | null>, inGroups: Array<{ id: string, title: string | null } | null>, messages: { edges: Array<{ cursor: string, node: { id: string, text: string | null, chat: { title: string | null } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type LookUpQueryVariables = Exact<{
  accountID: string | number;
  query: string;
}>;


export type LookUpQuery = { lookUpContacts: Array<{ userID: string, fullName: string | null }> | null };

export type LabelsQueryVariables = Exact<{ [key: string]: never; }>;


export type LabelsQuery = { labels: Array<{ id: string, name: string | null }> | null };

export type BridgesQueryVariables = Exact<{ [key: string]: never; }>;


export type BridgesQuery = { bridges: Array<{ id: string, displayName: string | null, status: BeeperBridgeStatus | null, accounts: Array<{ id: string } | null> }> | null };

export type BridgeQueryVariables = Exact<{
  id: string | number;
}>;


export type BridgeQuery = { bridge: { id: string, displayName: string | null } | null };

export type ContactEdgesQueryVariables = Exact<{
  accountID: string | number;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type ContactEdgesQuery = { contacts: { edges: Array<{ cursor: string, node: { id: string } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type AccountsAndPeopleQueryVariables = Exact<{ [key: string]: never; }>;


export type AccountsAndPeopleQuery = { accounts: Array<{ id: string, contacts: { nodes: Array<{ userID: string }> } | null }> | null };

export type ChatsAndMessagesQueryVariables = Exact<{
  first?: number | null | undefined;
}>;


export type ChatsAndMessagesQuery = { chats: { edges: Array<{ node: { id: string } | null }>, nodes: Array<{ id: string, title: string | null, messages: { nodes: Array<{ id: string }> } | null } | null> } | null };

export type LastMessagesQueryVariables = Exact<{
  first?: number | null | undefined;
}>;


export type LastMessagesQuery = { chats: { nodes: Array<{ id: string, lastMessage: { id: string } | null } | null> } | null };

export type ChatAndLastQueryVariables = Exact<{
  id: string | number;
}>;


export type ChatAndLastQuery = { chat: { id: string, lastMessage: { id: string, sender: { userID: string, fullName: string | null } | null } | null, messages: { nodes: Array<{ id: string }> } | null } | null };

export type AccountsQueryVariables = Exact<{ [key: string]: never; }>;


export type AccountsQuery = { accounts: Array<{ id: string, loginID: string | null, network: string | null, status: BeeperAccountStatus | null, rawStatus: string | null, statusText: string | null, isUsable: boolean, bridge: { bridgeID: string | null, type: string | null, provider: BeeperBridgeProvider | null, rawProvider: string | null } | null, user: { userID: string, isSelf: boolean | null, imgURL: { url: string | null, isLocal: boolean } | null } | null }> | null };

export type ChatValuesQueryVariables = Exact<{
  id: string | number;
}>;


export type ChatValuesQuery = { chat: { id: string, type: BeeperChatType | null, rawType: string | null, description: string | null, unreadCount: number | null, unreadMentionsCount: number | null, lastReadMessageSortKey: string | null, isReadOnly: boolean | null, isMarkedUnread: boolean | null, isPinned: boolean | null, messageExpirySeconds: number | null, imgURL: { url: string | null, isLocal: boolean } | null, draft: { text: string, textFormat: BeeperTextFormat, plainText: string, attachments: Array<{ attachmentID: string, type: BeeperDraftAttachmentType | null, rawType: string | null, mimeType: string | null, fileName: string | null, fileSize: number | null, audioDurationSeconds: number | null, size: { width: number | null, height: number | null } | null }> | null } | null, reminder: { remindAt: string | null, dismissOnIncomingMessage: boolean | null } | null, snooze: { snoozeUntil: string | null, userSnoozedAt: string | null } | null, capabilities: { maxTextLength: number | null, poll: BeeperSupportLevel | null, edit: BeeperSupportLevel | null, editMaxCount: number | null, editMaxAge: number | null, deleteMaxAge: number | null, deleteForMe: boolean | null, allowedReactions: Array<string> | null, customEmojiReactions: boolean | null, formatting: Array<{ feature: string, level: BeeperSupportLevel | null }> | null, attachments: Array<{ messageType: string, caption: BeeperSupportLevel | null, maxCaptionLength: number | null, maxSize: number | null, maxDuration: number | null, viewOnce: boolean | null, mimeTypes: Array<{ feature: string, level: BeeperSupportLevel | null }> | null }> | null, messageRequest: { acceptWithMessage: BeeperSupportLevel | null, acceptWithButton: BeeperSupportLevel | null } | null, disappearingTimer: { types: Array<string> | null, timers: Array<number> | null, omitEmptyTimer: boolean | null } | null, participantActions: { ban: BeeperSupportLevel | null, invite: BeeperSupportLevel | null, revokeInvite: BeeperSupportLevel | null } | null, state: { avatar: BeeperSupportLevel | null, title: BeeperSupportLevel | null } | null } | null, participants: { total: number | null, hasMore: boolean | null, items: Array<{ userID: string, isSelf: boolean | null, isAdmin: boolean | null, isPending: boolean | null, isNetworkBot: boolean | null }> } | null } | null };

export type MessageValuesQueryVariables = Exact<{
  chatID: string | number;
  first?: number | null | undefined;
}>;


export type MessageValuesQuery = { chat: { messages: { nodes: Array<{ id: string, chatID: string, accountID: string, senderID: string | null, senderName: string | null, timestamp: string | null, editedTimestamp: string | null, sortKey: string | null, type: BeeperMessageType | null, rawType: string | null, text: string | null, textFormat: BeeperTextFormat | null, plainText: string | null, isSender: boolean | null, isUnread: boolean | null, isDeleted: boolean | null, isHidden: boolean | null, linkedMessageID: string | null, mentions: Array<string> | null, sender: { userID: string, fullName: string | null, isSelf: boolean | null } | null, sendStatus: { status: BeeperSendState | null, rawStatus: string | null, timestamp: string | null, reason: string | null, message: string | null, deliveredToUsers: Array<string> | null } | null, attachments: Array<{ attachmentID: string | null, type: BeeperAttachmentType | null, rawType: string | null, mimeType: string | null, fileName: string | null, fileSize: number | null, duration: number | null, isGif: boolean | null, isSticker: boolean | null, isVoiceNote: boolean | null, blurhash: string | null, srcURL: { url: string | null, isLocal: boolean } | null, posterImg: { url: string | null, isLocal: boolean } | null, transcription: { transcription: string | null, engine: string | null, language: string | null } | null, size: { width: number | null, height: number | null } | null }> | null, links: Array<{ url: string, originalURL: string | null, title: string | null, summary: string | null, favicon: { url: string | null, isLocal: boolean } | null, img: { url: string | null, isLocal: boolean } | null, imgSize: { width: number | null, height: number | null } | null }> | null, reactions: Array<{ reactionID: string, reactionKey: string, participantID: string, emoji: boolean | null, imgURL: { url: string | null, isLocal: boolean } | null }> | null, seen: { isSeen: boolean, seenAt: string | null, by: Array<{ participantID: string, isSeen: boolean, seenAt: string | null }> | null } | null }> } | null } | null };

export type MergedChatQueryVariables = Exact<{
  id: string | number;
}>;


export type MergedChatQuery = { chat: { id: string, network: string | null, labels: Array<{ id: string, name: string | null }>, merge: { chatIDs: Array<string>, defaultChatID: string | null, chats: Array<{ id: string, network: string | null, mergedInto: { id: string } | null } | null> } | null, mergedInto: { id: string } | null } | null };

export type MergedPartQueryVariables = Exact<{
  id: string | number;
}>;


export type MergedPartQuery = { chat: { id: string, labels: Array<{ id: string }>, merge: { chatIDs: Array<string> } | null, mergedInto: { id: string } | null } | null };

export type MergedMessagesQueryVariables = Exact<{
  id: string | number;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type MergedMessagesQuery = { chat: { id: string, messages: { edges: Array<{ cursor: string, node: { id: string } }>, nodes: Array<{ id: string, chatID: string, accountID: string }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null } | null };

export type PlainTextsQueryVariables = Exact<{
  chatID: string | number;
}>;


export type PlainTextsQuery = { chat: { messages: { nodes: Array<{ textFormat: BeeperTextFormat | null, plainText: string | null }> } | null } | null };

export const AnyFailureFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AnyFailure"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"remedy"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"requestID"}},{"kind":"Field","name":{"kind":"Name","value":"upstreamCode"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperInvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperRateLimitedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUnavailableError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUnsupportedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requiredVersion"}},{"kind":"Field","name":{"kind":"Name","value":"actualVersion"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUpstreamError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"httpStatus"}}]}}]}}]} as unknown as DocumentNode<AnyFailureFragment, unknown>;
export const CreateChatDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateChat"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateChatInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createChat"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CreateChatPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chatID"}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"AnyFailure"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AnyFailure"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"remedy"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"requestID"}},{"kind":"Field","name":{"kind":"Name","value":"upstreamCode"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperInvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperRateLimitedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUnavailableError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUnsupportedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requiredVersion"}},{"kind":"Field","name":{"kind":"Name","value":"actualVersion"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUpstreamError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"httpStatus"}}]}}]}}]} as unknown as DocumentNode<CreateChatMutation, CreateChatMutationVariables>;
export const StartChatDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"StartChat"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"StartChatInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startChat"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"StartChatPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chatID"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"firstMessage"}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"AnyFailure"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AnyFailure"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"remedy"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"requestID"}},{"kind":"Field","name":{"kind":"Name","value":"upstreamCode"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperInvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperRateLimitedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUnavailableError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUnsupportedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requiredVersion"}},{"kind":"Field","name":{"kind":"Name","value":"actualVersion"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUpstreamError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"httpStatus"}}]}}]}}]} as unknown as DocumentNode<StartChatMutation, StartChatMutationVariables>;
export const CreateChatAndReadItDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateChatAndReadIt"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateChatInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"more"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createChat"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CreateChatPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chatID"}},{"kind":"Field","name":{"kind":"Name","value":"chat"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperChat"}},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"more"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accountID"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"participants"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userID"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}}]}}]}}]}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<CreateChatAndReadItMutation, CreateChatAndReadItMutationVariables>;
export const ReadChatDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReadChat"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chat"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"accountID"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"rawType"}},{"kind":"Field","name":{"kind":"Name","value":"network"}},{"kind":"Field","name":{"kind":"Name","value":"unreadCount"}},{"kind":"Field","name":{"kind":"Name","value":"lastActivity"}},{"kind":"Field","name":{"kind":"Name","value":"imgURL"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"isLocal"}}]}},{"kind":"Field","name":{"kind":"Name","value":"participants"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"hasMore"}},{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userID"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ReadChatQuery, ReadChatQueryVariables>;
export const AboutBeeperDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AboutBeeper"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"beeper"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"appName"}},{"kind":"Field","name":{"kind":"Name","value":"appVersion"}},{"kind":"Field","name":{"kind":"Name","value":"dialect"}},{"kind":"Field","name":{"kind":"Name","value":"sandbox"}},{"kind":"Field","name":{"kind":"Name","value":"reachable"}}]}}]}}]} as unknown as DocumentNode<AboutBeeperQuery, AboutBeeperQueryVariables>;
export const StartChatOnceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"StartChatOnce"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"StartChatInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startChat"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"StartChatPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chatID"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"firstMessage"}},{"kind":"Field","name":{"kind":"Name","value":"replayed"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"remedy"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperInvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperRateLimitedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}}]}}]}}]} as unknown as DocumentNode<StartChatOnceMutation, StartChatOnceMutationVariables>;
export const CreateChatOnceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateChatOnce"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateChatInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createChat"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CreateChatPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chatID"}},{"kind":"Field","name":{"kind":"Name","value":"replayed"}},{"kind":"Field","name":{"kind":"Name","value":"firstMessage"}},{"kind":"Field","name":{"kind":"Name","value":"chat"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"remedy"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUnavailableError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}}]}}]}}]} as unknown as DocumentNode<CreateChatOnceMutation, CreateChatOnceMutationVariables>;
export const PictureDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Picture"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"chatID"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chat"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"chatID"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"imgURL"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"isLocal"}},{"kind":"Field","name":{"kind":"Name","value":"contentURL"}}]}}]}}]}}]} as unknown as DocumentNode<PictureQuery, PictureQueryVariables>;
export const FilesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Files"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"chatID"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chat"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"chatID"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"messages"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"attachments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"srcURL"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contentURL"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<FilesQuery, FilesQueryVariables>;
export const CreateChatRowDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateChatRow"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateChatInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createChat"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"AnyFailure"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CreateChatPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chatID"}},{"kind":"Field","name":{"kind":"Name","value":"replayed"}},{"kind":"Field","name":{"kind":"Name","value":"chat"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"chatError"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AnyFailure"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AnyFailure"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"remedy"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"requestID"}},{"kind":"Field","name":{"kind":"Name","value":"upstreamCode"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperInvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperRateLimitedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUnavailableError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUnsupportedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requiredVersion"}},{"kind":"Field","name":{"kind":"Name","value":"actualVersion"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUpstreamError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"httpStatus"}}]}}]}}]} as unknown as DocumentNode<CreateChatRowMutation, CreateChatRowMutationVariables>;
export const StartChatRowDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"StartChatRow"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"StartChatInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startChat"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"AnyFailure"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"StartChatPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chatID"}},{"kind":"Field","name":{"kind":"Name","value":"replayed"}},{"kind":"Field","name":{"kind":"Name","value":"chat"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"chatError"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AnyFailure"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AnyFailure"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"remedy"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"requestID"}},{"kind":"Field","name":{"kind":"Name","value":"upstreamCode"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperInvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperRateLimitedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUnavailableError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUnsupportedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requiredVersion"}},{"kind":"Field","name":{"kind":"Name","value":"actualVersion"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUpstreamError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"httpStatus"}}]}}]}}]} as unknown as DocumentNode<StartChatRowMutation, StartChatRowMutationVariables>;
export const SetChatArchivedRowDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetChatArchivedRow"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SetChatArchivedInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setChatArchived"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"AnyFailure"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SetChatArchivedPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chatID"}},{"kind":"Field","name":{"kind":"Name","value":"chat"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"isArchived"}}]}},{"kind":"Field","name":{"kind":"Name","value":"chatError"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AnyFailure"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AnyFailure"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"remedy"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"requestID"}},{"kind":"Field","name":{"kind":"Name","value":"upstreamCode"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperInvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperRateLimitedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUnavailableError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUnsupportedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requiredVersion"}},{"kind":"Field","name":{"kind":"Name","value":"actualVersion"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUpstreamError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"httpStatus"}}]}}]}}]} as unknown as DocumentNode<SetChatArchivedRowMutation, SetChatArchivedRowMutationVariables>;
export const SendMessageRowDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SendMessageRow"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SendMessageInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sendMessage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"AnyFailure"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SendMessagePayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chatID"}},{"kind":"Field","name":{"kind":"Name","value":"pendingMessageID"}},{"kind":"Field","name":{"kind":"Name","value":"replayed"}},{"kind":"Field","name":{"kind":"Name","value":"resolvedByLooking"}},{"kind":"Field","alias":{"kind":"Name","value":"written"},"name":{"kind":"Name","value":"message"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"messageError"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AnyFailure"}}]}},{"kind":"Field","name":{"kind":"Name","value":"chat"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"chatError"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AnyFailure"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AnyFailure"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"remedy"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"requestID"}},{"kind":"Field","name":{"kind":"Name","value":"upstreamCode"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperInvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperRateLimitedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUnavailableError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUnsupportedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requiredVersion"}},{"kind":"Field","name":{"kind":"Name","value":"actualVersion"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUpstreamError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"httpStatus"}}]}}]}}]} as unknown as DocumentNode<SendMessageRowMutation, SendMessageRowMutationVariables>;
export const EditMessageRowDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EditMessageRow"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EditMessageInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"editMessage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"AnyFailure"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EditMessagePayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chatID"}},{"kind":"Field","name":{"kind":"Name","value":"messageID"}},{"kind":"Field","name":{"kind":"Name","value":"confirmed"}},{"kind":"Field","alias":{"kind":"Name","value":"changed"},"name":{"kind":"Name","value":"message"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"plainText"}}]}},{"kind":"Field","name":{"kind":"Name","value":"messageError"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AnyFailure"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AnyFailure"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"remedy"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"requestID"}},{"kind":"Field","name":{"kind":"Name","value":"upstreamCode"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperInvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperRateLimitedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUnavailableError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUnsupportedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requiredVersion"}},{"kind":"Field","name":{"kind":"Name","value":"actualVersion"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUpstreamError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"httpStatus"}}]}}]}}]} as unknown as DocumentNode<EditMessageRowMutation, EditMessageRowMutationVariables>;
export const DeleteMessageRowDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteMessageRow"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeleteMessageInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteMessage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"AnyFailure"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DeleteMessagePayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chatID"}},{"kind":"Field","name":{"kind":"Name","value":"messageID"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"confirmed"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AnyFailure"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"remedy"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"requestID"}},{"kind":"Field","name":{"kind":"Name","value":"upstreamCode"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperInvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperRateLimitedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUnavailableError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUnsupportedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requiredVersion"}},{"kind":"Field","name":{"kind":"Name","value":"actualVersion"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUpstreamError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"httpStatus"}}]}}]}}]} as unknown as DocumentNode<DeleteMessageRowMutation, DeleteMessageRowMutationVariables>;
export const AddReactionRowDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AddReactionRow"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AddReactionInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"addReaction"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"AnyFailure"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AddReactionPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chatID"}},{"kind":"Field","name":{"kind":"Name","value":"messageID"}},{"kind":"Field","name":{"kind":"Name","value":"reactionKey"}},{"kind":"Field","name":{"kind":"Name","value":"replayed"}},{"kind":"Field","name":{"kind":"Name","value":"confirmed"}},{"kind":"Field","alias":{"kind":"Name","value":"changed"},"name":{"kind":"Name","value":"message"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"messageError"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AnyFailure"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AnyFailure"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"remedy"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"requestID"}},{"kind":"Field","name":{"kind":"Name","value":"upstreamCode"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperInvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperRateLimitedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUnavailableError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUnsupportedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requiredVersion"}},{"kind":"Field","name":{"kind":"Name","value":"actualVersion"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUpstreamError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"httpStatus"}}]}}]}}]} as unknown as DocumentNode<AddReactionRowMutation, AddReactionRowMutationVariables>;
export const RemoveReactionRowDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RemoveReactionRow"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RemoveReactionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"removeReaction"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"AnyFailure"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RemoveReactionPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chatID"}},{"kind":"Field","name":{"kind":"Name","value":"messageID"}},{"kind":"Field","name":{"kind":"Name","value":"reactionKey"}},{"kind":"Field","name":{"kind":"Name","value":"confirmed"}},{"kind":"Field","alias":{"kind":"Name","value":"changed"},"name":{"kind":"Name","value":"message"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"messageError"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AnyFailure"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AnyFailure"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"remedy"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"requestID"}},{"kind":"Field","name":{"kind":"Name","value":"upstreamCode"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperInvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperRateLimitedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUnavailableError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUnsupportedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requiredVersion"}},{"kind":"Field","name":{"kind":"Name","value":"actualVersion"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUpstreamError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"httpStatus"}}]}}]}}]} as unknown as DocumentNode<RemoveReactionRowMutation, RemoveReactionRowMutationVariables>;
export const FocusAppRowDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"FocusAppRow"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"FocusAppInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"focusApp"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"AnyFailure"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FocusAppPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isFocused"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AnyFailure"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"remedy"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"requestID"}},{"kind":"Field","name":{"kind":"Name","value":"upstreamCode"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperInvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperRateLimitedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUnavailableError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUnsupportedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requiredVersion"}},{"kind":"Field","name":{"kind":"Name","value":"actualVersion"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUpstreamError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"httpStatus"}}]}}]}}]} as unknown as DocumentNode<FocusAppRowMutation, FocusAppRowMutationVariables>;
export const CreateUploadRowDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateUploadRow"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateUploadInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createUpload"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"AnyFailure"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CreateUploadPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"maxBytes"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AnyFailure"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"remedy"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"requestID"}},{"kind":"Field","name":{"kind":"Name","value":"upstreamCode"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperInvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperRateLimitedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUnavailableError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUnsupportedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requiredVersion"}},{"kind":"Field","name":{"kind":"Name","value":"actualVersion"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperUpstreamError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"httpStatus"}}]}}]}}]} as unknown as DocumentNode<CreateUploadRowMutation, CreateUploadRowMutationVariables>;
export const InboxDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Inbox"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"accountIDs"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}},{"kind":"Argument","name":{"kind":"Name","value":"accountIDs"},"value":{"kind":"Variable","name":{"kind":"Name","value":"accountIDs"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"network"}}]}},{"kind":"Field","name":{"kind":"Name","value":"participants"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userID"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"lastMessage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"plainText"}},{"kind":"Field","name":{"kind":"Name","value":"sender"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userID"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<InboxQuery, InboxQueryVariables>;
export const PeopleDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"People"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"accountID"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"query"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contacts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"accountID"},"value":{"kind":"Variable","name":{"kind":"Name","value":"accountID"}}},{"kind":"Argument","name":{"kind":"Name","value":"query"},"value":{"kind":"Variable","name":{"kind":"Name","value":"query"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userID"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}},{"kind":"Field","name":{"kind":"Name","value":"phoneNumber"}},{"kind":"Field","name":{"kind":"Name","value":"cannotMessage"}},{"kind":"Field","name":{"kind":"Name","value":"imgURL"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"isLocal"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<PeopleQuery, PeopleQueryVariables>;
export const MessagesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Messages"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"chatID"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chat"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"chatID"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"messages"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sortKey"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]} as unknown as DocumentNode<MessagesQuery, MessagesQueryVariables>;
export const SearchDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Search"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperChatFilter"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"searchChats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"accountID"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<SearchQuery, SearchQueryVariables>;
export const ChatEdgesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ChatEdges"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"accountIDs"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"merged"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperMergedChats"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}},{"kind":"Argument","name":{"kind":"Name","value":"accountIDs"},"value":{"kind":"Variable","name":{"kind":"Name","value":"accountIDs"}}},{"kind":"Argument","name":{"kind":"Name","value":"merged"},"value":{"kind":"Variable","name":{"kind":"Name","value":"merged"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<ChatEdgesQuery, ChatEdgesQueryVariables>;
export const SearchEdgesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SearchEdges"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"searchChats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<SearchEdgesQuery, SearchEdgesQueryVariables>;
export const FoundMessageEdgesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FoundMessageEdges"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"BeeperMessageFilter"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"searchMessages"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<FoundMessageEdgesQuery, FoundMessageEdgesQueryVariables>;
export const OneMessageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OneMessage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"chatID"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"chatID"},"value":{"kind":"Variable","name":{"kind":"Name","value":"chatID"}}},{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}}]} as unknown as DocumentNode<OneMessageQuery, OneMessageQueryVariables>;
export const SearchAllDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SearchAll"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"query"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"search"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"query"},"value":{"kind":"Variable","name":{"kind":"Name","value":"query"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chats"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"inGroups"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"messages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"chat"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]} as unknown as DocumentNode<SearchAllQuery, SearchAllQueryVariables>;
export const LookUpDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LookUp"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"accountID"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"query"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lookUpContacts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"accountID"},"value":{"kind":"Variable","name":{"kind":"Name","value":"accountID"}}},{"kind":"Argument","name":{"kind":"Name","value":"query"},"value":{"kind":"Variable","name":{"kind":"Name","value":"query"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userID"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}}]}}]}}]} as unknown as DocumentNode<LookUpQuery, LookUpQueryVariables>;
export const LabelsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Labels"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"labels"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<LabelsQuery, LabelsQueryVariables>;
export const BridgesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Bridges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bridges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"accounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<BridgesQuery, BridgesQueryVariables>;
export const BridgeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Bridge"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bridge"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}}]}}]} as unknown as DocumentNode<BridgeQuery, BridgeQueryVariables>;
export const ContactEdgesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ContactEdges"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"accountID"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contacts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"accountID"},"value":{"kind":"Variable","name":{"kind":"Name","value":"accountID"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"id"},"name":{"kind":"Name","value":"userID"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<ContactEdgesQuery, ContactEdgesQueryVariables>;
export const AccountsAndPeopleDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AccountsAndPeople"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"contacts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userID"}}]}}]}}]}}]}}]} as unknown as DocumentNode<AccountsAndPeopleQuery, AccountsAndPeopleQueryVariables>;
export const ChatsAndMessagesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ChatsAndMessages"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"messages"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<ChatsAndMessagesQuery, ChatsAndMessagesQueryVariables>;
export const LastMessagesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LastMessages"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"lastMessage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}}]} as unknown as DocumentNode<LastMessagesQuery, LastMessagesQueryVariables>;
export const ChatAndLastDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ChatAndLast"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chat"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"lastMessage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sender"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userID"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"messages"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ChatAndLastQuery, ChatAndLastQueryVariables>;
export const AccountsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Accounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"loginID"}},{"kind":"Field","name":{"kind":"Name","value":"network"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"rawStatus"}},{"kind":"Field","name":{"kind":"Name","value":"statusText"}},{"kind":"Field","name":{"kind":"Name","value":"isUsable"}},{"kind":"Field","name":{"kind":"Name","value":"bridge"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bridgeID"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"rawProvider"}}]}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userID"}},{"kind":"Field","name":{"kind":"Name","value":"isSelf"}},{"kind":"Field","name":{"kind":"Name","value":"imgURL"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"isLocal"}}]}}]}}]}}]}}]} as unknown as DocumentNode<AccountsQuery, AccountsQueryVariables>;
export const ChatValuesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ChatValues"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chat"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"rawType"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"imgURL"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"isLocal"}}]}},{"kind":"Field","name":{"kind":"Name","value":"unreadCount"}},{"kind":"Field","name":{"kind":"Name","value":"unreadMentionsCount"}},{"kind":"Field","name":{"kind":"Name","value":"lastReadMessageSortKey"}},{"kind":"Field","name":{"kind":"Name","value":"isReadOnly"}},{"kind":"Field","name":{"kind":"Name","value":"isMarkedUnread"}},{"kind":"Field","name":{"kind":"Name","value":"isPinned"}},{"kind":"Field","name":{"kind":"Name","value":"messageExpirySeconds"}},{"kind":"Field","name":{"kind":"Name","value":"draft"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"textFormat"}},{"kind":"Field","name":{"kind":"Name","value":"plainText"}},{"kind":"Field","name":{"kind":"Name","value":"attachments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"attachmentID"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"rawType"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"fileSize"}},{"kind":"Field","name":{"kind":"Name","value":"audioDurationSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"size"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"reminder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remindAt"}},{"kind":"Field","name":{"kind":"Name","value":"dismissOnIncomingMessage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"snooze"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"snoozeUntil"}},{"kind":"Field","name":{"kind":"Name","value":"userSnoozedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"capabilities"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"formatting"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"level"}}]}},{"kind":"Field","name":{"kind":"Name","value":"attachments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"messageType"}},{"kind":"Field","name":{"kind":"Name","value":"mimeTypes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"level"}}]}},{"kind":"Field","name":{"kind":"Name","value":"caption"}},{"kind":"Field","name":{"kind":"Name","value":"maxCaptionLength"}},{"kind":"Field","name":{"kind":"Name","value":"maxSize"}},{"kind":"Field","name":{"kind":"Name","value":"maxDuration"}},{"kind":"Field","name":{"kind":"Name","value":"viewOnce"}}]}},{"kind":"Field","name":{"kind":"Name","value":"maxTextLength"}},{"kind":"Field","name":{"kind":"Name","value":"poll"}},{"kind":"Field","name":{"kind":"Name","value":"edit"}},{"kind":"Field","name":{"kind":"Name","value":"editMaxCount"}},{"kind":"Field","name":{"kind":"Name","value":"editMaxAge"}},{"kind":"Field","name":{"kind":"Name","value":"deleteMaxAge"}},{"kind":"Field","name":{"kind":"Name","value":"deleteForMe"}},{"kind":"Field","name":{"kind":"Name","value":"messageRequest"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"acceptWithMessage"}},{"kind":"Field","name":{"kind":"Name","value":"acceptWithButton"}}]}},{"kind":"Field","name":{"kind":"Name","value":"allowedReactions"}},{"kind":"Field","name":{"kind":"Name","value":"customEmojiReactions"}},{"kind":"Field","name":{"kind":"Name","value":"disappearingTimer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"types"}},{"kind":"Field","name":{"kind":"Name","value":"timers"}},{"kind":"Field","name":{"kind":"Name","value":"omitEmptyTimer"}}]}},{"kind":"Field","name":{"kind":"Name","value":"participantActions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ban"}},{"kind":"Field","name":{"kind":"Name","value":"invite"}},{"kind":"Field","name":{"kind":"Name","value":"revokeInvite"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"avatar"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"participants"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"hasMore"}},{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userID"}},{"kind":"Field","name":{"kind":"Name","value":"isSelf"}},{"kind":"Field","name":{"kind":"Name","value":"isAdmin"}},{"kind":"Field","name":{"kind":"Name","value":"isPending"}},{"kind":"Field","name":{"kind":"Name","value":"isNetworkBot"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ChatValuesQuery, ChatValuesQueryVariables>;
export const MessageValuesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MessageValues"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"chatID"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"60"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chat"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"chatID"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"messages"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"includeHidden"},"value":{"kind":"BooleanValue","value":true}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"chatID"}},{"kind":"Field","name":{"kind":"Name","value":"accountID"}},{"kind":"Field","name":{"kind":"Name","value":"senderID"}},{"kind":"Field","name":{"kind":"Name","value":"senderName"}},{"kind":"Field","name":{"kind":"Name","value":"sender"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userID"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}},{"kind":"Field","name":{"kind":"Name","value":"isSelf"}}]}},{"kind":"Field","name":{"kind":"Name","value":"timestamp"}},{"kind":"Field","name":{"kind":"Name","value":"editedTimestamp"}},{"kind":"Field","name":{"kind":"Name","value":"sortKey"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"rawType"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"textFormat"}},{"kind":"Field","name":{"kind":"Name","value":"plainText"}},{"kind":"Field","name":{"kind":"Name","value":"isSender"}},{"kind":"Field","name":{"kind":"Name","value":"isUnread"}},{"kind":"Field","name":{"kind":"Name","value":"isDeleted"}},{"kind":"Field","name":{"kind":"Name","value":"isHidden"}},{"kind":"Field","name":{"kind":"Name","value":"linkedMessageID"}},{"kind":"Field","name":{"kind":"Name","value":"mentions"}},{"kind":"Field","name":{"kind":"Name","value":"sendStatus"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"rawStatus"}},{"kind":"Field","name":{"kind":"Name","value":"timestamp"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"deliveredToUsers"}}]}},{"kind":"Field","name":{"kind":"Name","value":"attachments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"attachmentID"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"rawType"}},{"kind":"Field","name":{"kind":"Name","value":"srcURL"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"isLocal"}}]}},{"kind":"Field","name":{"kind":"Name","value":"posterImg"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"isLocal"}}]}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"fileSize"}},{"kind":"Field","name":{"kind":"Name","value":"duration"}},{"kind":"Field","name":{"kind":"Name","value":"isGif"}},{"kind":"Field","name":{"kind":"Name","value":"isSticker"}},{"kind":"Field","name":{"kind":"Name","value":"isVoiceNote"}},{"kind":"Field","name":{"kind":"Name","value":"transcription"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"transcription"}},{"kind":"Field","name":{"kind":"Name","value":"engine"}},{"kind":"Field","name":{"kind":"Name","value":"language"}}]}},{"kind":"Field","name":{"kind":"Name","value":"size"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}}]}},{"kind":"Field","name":{"kind":"Name","value":"blurhash"}}]}},{"kind":"Field","name":{"kind":"Name","value":"links"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"originalURL"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"favicon"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"isLocal"}}]}},{"kind":"Field","name":{"kind":"Name","value":"img"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"isLocal"}}]}},{"kind":"Field","name":{"kind":"Name","value":"imgSize"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"reactions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reactionID"}},{"kind":"Field","name":{"kind":"Name","value":"reactionKey"}},{"kind":"Field","name":{"kind":"Name","value":"participantID"}},{"kind":"Field","name":{"kind":"Name","value":"emoji"}},{"kind":"Field","name":{"kind":"Name","value":"imgURL"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"isLocal"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"seen"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isSeen"}},{"kind":"Field","name":{"kind":"Name","value":"seenAt"}},{"kind":"Field","name":{"kind":"Name","value":"by"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"participantID"}},{"kind":"Field","name":{"kind":"Name","value":"isSeen"}},{"kind":"Field","name":{"kind":"Name","value":"seenAt"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<MessageValuesQuery, MessageValuesQueryVariables>;
export const MergedChatDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MergedChat"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chat"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"network"}},{"kind":"Field","name":{"kind":"Name","value":"labels"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"merge"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chatIDs"}},{"kind":"Field","name":{"kind":"Name","value":"defaultChatID"}},{"kind":"Field","name":{"kind":"Name","value":"chats"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"network"}},{"kind":"Field","name":{"kind":"Name","value":"mergedInto"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"mergedInto"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<MergedChatQuery, MergedChatQueryVariables>;
export const MergedPartDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MergedPart"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chat"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"labels"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"merge"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chatIDs"}}]}},{"kind":"Field","name":{"kind":"Name","value":"mergedInto"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<MergedPartQuery, MergedPartQueryVariables>;
export const MergedMessagesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MergedMessages"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chat"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"messages"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"chatID"}},{"kind":"Field","name":{"kind":"Name","value":"accountID"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]} as unknown as DocumentNode<MergedMessagesQuery, MergedMessagesQueryVariables>;
export const PlainTextsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PlainTexts"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"chatID"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chat"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"chatID"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"messages"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"200"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"textFormat"}},{"kind":"Field","name":{"kind":"Name","value":"plainText"}}]}}]}}]}}]}}]} as unknown as DocumentNode<PlainTextsQuery, PlainTextsQueryVariables>;