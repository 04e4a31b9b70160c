"""Reads the inbox and a conversation, and sends a message."""

from beeper import Client, SendMessageContentInput, SendMessageInput


class NotDone(Exception):
    """Says what happened, and what the user can do."""


def titles(client: Client) -> list[str]:
    """The titles of the chats with the newest activity."""
    return [chat.title for chat in client.inbox().chats.nodes]


def conversation(client: Client, chat_id: str, pages: int) -> list[str]:
    """The newest messages of a chat, then those before them."""
    lines, after = [], None
    for _ in range(pages):
        messages = client.conversation(chat_id, after).chat.messages
        lines += [f"{message.sender_name}: {message.plain_text}" for message in messages.nodes]
        if not messages.page_info.has_next_page:
            break
        after = messages.page_info.end_cursor
    return lines


def send(client: Client, chat_id: str, text: str, key: str):
    """Sends a text. With the same key, the same text is sent once, however often this is called."""
    message = SendMessageInput(chat_id=chat_id, content=SendMessageContentInput(text=text))
    result = client.send_message(message, idempotency_key=key).send_message
    if result.typename__ != "SendMessagePayload":
        raise NotDone(f"{result.message} {result.remedy or ''}".strip())
    return result
