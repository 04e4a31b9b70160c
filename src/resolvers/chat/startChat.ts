import type { ToInputPath } from '../../beeper/client.ts';
import type { CreatedChat } from '../../beeper/decode.ts';
import type { StartChatBody } from '../../beeper/types.ts';
import type { Context } from '../../context.ts';
import type { WrittenChat } from '../../writes/idempotency.ts';

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

export interface StartedChat extends WrittenChat {
  readonly firstMessage: FirstMessage;
}

/**
 * Starts a direct chat with the person that Beeper finds for `input.user`, or finds the chat that exists.
 * @param key the caller's idempotency key.
 * @throws {Failure} for everything that can be expected to go wrong; never asks Beeper twice.
 */
export async function startChat(
  input: StartChatInput,
  key: string | null | undefined,
  { beeper, writes }: Context,
): Promise<StartedChat> {
  const { accountID, user, allowInvite, messageText } = input;
  const body: StartChatBody = {
    accountID,
    user: toUser(user.contact ?? user),
    ...(allowInvite != null && { allowInvite }),
    ...(messageText != null && { messageText }),
  };
  const started = await writes.perform({
    key,
    intent: ['startChat', body],
    work: () => beeper.startChat(body, { toInputPath: toInputPath(user), detached: key != null }),
  });
  return { ...started, firstMessage: firstMessageOf(body, started) };
}

/** In one order, whatever the caller's: the body is what an idempotency key stands for. */
function toUser({
  id,
  email,
  fullName,
  phoneNumber,
  username,
}: Optional<Identifiers & { fullName: string }>) {
  return {
    ...(id != null && { id }),
    ...(email != null && { email }),
    ...(fullName != null && { fullName }),
    ...(phoneNumber != null && { phoneNumber }),
    ...(username != null && { username }),
  };
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
