import { expect, test } from 'vitest';
import { applyEvent, emptyState } from '../../examples/live/apply.js';

interface Chat {
  readonly id: string;
  readonly unreadCount: number;
}

interface Message {
  readonly id: string;
  readonly plainText: string;
  readonly sentWithKey?: string | null;
}

const chatID = '!chat:beeper.com';
const hello: Message = { id: '1', plainText: 'Hello' };

/** What a page holds that shows one chat, its conversation open. */
function stateWith(...messages: Message[]) {
  const state = emptyState<Chat, Message>();
  state.chats.set(chatID, { id: chatID, unreadCount: 0 });
  state.messages.set(chatID, new Map(messages.map((message) => [message.id, message])));
  return state;
}

const textsOf = (state: ReturnType<typeof stateWith>) =>
  [...(state.messages.get(chatID)?.values() ?? [])].map(({ plainText }) => plainText);

const upserted = (message: Message | null | undefined, messageID = message?.id ?? '1') =>
  ({ __typename: 'BeeperMessageUpserted', chatID, messageID, message }) as const;

test('a message is added, replaced by its next state, and the same event again changes nothing', () => {
  const state = stateWith();

  for (const event of [
    upserted(hello),
    upserted({ ...hello, plainText: 'Hello!' }),
    upserted({ ...hello, plainText: 'Hello!' }),
  ])
    expect(applyEvent(state, event)).toBeNull();

  expect(textsOf(state)).toEqual(['Hello!']);
});

test('a deleted message leaves, and so does one that is gone when it is read', () => {
  const state = stateWith(hello, { id: '2', plainText: 'Bye' });

  applyEvent(state, { __typename: 'BeeperMessageDeleted', chatID, messageID: '1' });
  expect(textsOf(state)).toEqual(['Bye']);
  applyEvent(state, upserted(null, '2'));
  expect(textsOf(state)).toEqual([]);
});

test('a message that could not be read stays as it is', () => {
  const state = stateWith(hello);

  applyEvent(state, upserted(undefined, '1'));

  expect(textsOf(state)).toEqual(['Hello']);
});

test('the final message takes the place of the pending one that was sent with the same key', () => {
  const state = stateWith();

  applyEvent(state, upserted({ id: 'm1', plainText: 'On my way', sentWithKey: 'a' }));
  applyEvent(state, upserted({ id: '7', plainText: 'On my way', sentWithKey: 'a' }));
  applyEvent(state, upserted({ id: '8', plainText: 'On my way', sentWithKey: null }));

  expect([...(state.messages.get(chatID)?.keys() ?? [])]).toEqual(['7', '8']);
});

test('messages of a chat whose messages were not read are left out, its chat is not', () => {
  const state = stateWith();
  const other = { id: '!other:beeper.com', unreadCount: 1 };

  applyEvent(state, { ...upserted(hello), chatID: other.id, chat: other });

  expect(state.messages.has(other.id)).toBe(false);
  expect(state.chats.get(other.id)).toEqual(other);
});

test('a chat is added and replaced, and leaves with its messages', () => {
  const state = stateWith(hello);

  applyEvent(state, { __typename: 'BeeperChatUpserted', chatID, chat: { id: chatID, unreadCount: 3 } });
  applyEvent(state, { __typename: 'BeeperChatUpserted', chatID });
  expect(state.chats.get(chatID)?.unreadCount).toBe(3);
  applyEvent(state, { __typename: 'BeeperChatDeleted', chatID });

  expect(state).toEqual(emptyState());
});

test('a chat that is gone when it is read leaves, too', () => {
  const state = stateWith(hello);

  applyEvent(state, { __typename: 'BeeperChatUpserted', chatID, chat: null });

  expect(state).toEqual(emptyState());
});

test('a page reads at the start and after a gap that is not closed, and not after a resumed start', () => {
  const state = stateWith(hello);
  const gap = { __typename: 'BeeperLiveGap', needsReload: true, chatIDs: null } as const;

  expect(applyEvent(state, { __typename: 'BeeperLiveStarted', isResumed: false })).toEqual({ chatIDs: null });
  expect(applyEvent(state, { __typename: 'BeeperLiveStarted', isResumed: true })).toBeNull();
  expect(applyEvent(state, gap)).toEqual({ chatIDs: null });
  expect(applyEvent(state, { ...gap, chatIDs: [chatID] })).toEqual({ chatIDs: [chatID] });
  expect(applyEvent(state, { ...gap, needsReload: false })).toBeNull();
  expect(textsOf(state)).toEqual(['Hello']);
});

test('an event of a type that is newer than the page is skipped', () => {
  const state = stateWith(hello);

  expect(applyEvent(state, { __typename: 'BeeperTyping', chatID } as never)).toBeNull();

  expect(textsOf(state)).toEqual(['Hello']);
});
