//! Checks the client that graphql_client generates against a gateway on its sandbox.
//! Usage: graphql_client-check GATEWAY CHANGED (see ../../../run.ts).

mod example;
mod operations;

use graphql_client::{GraphQLQuery, Response};
use operations::{
    create_chat as create, inbox, set_chat_archived as archive, start_chat as start, CreateChat,
    Inbox, SetChatArchived, StartChat,
};

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
    let send = || example::send(url, works, "Hello", "graphql_client-hello").expect("a message");
    let (first, second) = (send(), send());
    let sent = first.sent.expect("the message");
    assert_eq!(sent.plain_text.as_deref(), Some("Hello"));
    assert!(
        !first.replayed && second.replayed,
        "the second is no message of its own"
    );
    assert_eq!(first.pending_message_id, second.pending_message_id);

    let limited = "!playground_send-rate-limited:playground";
    let failure = example::send(url, limited, "Hello", "graphql_client-limited");
    let failure = failure.expect_err("a failure");
    assert!(
        failure.ends_with("Nothing was done. Try again in 7 s."),
        "{failure}"
    );
}

fn check_inbox(url: &str) {
    let page = |after: &str| {
        let variables = inbox::Variables {
            after: Some(after.into()),
        };
        data(send::<Inbox>(url, variables)).chats.expect("chats")
    };
    let first = page("");
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
            chat.type_,
            Some(inbox::BeeperChatType::SINGLE | inbox::BeeperChatType::GROUP)
        ),
        "{chat:?}"
    );
    let second = page(first.page_info.end_cursor.as_deref().expect("a cursor"));
    assert_ne!(second.nodes[0].as_ref().expect("a chat").id, chat.id);
}

fn check_input_unions(url: &str) {
    let contact = start::StartChatContactInput {
        email: None,
        full_name: Some("Works".into()),
        id: None,
        phone_number: None,
        username: Some("works".into()),
    };
    for user in [
        username("works"),
        start::StartChatUserInput::Contact(contact),
    ] {
        let result = started(send::<StartChat>(url, start_input(user)));
        let start::StartChatStartChatOn::StartChatPayload(payload) = &result.on else {
            panic!("{result:?}")
        };
        assert!(
            payload.chat_error.is_none() && payload.status.is_some(),
            "{payload:?}"
        );
    }

    let single = create::CreateChatInput::Single(create::CreateSingleChatInput {
        account_id: "playground".into(),
        message_text: None,
        participant_id: "@works:playground".into(),
        title: None,
    });
    let result = created(url, single);
    let create::CreateChatCreateChatOn::CreateChatPayload(payload) = &result.on else {
        panic!("{result:?}")
    };

    let input = archive::SetChatArchivedInput {
        chat_id: payload.chat_id.clone(),
        is_archived: true,
    };
    let result = data(send::<SetChatArchived>(url, archive::Variables { input })).set_chat_archived;
    let result = result.expect("a result");
    assert!(
        matches!(
            result.on,
            archive::SetChatArchivedSetChatArchivedOn::SetChatArchivedPayload(_)
        ),
        "{result:?}"
    );

    let result = created(
        url,
        group("Analysts", ["@works:playground", "@existing:playground"]),
    );
    let create::CreateChatCreateChatOn::CreateChatPayload(payload) = &result.on else {
        panic!("{result:?}")
    };
    let chat = payload.chat.as_ref().expect("a chat");
    assert_eq!(chat.title.as_deref(), Some("Analysts"));
    assert_eq!(chat.type_, Some(create::BeeperChatType::GROUP));
}

