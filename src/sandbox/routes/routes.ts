import type { SandboxRoute } from '../server/matchRoute.ts';
import type { ApiRequest } from '../server/request.ts';
import type { Answer } from '../server/response.ts';
import { getAccount, listAccounts } from './accounts.ts';
import { listContacts, searchContacts } from './contacts.ts';
import { postChats } from './createChat.ts';
import { getChat } from './getChat.ts';
import { info } from './info.ts';
import { listChats } from './listChats.ts';
import { getMessage, listMessages } from './messages.ts';
import { searchChats } from './searchChats.ts';
import { searchMessages } from './searchMessages.ts';
import { startChat } from './startChat.ts';

/** What each route does. A handler answers at once, or throws a Problem. */
export const HANDLERS: Record<SandboxRoute, (request: ApiRequest) => Answer> = {
  'GET /v1/info': info,
  'GET /v1/accounts': listAccounts,
  'GET /v1/accounts/{accountID}': getAccount,
  'GET /v1/accounts/{accountID}/contacts': searchContacts,
  'GET /v1/accounts/{accountID}/contacts/list': listContacts,
  'GET /v1/chats': listChats,
  'GET /v1/chats/search': searchChats,
  'GET /v1/chats/{chatID}': getChat,
  'GET /v1/chats/{chatID}/messages': listMessages,
  'GET /v1/chats/{chatID}/messages/{messageID}': getMessage,
  'GET /v1/messages/search': searchMessages,
  'POST /v1/chats': postChats,
  'POST /v1/chats/start': startChat,
};
