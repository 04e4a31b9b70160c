"""Checks the client that sgqlc generates against a gateway on its sandbox.

Usage: main.py GATEWAY CHANGED (see ../run.ts).
"""

import sys
from datetime import datetime

import beeper_schema as schema
import example
from beeper_operations import Operations
from example import ask
from sgqlc.endpoint.http import HTTPEndpoint


def main(gateway: str, changed: str) -> None:
    check_example(gateway)
    check_inbox(gateway)
    check_input_unions(gateway)
    check_failures(gateway)
    check_chat_error(gateway)
    check_changes(changed)
    print("example, inbox, input unions, failures, chatError, changed answers")


def check_example(url: str) -> None:
    titles = example.titles(url)
    assert titles == ["Everything we ever said", "One of each"], titles

    lines = example.conversation(url, "!history2000:beeper.com", 2)
    assert len(lines) == 6 and lines[0] == "Kishan: 2000: See you at the station.", lines

    def send(name: str):
        return example.send(url, f"!playground_send-{name}:playground", "Hello", f"sgqlc-{name}")

    first, second = send("works"), send("works")
    assert first.sent.plain_text == "Hello", first
    assert not first.replayed and second.replayed, second
    assert first.pending_message_id == second.pending_message_id, second

    error = failure(lambda: send("rate-limited"))
    assert isinstance(error, example.NotDone), error
    assert str(error).endswith("Nothing was done. Try again in 7 s."), error


def check_inbox(url: str) -> None:
    first = ask(url, Operations.query.inbox, after="").chats
    assert len(first.nodes) == 2 and first.page_info.has_next_page, first
    chat = first.nodes[0]
    assert isinstance(chat.last_activity, datetime), chat
    assert chat.type in ("SINGLE", "GROUP"), chat
    second = ask(url, Operations.query.inbox, after=first.page_info.end_cursor).chats
    assert second.nodes[0].id != chat.id, second
    # It reads milliseconds as microseconds.
    assert schema.DateTime("2026-08-14T08:59:00.670Z").microsecond == 670


def check_input_unions(url: str) -> None:
    contact = schema.StartChatContactInput(username="works", full_name="Works")
    for user in ({"username": "works"}, {"contact": contact}):
        payload = start_chat(url, **user)
        assert payload.__typename__ == "StartChatPayload", payload
        assert payload.status in ("CREATED", "EXISTING"), payload
        # Null is an object without fields.
        assert not hasattr(payload.chat_error, "code"), payload

    # A member that is passed as None is sent as null.
    answer = send_start_chat(url, username="works", email=None)
    assert answer["errors"] and not answer.get("data"), answer

    single = schema.CreateSingleChatInput(
        account_id="playground", participant_id="@works:playground"
    )
    payload = create_chat(url, single=single)
    assert payload.__typename__ == "CreateChatPayload", payload

    payload = create_group(url, "Analysts", ["@works:playground", "@existing:playground"])
    assert payload.__typename__ == "CreateChatPayload", payload
    assert payload.chat.title == "Analysts" and payload.chat.type == "GROUP", payload


def check_failures(url: str) -> None:
    limited = start_chat(url, username="rate-limited")
    assert limited.__typename__ == "BeeperRateLimitedError", limited
    assert limited.code == "RATE_LIMITED" and limited.retryable, limited
    assert limited.retry_after_seconds == 7, limited

    invalid = create_group(url, " ", ["a", "a"])
    assert invalid.__typename__ == "BeeperInvalidInputError", invalid
    assert len(invalid.issues) == 2, invalid
    assert invalid.issues[0].path == ["input", "group", "participantIDs", "1"], invalid


def check_chat_error(url: str) -> None:
    payload = start_chat(url, username="follow-up-fails")
    assert payload.__typename__ == "StartChatPayload", payload
    assert payload.chat_id and not hasattr(payload.chat, "title"), payload
    assert payload.chat_error.code == "UPSTREAM_ERROR", payload
    assert not payload.chat_error.retryable, payload


def check_changes(changed: str) -> None:
    """What a client of today does with answers of a later gateway, and with top-level errors."""

    def ask(change: str, username: str):
        return start_chat(f"{changed}/{change}", username=username)

    error = ask("new-member", "rate-limited")
    assert error.__typename__ == "BeeperNewError" and not hasattr(error, "message"), error

    payload = ask("new-member", "follow-up-fails")
    assert payload.chat_error.__typename__ == "BeeperNewError", payload
    assert payload.chat_error.code == "UPSTREAM_ERROR", payload

    error = failure(lambda: ask("new-code", "rate-limited").code)
    assert isinstance(error, ValueError), error

    answer = send_start_chat(f"{changed}/top-level-error", username="follow-up-fails")
    data = Operations.mutation.start_chat + answer
    assert data.__errors__ and data.start_chat.chat_id, answer


def send_start_chat(url: str, **user) -> dict:
    """The answer as a dict, with `errors`."""
    start = schema.StartChatInput(account_id="playground", user=schema.StartChatUserInput(**user))
    return HTTPEndpoint(url)(Operations.mutation.start_chat, {"input": start})


def start_chat(url: str, **user):
    return (Operations.mutation.start_chat + send_start_chat(url, **user)).start_chat


def create_chat(url: str, **chat):
    create = schema.CreateChatInput(**chat)
    return ask(url, Operations.mutation.create_chat, input=create).create_chat


def create_group(url: str, title: str, participant_ids: list[str]):
    group = schema.CreateGroupChatInput(
        account_id="playground", participant_ids=participant_ids, title=title
    )
    return create_chat(url, group=group)


def failure(ask) -> Exception:
    try:
        answer = ask()
    except Exception as error:
        return error
    raise AssertionError(f"no error: {answer}")


main(*sys.argv[1:])
