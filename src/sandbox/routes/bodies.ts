import { z } from 'zod';

const id = z.string().min(1);

/** POST /v1/chats without a mode, or with `mode: "create"` where modes exist. */
export const createBody = z
  .looseObject({
    accountID: id,
    type: z.enum(['single', 'group']),
    participantIDs: z.array(id).min(1),
    title: z.string().optional(),
    messageText: z.string().optional(),
  })
  .refine((body) => body.type !== 'single' || body.participantIDs.length <= 1, {
    path: ['participantIDs'],
    message: 'A single chat takes exactly one participantID',
  });

/** POST /v1/chats/start, and POST /v1/chats with `mode: "start"`. */
export const startBody = z.looseObject({
  accountID: id,
  user: z.looseObject({
    id: z.string().optional(),
    username: z.string().optional(),
    phoneNumber: z.string().optional(),
    email: z.string().optional(),
    fullName: z.string().optional(),
  }),
  // The document gives this default for the newer route only; nothing says that `union` had another.
  allowInvite: z.boolean().default(true),
  messageText: z.string().optional(),
});

/** Picks the mode of POST /v1/chats in the dialect `union`. Elsewhere `mode` is an unknown field, and ignored. */
export const modeBody = z.looseObject({ mode: z.enum(['create', 'start']).optional() });

/** What startChat takes, as read. */
export type StartBody = z.output<typeof startBody>;

/** What createChat takes, as read. */
export type CreateBody = z.output<typeof createBody>;
