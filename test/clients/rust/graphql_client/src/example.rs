use crate::operations::{
    conversation as page, inbox, send_message as send, Conversation, Inbox, SendMessage,
};
use graphql_client::{GraphQLQuery, Response};

/// Sends an operation.
pub fn ask<Query: GraphQLQuery>(
    url: &str,
    variables: Query::Variables,
) -> Result<Response<Query::ResponseData>, minreq::Error> {
    let body = Query::build_query(variables);
    minreq::post(url).with_json(&body)?.send()?.json()
}

/// The titles of the chats with the newest activity.
pub fn titles(url: &str) -> Result<Vec<String>, minreq::Error> {
    let answer = ask::<Inbox>(url, inbox::Variables { after: None })?;
    let chats = answer.data.and_then(|data| data.chats).expect("chats");
    Ok(chats
        .nodes
        .into_iter()
        .filter_map(|chat| chat?.title)
        .collect())
}

/// The newest messages of a chat, then those before them.
pub fn conversation(url: &str, chat_id: &str, pages: usize) -> Result<Vec<String>, minreq::Error> {
    let mut lines = Vec::new();
    let mut after = None;
    for _ in 0..pages {
        let variables = page::Variables {
            chat_id: chat_id.into(),
            after,
        };
        let answer = ask::<Conversation>(url, variables)?;
        let chat = answer.data.and_then(|data| data.chat).expect("the chat");
        let messages = chat.messages.expect("messages");
        for message in messages.nodes {
            let sender = message.sender_name.unwrap_or_default();
            lines.push(format!(
                "{sender}: {}",
                message.plain_text.unwrap_or_default()
            ));
        }
        if !messages.page_info.has_next_page {
            break;
        }
        after = messages.page_info.end_cursor;
    }
    Ok(lines)
}

/// Sends a text. With the same key, the same text is sent once, however often this is called.
/// Returns the payload, or what to tell the user.
pub fn send(
    url: &str,
    chat_id: &str,
    text: &str,
    key: &str,
) -> Result<send::SendMessageSendMessageOnSendMessagePayload, String> {
    let input = send::SendMessageInput {
        chat_id: chat_id.into(),
        content: send::SendMessageContentInput::Text(text.into()),
        reply_to_message_id: None,
    };
    let idempotency_key = Some(key.into());
    let answer = ask::<SendMessage>(
        url,
        send::Variables {
            input,
            idempotency_key,
        },
    )
    .map_err(|error| error.to_string())?;
    let result = answer
        .data
        .and_then(|data| data.send_message)
        .ok_or("No answer")?;
    match result.on {
        send::SendMessageSendMessageOn::SendMessagePayload(payload) => Ok(payload),
        _ => Err(advice(result.send_message_errors)),
    }
}

/// The message and the remedy of an error. Each error type is a struct of its own.
fn advice(error: send::SendMessageErrors) -> String {
    macro_rules! advice {
        ($($name:ident)*) => {
            match error {
                $(send::SendMessageErrors::$name(error) => {
                    format!("{} {}", error.message, error.remedy.unwrap_or_default())
                })*
                _ => "An error that this version does not know.".into(),
            }
        };
    }
    advice! {
        BeeperConflictError BeeperForbiddenError BeeperIdempotencyError BeeperInvalidInputError BeeperNotFoundError
        BeeperOutcomeUnknownError BeeperRateLimitedError BeeperUnauthenticatedError BeeperUnavailableError
        BeeperUnsupportedError BeeperUpstreamError
    }
}
