import type { Chat } from '../../beeper/chats/wire.ts';
import type { PageRequest } from '../../beeper/lists.ts';
import type { Message } from '../../beeper/messages/wire.ts';
import type { Page } from '../../beeper/page.ts';
import type { User } from '../../beeper/users/wire.ts';
import type { Context } from '../../context.ts';
import { type Connection, type ConnectionArgs, connect, defaultPageSize } from '../paging.ts';

/** A message, and the chat that it was read in, which knows its people. */
export interface MessageInChat extends Message {
  readonly chat: Chat;
}

/** @returns the messages of a chat, newest first. */
export function messages(
  chat: Chat,
  args: ConnectionArgs,
  { beeper }: Context,
): Promise<Connection<MessageInChat>> {
  return connect(args, {
    fetch: async ({ limit: _, ...page }) => sorted(await readPage(chat, page, beeper)),
    idOf: ({ id }) => id,
    defaultPageSize: defaultPageSize.messages,
  });
}

/**
 * @returns the newest message; null where there is none. It costs nothing in a list of chats, which brings it, and
 * one call elsewhere, the same that `messages` begins with.
 */
export async function lastMessage(chat: Chat, { beeper }: Context): Promise<MessageInChat | null> {
  if (chat.preview !== undefined) return chat.preview && { ...chat.preview, chat };
  const page = sorted(await readPage(chat, { cursor: null, direction: 'before' }, beeper));
  return page.items.find(({ isHidden }) => !isHidden) ?? null;
}

/**
 * @returns who sent it, as far as the chat that it was read in tells: the participant, or in a large group, whose
 * participants come cut, what the message itself says. Never asks Beeper.
 */
export function sender({ chat, senderID, senderName, isSender }: MessageInChat): User | null {
  if (senderID === null) return null;
  return (
    chat.participants?.items.find(({ id }) => id === senderID) ?? {
      id: senderID,
      username: null,
      phoneNumber: null,
      email: null,
      fullName: senderName,
      imgURL: null,
      cannotMessage: null,
      isSelf: isSender,
    }
  );
}

async function readPage(
  chat: Chat,
  page: PageRequest,
  beeper: Context['beeper'],
): Promise<Page<MessageInChat>> {
  const read = await beeper.listMessages(chat.id, page);
  return { ...read, items: read.items.map((message) => ({ ...message, chat })) };
}

const byKey = new Intl.Collator('en', { numeric: true });

/** By sort key, newest first: times may be out of order, and keys are numbers of any length on real apps. */
function sorted(page: Page<MessageInChat>): Page<MessageInChat> {
  const items = page.items.toSorted((a, b) => byKey.compare(b.sortKey ?? '', a.sortKey ?? ''));
  return { ...page, items };
}
