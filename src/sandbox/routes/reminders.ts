import * as z from 'zod';
import { type ApiResponse, json, noContent } from '../server/response.ts';
import { type App, defineRoute, isBeeper } from '../server/route.ts';
import { atLeast, sinceVersion } from '../server/version.ts';
import type { Reminder } from '../world/model.ts';
import { findChat } from './lookup.ts';

const remindersPath = '/v1/chats/{chatID}/reminders';

const dismissOnIncomingMessage = z.boolean().optional();

const timeReminder = z.object({ remindAt: z.iso.datetime({ offset: true }), dismissOnIncomingMessage });
// In milliseconds since 1970. Ends where JavaScript's dates end.
const numberReminder = z.object({
  remindAtMs: z.number().min(-8.64e15).max(8.64e15),
  dismissOnIncomingMessage,
});

const timeBody = z.object({ reminder: timeReminder });
const numberBody = z.object({ reminder: numberReminder });
/** Other servers of the API reject fields that they do not know. */
const strictNumberBody = z.object({ reminder: numberReminder.strict() });

function bodyFor(version: string, app: App) {
  if (!isBeeper(app)) return strictNumberBody;
  return atLeast(version, sinceVersion.split) ? timeBody : numberBody;
}

export const reminderRoutes = [
  defineRoute({
    method: 'POST',
    path: remindersPath,
    body: bodyFor,
    handler({ app, params, body: { reminder } }) {
      const time = 'remindAt' in reminder ? reminder.remindAt : reminder.remindAtMs;
      const { dismissOnIncomingMessage: dismiss } = reminder;
      return setReminder(app, params.chatID, {
        remindAt: new Date(time).toISOString(),
        ...(dismiss !== undefined && { dismissOnIncomingMessage: dismiss }),
      });
    },
  }),

  defineRoute({
    method: 'DELETE',
    path: remindersPath,
    handler: ({ app, params }) => setReminder(app, params.chatID, null),
  }),
];

/** Other servers accept a chat that does not exist. */
function setReminder(app: App, chatID: string, reminder: Reminder | null): ApiResponse {
  if (isBeeper(app)) {
    findChat(app, chatID).reminder = reminder;
    return noContent();
  }
  const chat = app.world.chat(chatID);
  if (chat) chat.reminder = reminder;
  return json({ success: true });
}
