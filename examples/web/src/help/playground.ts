/** One way to fail, or to be successful, that the sandbox has ready. */
export interface Trial {
  /** `startChat` with the username, or `sendMessage` to the chat of this name. */
  readonly mutation: 'startChat' | 'sendMessage';
  readonly name: string;
  /** What happens. */
  readonly what: string;
}

interface TrialGroup {
  readonly title: string;
  readonly trials: readonly Trial[];
}

/** The failure playground of the sandbox, by what a page has to do. docs/errors.md has the same list. */
export const trialGroups: readonly TrialGroup[] = [
  {
    title: 'Starting a chat works',
    trials: starts({
      works: 'The chat is created.',
      existing: 'There is a chat already. Beeper drops the first message.',
      'follow-up-fails': 'The chat is created, but can’t be read.',
    }),
  },
  {
    title: 'Starting a chat: something to correct',
    trials: starts({
      invalid: 'The network rejects the person. The problem has a path.',
      'token-expired': 'Beeper rejects the access token.',
      'may-not-be-messaged': 'The person accepts no messages.',
      'unknown-user': 'The network does not know the person.',
      conflict: 'The state of the account does not allow it.',
    }),
  },
  {
    title: 'Starting a chat: try again later',
    trials: starts({
      'rate-limited': 'Too many requests. Wait 7 seconds.',
      unavailable: 'Beeper is starting.',
    }),
  },
  {
    title: 'Starting a chat: it may have been done',
    trials: starts({
      'route-missing': 'Something other than Beeper answers 404.',
      crash: 'Beeper answers 500.',
      'network-down': 'The network behind Beeper does not respond.',
      redirect: 'A redirect, which is not followed.',
      cut: 'The chat is created, and the connection breaks.',
      garbage: 'The chat is created, and the answer is an HTML page.',
      slow: 'The chat is created, and the answer comes too late: after 15 seconds.',
    }),
  },
  {
    title: 'Sending a message is accepted',
    trials: sends({
      works: 'The message is sent.',
      'fails-permanently': 'The network rejects the message later.',
      'fails-retriably': 'The message fails later, and can be sent again.',
      'stays-pending': 'What became of the message is never known.',
    }),
  },
  {
    title: 'Sending a message: something to correct',
    trials: sends({
      invalid: 'The network rejects the text. The problem has a path.',
      'token-read-only': 'The access token can only read.',
      'may-not-be-messaged': 'The person accepts no messages.',
      'read-only': 'Only administrators can write in the chat.',
      gone: 'The chat was deleted on another device.',
      conflict: 'The state of the chat does not allow it.',
    }),
  },
  {
    title: 'Sending a message: try again later',
    trials: sends({ 'rate-limited': 'Too many requests. Wait 7 seconds.' }),
  },
  {
    title: 'Sending a message: the gateway looks for it, and finds it',
    trials: sends({
      'network-lost': 'The message is sent, and the answer is an error.',
      cut: 'The message is sent, and the connection breaks.',
      garbage: 'The message is sent, and the answer is an HTML page.',
      slow: 'The message is sent, and the answer comes too late: after 15 seconds.',
    }),
  },
  {
    title: 'Sending a message: it may have been done',
    trials: sends({
      unavailable: 'Beeper answers 503.',
      'route-missing': 'Something other than Beeper answers 404.',
      crash: 'Beeper answers 500.',
      'network-down': 'The network behind Beeper does not respond.',
      redirect: 'A redirect, which is not followed.',
    }),
  },
];

function starts(trials: Record<string, string>): Trial[] {
  return Object.entries(trials).map(([name, what]) => ({ mutation: 'startChat', name, what }));
}

function sends(trials: Record<string, string>): Trial[] {
  return Object.entries(trials).map(([name, what]) => ({ mutation: 'sendMessage', name, what }));
}