fn check_failures(url: &str) {
    let result = started(send::<StartChat>(
        url,
        start_input(username("rate-limited")),
    ));
    let start::StartChatErrors::BeeperRateLimitedError(error) = &result.start_chat_errors else {
        panic!("{result:?}")
    };
    assert_eq!(error.code, start::BeeperErrorCode::RATE_LIMITED);
    assert!(
        error.retryable && error.retry_after_seconds == Some(7),
        "{error:?}"
    );

    let result = created(url, group(" ", ["a", "a"]));
    let create::CreateChatErrors::BeeperInvalidInputError(error) = &result.create_chat_errors
    else {
        panic!("{result:?}")
    };
    assert_eq!(error.issues.len(), 2, "{error:?}");
    assert_eq!(
        error.issues[0].path,
        ["input", "group", "participantIDs", "1"]
    );
}

fn check_chat_error(url: &str) {
    let result = started(send::<StartChat>(
        url,
        start_input(username("follow-up-fails")),
    ));
    let start::StartChatStartChatOn::StartChatPayload(payload) = &result.on else {
        panic!("{result:?}")
    };
    assert!(
        !payload.chat_id.is_empty() && payload.chat.is_none(),
        "{payload:?}"
    );
    let error = payload.chat_error.as_ref().expect("a chatError");
    assert_eq!(error.code, start::BeeperErrorCode::UPSTREAM_ERROR);
    assert!(!error.retryable, "{error:?}");
}

/// What a client of today does with answers of a later gateway, and with top-level errors.
fn check_changes(changed: &str) {
    let ask = |change: &str, name: &str| {
        send::<StartChat>(&format!("{changed}/{change}"), start_input(username(name)))
    };

    let result = started(ask("new-member", "rate-limited"));
    assert_eq!(result.start_chat_errors, start::StartChatErrors::Unknown);

    let result = started(ask("new-member", "follow-up-fails"));
    let start::StartChatStartChatOn::StartChatPayload(payload) = &result.on else {
        panic!("{result:?}")
    };
    let error = payload.chat_error.as_ref().expect("a chatError");
    assert_eq!(
        error.on,
        start::StartChatStartChatOnStartChatPayloadChatErrorOn::Unknown
    );
    assert_eq!(error.code, start::BeeperErrorCode::UPSTREAM_ERROR);

    let result = started(ask("new-code", "rate-limited"));
    let start::StartChatErrors::BeeperRateLimitedError(error) = &result.start_chat_errors else {
        panic!("{result:?}")
    };
    assert_eq!(error.code, start::BeeperErrorCode::Other("NEW_CODE".into()));

    let response = ask("top-level-error", "follow-up-fails");
    assert_eq!(
        response.errors.as_ref().map(Vec::len),
        Some(1),
        "{response:?}"
    );
    assert!(response.data.is_some(), "{response:?}");
}

fn username(name: &str) -> start::StartChatUserInput {
    start::StartChatUserInput::Username(name.into())
}

fn start_input(user: start::StartChatUserInput) -> start::Variables {
    let account_id = "playground".into();
    start::Variables {
        input: start::StartChatInput {
            account_id,
            allow_invite: None,
            message_text: None,
            user,
        },
    }
}

fn group(title: &str, participant_ids: [&str; 2]) -> create::CreateChatInput {
    create::CreateChatInput::Group(create::CreateGroupChatInput {
        account_id: "playground".into(),
        message_text: None,
        participant_i_ds: participant_ids.map(String::from).to_vec(),
        title: Some(title.into()),
    })
}

fn started(response: Response<start::ResponseData>) -> start::StartChatStartChat {
    data(response).start_chat.expect("a result")
}

fn created(url: &str, input: create::CreateChatInput) -> create::CreateChatCreateChat {
    data(send::<CreateChat>(url, create::Variables { input }))
        .create_chat
        .expect("a result")
}

fn data<Data>(response: Response<Data>) -> Data {
    assert!(
        response.errors.is_none(),
        "top-level errors: {:?}",
        response.errors
    );
    response.data.expect("data")
}

fn send<Query: GraphQLQuery>(
    url: &str,
    variables: Query::Variables,
) -> Response<Query::ResponseData> {
    example::ask::<Query>(url, variables).expect("an answer that matches the types")
}
