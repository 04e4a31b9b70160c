import { atLeast, SINCE } from '../version.ts';
import type { WorldChat } from '../world/model.ts';

/** How many participants a chat of a list brings at most. */
export const LISTED_PARTICIPANTS = 20;

/**
 * The chat as an app of this version sends it, with at most `participants` of its members (-1 for all).
 * Before 4.2.808 a chat had half of the fields, and no `network`.
 */
export function toWireChat(chat: WorldChat, appVersion: string, participants: number): object {
  const { id, localChatID, accountID, title, type, description, isArchived, isMuted, isPinned } = chat;
  const count = participants < 0 ? chat.participants.length : participants;
  const items = chat.participants.slice(0, count);
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
  if (!atLeast(appVersion, SINCE.split)) return common;
  return { ...common, ...newerFields(chat) };
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
  };
}
