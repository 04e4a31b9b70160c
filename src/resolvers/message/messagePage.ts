import type { Chat } from '../../beeper/chats/wire.ts';
import type { PageRequest } from '../../beeper/lists.ts';
import { listMessages } from '../../beeper/messages/api.ts';
import type { Message } from '../../beeper/messages/wire.ts';
import type { Page } from '../../beeper/page.ts';
import type { Context } from '../../context.ts';

/** A message with the chat it was read in, which holds the participants. */
export interface MessageInChat extends Message {
  readonly chat: Chat;
}

/** @returns one page of the messages of a chat, newest first. */
export async function messagePage(
  chat: Chat,
  page: PageRequest,
  { beeper }: Context,
): Promise<Page<MessageInChat>> {
  const read = await beeper.read(listMessages(chat.id, page));
  const items = read.items.map((message) => ({ ...message, chat }));
  // Timestamps may be out of order. Sort keys are numbers of any length on real apps.
  items.sort((a, b) => bySortKey.compare(b.sortKey ?? '', a.sortKey ?? ''));
  return { ...read, items };
}

const bySortKey = new Intl.Collator('en', { numeric: true });
