/** Answers with every field that the gateway reads, also those of other versions and servers. By the names of decoders. */

const at = '2026-08-15T07:00:00.000Z';
const size = { width: 640, height: 480 };
const person = {
  id: '@ada:beeper.com',
  username: 'ada',
  phoneNumber: '+15550101002',
  email: 'ada@example.com',
  fullName: 'Ada',
  imgURL: 'https://example.com/ada.png',
  cannotMessage: false,
  isSelf: false,
};

const message = {
  id: '7',
  chatID: '!a:b',
  accountID: 'matrix',
  senderID: '@ada:beeper.com',
  senderName: 'Ada',
  timestamp: at,
  sortKey: '70',
  type: 'TEXT',
  text: '{"text":"Hi","textEntities":[]}',
  editedTimestamp: at,
  isSender: false,
  isHidden: false,
  isDeleted: false,
  isUnread: true,
  sendStatus: {
    status: 'SUCCESS',
    timestamp: at,
    reason: 'x',
    message: 'y',
    deliveredToUsers: ['@ada:beeper.com', 7, null],
  },
  attachments: [
    {
      type: 'img',
      id: 'mxc://a/b',
      srcURL: 'https://example.com/a',
      posterImg: 'https://example.com/b',
      mimeType: 'image/png',
      fileName: 'a.png',
      fileSize: 7,
      duration: 1.5,
      isGif: false,
      isSticker: false,
      isVoiceNote: true,
      transcription: { transcription: 'Hi', engine: 'whisper', language: 'en' },
      size,
      blurhash: 'LZD[-K%1WCRlJ5j@WVfR0$I;fjxZ',
    },
    null,
  ],
  linkedMessageID: '6',
  mentions: ['@ada:beeper.com', 7, ''],
  links: [
    {
      url: 'https://example.com',
      title: 'a',
      originalURL: 'b',
      favicon: 'c',
      img: 'd',
      summary: 'e',
      imgSize: size,
    },
    { url: '' },
  ],
  reactions: [{ id: 'r', reactionKey: '👍', participantID: 'a', imgURL: 'b', emoji: true }, {}],
  seen: { a: true, b: at, c: '0001-01-01T00:00:00Z', d: null, e: 'x', f: 0, g: '', h: 7 },
};

/** Not all of them are the JSON of an iMessage text. */
const texts = [
  { text: 'Hi', textEntities: [] },
  { text: '' },
  ' {"textEntities":null,"text":""}',
  '{"textEntities":1}',
  '{"text":"Hi","a":{"textEntities":1}}',
  '{"text":"Hi","textEntities":[}',
  '[{"text":"Hi","textEntities":[]}]',
];

const capabilities = {
  formatting: { bold: 2, italic: -1, none: null, odd: '2' },
  attachments: {
    'm.image': {
      mimeTypes: { 'image/png': 2 },
      caption: 2,
      maxCaptionLength: 7,
      maxSize: 7,
      maxWidth: 7,
      maxHeight: 7,
      maxDuration: 7,
      viewOnce: true,
    },
  },
  maxTextLength: 7,
  locationMessage: 1,
  poll: 0,
  thread: -1,
  reply: -2,
  edit: 2,
  editMaxCount: 7,
  editMaxAge: 7,
  delete: 2,
  deleteMaxAge: 7,
  deleteForMe: true,
  messageRequest: { acceptWithMessage: 2, acceptWithButton: 2 },
  reaction: 2,
  reactionCount: 1,
  allowedReactions: ['👍', 7],
  customEmojiReactions: true,
  disappearingTimer: { types: ['after_send', null], timers: [0, 5, '7'], omitEmptyTimer: true },
  readReceipts: true,
  typingNotifications: true,
  archive: true,
  markAsUnread: true,
  deleteChat: true,
  deleteChatForEveryone: true,
  participantActions: { ban: 2, invite: 2, kick: 2, leave: 2, revokeInvite: 2 },
  state: {
    disappearingTimer: { level: 2 },
    avatar: { level: 2 },
    title: { level: 2 },
    description: { level: 2 },
  },
};

const chat = {
  id: '!a:b',
  accountID: 'matrix',
  localChatID: '7',
  network: 'Matrix',
  title: 'Ada',
  type: 'single',
  description: 'x',
  imgURL: 'https://example.com/a',
  participants: {
    items: [{ ...person, isAdmin: true, isPending: false, isNetworkBot: false }, {}],
    hasMore: false,
    total: 2,
  },
  lastActivity: at,
  unreadCount: 0,
  unreadMentionsCount: 0,
  lastReadMessageSortKey: '70',
  isReadOnly: false,
  isArchived: false,
  isMarkedUnread: false,
  isMuted: false,
  isPinned: false,
  isLowPriority: false,
  messageExpirySeconds: 7,
  draft: {
    text: { text: 'Hi', textEntities: [] },
    attachments: {
      a: {
        id: 'a',
        type: 'img',
        mimeType: 'image/png',
        fileName: 'a.png',
        filePath: '/Users/me/a.png',
        fileSize: 3,
        audioDurationSeconds: 1,
        stickerID: 's',
        size,
      },
      b: null,
      c: 7,
    },
  },
  reminder: { remindAt: at, remindAtMs: 1_778_098_812_497, dismissOnIncomingMessage: true },
  snooze: {
    snoozeUntil: at,
    snoozeUntilMs: 1_778_098_812_497,
    userSnoozedAt: at,
    userSnoozedAtMs: 1_778_098_812_497,
  },
  capabilities,
  labels: [{ id: 'l', name: 'Work' }, { name: 'None' }],
  merge: { chatIDs: ['!b:b', 7, null], defaultChatID: '!b:b' },
  mergedIntoChatID: '!c:b',
  preview: { id: '8', text: 'Hi', isHidden: false, isDeleted: false, type: 'TEXT' },
};

