import type { Chat } from '../../beeper/chats/wire.ts';
import { type Feature, supports } from '../../beeper/features.ts';
import { isReactionRow, type Message } from '../../beeper/messages/wire.ts';
import type { Context } from '../../context.ts';
import type { MessageInChat } from './connectMessages.ts';
import type { DeleteScope } from './deleteMessage.ts';
import { knownChatOf } from './messageChat.ts';

type Capabilities = NonNullable<ReturnType<Chat['capabilities']>>;

/** What the caller may do with a message, computed from what is read anyhow. Null where that can't be told. */

/** A message that is deleted, not sent, or only stands for a reaction. */
const isNoTarget = (message: Message): boolean =>
  message.isDeleted === true || isReactionRow(message) || !isSent(message);

/** Beeper's apps report no status for messages that were read from the network. */
const isSent = ({ sendStatus }: Message): boolean => !/^(pending|fail)/i.test(sendStatus?.status ?? '');

/** Whether the server is known not to have it. Its version came with the message. */
const lacks = (feature: Feature, { serverInfo }: Context): boolean =>
  supports(feature, serverInfo.known()) === false;

export async function viewerCanEdit(message: MessageInChat, context: Context): Promise<boolean | null> {
  const { isSender, attachments } = message;
  if (isSender === false || attachments?.length || isNoTarget(message)) return false;
  if (lacks('editMessage', context)) return false;
  const capabilities = await capabilitiesOf(message);
  if (isSender === null || capabilities === null) return null;
  return both(isAllowed(capabilities.edit), isWithin(capabilities.editMaxAge, message));
}

export async function viewerCanDeleteFor(
  message: MessageInChat,
  context: Context,
): Promise<readonly DeleteScope[] | null> {
  if (isNoTarget(message) || lacks('singleMessages', context)) return [];
  const capabilities = await capabilitiesOf(message);
  if (capabilities === null) return null;
  const forEveryone = canDeleteForEveryone(message, capabilities);
  if (forEveryone === null) return null;
  // Capabilities name it only where it is supported. It has no age limit.
  const forMe = capabilities.deleteForMe === true;
  return [...(forEveryone ? ['EVERYONE' as const] : []), ...(forMe ? ['ME' as const] : [])];
}

function canDeleteForEveryone(message: Message, capabilities: Capabilities): boolean | null {
  const { isSender } = message;
  return both(isSender, both(isAllowed(capabilities.delete), isWithin(capabilities.deleteMaxAge, message)));
}

export async function viewerCanReact(message: MessageInChat, context: Context): Promise<boolean | null> {
  if (isNoTarget(message) || lacks('reactions', context)) return false;
  const capabilities = await capabilitiesOf(message);
  return isAllowed(capabilities?.reaction ?? null);
}

const capabilitiesOf = async (message: MessageInChat): Promise<Capabilities | null> =>
  (await knownChatOf(message))?.capabilities() ?? null;

/** @param level as Beeper's: above 0 it is supported. */
const isAllowed = (level: number | null): boolean | null => (level === null ? null : level > 0);

/** @param maxAge in seconds; null for no limit. */
function isWithin(maxAge: number | null, { timestamp }: Message): boolean | null {
  if (maxAge === null) return true;
  return timestamp && Date.now() - timestamp.getTime() <= maxAge * 1_000;
}

/** False where one is, else null where one is. */
const both = (one: boolean | null, other: boolean | null): boolean | null =>
  one === false || other === false ? false : one === null || other === null ? null : true;
