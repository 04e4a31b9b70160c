import * as api from '../../beeper/chatState/api.ts';
import type { Reminder } from '../../beeper/chats/wire.ts';
import type { Context } from '../../context.ts';
import { InvalidInputFailure } from '../../failures.ts';
import { type ChangedChat, changeChat } from './changeChat.ts';

export interface SetChatReminderInput {
  readonly chatID: string;
  readonly remindAt: Date;
  readonly dismissOnIncomingMessage?: boolean | null | undefined;
}

/**
 * Sets the reminder of a chat.
 * @throws {InvalidInputFailure} for a time that is past.
 */
export async function setChatReminder(
  { chatID, remindAt, dismissOnIncomingMessage }: SetChatReminderInput,
  context: Context,
): Promise<ChangedChat> {
  const path = ['input', 'remindAt'];
  if (remindAt.getTime() <= Date.now()) {
    const message = 'The time of a reminder must be in the future. Check its time zone.';
    throw new InvalidInputFailure([{ path, code: 'past', message }]);
  }
  const dismiss = dismissOnIncomingMessage ?? undefined;
  return changeChat(
    chatID,
    api.setChatReminder(chatID, { remindAt, dismissOnIncomingMessage: dismiss }),
    {
      operation: 'setChatReminder',
      inputPaths: {
        'reminder.remindAt': path,
        'reminder.remindAtMs': path,
        'reminder.dismissOnIncomingMessage': ['input', 'dismissOnIncomingMessage'],
      },
      shows: ({ reminder }) => reminder !== null && showsReminder(reminder, remindAt, dismiss),
    },
    context,
  );
}

/** Some servers keep whole seconds. */
const showsReminder = (found: Reminder, remindAt: Date, dismiss: boolean | undefined): boolean =>
  found.remindAt !== null &&
  Math.abs(found.remindAt.getTime() - remindAt.getTime()) < 1_000 &&
  (dismiss === undefined || (found.dismissOnIncomingMessage ?? dismiss) === dismiss);
