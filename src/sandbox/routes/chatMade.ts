import { doesWork } from '../server/fault.ts';
import type { ApiRequest, App } from '../server/request.ts';
import type { Answer } from '../server/response.ts';
import { json } from '../server/response.ts';
import { dialectOf } from '../server/version.ts';
import type { Contact, WorldAccount, WorldChat } from '../world/model.ts';
import { PLAYGROUND_ACCOUNT_ID, playgroundFault } from '../world/playground.ts';
import { LISTED_PARTICIPANTS, toWireChat } from './wire/chat.ts';

/** How a call comes to its chat. */
interface Making {
  account: WorldAccount;
  others: readonly Contact[];
  make: () => WorldChat;
  /** Only startChat tells of one. */
  status?: 'existing' | 'created';
}

/**
 * Makes the chat and gives the answer in the app's dialect: the ID alone, or from 4.2.808 the whole chat. With
 * somebody of the playground, the answer carries that contact's fault, and no chat is made if it comes before that.
 */
export function chatMade({ app }: ApiRequest, { account, others, make, status }: Making): Answer {
  const names = account.accountID === PLAYGROUND_ACCOUNT_ID ? others.map(({ username }) => username) : [];
  const fault = names.map(playgroundFault).find((one) => one !== undefined);
  if (fault && !doesWork(fault)) return { ...json({}), fault };
  const chat = make();
  return { ...json(bodyOf(chat, app, status, names)), ...(fault && { fault }) };
}

function bodyOf(chat: WorldChat, app: App, status: Making['status'], names: readonly unknown[]): object {
  if (names.includes('follow-up-fails')) return { chatID: chat.id };
  const short = { chatID: chat.id, ...(status && { status }) };
  if (dialectOf(app.version) !== 'split') return short;
  return { ...toWireChat(chat, app.version, LISTED_PARTICIPANTS), ...short };
}
