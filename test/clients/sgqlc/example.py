"""Reads the inbox and a conversation, and sends a message."""

from beeper_operations import Operations
from beeper_schema import SendMessageContentInput, SendMessageInput
from sgqlc.endpoint.http import HTTPEndpoint
from sgqlc.operation import Operation


class NotDone(Exception):
    """Says what happened, and what the user can do."""


def ask(url: str, operation: Operation, **variables):
    return operation + HTTPEndpoint(url)(operation, variables)


def titles(url: str) -> list[str]:
    """The titles of the chats with the newest activity."""
    return [chat.title for chat in ask(url, Operations.query.inbox).chats.nodes]


def conversation(url: str, chat_id: str, pages: int) -> list[str]:
    """The newest messages of a chat, then those before them."""
    lines, after = [], None
    for _ in range(pages):
        answer = ask(url, Operations.query.conversation, chatID=chat_id, after=after)
        page = answer.chat.messages
        lines += [f"{message.sender_name}: {message.plain_text}" for message in page.nodes]
        if not page.page_info.has_next_page:
            break
        after = page.page_info.end_cursor
    return lines


def send(url: str, chat_id: str, text: str, key: str):
    """Sends a text. With the same key, the same text is sent once, however often this is called."""
    message = SendMessageInput(chat_id=chat_id, content=SendMessageContentInput(text=text))
    answer = ask(url, Operations.mutation.send_message, input=message, idempotencyKey=key)
    result = answer.send_message
    if result.__typename__ != "SendMessagePayload":
        # An error type that is added later has no fields.
        message = getattr(result, "message", result.__typename__)
        raise NotDone(f"{message} {getattr(result, 'remedy', None) or ''}".strip())
    return result
