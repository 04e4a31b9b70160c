"""Checks the client that ariadne-codegen generates against a gateway on its sandbox.

Usage: main.py GATEWAY CHANGED (see ../run.ts).
"""

import sys
from collections.abc import Callable
from datetime import datetime

from pydantic import ValidationError

import example
from beeper import (
    BeeperChatType,
    BeeperErrorCode,
    BeeperStartStatus,
    Client,
    CreateChatInput,
    CreateGroupChatInput,
    CreateSingleChatInput,
    GraphQLClientGraphQLMultiError,
    StartChatContactInput,
    StartChatInput,
    StartChatUserInput,
)


def main(gateway: str, changed: str) -> None:
    with Client(gateway) as client:
        check_example(client)
        check_inbox(client)
        check_input_unions(client)
        check_failures(client)
        check_chat_error(client)
    check_changes(changed)
    print("example, inbox, input unions, failures, chatError, changed answers")


def check_example(client: Client) -> None:
    titles = example.titles(client)
    assert titles == ["Everything we ever said", "One of each"], titles

    lines = example.conversation(client, "!history2000:beeper.com", 2)
    assert len(lines) == 6 and lines[0] == "Kishan: 2000: See you at the station.", lines

    def send(name: str):
        chat_id = f"!playground_send-{name}:playground"
        return example.send(client, chat_id, "Hello", f"ariadne-{name}")

    first, second = send("works"), send("works")
    assert first.sent.plain_text == "Hello", first
    assert not first.replayed and second.replayed, second
    assert first.pending_message_id == second.pending_message_id, second

    error = failure(lambda: send("rate-limited"))
    assert isinstance(error, example.NotDone), error
    assert str(error).endswith("Nothing was done. Try again in 7 s."), error


def check_inbox(client: Client) -> None:
    first = client.inbox(after="").chats
    assert len(first.nodes) == 2 and first.page_info.has_next_page, first
    chat = first.nodes[0]
    assert isinstance(chat.last_activity, datetime), chat
    assert chat.type_ in (BeeperChatType.SINGLE, BeeperChatType.GROUP), chat
    second = client.inbox(after=first.page_info.end_cursor).chats
    assert second.nodes[0].id != chat.id, second


def check_input_unions(client: Client) -> None:
    contact = StartChatContactInput(username="works", full_name="Works")
    for user in (StartChatUserInput(username="works"), StartChatUserInput(contact=contact)):
        payload = start_chat(client, user)
        assert payload.typename__ == "StartChatPayload", payload
        assert payload.status in (BeeperStartStatus.CREATED, BeeperStartStatus.EXISTING), payload
        assert payload.chat_error is None, payload

    single = CreateSingleChatInput(account_id="playground", participant_id="@works:playground")
    payload = client.create_chat(CreateChatInput(single=single)).create_chat
    assert payload.typename__ == "CreateChatPayload", payload

    payload = create_group(client, "Analysts", ["@works:playground", "@existing:playground"])
    assert payload.typename__ == "CreateChatPayload", payload
    assert payload.chat.title == "Analysts" and payload.chat.type_ == BeeperChatType.GROUP, payload


def check_failures(client: Client) -> None:
    limited = start_chat(client, StartChatUserInput(username="rate-limited"))
    assert limited.typename__ == "BeeperRateLimitedError", limited
    assert limited.code == BeeperErrorCode.RATE_LIMITED and limited.retryable, limited
    assert limited.retry_after_seconds == 7, limited

    invalid = create_group(client, " ", ["a", "a"])
    assert invalid.typename__ == "BeeperInvalidInputError" and len(invalid.issues) == 2, invalid
    assert invalid.issues[0].path == ["input", "group", "participantIDs", "1"], invalid


def check_chat_error(client: Client) -> None:
    payload = start_chat(client, StartChatUserInput(username="follow-up-fails"))
    assert payload.typename__ == "StartChatPayload", payload
    assert payload.chat_id and payload.chat is None, payload
    assert payload.chat_error.code == BeeperErrorCode.UPSTREAM_ERROR, payload
    assert not payload.chat_error.retryable, payload


def check_changes(changed: str) -> None:
    """What a client of today does with answers of a later gateway, and with top-level errors."""

    def ask(change: str, username: str):
        with Client(f"{changed}/{change}") as client:
            return start_chat(client, StartChatUserInput(username=username))

    for username in ("rate-limited", "follow-up-fails"):
        for change in ("new-member", "new-code"):
            error = failure(lambda: ask(change, username))
            assert isinstance(error, ValidationError), error

    error = failure(lambda: ask("top-level-error", "follow-up-fails"))
    assert isinstance(error, GraphQLClientGraphQLMultiError), error
    assert error.data["startChat"]["chatID"], error


def start_chat(client: Client, user: StartChatUserInput):
    return client.start_chat(StartChatInput(account_id="playground", user=user)).start_chat


def create_group(client: Client, title: str, participant_ids: list[str]):
    group = CreateGroupChatInput(
        account_id="playground", participant_i_ds=participant_ids, title=title
    )
    return client.create_chat(CreateChatInput(group=group)).create_chat


def failure(ask: Callable[[], object]) -> Exception:
    try:
        answer = ask()
    except Exception as error:
        return error
    raise AssertionError(f"no error: {answer}")


main(*sys.argv[1:])
