use chrono::{DateTime, Utc};

#[cynic::schema("beeper")]
mod schema {}

cynic::impl_scalar!(DateTime<Utc>, schema::DateTime);

/// A code that is added later is `Other` instead of an error.
#[derive(cynic::Enum, Clone, Debug, PartialEq)]
#[cynic(non_exhaustive)]
pub enum BeeperErrorCode {
    NotFound,
    RateLimited,
    UpstreamError,
    #[cynic(fallback)]
    Other(String),
}

#[derive(cynic::Enum, Clone, Debug, PartialEq)]
pub enum BeeperChatType {
    Group,
    Other,
    Single,
}

#[derive(cynic::Enum, Clone, Debug, PartialEq)]
pub enum BeeperStartStatus {
    Created,
    Existing,
}

/// What failed in the part of an answer that is read after a write: an interface needs no list of its types.
#[derive(cynic::QueryFragment, Debug)]
#[cynic(graphql_type = "BeeperError")]
pub struct Failure {
    pub code: BeeperErrorCode,
    pub message: String,
    pub retryable: bool,
}

/// Declares fragments on error types, with the common fields.
macro_rules! errors {
    ($($name:ident)*) => {$(
        #[derive(cynic::QueryFragment, Debug)]
        pub struct $name {
            pub code: BeeperErrorCode,
            pub message: String,
            pub remedy: Option<String>,
            pub retryable: bool,
        }
    )*};
}

errors! {
    BeeperConflictError BeeperForbiddenError BeeperIdempotencyError BeeperNotFoundError BeeperOutcomeUnknownError
    BeeperUnauthenticatedError BeeperUnavailableError BeeperUnsupportedError BeeperUpstreamError
}

#[derive(cynic::QueryFragment, Debug)]
pub struct BeeperInvalidInputError {
    pub message: String,
    pub remedy: Option<String>,
    pub issues: Vec<BeeperInputIssue>,
}

#[derive(cynic::QueryFragment, Debug)]
pub struct BeeperRateLimitedError {
    pub code: BeeperErrorCode,
    pub message: String,
    pub remedy: Option<String>,
    pub retryable: bool,
    pub retry_after_seconds: Option<i32>,
}

/// Declares the result of a mutation, and the message and remedy of its errors.
macro_rules! result {
    ($name:ident, $payload:ident, [$($error:ident),*]) => {
        #[derive(cynic::InlineFragments, Debug)]
        pub enum $name {
            $payload($payload),
            $($error($error),)*
            // A member that is added later. It has its name and no fields.
            #[cynic(fallback)]
            Unknown(String),
        }

        impl $name {
            /// The payload, or what to tell the user.
            pub fn done(self) -> Result<$payload, String> {
                match self {
                    Self::$payload(payload) => Ok(payload),
                    $(Self::$error(error) => {
                        Err(format!("{} {}", error.message, error.remedy.unwrap_or_default()))
                    })*
                    Self::Unknown(name) => Err(name),
                }
            }
        }
    };
}

macro_rules! results {
    ($($name:ident { $payload:ident })*) => {$(
        result!($name, $payload, [
            BeeperConflictError, BeeperForbiddenError, BeeperIdempotencyError, BeeperInvalidInputError,
            BeeperNotFoundError, BeeperOutcomeUnknownError, BeeperRateLimitedError, BeeperUnauthenticatedError,
            BeeperUnavailableError, BeeperUnsupportedError, BeeperUpstreamError
        ]);
    )*};
}

results! {
    CreateChatResult { CreateChatPayload }
    SendMessageResult { SendMessagePayload }
    StartChatResult { StartChatPayload }
}

#[derive(cynic::QueryFragment, Debug)]
pub struct BeeperInputIssue {
    pub path: Vec<String>,
}

#[derive(cynic::QueryFragment, Debug)]
#[cynic(graphql_type = "Query", variables = "InboxVariables")]
pub struct Inbox {
    #[arguments(first: 2, after: $after)]
    pub chats: Option<BeeperChatConnection>,
}

#[derive(cynic::QueryVariables)]
pub struct InboxVariables {
    pub after: Option<String>,
}

#[derive(cynic::QueryFragment, Debug)]
pub struct BeeperChatConnection {
    pub nodes: Vec<Option<BeeperChat>>,
    pub page_info: PageInfo,
}

#[derive(cynic::QueryFragment, Debug)]
pub struct BeeperChat {
    pub id: cynic::Id,
    pub title: Option<String>,
    #[cynic(rename = "type")]
    pub chat_type: Option<BeeperChatType>,
    pub last_activity: Option<DateTime<Utc>>,
}

#[derive(cynic::QueryFragment, Debug)]
pub struct PageInfo {
    pub has_next_page: bool,
    pub end_cursor: Option<String>,
}

#[derive(cynic::QueryFragment, Debug)]
#[cynic(graphql_type = "Query", variables = "ConversationVariables")]
pub struct Conversation {
    #[arguments(id: $chat_id)]
    pub chat: Option<ChatWithMessages>,
}

