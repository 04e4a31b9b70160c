import { chatIDFor } from './chatIDs.ts';
import { minutesAgo } from './clock.ts';
import { makeChat } from './makeChat.ts';
import type { MessageMaker } from './messages.ts';
import type { Contact, WorldAccount, WorldChat } from './model.ts';
import { mergedName, messageTextAt } from './names.ts';
import { seedChatIDs } from './seedChatIDs.ts';

const networks = ['whatsapp', 'signal', 'telegram'];
/** The network of each message, again and again: Telegram is used least. */
const turns = [0, 1, 0, 0, 1, 2, 0];
const messageCount = 84;
/** Between two chats of the ordinary seed data. */
const lastMinutes = 1000.5;

/** Makes one person's direct chats on several networks, and the merged chat that joins them. */
export function seedMergedChat(accounts: readonly WorldAccount[], makeMessage: MessageMaker): WorldChat[] {
  const parts = networks.flatMap((type, n) => {
    const account = accounts.find(({ bridge }) => bridge.type === type);
    const contact = account?.contacts.find(({ fullName }) => fullName === mergedName);
    return account && contact ? [makePart(account, contact, String(5100 + n))] : [];
  });
  const matrix = accounts.find(({ bridge }) => bridge.type === 'matrix');
  if (!matrix) return parts;

  for (let n = 0; n < messageCount; n++) {
    const chat = parts[turns[n % turns.length] ?? 0];
    if (!chat) continue;
    // Every fourth message is sent at the same time as the one before.
    const timestamp = minutesAgo(lastMinutes + (messageCount - 1 - n + (n % 4 === 3 ? 1 : 0)) * 13);
    const sender = chat.participants[n % 2] ?? matrix.self;
    chat.messages.push(makeMessage(chat, sender, { text: `${n + 1}: ${messageTextAt(n)}`, timestamp }));
    chat.lastActivity = timestamp;
  }
  const merged = makeChat(matrix, {
    id: seedChatIDs.merged,
    localChatID: '5150',
    type: 'single',
    title: mergedName,
    others: [{ id: '@merged-noor:beeper.com', fullName: mergedName }],
    lastActivity: minutesAgo(lastMinutes - 0.25),
  });
  merged.labels = [{ id: 'label-family', name: 'Family' }];
  merged.merge = { chatIDs: parts.map(({ id }) => id), ...(parts[0] && { defaultChatID: parts[0].id }) };
  return [...parts, merged];
}

function makePart(account: WorldAccount, contact: Contact, localChatID: string): WorldChat {
  const chat = makeChat(account, {
    id: chatIDFor(account, contact.phoneNumber?.slice(1) ?? 'noor'),
    localChatID,
    type: 'single',
    title: mergedName,
    others: [contact],
    lastActivity: minutesAgo(lastMinutes),
  });
  chat.mergedIntoChatID = seedChatIDs.merged;
  return chat;
}
