"""Checks gql, with results parsed by the schema, against a gateway on its sandbox.

Usage: main.py GATEWAY CHANGED (see ../run.ts).
"""

import sys
from collections.abc import Callable
from datetime import datetime
from enum import Enum
from pathlib import Path

import example
from example import ask, connect
from gql import Client
from gql.transport.exceptions import TransportQueryError
from gql.transport.requests import RequestsHTTPTransport
from gql.utilities import update_schema_enum, update_schema_scalar
from graphql import GraphQLError, GraphQLScalarType, GraphQLSchema, build_schema


class ChatType(Enum):
    GROUP = "GROUP"
    OTHER = "OTHER"
    SINGLE = "SINGLE"


def typed_schema() -> GraphQLSchema:
    """The schema with a parser for times, and with one enum as a class; values of other enums are strings."""
    schema = build_schema(Path("schema.graphql").read_text())
    update_schema_enum(schema, "BeeperChatType", ChatType)
    date_time = GraphQLScalarType("DateTime", parse_value=datetime.fromisoformat)
    update_schema_scalar(schema, "DateTime", date_time)
    return schema


class Beeper:
    def __init__(self, url: str, parse_results: bool = True) -> None:
        transport = RequestsHTTPTransport(url)
        self.client = Client(
            transport=transport, schema=typed_schema(), parse_results=parse_results
        )

    def run(self, operation: str, **variables):
        (answer,) = ask(self.client, operation, **variables).values()
        return answer

    def start_chat(self, user: dict):
        return self.run("StartChat", input={"accountID": "playground", "user": user})

    def create_group(self, title: str, participant_ids: list[str]):
        group = {"accountID": "playground", "participantIDs": participant_ids, "title": title}
        return self.run("CreateChat", input={"group": group})


def main(gateway: str, changed: str) -> None:
    check_example(connect(gateway))
    beeper = Beeper(gateway)
    check_inbox(beeper)
    check_input_unions(beeper)
    check_failures(beeper)
    check_chat_error(beeper)
    check_changes(changed)
    print("example, inbox, input unions, failures, chatError, changed answers")


def check_example(client: Client) -> None:
    titles = example.titles(client)
    assert titles == ["Everything we ever said", "One of each"], titles

    lines = example.conversation(client, "!history2000:beeper.com", 2)
    assert len(lines) == 6 and lines[0] == "Kishan: 2000: See you at the station.", lines

    def send(name: str):
        chat_id = f"!playground_send-{name}:playground"
        return example.send(client, chat_id, "Hello", f"gql-{name}")

    first, second = send("works"), send("works")
    assert first["sent"]["plainText"] == "Hello", first
    assert not first["replayed"] and second["replayed"], second
    assert first["pendingMessageID"] == second["pendingMessageID"], second

    error = failure(lambda: send("rate-limited"))
    assert isinstance(error, example.NotDone), error
    assert str(error).endswith("Nothing was done. Try again in 7 s."), error


def check_inbox(beeper: Beeper) -> None:
    first = beeper.run("Inbox", after="")
    assert len(first["nodes"]) == 2 and first["pageInfo"]["hasNextPage"], first
    chat = first["nodes"][0]
    assert isinstance(chat["lastActivity"], datetime), chat
    assert chat["type"] in (ChatType.SINGLE, ChatType.GROUP), chat
    second = beeper.run("Inbox", after=first["pageInfo"]["endCursor"])
    assert second["nodes"][0]["id"] != chat["id"], second


def check_input_unions(beeper: Beeper) -> None:
    for user in ({"username": "works"}, {"contact": {"username": "works", "fullName": "Works"}}):
        payload = beeper.start_chat(user)
        assert payload["__typename"] == "StartChatPayload", payload
        assert payload["status"] in ("CREATED", "EXISTING"), payload
        assert payload["chatError"] is None, payload

    single = {"accountID": "playground", "participantID": "@works:playground"}
    payload = beeper.run("CreateChat", input={"single": single})
    assert payload["__typename"] == "CreateChatPayload", payload

    payload = beeper.create_group("Analysts", ["@works:playground", "@existing:playground"])
    assert payload["__typename"] == "CreateChatPayload", payload
    assert payload["chat"] == {"title": "Analysts", "type": ChatType.GROUP}, payload


def check_failures(beeper: Beeper) -> None:
    limited = beeper.start_chat({"username": "rate-limited"})
    assert limited["__typename"] == "BeeperRateLimitedError", limited
    assert limited["code"] == "RATE_LIMITED" and limited["retryable"], limited
    assert limited["retryAfterSeconds"] == 7, limited

    invalid = beeper.create_group(" ", ["a", "a"])
    assert invalid["__typename"] == "BeeperInvalidInputError", invalid
    assert len(invalid["issues"]) == 2, invalid
    assert invalid["issues"][0]["path"] == ["input", "group", "participantIDs", "1"], invalid


def check_chat_error(beeper: Beeper) -> None:
    payload = beeper.start_chat({"username": "follow-up-fails"})
    assert payload["__typename"] == "StartChatPayload", payload
    assert payload["chatID"] and payload["chat"] is None, payload
    assert payload["chatError"]["code"] == "UPSTREAM_ERROR", payload
    assert not payload["chatError"]["retryable"], payload


def check_changes(changed: str) -> None:
    """What a client of today does with answers of a later gateway, and with top-level errors."""

    def ask(change: str, username: str, parse_results: bool = True):
        beeper = Beeper(f"{changed}/{change}", parse_results)
        return beeper.start_chat({"username": username})

    error = ask("new-member", "rate-limited")
    assert error["__typename"] == "BeeperNewError" and error["code"] == "RATE_LIMITED", error

    payload = ask("new-member", "follow-up-fails")
    assert payload["chatError"]["__typename"] == "BeeperNewError", payload

    for username in ("rate-limited", "follow-up-fails"):
        error = failure(lambda: ask("new-code", username))
        assert isinstance(error, GraphQLError), error
    error = ask("new-code", "rate-limited", parse_results=False)
    assert error["code"] == "NEW_CODE", error

    error = failure(lambda: ask("top-level-error", "follow-up-fails"))
    assert isinstance(error, TransportQueryError), error
    assert error.data["startChat"]["chatID"], error


def failure(ask: Callable[[], dict]) -> Exception:
    try:
        answer = ask()
    except Exception as error:
        return error
    raise AssertionError(f"no error: {answer}")


main(*sys.argv[1:])
