import type { Message, Participant, WorldChat } from './model.ts';
import { addReaction, removeReaction } from './reactions.ts';
import type { NewMessage, World } from './types.ts';

/** How many of the newest own messages a read receipt marks. */
const seenLimit = 20;

/** Who acts: a participant's ID. By default the first participant other than the account's own user. */
export interface From {
  from?: string;
}

/**
 * What other people do, in the apps of their networks. Each method sends the events that tell of it. The chat and message
 * IDs are those of the API.
 * @throws {Error} from each method, if there is no such chat, message or participant.
 */
export interface People {
  /** Writes a message and returns its ID. */
  write(chatID: string, text: string, more?: From & { replyTo?: string }): string;
  /** Edits a message of anybody. */
  edit(chatID: string, messageID: string, text: string): void;
  /** Deletes a message of anybody for everyone, as the sandbox's option `removal` says. */
  remove(chatID: string, messageID: string): void;
  react(chatID: string, messageID: string, reactionKey: string, more?: From): void;
  unreact(chatID: string, messageID: string, reactionKey: string, more?: From): void;
  /** Reads the own messages of the chat: they are `seen`. */
  read(chatID: string, more?: From): void;
  rename(chatID: string, title: string): void;
  /** Begins a direct chat with a message and returns the ID of the chat. The person is a contact of the account. */
  startChat(accountID: string, userID: string, text: string): string;
  deleteChat(chatID: string): void;
  /** Changes the chat in any way. */
  change(chatID: string, change: (chat: WorldChat) => void): void;
}

export function createPeople(world: World): People {
  const change = <Result>(chatID: string, act: (chat: WorldChat) => Result): Result =>
    world.changes.observe(() => act(found(world.chat(chatID), 'chat')));
  const changeMessage = (
    chatID: string,
    messageID: string,
    act: (chat: WorldChat, message: Message) => void,
  ) => change(chatID, (chat) => act(chat, found(messageOf(chat, messageID), 'message')));
  const timestamp = () => new Date(world.now()).toISOString();

  return {
    write: (chatID, text, { from, replyTo } = {}) =>
      change(chatID, (chat) => {
        const content: NewMessage['content'] = { text, ...(replyTo && { linkedMessageID: replyTo }) };
        return world.receive(chat, personOf(chat, from), content).id;
      }),
    edit: (chatID, messageID, text) =>
      changeMessage(chatID, messageID, (_, message) => {
        message.text = text;
        message.editedTimestamp = timestamp();
      }),
    remove: (chatID, messageID) => changeMessage(chatID, messageID, world.remove),
    react: (chatID, messageID, reactionKey, { from } = {}) =>
      changeMessage(chatID, messageID, (chat, message) =>
        addReaction(chat, message, personOf(chat, from).id, reactionKey),
      ),
    unreact: (chatID, messageID, reactionKey, { from } = {}) =>
      changeMessage(chatID, messageID, (chat, message) =>
        removeReaction(message, personOf(chat, from).id, reactionKey),
      ),
    read: (chatID, { from } = {}) =>
      change(chatID, (chat) => markSeen(chat, personOf(chat, from).id, timestamp())),
    rename: (chatID, title) =>
      change(chatID, (chat) => {
        chat.title = title;
      }),
    startChat: (accountID, userID, text) =>
      world.changes.observe(() => {
        const account = found(world.account(accountID), 'account');
        const person = found(
          account.contacts.find(({ id }) => id === userID),
          'contact',
        );
        const chat = world.addChat(account, { type: 'single', others: [person] });
        world.receive(chat, personOf(chat, userID), { text });
        return chat.id;
      }),
    deleteChat: (chatID) => change(chatID, world.deleteChat),
    change,
  };
}

/** The form of `seen` differs: a time in a direct chat, and the times by participant in a group. */
function markSeen(chat: WorldChat, participantID: string, time: string): void {
  const sent = chat.messages.filter(
    ({ isSender, isDeleted, sendStatus }) => isSender && !isDeleted && sendStatus?.status !== 'PENDING',
  );
  for (const message of sent.slice(-seenLimit)) {
    const { seen } = message;
    if (chat.type === 'single') message.seen = typeof seen === 'string' ? seen : time;
    else message.seen = { [participantID]: time, ...(typeof seen === 'object' && seen) };
  }
}

function personOf(chat: WorldChat, id: string | undefined): Participant {
  const others = chat.participants.filter(({ isSelf }) => !isSelf);
  return found(id === undefined ? others[0] : others.find((one) => one.id === id), 'participant');
}

function messageOf({ messages }: WorldChat, messageID: string): Message | undefined {
  return messages.findLast(({ id }) => id === messageID);
}

function found<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new Error(`The sandbox has no such ${what}.`);
  return value;
}
