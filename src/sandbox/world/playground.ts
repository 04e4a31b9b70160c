import type { Fault } from '../server/fault.ts';

/** One contact of the account `playground`, who always makes the same thing happen. */
export interface PlaygroundEntry {
  /** The contact's username, to be used in startChat. */
  name: PlaygroundName;
  /** The contact's ID, to be used in createChat and startChat. */
  contactID: `@${string}:playground`;
  fullName: string;
  /** What arrives, in a few words. */
  happens: string;
  /** The same as a sentence for people, with what it stands for. */
  sentence: string;
}

/** The account whose contacts these are. */
export const PLAYGROUND_ACCOUNT_ID = 'playground';

/** What each contact of the playground is for, in the order of the failures' weight. */
export const PLAYGROUND = [
  entry(
    'works',
    'Wanda Works',
    '200, chat created',
    'Everything goes well, and the chat is new each time it is created.',
  ),
  entry(
    'existing',
    'Edda Existing',
    '200, chat existed',
    'There is a direct chat already, so starting one gives that and drops the first message.',
  ),
  entry(
    'invalid',
    'Ines Invalid',
    '422 with issues',
    'The network refuses this participant as invalid and says which field is at fault.',
  ),
  entry('token-expired', 'Tom Token', '401 Token expired', 'The access token ran out between two calls.'),
  entry('may-not-be-messaged', 'Mara Maynot', '403', 'This person does not accept messages from strangers.'),
  entry(
    'unknown-user',
    'Nobody',
    '404 User not found',
    'The network knows no such person: this contact is in no directory.',
  ),
  entry('conflict', 'Conny Conflict', '409', 'The state of the chat or account does not allow it now.'),
  entry(
    'rate-limited',
    'Rolf Ratelimited',
    '429, Retry-After: 7',
    'Too many chats were begun; the network wants seven seconds of peace.',
  ),
  entry('unavailable', 'Una Vailable', '503', 'The app is starting and takes no requests yet.'),
  entry(
    'route-missing',
    'Rita Route',
    '404 as plain text',
    'The server has no such route and says so without a Beeper error, as older apps and other servers do.',
  ),
  entry('crash', 'Carl Crash', '500', 'The app ran into an error of its own.'),
  entry('network-down', 'Nadia Network', '502', 'The chat network behind Beeper did not answer.'),
  entry(
    'redirect',
    'Rudi Redirect',
    '302 to another path',
    'The server points elsewhere; a client must not carry its token there.',
  ),
  entry(
    'slow',
    'Sanna Slow',
    'chat made, answer after 30 s',
    'The chat is made at once, but the answer comes only after thirty seconds.',
  ),
  entry(
    'cut',
    'Curt Cut',
    'chat made, connection reset',
    'The chat is made, and the connection breaks before the answer.',
  ),
  entry(
    'garbage',
    'Gina Garbage',
    'chat made, 200 with HTML',
    'The chat is made, but a page of another program arrives as the answer.',
  ),
  entry(
    'follow-up-fails',
    'Fritz Followup',
    '200 {chatID}, reading it: 500',
    'The chat is made and only its ID comes back; reading that chat always fails.',
  ),
] as const satisfies PlaygroundEntry[];

/** The names of the playground's contacts. */
export type PlaygroundName =
  | 'works'
  | 'existing'
  | 'invalid'
  | 'token-expired'
  | 'may-not-be-messaged'
  | 'unknown-user'
  | 'conflict'
  | 'rate-limited'
  | 'unavailable'
  | 'route-missing'
  | 'crash'
  | 'network-down'
  | 'redirect'
  | 'slow'
  | 'cut'
  | 'garbage'
  | 'follow-up-fails';

const error = (message: string, code: string) => ({ message, code });

const FAULTS: Partial<Record<string, Fault>> = {
  'token-expired': { status: 401, body: error('Token expired', 'unauthorized') },
  'may-not-be-messaged': { status: 403, body: error('This user does not accept messages', 'FORBIDDEN') },
  conflict: { status: 409, body: error('The chat is being changed elsewhere', 'CONFLICT') },
  'rate-limited': {
    status: 429,
    headers: { 'retry-after': '7' },
    body: error('Too many requests', 'RATE_LIMITED'),
  },
  unavailable: { status: 503, body: error('Beeper is starting', 'SERVICE_UNAVAILABLE') },
  'route-missing': { status: 404, body: '404 Not Found' },
  crash: { status: 500, body: error('Something went wrong', 'INTERNAL_ERROR') },
  'network-down': { status: 502, body: error('The network did not answer', 'BRIDGE_ERROR') },
  redirect: { status: 302, headers: { location: '/v1/elsewhere' }, body: '' },
  slow: { delayMs: 30_000 },
  cut: { reset: 'after', performs: true },
  garbage: { html: true, performs: true },
};

/** The fault that this contact brings on each create and start, if it is one that strikes on the wire. */
export function playgroundFault(username: string | undefined): Fault | undefined {
  return username === undefined ? undefined : FAULTS[username];
}

function entry(name: PlaygroundName, fullName: string, happens: string, sentence: string): PlaygroundEntry {
  return { name, contactID: `@${name}:playground`, fullName, happens, sentence };
}
