/** @returns whether a chat has unread messages, or was marked as if it had. */
export function isUnread(chat: {
  readonly unreadCount: number | null;
  readonly isMarkedUnread: boolean | null;
}): boolean {
  return Boolean(chat.unreadCount || chat.isMarkedUnread);
}
