use crate::operations::*;
use cynic::{GraphQlResponse, MutationBuilder, Operation, QueryBuilder};
use serde::{de::DeserializeOwned, Serialize};

/// Sends an operation.
pub fn ask<Data: DeserializeOwned, Variables: Serialize>(
    url: &str,
    operation: &Operation<Data, Variables>,
) -> Result<GraphQlResponse<Data>, minreq::Error> {
    minreq::post(url).with_json(operation)?.send()?.json()
}

/// The titles of the chats with the newest activity.
pub fn titles(url: &str) -> Result<Vec<String>, minreq::Error> {
    let inbox = ask(url, &Inbox::build(InboxVariables { after: None }))?;
    let chats = inbox.data.and_then(|data| data.chats).expect("chats");
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
        let variables = ConversationVariables {
            chat_id: chat_id.into(),
            after,
        };
        let page = ask(url, &Conversation::build(variables))?;
        let chat = page.data.and_then(|data| data.chat).expect("the chat");
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
pub fn send(url: &str, chat_id: &str, text: &str, key: &str) -> Result<SendMessagePayload, String> {
    let input = SendMessageInput {
        chat_id: chat_id.into(),
        content: SendMessageContentInput::Text(text.into()),
    };
    let idempotency_key = Some(key.into());
    let operation = SendMessage::build(SendMessageVariables {
        input,
        idempotency_key,
    });
    let answer = ask(url, &operation).map_err(|error| error.to_string())?;
    answer
        .data
        .and_then(|data| data.send_message)
        .ok_or("No answer")?
        .done()
}
