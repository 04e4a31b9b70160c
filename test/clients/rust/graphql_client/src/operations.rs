use chrono::Utc;
use graphql_client::GraphQLQuery;

type DateTime = chrono::DateTime<Utc>;

#[derive(GraphQLQuery)]
#[graphql(
    schema_path = "schema.graphql",
    query_path = "operations.graphql",
    response_derives = "Debug, PartialEq",
    // Omits unset members of inputs. Input unions are enums and need no setting.
    skip_serializing_none,
    // A member that is added to a result union later is `Unknown` instead of an error.
    fragments_other_variant = "true"
)]
pub struct StartChat;

#[derive(GraphQLQuery)]
#[graphql(
    schema_path = "schema.graphql",
    query_path = "operations.graphql",
    response_derives = "Debug, PartialEq",
    skip_serializing_none,
    fragments_other_variant = "true"
)]
pub struct CreateChat;

#[derive(GraphQLQuery)]
#[graphql(
    schema_path = "schema.graphql",
    query_path = "operations.graphql",
    response_derives = "Debug, PartialEq",
    fragments_other_variant = "true"
)]
pub struct SetChatArchived;

#[derive(GraphQLQuery)]
#[graphql(
    schema_path = "schema.graphql",
    query_path = "operations.graphql",
    response_derives = "Debug, PartialEq"
)]
pub struct Inbox;

#[derive(GraphQLQuery)]
#[graphql(
    schema_path = "schema.graphql",
    query_path = "operations.graphql",
    response_derives = "Debug, PartialEq"
)]
pub struct Conversation;

#[derive(GraphQLQuery)]
#[graphql(
    schema_path = "schema.graphql",
    query_path = "operations.graphql",
    response_derives = "Debug, PartialEq",
    skip_serializing_none,
    fragments_other_variant = "true"
)]
pub struct SendMessage;
