import { atLeast, SINCE } from '../../server/version.ts';
import type { Participant, User, WorldChat } from '../../world/model.ts';

/** How many participants a chat of a list brings at most. */
export const LISTED_PARTICIPANTS = 20;

/**
 * The chat as an app of this version sends it, with at most `participants` of its members (-1 for all).
 * Before 4.2.808 a chat had half of the fields and no `network`, and its participants were plain users.
 */
export function toWireChat(chat: WorldChat, appVersion: string, participants: number): object {
  const { id, localChatID, accountID, title, type, description, isArchived, isMuted, isPinned } = chat;
  const count = participants < 0 ? chat.participants.length : participants;
  const newer = atLeast(appVersion, SINCE.split);
  const some = chat.participants.slice(0, count);
  const items = newer ? some : some.map(toUser);
  const total = chat.participants.length;
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
  return newer ? { ...common, ...newerFields(chat) } : common;
}

function newerFields(chat: WorldChat): object {
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
