import type { Fault } from '../server/fault.ts';
import { minutesAgo } from './clock.ts';
import { makeChat } from './makeChat.ts';
import type { MessageMaker } from './messages.ts';
import type { WorldAccount, WorldChat } from './model.ts';
import type { Fate } from './outbox.ts';
import { playgroundAccountID } from './playground.ts';

interface SendRow {
  name: string;
  title: string;
  /** The response, in a few words. */
  outcome: string;
  /** What happens, and when it happens on a real app. */
  description: string;
  /** The fault to inject on every send to the chat. */
  fault?: Fault;
  /** What becomes of the message. By default it is sent. */
  fate?: Fate;
  isReadOnly?: true;
}

/** A chat of the playground account to which sending a message always has the same outcome. */
export interface PlaygroundSend extends SendRow {
  name: PlaygroundSendName;
  chatID: `!playground_send-${PlaygroundSendName}:playground`;
}

const error = (message: string, code: string) => ({ message, code });

const rows = [
  {
    name: 'works',
    title: 'Sending works',
    outcome: '200, then sent',
    description: 'The message is pending, and then sent.',
  },
  {
    name: 'invalid',
    title: 'Sending is invalid',
    outcome: '422 with issues',
    description: 'The network rejects the text as invalid. The error names the field.',
    fault: {
      status: 422,
      body: {
        ...error('body.text: The network rejects this text', 'VALIDATION_ERROR'),
        details: {
          issues: [{ code: 'custom', message: 'The network rejects this text', path: ['body', 'text'] }],
        },
      },
    },
  },
  {
    name: 'token-read-only',
    title: 'Sending is a sensitive action',
    outcome: '401',
    description: 'The token was made without “Allow sensitive actions”: it reads, and writes are rejected.',
    fault: { status: 401, body: error('Unauthorized: Invalid or missing token', 'unauthorized') },
  },
  {
    name: 'may-not-be-messaged',
    title: 'Sending is forbidden',
    outcome: '403',
    description: 'The person does not accept messages from people they do not know.',
    fault: { status: 403, body: error('This user does not accept messages', 'FORBIDDEN') },
  },
  {
    name: 'read-only',
    title: 'Sending is not possible',
    outcome: '403, isReadOnly',
    description: 'Only administrators can send messages to the chat. Reading the chat shows it.',
    isReadOnly: true,
  },
  {
    name: 'gone',
    title: 'Sending finds no chat',
    outcome: '404 Chat not found',
    description: 'The chat was deleted on another device between two calls.',
    fault: { status: 404, body: error('Chat not found', 'NOT_FOUND') },
  },
  {
    name: 'conflict',
    title: 'Sending conflicts',
    outcome: '409',
    description: 'The current state of the chat or account does not allow the request.',
    fault: { status: 409, body: error('Another request is changing the chat', 'CONFLICT') },
  },
  {
    name: 'rate-limited',
    title: 'Sending is limited',
    outcome: '429, Retry-After: 7',
    description: 'Too many messages were sent. The network asks the client to wait seven seconds.',
    fault: {
      status: 429,
      headers: { 'retry-after': '7' },
      body: error('Too many requests', 'RATE_LIMITED'),
    },
  },
  {
    name: 'unavailable',
    title: 'Sending comes too early',
    outcome: '503',
    description: 'The app is starting and does not accept requests yet.',
    fault: { status: 503, body: error('Beeper is starting', 'SERVICE_UNAVAILABLE') },
  },
  {
    name: 'route-missing',
    title: 'Sending has no route',
    outcome: '404 as plain text',
    description: 'The server does not have the route. The response is not a Beeper error.',
    fault: { status: 404, body: '404 Not Found' },
  },
  {
    name: 'crash',
    title: 'Sending crashes',
    outcome: '500',
    description: 'The app fails with an internal error before it sends the message.',
    fault: { status: 500, body: error('Something went wrong', 'INTERNAL_ERROR') },
  },
  {
    name: 'network-down',
    title: 'Sending reaches nobody',
    outcome: '502, not sent',
    description: 'The chat network behind Beeper does not respond, and the message is not sent.',
    fault: { status: 502, body: error('The network did not respond', 'BRIDGE_ERROR') },
  },
  {
    name: 'network-lost',
    title: 'Sending looks lost',
    outcome: '502, sent',
    description: 'The message is sent, and the response is the same error as if it was not.',
    fault: { status: 502, body: error('The network did not respond', 'BRIDGE_ERROR'), performs: true },
  },
  {
    name: 'redirect',
    title: 'Sending leads elsewhere',
    outcome: '302 to another path',
    description: 'The server redirects to another path. A client must not send its token there.',
    fault: { status: 302, headers: { location: '/v1/elsewhere' }, body: '' },
  },
  {
    name: 'slow',
    title: 'Sending is slow',
    outcome: 'sent, response after 30 s',
    description: 'The app sends the message at once and responds after 30 seconds.',
    fault: { delayMs: 30_000 },
  },
  {
    name: 'cut',
    title: 'Sending is cut',
    outcome: 'sent, connection reset',
    description: 'The app sends the message, and the connection breaks before the response.',
    fault: { reset: 'after', performs: true },
  },
  {
    name: 'garbage',
    title: 'Sending returns garbage',
    outcome: 'sent, 200 with HTML',
    description: 'The app sends the message, and the response is the HTML page of another program.',
    fault: { html: true, performs: true },
  },
  {
    name: 'fails-permanently',
    title: 'Sending fails for good',
    outcome: '200, then FAIL_PERMANENT',
    description: 'The app accepts the message, and the network rejects it.',
    fate: 'fails-permanently',
  },
  {
    name: 'fails-retriably',
    title: 'Sending fails for now',
    outcome: '200, then FAIL_RETRIABLE',
    description: 'The app accepts the message, but its bridge is not connected.',
    fate: 'fails-retriably',
  },
  {
    name: 'stays-pending',
    title: 'Sending never ends',
    outcome: '200, PENDING for ever',
    description: 'The app accepts the message and never learns what became of it.',
    fate: 'stays-pending',
  },
] as const satisfies SendRow[];

export type PlaygroundSendName = (typeof rows)[number]['name'];

/** In the order of their activity, newest first. */
export const playgroundSends: readonly PlaygroundSend[] = rows.map((row) => ({
  ...row,
  chatID: `!playground_send-${row.name}:playground`,
}));

/** The row of the chat if it belongs to the playground. */
export function playgroundSend(chatID: string): PlaygroundSend | undefined {
  return playgroundSends.find((row) => row.chatID === chatID);
}

/** Older than all other chats, so that they come last in lists. */
const firstMinute = 9000;

/**
 * Makes the chats of the table. They are groups, so that starting a direct chat with a playground contact of the same
 * name does not find them.
 */
export function seedPlaygroundSends(
  accounts: readonly WorldAccount[],
  makeMessage: MessageMaker,
): WorldChat[] {
  const account = accounts.find(({ accountID }) => accountID === playgroundAccountID);
  if (!account) return [];
  return playgroundSends.map(({ name, chatID, title, isReadOnly = false }, n) => {
    const person = { id: `@${name}:playground`, username: name, fullName: title };
    const chat = makeChat(account, {
      id: chatID,
      localChatID: String(5200 + n),
      type: 'group',
      title,
      others: [person],
      lastActivity: minutesAgo(firstMinute + n),
    });
    const text = 'Reply to me, and see what happens.';
    chat.messages.push(makeMessage(chat, person, { text, timestamp: chat.lastActivity }));
    chat.isReadOnly = isReadOnly;
    return chat;
  });
}
