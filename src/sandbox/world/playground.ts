import type { Fault } from '../server/fault.ts';

interface PlaygroundRow {
  name: string;
  fullName: string;
  /** The response, in a few words. */
  outcome: string;
  /** What happens, and when it happens on a real app. */
  description: string;
  /** The fault to inject on every create and start, if the outcome is a fault. */
  fault?: Fault;
}

/** A contact of the playground account with whom creating or starting a chat always has the same outcome. */
export interface PlaygroundContact extends PlaygroundRow {
  /** The username, for startChat. */
  name: PlaygroundName;
  /** The user ID, for createChat and startChat. */
  contactID: `@${PlaygroundName}:playground`;
}

export const playgroundAccountID = 'playground';

const error = (message: string, code: string) => ({ message, code });

const rows = [
  {
    name: 'works',
    fullName: 'Wanda Works',
    outcome: '200, chat created',
    description: 'The request succeeds. Each createChat creates a new chat.',
  },
  {
    name: 'existing',
    fullName: 'Edda Existing',
    outcome: '200, existing chat',
    description: 'A direct chat already exists. startChat returns it and drops the first message.',
  },
  {
    name: 'invalid',
    fullName: 'Ines Invalid',
    outcome: '422 with issues',
    description: 'The network rejects the participant as invalid. The error names the field.',
  },
  {
    name: 'token-expired',
    fullName: 'Tom Token',
    outcome: '401 Token expired',
    description: 'The access token expired between two calls.',
    fault: { status: 401, body: error('Token expired', 'unauthorized') },
  },
  {
    name: 'may-not-be-messaged',
    fullName: 'Mara Maynot',
    outcome: '403',
    description: 'The person does not accept messages from people they do not know.',
    fault: { status: 403, body: error('This user does not accept messages', 'FORBIDDEN') },
  },
  {
    name: 'unknown-user',
    fullName: 'Nobody',
    outcome: '404 User not found',
    description: 'The network does not know the person: the contact is in no directory.',
  },
  {
    name: 'conflict',
    fullName: 'Conny Conflict',
    outcome: '409',
    description: 'The current state of the chat or account does not allow the request.',
    fault: { status: 409, body: error('Another request is changing the chat', 'CONFLICT') },
  },
  {
    name: 'rate-limited',
    fullName: 'Rolf Ratelimited',
    outcome: '429, Retry-After: 7',
    description: 'Too many chats were created. The network asks the client to wait seven seconds.',
    fault: {
      status: 429,
      headers: { 'retry-after': '7' },
      body: error('Too many requests', 'RATE_LIMITED'),
    },
  },
  {
    name: 'unavailable',
    fullName: 'Una Vailable',
    outcome: '503',
    description: 'The app is starting and does not accept requests yet.',
    fault: { status: 503, body: error('Beeper is starting', 'SERVICE_UNAVAILABLE') },
  },
  {
    name: 'route-missing',
    fullName: 'Rita Route',
    outcome: '404 as plain text',
    description:
      'The server does not have the route. The response is not a Beeper error, as on older apps and other servers.',
    fault: { status: 404, body: '404 Not Found' },
  },
  {
    name: 'crash',
    fullName: 'Carl Crash',
    outcome: '500',
    description: 'The app fails with an internal error.',
    fault: { status: 500, body: error('Something went wrong', 'INTERNAL_ERROR') },
  },
  {
    name: 'network-down',
    fullName: 'Nadia Network',
    outcome: '502',
    description: 'The chat network behind Beeper does not respond.',
    fault: { status: 502, body: error('The network did not respond', 'BRIDGE_ERROR') },
  },
  {
    name: 'redirect',
    fullName: 'Rudi Redirect',
    outcome: '302 to another path',
    description: 'The server redirects to another path. A client must not send its token there.',
    fault: { status: 302, headers: { location: '/v1/elsewhere' }, body: '' },
  },
  {
    name: 'slow',
    fullName: 'Sanna Slow',
    outcome: 'chat created, response after 30 s',
    description: 'The app creates the chat at once and responds after 30 seconds.',
    fault: { delayMs: 30_000 },
  },
  {
    name: 'cut',
    fullName: 'Curt Cut',
    outcome: 'chat created, connection reset',
    description: 'The app creates the chat, and the connection breaks before the response.',
    fault: { reset: 'after', performs: true },
  },
  {
    name: 'garbage',
    fullName: 'Gina Garbage',
    outcome: 'chat created, 200 with HTML',
    description: 'The app creates the chat, and the response is the HTML page of another program.',
    fault: { html: true, performs: true },
  },
  {
    name: 'follow-up-fails',
    fullName: 'Fritz Followup',
    outcome: '200 {chatID}, reading it: 500',
    description: 'The app creates the chat and returns only its ID. Reading the chat always fails.',
  },
] as const satisfies PlaygroundRow[];

export type PlaygroundName = (typeof rows)[number]['name'];

/** In the order of the directory. */
export const playgroundContacts: readonly PlaygroundContact[] = rows.map((contact) => ({
  ...contact,
  contactID: `@${contact.name}:playground`,
}));

/** The fault to inject when a chat with this contact is created or started. */
export function playgroundFault(username: string | undefined): Fault | undefined {
  return playgroundContacts.find(({ name }) => name === username)?.fault;
}
