import type { Message, Participant, WorldChat } from './model.ts';

/** The fields that differ from the defaults. */
export type MessagePlan = Partial<Message> & { timestamp: string };

/** Returns a message without adding it to the chat. */
export type MessageMaker = (chat: WorldChat, sender: Participant, plan: MessagePlan) => Message;

/** IDs and sort keys increase with each message and have the same length, so that they sort as text. */
export function createMessageMaker(): MessageMaker {
  let count = 0;
  return (chat, sender, plan) => {
    count++;
    return {
      id: String(1_300_000 + count),
      chatID: chat.id,
      accountID: chat.accountID,
      senderID: sender.id,
      senderName: sender.fullName ?? sender.username ?? sender.id,
      sortKey: String(821_000_000 + count),
      type: 'TEXT',
      isSender: sender.isSelf === true,
      ...plan,
    };
  };
}

/** Deletes the content of a message, which stays in its chat. */
export function makeTombstone(message: Message): void {
  for (const field of ['text', 'attachments', 'reactions', 'links', 'mentions', 'linkedMessageID'] as const)
    delete message[field];
  message.isDeleted = true;
}
