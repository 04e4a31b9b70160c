import type { Message, WorldChat } from './model.ts';

/** What an action did to one chat. */
export interface ChatChange {
  readonly chat: WorldChat;
  /** What happened to the chat itself; null if only messages changed. */
  readonly chatIs: 'new' | 'changed' | 'deleted' | null;
  /** New and changed messages, oldest first. */
  readonly upserted: readonly Message[];
  /** Messages that are no longer in the chat. */
  readonly removed: readonly Message[];
  /** IDs of pending messages that now have another ID. */
  readonly replacedIDs: readonly string[];
}

/**
 * Finds out what actions change: each chat is remembered when it is looked up during an action, and compared at its end.
 * Does nothing without a listener.
 */
export interface Changes {
  /** Told of each changed chat, in the order in which the chats were looked up. */
  listener: ((change: ChatChange) => void) | null;
  /** Runs the action, then tells of its changes. An action can contain another one. */
  observe<Result>(action: () => Result): Result;
  /** Tells of the changes up to now, so that an action can have several steps. */
  tell(): void;
  /** Call before the chat changes. Has no effect outside of an action. */
  touch(chat: WorldChat): void;
  touchAll(): void;
  /** Call before a chat is added. */
  touchNew(chat: WorldChat): void;
}

/** The fields of a message; those that are objects as JSON. Several times faster than JSON for all of it. */
type Copy = Readonly<Record<string, unknown>>;

/** The messages are in the order of the chat. */
interface Snapshot {
  readonly state: string;
  readonly messages: ReadonlyMap<Message, Copy>;
}

/** @param chats the existing chats by ID. */
export function createChanges(chats: ReadonlyMap<string, WorldChat>): Changes {
  const before = new Map<WorldChat, Snapshot | null>();
  let depth = 0;

  const changes: Changes = {
    listener: null,
    observe(action) {
      depth++;
      try {
        return action();
      } finally {
        changes.tell();
        depth--;
        if (depth === 0) before.clear();
      }
    },
    tell() {
      for (const [chat, old] of before) {
        const now = exists(chat) ? snapshotOf(chat) : null;
        before.set(chat, now);
        const change = compare(chat, old, now);
        if (change) changes.listener?.(change);
      }
    },
    touch(chat) {
      if (depth > 0 && changes.listener && exists(chat) && !before.has(chat))
        before.set(chat, snapshotOf(chat));
    },
    touchAll() {
      if (depth > 0) for (const chat of chats.values()) changes.touch(chat);
    },
    touchNew(chat) {
      if (depth > 0 && changes.listener) before.set(chat, null);
    },
  };
  const exists = (chat: WorldChat) => chats.get(chat.id) === chat;
  return changes;
}

function snapshotOf({ messages, ...state }: WorldChat): Snapshot {
  return {
    state: JSON.stringify(state),
    messages: new Map(messages.map((message) => [message, copyOf(message)])),
  };
}

function copyOf(message: Message): Copy {
  const copy: Record<string, unknown> = { ...message };
  for (const name in copy) if (typeof copy[name] === 'object') copy[name] = JSON.stringify(copy[name]);
  return copy;
}

function isEqual(one: Copy, other: Copy): boolean {
  for (const name in one) if (one[name] !== other[name]) return false;
  return Object.keys(one).length === Object.keys(other).length;
}

function compare(chat: WorldChat, old: Snapshot | null, now: Snapshot | null): ChatChange | null {
  const nothing = { chat, upserted: [], removed: [], replacedIDs: [] };
  if (!now) return old && { ...nothing, chatIs: 'deleted' };
  if (!old) return { ...nothing, chatIs: 'new', upserted: [...now.messages.keys()] };
  const change: ChatChange = {
    chat,
    chatIs: old.state === now.state ? null : 'changed',
    upserted: [...now.messages].flatMap(([message, copy]) => {
      const before = old.messages.get(message);
      return before && isEqual(before, copy) ? [] : [message];
    }),
    removed: [...old.messages.keys()].filter((message) => !now.messages.has(message)),
    replacedIDs: [...old.messages].flatMap(([message, { id }]) =>
      now.messages.has(message) && message.id !== id ? [String(id)] : [],
    ),
  };
  return change.chatIs || change.upserted.length || change.removed.length ? change : null;
}