const account = {
  accountID: 'matrix',
  loginID: 'l',
  bridge: { id: 'b', type: 'matrix', provider: 'cloud' },
  network: 'Matrix',
  user: person,
  status: 'connected',
  statusText: 'Connected',
  capabilities: { a: { b: null }, c: [] },
};

const bridge = {
  id: 'local-whatsapp',
  type: 'whatsapp',
  displayName: 'WhatsApp',
  network: 'WhatsApp',
  provider: 'local',
  status: 'connected',
  statusText: 'Connected',
  supportsMultipleAccounts: true,
  activeAccountCount: 1,
  accounts: [{ accountID: 'matrix' }, {}],
};

const groupField = {
  allowed: true,
  required: false,
  min_length: 1,
  max_length: 100,
  settings: { types: ['', 'after_send', null], timers: [0, 5, '7'], omit_empty_timer: true },
};

const bridgeCapabilities = {
  resolve_identifier: {
    create_dm: true,
    lookup_phone: true,
    any_phone: false,
    lookup_email: false,
    lookup_username: true,
    search: true,
    contact_list: false,
  },
  group_creation: {
    group: {
      type_description: 'A group',
      name: groupField,
      topic: null,
      avatar: {},
      username: 7,
      participants: { allowed: true, min_length: -1, max_length: 1e21 },
      parent: { settings: {} },
      disappear: groupField,
    },
    none: null,
    odd: 7,
  },
};

const page = { hasMore: true, oldestCursor: '1', newestCursor: '2' };

export const fullAnswers: Readonly<Record<string, readonly unknown[]>> = {
  accounts: [[account]],
  chat: [chat],
  chats: [{ items: [{ id: '!a:b', accountID: 'matrix', preview: chat.preview }], ...page }],
  inbox: [{ items: [{ id: '!a:b', accountID: 'matrix', preview: chat.preview }], ...page }],
  messages: [
    { items: [message], ...page },
    { items: [{ id: 'b', seen: at, sortKey: 7, type: 'REACTION', text: '' }], hasMore: 'yes' },
    { items: texts.map((text, index) => ({ id: index, text })), ...page },
  ],
  message: [{ id: 7, chatID: '!a:b', type: 'TEXT' }],
  foundMessages: [
    {
      items: [
        { id: '1', chatID: '!a:b', accountID: 'x' },
        { id: '2', chatID: '!b:b', accountID: 'matrix' },
        { id: '3', chatID: 7 },
        { id: '4', accountID: 'matrix' },
        null,
      ],
      ...page,
      chats: {
        '!a:b': { id: '!a:b', accountID: 'matrix', title: 'Ada', preview: null },
        7: { id: '7', accountID: 7, labels: [{ id: 'l' }] },
        '': { id: '!c:b', accountID: 'matrix' },
        '!d:b': null,
        '!e:b': {},
      },
    },
    { items: [{ id: '1', chatID: '!a:b', accountID: 'x' }] },
  ],
  search: [
    {
      results: {
        chats: [{ id: '!a:b', accountID: 'matrix', preview: null }, {}],
        in_groups: [{ id: '!b:b', accountID: 'matrix' }, null],
        messages: {
          items: [{ id: '1', chatID: '!a:b' }, { id: '2' }],
          ...page,
          chats: { '!a:b': { id: '!a:b', accountID: 'matrix' } },
        },
      },
    },
  ],
  labels: [[{ id: 'l', name: 'Work' }, { id: 7 }, { name: 'None' }, null]],
  bridges: [{ items: [bridge, { id: 'x' }, {}] }],
  bridge: [bridge],
  bridgeCapabilities: [bridgeCapabilities],
  contacts: [{ items: [person], ...page }],
  error: [
    {
      message: 'No',
      code: 'NOT_FOUND',
      details: { issues: [{ message: 'x', path: ['a', 0], code: 'y' }, 7] },
    },
    { error: 'No', details: { 'user.email': 'is wrong', accountID: 'is required' } },
    { statusCode: 404, error: 'Not Found', message: 'Route not found' },
  ],
  info: [{ app: { name: 'Beeper', version: '4.3.73' } }],
  created: [
    { chatID: 'a', status: 'existing' },
    { id: 'a', chatID: 'b', sendStatus: { status: 'FAIL_PERMANENT' }, success: true },
    { id: 7, preview: { sendStatus: 'QUEUED', isSender: true }, message: { isSender: false } },
    { chatID: 'a', message: { sendStatus: { status: 'FAILED' }, isSender: true } },
    { chatID: 'a', status: 'created', delivery: 'unclear', error: 'x' },
  ],
  changed: [{ success: true }, { success: true, id: 'a' }, { message: 'No', code: 'X' }],
};
