"""Reads the inbox and a conversation, and sends a message."""

from pathlib import Path

from gql import Client, GraphQLRequest, gql
from gql.transport.requests import RequestsHTTPTransport

operations = gql(Path("operations.graphql").read_text())


class NotDone(Exception):
    """Says what happened, and what the user can do."""


def connect(url: str) -> Client:
    return Client(transport=RequestsHTTPTransport(url))


def ask(client: Client, operation: str, **variables) -> dict:
    request = GraphQLRequest(operations, variable_values=variables, operation_name=operation)
    return client.execute(request)


def titles(client: Client) -> list[str]:
    """The titles of the chats with the newest activity."""
    return [chat["title"] for chat in ask(client, "Inbox")["chats"]["nodes"]]


def conversation(client: Client, chat_id: str, pages: int) -> list[str]:
    """The newest messages of a chat, then those before them."""
    lines, after = [], None
    for _ in range(pages):
        chat = ask(client, "Conversation", chatID=chat_id, after=after)["chat"]
        for message in chat["messages"]["nodes"]:
            lines.append(f"{message['senderName']}: {message['plainText']}")
        page_info = chat["messages"]["pageInfo"]
        if not page_info["hasNextPage"]:
            break
        after = page_info["endCursor"]
    return lines


def send(client: Client, chat_id: str, text: str, key: str) -> dict:
    """Sends a text. With the same key, the same text is sent once, however often this is called."""
    message = {"chatID": chat_id, "content": {"text": text}}
    answer = ask(client, "SendMessage", input=message, idempotencyKey=key)
    result = answer["sendMessage"]
    if result["__typename"] != "SendMessagePayload":
        raise NotDone(f"{result['message']} {result['remedy'] or ''}".strip())
    return result
