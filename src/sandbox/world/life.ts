import { answers, lines, reactionKeys } from './lifeLines.ts';
import type { Message, WorldChat } from './model.ts';
import type { People } from './people.ts';
import { playgroundAccountID } from './playground.ts';
import { seedChatIDs } from './seedChatIDs.ts';
import type { World } from './types.ts';

export interface LifeOptions {
  /** About how long it takes until somebody does something. Default 12,000. */
  everyMs?: number;
  /** Time after which somebody answers an own message. Default 3,000. */
  answerMs?: number;
  /** How often somebody does something, so that chats do not grow for ever. Answers do not count. Default 500. */
  acts?: number;
}

/** Waits between acts, as parts of `everyMs`. */
const pace = [0.8, 0.3, 1.5, 0.6, 1.9, 0.5, 1.2];

/**
 * Lets people write, reply, react, read, edit and delete in some chats, and answer what is sent to them. The same happens in
 * each world, at about the same times.
 *
 * @returns a function that ends it.
 */
export function startLife(
  world: World,
  people: People,
  { everyMs = 12_000, answerMs = 3_000, acts = 500 }: LifeOptions = {},
): () => void {
  const timers = new Set<NodeJS.Timeout>();
  const later = (ms: number, act: () => void) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      act();
    }, ms).unref();
    timers.add(timer);
  };
  const cast = castOf(world);
  const script = createScript(people);
  let count = 0;

  const next = () => {
    if (count >= acts) return;
    later(everyMs * at(pace, count), () => {
      const { chat: n, act } = at(script, count);
      const chat = world.chats.get(at(cast, n));
      if (chat) act(chat, count);
      count++;
      next();
    });
  };
  next();

  /** Chats in which somebody is about to answer. There is one answer at a time, to the last message. */
  const answering = new Set<WorldChat>();
  let answered = 0;
  world.onSent = (chat) => {
    if (chat.accountID === playgroundAccountID || answering.has(chat)) return;
    if (chat.participants.every(({ isSelf }) => isSelf)) return;
    answering.add(chat);
    later(answerMs / 2, () => ifExists(world, chat, () => people.read(chat.id)));
    later(answerMs, () => {
      answering.delete(chat);
      ifExists(world, chat, () => answer(people, chat, answered++));
    });
  };
  return () => {
    world.onSent = null;
    for (const timer of timers) clearTimeout(timer);
  };
}

/** Two direct chats, two groups and an iMessage chat, whose changes no event tells. */
function castOf(world: World): string[] {
  const chats = [...world.chats.values()];
  const first = (bridge: string, type: string) =>
    chats.find((chat) => chat.type === type && world.account(chat.accountID)?.bridge.type === bridge)?.id;
  const groups = [first('whatsapp', 'group'), first('signal', 'group'), first('imessage', 'single')];
  return [seedChatIDs.kishan, seedChatIDs.grace, ...groups.filter((id) => id !== undefined)];
}

interface Act {
  /** Position in the cast. */
  readonly chat: number;
  readonly act: (chat: WorldChat, n: number) => void;
}

function createScript(people: People): Act[] {
  const write = (chat: WorldChat, n: number) =>
    void people.write(chat.id, at(lines, n), { from: personAt(chat, n) });
  const reply = (chat: WorldChat, n: number) => {
    const [last] = newestOf(chat);
    people.write(chat.id, at(answers, n), {
      from: personAt(chat, n),
      ...(last && { replyTo: last.id }),
    });
  };
  const react = (chat: WorldChat, n: number) => {
    const [last] = newestOf(chat);
    if (last) people.react(chat.id, last.id, at(reactionKeys, n), { from: personAt(chat, n) });
  };
  const edit = (chat: WorldChat) => {
    const [last] = newestOf(chat, ({ isSender }) => !isSender);
    if (last) people.edit(chat.id, last.id, `${last.text} (I mean tomorrow)`);
  };
  const remove = (chat: WorldChat) => {
    const [last] = newestOf(chat, ({ isSender }) => !isSender);
    if (last) people.remove(chat.id, last.id);
  };
  const read = (chat: WorldChat) => people.read(chat.id);
  return [
    { chat: 0, act: write },
    { chat: 2, act: write },
    { chat: 2, act: reply },
    { chat: 1, act: read },
    { chat: 2, act: react },
    { chat: 1, act: write },
    { chat: 1, act: edit },
    { chat: 4, act: write },
    { chat: 0, act: react },
    { chat: 3, act: write },
    { chat: 3, act: remove },
  ];
}

/** Every third answer is a reaction. */
function answer(people: People, chat: WorldChat, n: number): void {
  const [own] = newestOf(chat, ({ isSender }) => isSender === true);
  const from = personAt(chat, n);
  if (n % 3 === 2 && own) people.react(chat.id, own.id, at(reactionKeys, n), { from });
  else people.write(chat.id, at(answers, n), { from });
}

function ifExists(world: World, chat: WorldChat, act: () => void): void {
  if (world.chats.get(chat.id) === chat) act();
}

/** The newest message that can be seen, as a list. */
function newestOf({ messages }: WorldChat, test: (message: Message) => boolean = () => true): Message[] {
  const message = messages.findLast((one) => !one.isDeleted && !one.isHidden && test(one));
  return message ? [message] : [];
}

function personAt({ participants }: WorldChat, n: number): string {
  return at(
    participants.filter(({ isSelf }) => !isSelf),
    n,
  ).id;
}

/** The list repeats. */
function at<Item>(list: readonly Item[], n: number): Item {
  return list[n % list.length] as Item;
}
