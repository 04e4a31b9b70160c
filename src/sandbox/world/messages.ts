import type { Message, Participant, WorldChat } from './model.ts';

/** What a message says beyond who and where. */
export type MessagePlan = Partial<Message> & { timestamp: string };

/** Makes a message of this sender in this chat, without putting it there. */
export type MessageMaker = (chat: WorldChat, sender: Participant, plan: MessagePlan) => Message;

/** A maker with counters of its own: IDs and sort keys rise with each message, in strings of one length. */
export function createMessageMaker(): MessageMaker {
  let count = 0;
  return (chat, sender, plan) => {
    count += 1;
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
