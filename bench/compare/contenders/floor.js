import { createServer } from 'node:http';
import { toStatus } from './shared/status.js';
import { get, post } from './shared/upstream.js';

/** The price of a hand-written proxy: the same upstream calls and answers as the others, and no GraphQL. */

const operations = {
  async StartChat({ input }) {
    return { startChat: await written('StartChatPayload', startChat(input)) };
  },

  async StartChatWithTitle({ input }) {
    const withChat = async () => {
      const payload = await startChat(input);
      const { id, title } = await get(`/v1/chats/${encodeURIComponent(payload.chatID)}`);
      return { ...payload, chat: { id, title } };
    };
    return { startChat: await written('StartChatPayload', withChat()) };
  },

  async CreateChat({ input }) {
    return { createChat: await written('CreateChatPayload', createChat(input)) };
  },

  async SendMessage({ input }) {
    return { sendMessage: await written('SendMessagePayload', sendMessage(input)) };
  },

  async Inbox({ first }) {
    const [page, accounts] = await Promise.all([get(`/v1/chats?limit=${first}`), get('/v1/accounts')]);
    const nodes = page.items.map((chat) => toChat(chat, accounts));
    return { chats: { nodes, pageInfo: { hasNextPage: page.hasMore } } };
  },

  async Accounts() {
    const accounts = await get('/v1/accounts');
    return { accounts: accounts.map(toAccount) };
  },
};

async function startChat({ accountID, user }) {
  const { chatID, status } = await post('/v1/chats/start', { accountID, user: user.contact ?? user });
  return { chatID, status: status.toUpperCase() };
}

async function createChat({ single, group }) {
  const { accountID, title, messageText } = single ?? group;
  const { chatID } = await post('/v1/chats', {
    accountID,
    type: single ? 'single' : 'group',
    participantIDs: single ? [single.participantID] : group.participantIDs,
    title,
    messageText,
  });
  return { chatID };
}

async function sendMessage({ chatID, content: { text, attachment }, replyToMessageID }) {
  const { uploadID, caption } = attachment ?? {};
  return post(`/v1/chats/${encodeURIComponent(chatID)}/messages`, {
    text: text ?? caption,
    attachment: attachment && { uploadID },
    replyToMessageID,
  });
}

/** A status of 404 is part of the answer. */
async function written(typename, payload) {
  try {
    return { __typename: typename, ...(await payload) };
  } catch (error) {
    if (error.status !== 404) throw error;
    return {
      __typename: 'BeeperNotFoundError',
      code: 'NOT_FOUND',
      message: `Beeper did not find the account, person, chat or message in the request. Beeper says: ${error.body.message}`,
      remedy:
        'Check the account ID and the user IDs. User IDs differ between accounts and Beeper installations: take them from the contacts of this account, or use startChat with a phone number, email address or username.',
      retryable: false,
    };
  }
}

function toChat(chat, accounts) {
  const account = accounts.find(({ accountID }) => accountID === chat.accountID);
  const { items, total } = chat.participants;
  return {
    id: chat.id,
    title: chat.title,
    type: chat.type.toUpperCase(),
    unreadCount: chat.unreadCount,
    isMuted: chat.isMuted,
    lastActivity: chat.lastActivity,
    account: account ? { id: account.accountID, network: account.network } : null,
    participants: {
      total,
      items: items.map(({ id, fullName, isSelf }) => ({
        userID: id,
        fullName: fullName ?? null,
        isSelf: isSelf ?? null,
      })),
    },
    lastMessage: chat.preview ? toMessage(chat.preview, items) : null,
  };
}

function toMessage({ id, text, timestamp, isSender, senderID, senderName }, participants) {
  const sender = participants.find((person) => person.id === senderID);
  return {
    id,
    plainText: text,
    timestamp,
    isSender,
    sender: { fullName: sender ? sender.fullName : senderName },
  };
}

const toAccount = ({ accountID, network, status, user }) => ({
  id: accountID,
  network,
  status: toStatus(status),
  user: { fullName: user.fullName ?? null },
});

async function readJSON(request) {
  const pieces = [];
  for await (const piece of request) pieces.push(piece);
  return JSON.parse(Buffer.concat(pieces).toString());
}

function send(response, status, value) {
  const body = JSON.stringify(value);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}

const server = createServer(async (request, response) => {
  try {
    const { operationName, variables } = await readJSON(request);
    const run = operations[operationName];
    if (!run) return send(response, 400, { errors: [{ message: 'Unknown operation.' }] });
    send(response, 200, { data: await run(variables) });
  } catch {
    send(response, 500, { errors: [{ message: 'Unexpected error.' }] });
  }
});
server.listen(Number(process.env.PORT), '127.0.0.1');
