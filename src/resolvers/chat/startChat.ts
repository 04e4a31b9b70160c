import * as api from '../../beeper/chats/api.ts';
import type { Context } from '../../context.ts';
import type { IdempotencyKey, Written } from '../../writes/pipeline.ts';

type Optional<T> = { [Key in keyof T]?: T[Key] | null | undefined };

interface Identifiers {
  id: string;
  email: string;
  phoneNumber: string;
  username: string;
}

type ContactInput = Optional<Identifiers & { fullName: string }>;

/** Exactly one member: `@oneOf` is checked by graphql. */
export type StartChatUserInput = Optional<Identifiers & { contact: ContactInput }>;

export interface StartChatInput {
  accountID: string;
  user: StartChatUserInput;
  allowInvite?: boolean | null | undefined;
  messageText?: string | null | undefined;
}

/** What became of `messageText`. */
export type FirstMessage = 'NOT_REQUESTED' | 'SENT' | 'NOT_SENT_CHAT_EXISTED' | 'UNKNOWN';

export type StartedChat = Written<api.CreatedChat> & { readonly firstMessage: FirstMessage };

/** Finds the direct chat with the person that Beeper resolves `input.user` to, or creates it. */
export async function startChat(
  { accountID, user, allowInvite, messageText }: StartChatInput,
  key: IdempotencyKey,
  { beeper }: Context,
): Promise<StartedChat> {
  const endpoint = api.startChat({
    accountID,
    user: toUser(user.contact ?? user),
    ...(allowInvite != null && { allowInvite }),
    ...(messageText != null && { messageText }),
  });
  const started = await beeper.write(
    { ...endpoint, operation: 'startChat', inputPaths: toInputPaths(user) },
    key,
  );
  return { ...started, firstMessage: firstMessageOf(messageText, started) };
}

/** In one order, whatever the caller's: an idempotency key stands for the body as it is sent. */
function toUser({ id, email, fullName, phoneNumber, username }: ContactInput) {
  return {
    ...(id != null && { id }),
    ...(email != null && { email }),
    ...(fullName != null && { fullName }),
    ...(phoneNumber != null && { phoneNumber }),
    ...(username != null && { username }),
  };
}

/** Beeper sends the text only with a new chat, and drops it silently on an existing one. */
function firstMessageOf(messageText: string | null | undefined, { status }: api.CreatedChat): FirstMessage {
  if (messageText == null) return 'NOT_REQUESTED';
  if (status === 'created') return 'SENT';
  return status === 'existing' ? 'NOT_SENT_CHAT_EXISTED' : 'UNKNOWN';
}

/** Paths of a merged contact are in `contact`. */
function toInputPaths(user: StartChatUserInput) {
  const given = user.contact == null ? ['input', 'user'] : ['input', 'user', 'contact'];
  const fields = Object.keys(user.contact ?? user).map((field) => [`user.${field}`, [...given, field]]);
  return {
    accountID: ['input', 'accountID'],
    allowInvite: ['input', 'allowInvite'],
    messageText: ['input', 'messageText'],
    user: given,
    ...Object.fromEntries(fields),
  };
}
