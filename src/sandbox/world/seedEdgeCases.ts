import { capabilitiesOf } from './capabilities.ts';
import { minutesAgo, seedTime } from './clock.ts';
import { makeChat } from './makeChat.ts';
import type { MessageMaker } from './messages.ts';
import type { Contact, Message, WorldAccount, WorldChat } from './model.ts';
import { messageTextAt, nameAt } from './names.ts';
import { type SampleMessage, sampleMessages, undocumentedMessages } from './sampleMessages.ts';
import { seedChatIDs } from './seedChatIDs.ts';

const longHistoryLength = 2_000;
const largeGroupSize = 300;

type ChatBuilder = (localChatID: string, makeMessage: MessageMaker) => WorldChat;

/** Makes the chats that each cover one edge case; see `seedChatIDs`. Their local IDs start at 5000. */
export function seedEdgeCases(accounts: readonly WorldAccount[], makeMessage: MessageMaker): WorldChat[] {
  const on = (type: string) => accounts.find((account) => account.bridge.type === type);
  const [matrix, slack, telegram] = [on('matrix'), on('slackgo'), on('telegram')];
  if (!matrix || !slack || !telegram) return [];
  const builders: ChatBuilder[] = [
    (localChatID, make) => longHistory(matrix, localChatID, make),
    (localChatID, make) => everyKind(matrix, localChatID, make),
    (localChatID, make) => largeGroup(slack, localChatID, make),
    (localChatID, make) => undocumentedValues(telegram, localChatID, make),
  ];
  return builders.map((build, n) => build(String(5000 + n), makeMessage));
}

function longHistory(account: WorldAccount, localChatID: string, makeMessage: MessageMaker): WorldChat {
  const chat = makeChat(account, {
    id: seedChatIDs.longHistory,
    localChatID,
    type: 'group',
    title: 'Everything we ever said',
    others: account.contacts.slice(0, 2),
    lastActivity: minutesAgo(1),
  });
  chat.messages = Array.from({ length: longHistoryLength }, (_, i) => {
    const sender = chat.participants[i % 3] ?? account.self;
    const timestamp = minutesAgo(1 + (longHistoryLength - 1 - i) * 11);
    return makeMessage(chat, sender, { text: `${i + 1}: ${messageTextAt(i)}`, timestamp });
  });
  return chat;
}

function everyKind(account: WorldAccount, localChatID: string, makeMessage: MessageMaker): WorldChat {
  const chat = makeChat(account, {
    id: seedChatIDs.everyKind,
    localChatID,
    type: 'group',
    title: 'One of each',
    others: account.contacts.slice(0, 2),
    lastActivity: minutesAgo(2),
  });
  chat.messages = fromSamples(chat, sampleMessages, makeMessage);
  const [first] = chat.messages;
  const reply = { text: 'That is what I mean', linkedMessageID: first?.id ?? '' };
  const reaction = { type: 'REACTION', text: '👍', linkedMessageID: first?.id ?? '' };
  const sender = chat.participants[1] ?? account.self;
  // An old message that was imported late: last by sort key, first by time.
  const imported = { text: 'Brought over from another app', timestamp: '2019-05-01T10:00:00.000Z' };
  for (const plan of [reply, reaction, imported]) {
    chat.messages.push(makeMessage(chat, sender, { timestamp: chat.lastActivity, ...plan }));
  }
  const minimal = requiredFields(
    makeMessage(chat, sender, { timestamp: minutesAgo(60), sortKey: '820000000' }),
  );
  chat.messages.unshift(minimal);
  return Object.assign(chat, optionalFields, { lastReadMessageSortKey: first?.sortKey ?? '' });
}

// A value for each optional field of a chat.
const optionalFields = {
  description: 'Each kind of message, once',
  imgURL: 'file:///Users/me/Library/Beeper/avatars/one-of-each.png',
  unreadCount: 3,
  unreadMentionsCount: 1,
  isMarkedUnread: true,
  isPinned: true,
  messageExpirySeconds: 604_800,
  draft: {
    text: 'Not sent <em>yet</em>',
    attachments: {
      a1: {
        id: 'a1',
        type: 'file',
        mimeType: 'image/png',
        fileName: 'sketch.png',
        filePath: '/Users/me/Desktop/sketch.png',
        fileSize: 9_711,
        size: { width: 640, height: 480 },
      },
    },
  },
  labels: [{ id: 'label-work', name: 'Work' }],
  reminder: { remindAt: '2026-08-15T07:00:00.000Z', dismissOnIncomingMessage: true },
  snooze: { snoozeUntil: '2026-08-16T07:00:00.000Z', userSnoozedAt: '2026-08-14T08:30:00.000Z' },
  capabilities: capabilitiesOf('matrix') ?? {},
};

function largeGroup(account: WorldAccount, localChatID: string, makeMessage: MessageMaker): WorldChat {
  const { contacts } = account;
  const unknown: Contact[] = Array.from({ length: largeGroupSize - 1 - contacts.length }, (_, n) => ({
    id: `@slackgo_t012-u${2000 + n}:beeper.com`,
    username: `member${n + 1}`,
    fullName: `${nameAt(n)} ${n + 1}`,
  }));
  const chat = makeChat(account, {
    id: seedChatIDs.largeGroup,
    localChatID,
    type: 'group',
    title: 'all-hands',
    others: [...contacts, ...unknown],
    lastActivity: minutesAgo(3),
  });
  for (const [n, participant] of chat.participants.entries()) {
    if (n % 50 === 1) participant.isAdmin = true;
    if (n === 2) participant.isNetworkBot = true;
    if (n % 40 === 39) participant.isPending = true;
  }
  const sender = chat.participants[1] ?? account.self;
  chat.messages = [makeMessage(chat, sender, { text: 'Welcome, all', timestamp: chat.lastActivity })];
  chat.isReadOnly = true;
  // The API document describes a path. The app usually sends a URL instead.
  chat.imgURL = '/Users/me/Library/Beeper/avatars/all-hands.png';
  return chat;
}

function undocumentedValues(
  account: WorldAccount,
  localChatID: string,
  makeMessage: MessageMaker,
): WorldChat {
  const chat = makeChat(account, {
    id: seedChatIDs.undocumentedValues,
    localChatID,
    type: 'channel',
    title: 'From a newer app',
    others: account.contacts.slice(0, 2),
    // The same time as the large group: a list must not lose one of two chats at the end of a page.
    lastActivity: minutesAgo(3),
  });
  chat.messages = fromSamples(chat, undocumentedMessages, makeMessage);
  return { ...chat, extra: { audience: { kind: 'broadcast', size: 2 } } };
}

function fromSamples(
  chat: WorldChat,
  samples: readonly SampleMessage[],
  makeMessage: MessageMaker,
): Message[] {
  return samples.map(({ from, plan }, i) => {
    const sender = chat.participants[from === 'me' ? 0 : from + 1] ?? { id: '' };
    const timestamp = seedTime(Date.parse(chat.lastActivity) - (samples.length - i) * 60_000);
    return makeMessage(chat, sender, { timestamp, ...plan });
  });
}

function requiredFields({ id, chatID, accountID, senderID, timestamp, sortKey }: Message): Message {
  return { id, chatID, accountID, senderID, timestamp, sortKey };
}
