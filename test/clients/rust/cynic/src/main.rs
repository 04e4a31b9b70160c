//! Checks the client that cynic generates against a gateway on its sandbox.
//! Usage: cynic-check GATEWAY CHANGED (see ../../../run.ts).

mod example;
mod operations;

use cynic::{GraphQlResponse, MutationBuilder, QueryBuilder};
use example::ask;
use operations::*;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [gateway, changed] = &args[..] else {
        panic!("expected two URLs: {args:?}")
    };
    check_example(gateway);
    check_inbox(gateway);
    check_input_unions(gateway);
    check_failures(gateway);
    check_chat_error(gateway);
    check_changes(changed);
    println!("example, inbox, input unions, failures, chatError, changed answers");
}

fn check_example(url: &str) {
    let titles = example::titles(url).expect("titles");
    assert_eq!(titles, ["Everything we ever said", "One of each"]);

    let lines = example::conversation(url, "!history2000:beeper.com", 2).expect("messages");
    assert_eq!(lines.len(), 6, "{lines:?}");
    assert_eq!(lines[0], "Kishan: 2000: See you at the station.");

    let works = "!playground_send-works:playground";
    let send = || example::send(url, works, "Hello", "cynic-hello").expect("a message");
    let (first, second) = (send(), send());
    let sent = first.sent.expect("the message");
    assert_eq!(sent.plain_text.as_deref(), Some("Hello"));
    assert!(
        !first.replayed && second.replayed,
        "the second is no message of its own"
    );
    assert_eq!(first.pending_message_id, second.pending_message_id);

    let limited = "!playground_send-rate-limited:playground";
    let failure = example::send(url, limited, "Hello", "cynic-limited").expect_err("a failure");
    assert!(
        failure.ends_with("Nothing was done. Try again in 7 s."),
        "{failure}"
    );
}

fn check_inbox(url: &str) {
    let page = |after: Option<String>| {
        let inbox = ask(url, &Inbox::build(InboxVariables { after })).expect("an answer");
        data(inbox).chats.expect("chats")
    };
    let first = page(Some(String::new()));
    let chat = first.nodes[0].as_ref().expect("a chat");
    assert!(
        first.nodes.len() == 2 && first.page_info.has_next_page,
        "{first:?}"
    );
    assert!(
        chat.last_activity.expect("a time").timestamp() > 0,
        "{chat:?}"
    );
    assert!(
        matches!(
            chat.chat_type,
            Some(BeeperChatType::Single | BeeperChatType::Group)
        ),
        "{chat:?}"
    );
    let second = page(first.page_info.end_cursor.clone());
    assert_ne!(second.nodes[0].as_ref().expect("a chat").id, chat.id);
}

fn check_input_unions(url: &str) {
    let contact = StartChatContactInput {
        username: Some("works".into()),
        full_name: Some("Works".into()),
    };
    for user in [username("works"), StartChatUserInput::Contact(contact)] {
        let payload = started(start_chat(url, user)).done().expect("a chat");
        assert!(
            payload.chat_error.is_none() && payload.status.is_some(),
            "{payload:?}"
        );
    }

    let single = CreateChatInput::Single(CreateSingleChatInput {
        account_id: "playground".into(),
        participant_id: "@works:playground".into(),
    });
    created(url, single).done().expect("a chat");

    let group = group("Analysts", ["@works:playground", "@existing:playground"]);
    let chat = created(url, group)
        .done()
        .expect("a chat")
        .chat
        .expect("a chat");
    assert_eq!(chat.title.as_deref(), Some("Analysts"));
    assert_eq!(chat.chat_type, Some(BeeperChatType::Group));
}

fn check_failures(url: &str) {
    let StartChatResult::BeeperRateLimitedError(error) =
        started(start_chat(url, username("rate-limited")))
    else {
        panic!("expected RATE_LIMITED")
    };
    assert_eq!(error.code, BeeperErrorCode::RateLimited);
    assert!(
        error.retryable && error.retry_after_seconds == Some(7),
        "{error:?}"
    );

    let CreateChatResult::BeeperInvalidInputError(error) = created(url, group(" ", ["a", "a"]))
    else {
        panic!("expected INVALID_INPUT")
    };
    assert_eq!(error.issues.len(), 2, "{error:?}");
    assert_eq!(
        error.issues[0].path,
        ["input", "group", "participantIDs", "1"]
    );
}

fn check_chat_error(url: &str) {
    let payload = started(start_chat(url, username("follow-up-fails")))
        .done()
        .expect("a chat");
    assert!(
        !payload.chat_id.inner().is_empty() && payload.chat.is_none(),
        "{payload:?}"
    );
    let error = payload.chat_error.expect("a chatError");
    assert_eq!(error.code, BeeperErrorCode::UpstreamError);
    assert!(!error.message.is_empty() && !error.retryable, "{error:?}");
}

/// What a client of today does with answers of a later gateway, and with top-level errors.
fn check_changes(changed: &str) {
    let ask = |change: &str, name: &str| start_chat(&format!("{changed}/{change}"), username(name));

    let result = started(ask("new-member", "rate-limited"));
    assert!(
        matches!(&result, StartChatResult::Unknown(name) if name == "BeeperNewError"),
        "{result:?}"
    );

    let payload = started(ask("new-member", "follow-up-fails"))
        .done()
        .expect("a chat");
    let error = payload.chat_error.expect("a chatError");
    assert_eq!(error.code, BeeperErrorCode::UpstreamError);

    let StartChatResult::BeeperRateLimitedError(error) = started(ask("new-code", "rate-limited"))
    else {
        panic!("expected a BeeperRateLimitedError")
    };
    assert_eq!(error.code, BeeperErrorCode::Other("NEW_CODE".into()));

    let response = ask("top-level-error", "follow-up-fails");
    assert_eq!(
        response.errors.as_ref().map(Vec::len),
        Some(1),
        "{response:?}"
    );
    assert!(response.data.is_some(), "{response:?}");
}

fn username(name: &str) -> StartChatUserInput {
    StartChatUserInput::Username(name.into())
}

fn start_chat(url: &str, user: StartChatUserInput) -> GraphQlResponse<StartChat> {
    let input = StartChatInput {
        account_id: "playground".into(),
        user,
    };
    ask(url, &StartChat::build(StartChatVariables { input })).expect("an answer")
}

fn group(title: &str, participant_ids: [&str; 2]) -> CreateChatInput {
    CreateChatInput::Group(CreateGroupChatInput {
        account_id: "playground".into(),
        participant_ids: participant_ids.map(Into::into).to_vec(),
        title: Some(title.into()),
    })
}

fn started(response: GraphQlResponse<StartChat>) -> StartChatResult {
    data(response).start_chat.expect("a result")
}

fn created(url: &str, input: CreateChatInput) -> CreateChatResult {
    let response = ask(url, &CreateChat::build(CreateChatVariables { input }));
    data(response.expect("an answer"))
        .create_chat
        .expect("a result")
}

fn data<Data>(response: GraphQlResponse<Data>) -> Data {
    assert!(
        response.errors.is_none(),
        "top-level errors: {:?}",
        response.errors
    );
    response.data.expect("data")
}