#[derive(cynic::QueryVariables)]
pub struct ConversationVariables {
    #[cynic(rename = "chatID")]
    pub chat_id: cynic::Id,
    pub after: Option<String>,
}

#[derive(cynic::QueryFragment, Debug)]
#[cynic(graphql_type = "BeeperChat", variables = "ConversationVariables")]
pub struct ChatWithMessages {
    #[arguments(first: 3, after: $after)]
    pub messages: Option<BeeperMessageConnection>,
}

#[derive(cynic::QueryFragment, Debug)]
pub struct BeeperMessageConnection {
    pub nodes: Vec<BeeperMessage>,
    pub page_info: PageInfo,
}

#[derive(cynic::QueryFragment, Debug)]
pub struct BeeperMessage {
    pub sender_name: Option<String>,
    pub plain_text: Option<String>,
}

#[derive(cynic::QueryFragment, Debug)]
#[cynic(graphql_type = "Mutation", variables = "SendMessageVariables")]
pub struct SendMessage {
    #[arguments(input: $input, idempotencyKey: $idempotency_key)]
    pub send_message: Option<SendMessageResult>,
}

#[derive(cynic::QueryVariables)]
pub struct SendMessageVariables {
    pub input: SendMessageInput,
    pub idempotency_key: Option<String>,
}

#[derive(cynic::InputObject)]
pub struct SendMessageInput {
    #[cynic(rename = "chatID")]
    pub chat_id: cynic::Id,
    pub content: SendMessageContentInput,
}

/// An input union is an enum: exactly one member is sent.
#[derive(cynic::InputObject)]
pub enum SendMessageContentInput {
    Text(String),
}

#[derive(cynic::QueryFragment, Debug)]
pub struct SendMessagePayload {
    #[cynic(rename = "pendingMessageID")]
    pub pending_message_id: cynic::Id,
    pub replayed: bool,
    // Errors have a `message` of another type.
    #[cynic(alias, rename = "message")]
    pub sent: Option<BeeperMessage>,
}

#[derive(cynic::QueryFragment, Debug)]
#[cynic(graphql_type = "Mutation", variables = "StartChatVariables")]
pub struct StartChat {
    #[arguments(input: $input)]
    pub start_chat: Option<StartChatResult>,
}

#[derive(cynic::QueryVariables)]
pub struct StartChatVariables {
    pub input: StartChatInput,
}

#[derive(cynic::InputObject)]
pub struct StartChatInput {
    #[cynic(rename = "accountID")]
    pub account_id: cynic::Id,
    pub user: StartChatUserInput,
}

#[derive(cynic::InputObject)]
pub enum StartChatUserInput {
    Contact(StartChatContactInput),
    Username(String),
}

/// Members of an input that are not needed can be missing here.
#[derive(cynic::InputObject)]
pub struct StartChatContactInput {
    pub username: Option<String>,
    pub full_name: Option<String>,
}

#[derive(cynic::QueryFragment, Debug)]
pub struct StartChatPayload {
    #[cynic(rename = "chatID")]
    pub chat_id: cynic::Id,
    pub status: Option<BeeperStartStatus>,
    pub chat: Option<StartedChat>,
    pub chat_error: Option<Failure>,
}

#[derive(cynic::QueryFragment, Debug)]
#[cynic(graphql_type = "BeeperChat")]
pub struct StartedChat {
    pub title: Option<String>,
}

#[derive(cynic::QueryFragment, Debug)]
#[cynic(graphql_type = "Mutation", variables = "CreateChatVariables")]
pub struct CreateChat {
    #[arguments(input: $input)]
    pub create_chat: Option<CreateChatResult>,
}

#[derive(cynic::QueryVariables)]
pub struct CreateChatVariables {
    pub input: CreateChatInput,
}

#[derive(cynic::InputObject)]
pub enum CreateChatInput {
    Single(CreateSingleChatInput),
    Group(CreateGroupChatInput),
}

#[derive(cynic::InputObject)]
pub struct CreateSingleChatInput {
    #[cynic(rename = "accountID")]
    pub account_id: cynic::Id,
    #[cynic(rename = "participantID")]
    pub participant_id: cynic::Id,
}

#[derive(cynic::InputObject)]
pub struct CreateGroupChatInput {
    #[cynic(rename = "accountID")]
    pub account_id: cynic::Id,
    #[cynic(rename = "participantIDs")]
    pub participant_ids: Vec<cynic::Id>,
    pub title: Option<String>,
}

#[derive(cynic::QueryFragment, Debug)]
pub struct CreateChatPayload {
    pub chat: Option<CreatedChat>,
}

#[derive(cynic::QueryFragment, Debug)]
#[cynic(graphql_type = "BeeperChat")]
pub struct CreatedChat {
    pub title: Option<String>,
    #[cynic(rename = "type")]
    pub chat_type: Option<BeeperChatType>,
}
