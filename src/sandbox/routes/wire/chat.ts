import { atLeast, sinceVersion } from '../../server/version.ts';
import type { Participant, Reminder, User, WorldChat } from '../../world/model.ts';

/** The maximum number of participants of a chat in a list. */
export const listedParticipants = 20;

/**
 * Returns the chat as an app of this version sends it. Before 4.2.808, chats had half of the fields and no `network`,
 * and participants were plain users.
 *
 * @param maxParticipants -1 for all.
 */
export function toWireChat(chat: WorldChat, appVersion: string, maxParticipants: number): object {
  const { id, localChatID, accountID, title, type, description, isArchived, isMuted, isPinned } = chat;
  const total = chat.participants.length;
  const included = chat.participants.slice(0, maxParticipants < 0 ? total : maxParticipants);
  const isSplit = atLeast(appVersion, sinceVersion.split);
  const items = isSplit ? included : included.map(toUser);
  const common = {
    id,
    localChatID,
    accountID,
    title,
    type,
    participants: { items, hasMore: items.length < total, total },
    lastActivity: chat.lastActivity,
    unreadCount: chat.unreadCount,
    ...(chat.lastReadMessageSortKey && { lastReadMessageSortKey: chat.lastReadMessageSortKey }),
    isArchived,
    isMuted,
    isPinned,
    description,
  };
  const newest = atLeast(appVersion, sinceVersion.mergedChats) ? mergedFields(chat) : {};
  return isSplit
    ? { ...common, ...splitFields(chat), ...newest }
    : { ...common, ...olderReminder(chat.reminder) };
}

/** Before 4.2.808, the time of a reminder is a number. */
function olderReminder(reminder: Reminder | null): object {
  if (!reminder) return {};
  const { remindAt, ...rest } = reminder;
  return { reminder: { remindAtMs: Date.parse(remindAt), ...rest } };
}

function mergedFields({ labels, merge, mergedIntoChatID }: WorldChat): object {
  return {
    ...(labels && { labels }),
    ...(merge && { merge }),
    ...(mergedIntoChatID && { mergedIntoChatID }),
  };
}

function splitFields(chat: WorldChat): object {
  const { network, imgURL, unreadMentionsCount, isLowPriority, isMarkedUnread, isReadOnly } = chat;
  const { draft, reminder, snooze, messageExpirySeconds, capabilities } = chat;
  return {
    network,
    imgURL,
    unreadMentionsCount,
    isLowPriority,
    isMarkedUnread,
    isReadOnly,
    draft,
    reminder,
    snooze,
    messageExpirySeconds,
    ...(capabilities && { capabilities }),
    ...chat.extra,
  };
}

function toUser({ isAdmin: _, isPending: __, isNetworkBot: ___, ...user }: Participant): User {
  return user;
}
