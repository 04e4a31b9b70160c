import * as z from 'zod';
import { json } from '../server/response.ts';
import { defineRoute, isBeeper } from '../server/route.ts';
import { findChat } from './lookup.ts';

export const focusRoutes = [
  // Brings the app to the front, which has no effect here. Other servers have no window, and accept everything.
  defineRoute({
    method: 'POST',
    path: '/v1/focus',
    body: z
      .object({
        chatID: z.string().optional(),
        messageID: z.string().optional(),
        draftText: z.string().optional(),
        draftAttachmentPath: z.string().optional(),
      })
      .default({}),
    handler({ app, body: { chatID } }) {
      if (chatID !== undefined && isBeeper(app)) findChat(app, chatID);
      return json({ success: true });
    },
  }),
];
