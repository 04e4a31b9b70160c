import { capabilitiesOf } from './capabilities.ts';
import { minutesAgo } from './clock.ts';
import { makeChat } from './makeChat.ts';
import type { MessageMaker } from './messages.ts';
import type { Contact, Message, WorldAccount, WorldChat } from './model.ts';
import { lineAt, nameAt } from './names.ts';
import type { Specimen } from './sampleMessages.ts';
import { FUTURE_SPECIMENS, SPECIMENS } from './sampleMessages.ts';
import { LANDMARKS } from './seedChatIDs.ts';

/** The number of messages in the long chat, and of participants in the large one. */
export const HISTORY_LENGTH = 2_000;
export const ALL_HANDS_SIZE = 300;

/** Makes the chat number `n` (0, 1, …) of the landmarks. */
type Builder = (localChatID: string, makeMessage: MessageMaker) => WorldChat;

/** The chats that exist for one purpose each, see `LANDMARKS`; local IDs from 5000 on. */
export function seedLandmarks(accounts: readonly WorldAccount[], makeMessage: MessageMaker): WorldChat[] {
  const on = (type: string) => accounts.find((account) => account.bridge.type === type);
  const [matrix, slack, telegram] = [on('matrix'), on('slackgo'), on('telegram')];
  if (!matrix || !slack || !telegram) return [];
  const builders: Builder[] = [
    (localChatID, make) => history(matrix, localChatID, make),
    (localChatID, make) => specimens(matrix, localChatID, make),
    (localChatID, make) => allHands(slack, localChatID, make),
    (localChatID, make) => future(telegram, localChatID, make),
  ];
  return builders.map((build, n) => build(String(5000 + n), makeMessage));
}

function history(account: WorldAccount, localChatID: string, makeMessage: MessageMaker): WorldChat {
  const chat = makeChat(account, {
    id: LANDMARKS.history,
    localChatID,
    type: 'group',
    title: 'Everything we ever said',
    others: account.contacts.slice(0, 2),
    lastActivity: minutesAgo(1),
  });
  chat.messages = Array.from({ length: HISTORY_LENGTH }, (_, i) => {
    const sender = chat.participants[i % 3] ?? account.self;
    const timestamp = minutesAgo(1 + (HISTORY_LENGTH - 1 - i) * 11);
    return makeMessage(chat, sender, { text: `${i + 1}: ${lineAt(i)}`, timestamp });
  });
  return chat;
}

function specimens(account: WorldAccount, localChatID: string, makeMessage: MessageMaker): WorldChat {
  const chat = makeChat(account, {
    id: LANDMARKS.specimens,
    localChatID,
    type: 'group',
    title: 'One of each',
    others: account.contacts.slice(0, 2),
    lastActivity: minutesAgo(2),
  });
  chat.messages = fromSpecimens(chat, SPECIMENS, makeMessage);
  const [first] = chat.messages;
  const reply = { text: 'That is what I mean', linkedMessageID: first?.id ?? '' };
  const reaction = { type: 'REACTION', text: '👍', linkedMessageID: first?.id ?? '' };
  const sender = chat.participants[1] ?? account.self;
  // Imported later but written long before: its sort key says last, its time says first.
  const imported = { text: 'Brought over from another app', timestamp: '2019-05-01T10:00:00.000Z' };
  for (const plan of [reply, reaction, imported]) {
    chat.messages.push(makeMessage(chat, sender, { timestamp: chat.lastActivity, ...plan }));
  }
  chat.messages.unshift(bare(makeMessage(chat, sender, { timestamp: minutesAgo(60), sortKey: '820000000' })));
  return Object.assign(chat, OPTIONAL_FIELDS, { lastReadMessageSortKey: first?.sortKey ?? '' });
}

// Each optional field of a chat, with a value.
const OPTIONAL_FIELDS = {
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
        fileSize: 20_480,
        size: { width: 640, height: 480 },
      },
    },
  },
  reminder: { remindAt: '2026-08-15T07:00:00.000Z', dismissOnIncomingMessage: true },
  snooze: { snoozeUntil: '2026-08-16T07:00:00.000Z', userSnoozedAt: '2026-08-14T08:30:00.000Z' },
  capabilities: capabilitiesOf('matrix') ?? {},
};

function allHands(account: WorldAccount, localChatID: string, makeMessage: MessageMaker): WorldChat {
  const known = account.contacts;
  const strangers: Contact[] = Array.from({ length: ALL_HANDS_SIZE - 1 - known.length }, (_, n) => ({
    id: `@slackgo_t012-u${2000 + n}:beeper.com`,
    username: `member${n + 1}`,
    fullName: `${nameAt(n)} ${n + 1}`,
  }));
  const chat = makeChat(account, {
    id: LANDMARKS.allHands,
    localChatID,
    type: 'group',
    title: 'all-hands',
    others: [...known, ...strangers],
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
  // The document speaks of a path here, and the app sends URLs more often than not.
  chat.imgURL = '/Users/me/Library/Beeper/avatars/all-hands.png';
  return chat;
}

function future(account: WorldAccount, localChatID: string, makeMessage: MessageMaker): WorldChat {
  const chat = makeChat(account, {
    id: LANDMARKS.future,
    localChatID,
    type: 'channel',
    title: 'From a newer app',
    others: account.contacts.slice(0, 2),
    // The same moment as that of all-hands: lists must not lose one of two chats at a page's end.
    lastActivity: minutesAgo(3),
  });
  chat.messages = fromSpecimens(chat, FUTURE_SPECIMENS, makeMessage);
  return { ...chat, extra: { audience: { kind: 'broadcast', size: 2 } } };
}

function fromSpecimens(chat: WorldChat, list: readonly Specimen[], makeMessage: MessageMaker): Message[] {
  return list.map(({ by, plan }, i) => {
    const sender = chat.participants[by === 'me' ? 0 : by + 1] ?? { id: '' };
    const timestamp = new Date(Date.parse(chat.lastActivity) - (list.length - i) * 60_000).toISOString();
    return makeMessage(chat, sender, { timestamp, ...plan });
  });
}

// A message of which nothing is said that need not be.
function bare({ id, chatID, accountID, senderID, timestamp, sortKey }: Message): Message {
  return { id, chatID, accountID, senderID, timestamp, sortKey };
}
