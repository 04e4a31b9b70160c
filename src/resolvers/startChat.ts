import type { ToInputPath } from '../beeper/client.ts';
import type { CreatedChat } from '../beeper/decode.ts';
import type { StartChatBody } from '../beeper/types.ts';
import type { Context } from '../context.ts';

type Optional<T> = { [Key in keyof T]?: T[Key] | null | undefined };

interface Identifiers {
  id: string;
  email: string;
  phoneNumber: string;
  username: string;
}

/** Exactly one member, as `@oneOf` has made sure. */
export type StartChatUserInput = Optional<
  Identifiers & { contact: Optional<Identifiers & { fullName: string }> }
>;

export interface StartChatInput {
  accountID: string;
  user: StartChatUserInput;
  allowInvite?: boolean | null | undefined;
  messageText?: string | null | undefined;
}

/** What became of `messageText`. */
export type FirstMessage = 'NOT_REQUESTED' | 'SENT' | 'NOT_SENT_CHAT_EXISTED' | 'UNKNOWN';

export interface StartedChat extends CreatedChat {
  readonly firstMessage: FirstMessage;
}

/**
 * Starts a direct chat with the person that Beeper finds for `input.user`, or finds the chat that exists.
 * @throws {Failure} for everything that can be expected to go wrong; never asks Beeper twice.
 */
export async function startChat(input: StartChatInput, { beeper }: Context): Promise<StartedChat> {
  const { accountID, user, allowInvite, messageText } = input;
  const body: StartChatBody = {
    accountID,
    user: withoutNulls(user.contact ?? user),
    ...(allowInvite != null && { allowInvite }),
    ...(messageText != null && { messageText }),
  };
  const started = await beeper.startChat(body, toInputPath(user));
  return { ...started, firstMessage: firstMessageOf(body, started) };
}

function withoutNulls(fields: Optional<Record<string, unknown>>): StartChatBody['user'] {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null));
}

/** Beeper sends the text only with a new chat, and drops it without a word on one that exists. */
function firstMessageOf({ messageText }: StartChatBody, { status }: CreatedChat): FirstMessage {
  if (messageText === undefined) return 'NOT_REQUESTED';
  if (status === 'created') return 'SENT';
  return status === 'existing' ? 'NOT_SENT_CHAT_EXISTED' : 'UNKNOWN';
}

/** Beeper's `["body", "user", "email"]` is `["input", "user", "email"]`, or lies in `contact` where that was used. */
const toInputPath =
  (user: StartChatUserInput): ToInputPath =>
  (path) => {
    const [field, part] = path.map(String).filter((step, place) => place > 0 || step !== 'body');
    if (field === 'accountID' || field === 'allowInvite' || field === 'messageText') return ['input', field];
    if (field !== 'user') return ['input'];
    const given = user.contact == null ? ['input', 'user'] : ['input', 'user', 'contact'];
    return part !== undefined && part in (user.contact ?? user) ? [...given, part] : given;
  };
