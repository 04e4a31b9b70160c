import { capabilitiesOf } from './capabilities.ts';
import { chatIDFor } from './chatIDs.ts';
import { minutesAgo, seedTime } from './clock.ts';
import { makeChat } from './makeChat.ts';
import type { MessageMaker } from './messages.ts';
import type { Contact, WorldAccount, WorldChat } from './model.ts';
import { groupTitleAt, messageTextAt } from './names.ts';
import { seedChatIDs } from './seedChatIDs.ts';

interface SeedPlan {
  /** The positions of the contacts that have a direct chat; `to` is excluded. */
  direct: [from: number, to: number];
  /** Number of group chats. */
  groups: number;
}

// The first WhatsApp contact, Ada, has no chat, so that the first start creates one.
const seedPlans: Record<string, SeedPlan> = {
  matrix: { direct: [0, 3], groups: 6 },
  'local-whatsapp_ba_EvYDBBsZbRQAy3UOSWqG0LuTVkc': { direct: [1, 18], groups: 22 },
  telegram: { direct: [0, 11], groups: 20 },
  'local-signal_ba_EvYDBBsZbRQAy3UOSWqG0LuTVkc': { direct: [0, 8], groups: 12 },
  imessage_3f9a41c07be2: { direct: [0, 7], groups: 8 },
  'slackgo.T012-U034': { direct: [5, 11], groups: 16 },
  discordgo: { direct: [0, 4], groups: 6 },
  linkedin: { direct: [3, 8], groups: 0 },
  twitter: { direct: [0, 2], groups: 1 },
  irc: { direct: [0, 1], groups: 2 },
};

// Coprime, so that the order by time mixes the accounts and no time occurs twice.
const step = 89;
const spread = 173;

/** Makes the ordinary chats with their messages. No two chats have the same last activity. */
export function seedChats(accounts: readonly WorldAccount[], makeMessage: MessageMaker): WorldChat[] {
  const chats: WorldChat[] = [];
  const add = (
    account: WorldAccount,
    type: 'single' | 'group',
    id: string,
    title: string,
    others: Contact[],
  ) => {
    const n = chats.length;
    const lastActivity = minutesAgo(((n * step) % spread) * 47 + 3);
    const chat = makeChat(account, { id, localChatID: String(5600 + n), type, title, others, lastActivity });
    addContent(chat, n, account.bridge.type, makeMessage);
    chats.push(chat);
  };
  for (const account of accounts) {
    const plan = seedPlans[account.accountID];
    if (!plan) continue;
    for (const contact of account.contacts.slice(...plan.direct)) {
      if (contact.cannotMessage) continue;
      const key = contact.phoneNumber?.slice(1) ?? contact.id.replaceAll(/[^a-z0-9]+/gi, '-').slice(1, 32);
      const id = contact.id === '@kishan:beeper.com' ? seedChatIDs.kishan : chatIDFor(account, key);
      add(account, 'single', id, contact.fullName ?? contact.id, [contact]);
    }
    for (let group = 0; group < plan.groups; group++) {
      const size = 2 + (group % 5);
      const others = Array.from(
        { length: size },
        (_, i) => account.contacts[(group + i) % account.contacts.length],
      );
      const members = [...new Set(others)].filter((contact) => contact !== undefined);
      add(account, 'group', chatIDFor(account, `group${group + 1}`), groupTitleAt(chats.length), members);
    }
  }
  const playground = accounts.find((account) => account.accountID === 'playground');
  const existing = playground?.contacts.find((contact) => contact.username === 'existing');
  if (playground && existing)
    add(playground, 'single', seedChatIDs.playground, existing.fullName ?? '', [existing]);
  return chats;
}

function addContent(chat: WorldChat, n: number, bridgeType: string, makeMessage: MessageMaker): void {
  const last = Date.parse(chat.lastActivity);
  const length = 3 + (n % 6);
  const capabilities = capabilitiesOf(bridgeType);
  if (capabilities) chat.capabilities = capabilities;
  if (n % 6 === 1) chat.imgURL = `file:///Users/me/Library/Beeper/avatars/chat-${n}.jpg`;
  chat.messages = Array.from({ length }, (_, i) => {
    const sender = chat.participants[(n + i) % chat.participants.length] ?? { id: '' };
    const timestamp = seedTime(last - (length - 1 - i) * 7 * 60_000);
    return makeMessage(chat, sender, { text: messageTextAt(n + i), timestamp });
  });
  chat.unreadCount = n % 5 === 2 ? 1 + (n % 3) : 0;
  chat.unreadMentionsCount = n % 10 === 2 ? 1 : 0;
  chat.isArchived = n % 11 === 3;
  chat.isMuted = n % 7 === 4;
  chat.isPinned = n % 29 === 5;
  chat.isLowPriority = n % 13 === 6;
  const read = chat.messages[length - 1 - chat.unreadCount];
  if (read) chat.lastReadMessageSortKey = read.sortKey;
  for (const message of chat.messages.slice(length - chat.unreadCount)) message.isUnread = !message.isSender;
}
