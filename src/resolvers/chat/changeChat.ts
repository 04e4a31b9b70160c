import type { ChangedChat as Changed, ChatChange } from '../../beeper/chatState/api.ts';
import { type Chat, decodeChat } from '../../beeper/chats/wire.ts';
import type { Context } from '../../context.ts';
import { type Confirmation, confirmation } from '../confirmation.ts';
import { chatIn, type WrittenChat } from './writtenChat.ts';

/** The payload of a mutation that changed the state of a chat. */
export interface ChangedChat extends WrittenChat, Pick<Confirmation<Chat>, 'confirmed'> {}

interface ChangeOptions {
  /** The name of the mutation. */
  readonly operation: string;
  /** Where Beeper's fields are in the caller's input, besides `chatID`. */
  readonly inputPaths?: Readonly<Record<string, readonly string[]>>;
  /** As in `Write`. */
  readonly step?: 'first' | 'further';
  /** Whether a chat shows the change; null where it does not tell. */
  readonly shows: (chat: Chat) => boolean | null;
}

/**
 * Changes the state of a chat.
 * @param chatID as the caller gave it; it can be a local chat ID.
 * @throws {Failure} as `RunWrite`.
 */
export async function changeChat(
  chatID: string,
  change: ChatChange,
  { inputPaths, shows, ...options }: ChangeOptions,
  { beeper, chatsAtHand }: Context,
): Promise<ChangedChat> {
  const { answer, ...written } = await beeper.write<Changed>({
    inputPaths: () => ({ chatID: ['input', 'chatID'], ...inputPaths }),
    ...change,
    ...options,
  });
  const knownID = written.chatID ?? chatID;
  const decoded = beeper.decode(decodeChat, chatIn(answer, knownID));
  if (decoded) chatsAtHand.set(decoded.id, decoded);
  return {
    chatID: knownID,
    isInputID: written.chatID === null,
    answer,
    decoded,
    ...confirmation(decoded, shows),
  };
}
