import * as z from 'zod';
import { invalidRequest, notFound } from '../server/apiError.ts';
import { runsHandler } from '../server/fault.ts';
import { type ApiResponse, json } from '../server/response.ts';
import { type App, defineRoute, isBeeper } from '../server/route.ts';
import { dialectOf, sinceVersion } from '../server/version.ts';
import type { Contact, WorldAccount, WorldChat } from '../world/model.ts';
import { playgroundAccountID, playgroundFault } from '../world/playground.ts';
import { identifies, resolveUser } from '../world/resolveUser.ts';
import { checkAccount, checkFirstMessage, checkInvite, checkPeople } from './chatRules.ts';
import { findAccount } from './lookup.ts';
import { listedParticipants, toWireChat } from './wire/chat.ts';

const id = z.string().min(1);

const createBody = z
  .object({
    accountID: id,
    type: z.enum(['single', 'group']),
    participantIDs: z.array(id).min(1),
    title: z.string().optional(),
    messageText: z.string().optional(),
  })
  .refine((body) => body.type !== 'single' || body.participantIDs.length <= 1, {
    path: ['participantIDs'],
    message: 'A single chat requires exactly one participantID',
  });

const startBody = z.object({
  accountID: id,
  user: z.object({
    id: z.string().optional(),
    username: z.string().optional(),
    phoneNumber: z.string().optional(),
    email: z.string().optional(),
    fullName: z.string().optional(),
  }),
  // Documented for the newer route only. Nothing says that `union` had another default.
  allowInvite: z.boolean().default(true),
  messageText: z.string().optional(),
});

const createOrStartBody = z.discriminatedUnion(
  'mode',
  [
    createBody.safeExtend({ mode: z.literal('create').optional() }),
    startBody.extend({ mode: z.literal('start') }),
  ],
  { error: (issue) => (issue.code === 'invalid_union' ? 'Expected "create" or "start"' : undefined) },
);

type CreateBody = z.output<typeof createBody>;
type StartBody = z.output<typeof startBody>;

export const chatWriteRoutes = [
  // Dialects other than `union` ignore `mode`, like any unknown field.
  defineRoute({
    method: 'POST',
    path: '/v1/chats',
    body: (version) => (dialectOf(version) === 'union' ? createOrStartBody : createBody),
    handler: ({ app, body }) => ('user' in body ? startChat(app, body) : createChat(app, body)),
  }),

  defineRoute({
    method: 'POST',
    path: '/v1/chats/start',
    since: sinceVersion.split,
    body: startBody,
    handler: ({ app, body }) => startChat(app, body),
  }),
];

/** Creates a new chat on each call, even if one with the same people exists. Repeating a call is not safe. */
function createChat(app: App, body: CreateBody): ApiResponse {
  const account = findAccount(app, body.accountID);
  checkAccount(account);
  const others = [...new Set(body.participantIDs)].map((participantID) => {
    const contact = account.contacts.find((one) => one.id === participantID);
    if (!contact) throw notFound('User');
    return contact;
  });
  checkPeople(others, ['body', 'participantIDs']);
  checkFirstMessage(account, body.messageText);
  const { type, title } = body;
  const messageText = textToSend(app, body.messageText);
  const chat = () => app.world.addChat(account, { type, others, title, messageText });
  return chatResponse(app, { account, others, chat });
}

/** Returns the direct chat with the person if there is one, and then drops the first message, as running apps do. */
function startChat(app: App, { user, messageText, ...body }: StartBody): ApiResponse {
  const account = findAccount(app, body.accountID);
  checkAccount(account);
  if (!identifies(user)) {
    const message = 'At least one of id, username, phoneNumber and email is required';
    throw invalidRequest([{ code: 'custom', message, path: ['body', 'user'] }]);
  }
  const person = resolveUser(account.contacts, user);
  if (!person) throw notFound('User');
  const others = [person];
  const existing = app.world.directChat(account.accountID, person.id);
  if (existing) return chatResponse(app, { account, others, chat: () => existing, status: 'existing' });

  checkPeople(others, ['body', 'user']);
  checkInvite(person, body.allowInvite);
  checkFirstMessage(account, messageText);
  const chat = () =>
    app.world.addChat(account, { type: 'single', others, messageText: textToSend(app, messageText) });
  return chatResponse(app, { account, others, chat, status: 'created' });
}

/** Other servers of the API take a text that begins with a slash for a command, and send nothing. */
function textToSend(app: App, messageText: string | undefined): string | undefined {
  return !isBeeper(app) && messageText?.startsWith('/') ? undefined : messageText;
}

interface ChatResult {
  account: WorldAccount;
  others: readonly Contact[];
  /** Finds or creates the chat. Not called if a playground fault replaces the response. */
  chat: () => WorldChat;
  /** Only startChat responds with a status. */
  status?: 'existing' | 'created';
}

/**
 * Responds with the ID alone, or from 4.2.808 with the complete chat. If a playground contact takes part, its fault is
 * added.
 */
function chatResponse(app: App, { account, others, chat, status }: ChatResult): ApiResponse {
  const names = account.accountID === playgroundAccountID ? others.map(({ username }) => username) : [];
  const fault = names.map(playgroundFault).find((one) => one !== undefined);
  if (fault && !runsHandler(fault)) return { ...json({}), fault };
  const found = chat();
  const short = { chatID: found.id, ...(status && { status }) };
  const complete = { ...toWireChat(found, app.version, listedParticipants), ...short };
  const body = dialectOf(app.version) === 'split' ? complete : short;
  const onlyID = names.includes('follow-up-fails');
  return { ...json(onlyID ? { chatID: found.id } : body), ...(fault && { fault }) };
}
