import * as api from '../../beeper/chats/api.ts';
import type { Context } from '../../context.ts';
import type { IdempotencyKey, Written } from '../../writes/pipeline.ts';
import { firstMessage, type WithFirstMessage } from './firstMessage.ts';
import { checkPerson, type PersonCheck } from './personConfirmed.ts';

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

export type StartedChat = Written<api.CreatedChat> & WithFirstMessage & PersonCheck;

/** Finds the direct chat with the person that Beeper resolves `input.user` to, or creates it. */
export async function startChat(
  { accountID, user, allowInvite, messageText }: StartChatInput,
  key: IdempotencyKey,
  context: Context,
): Promise<StartedChat> {
  const endpoint = api.startChat({
    accountID,
    user: toUser(user.contact ?? user),
    allowInvite: allowInvite ?? undefined,
    messageText: messageText ?? undefined,
  });
  const started = await context.beeper.write(
    { operation: 'startChat', inputPaths: () => toInputPaths(user), ...endpoint },
    key,
  );
  const isNew = started.status === null ? null : started.status === 'created';
  return {
    firstMessage: () => firstMessage(messageText, { isNew, ...started }, context),
    ...started,
    ...checkPerson((user.contact ?? user).id, started, context),
  };
}

/** In one order, whatever the caller's: an idempotency key stands for the body as it is sent. */
function toUser({ id, email, fullName, phoneNumber, username }: ContactInput) {
  return {
    id: id ?? undefined,
    email: email ?? undefined,
    fullName: fullName ?? undefined,
    phoneNumber: phoneNumber ?? undefined,
    username: username ?? undefined,
  };
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
