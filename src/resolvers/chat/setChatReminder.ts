import * as api from '../../beeper/chatState/api.ts';
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
      // Some servers keep whole seconds.
      shows: ({ reminder }) => isSameSecond(reminder?.remindAt ?? null, remindAt),
    },
    context,
  );
}

const isSameSecond = (found: Date | null, set: Date): boolean =>
  found !== null && Math.abs(found.getTime() - set.getTime()) < 1_000;
