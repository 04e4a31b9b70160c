import { sandboxToken, startSandbox } from '../../src/sandbox/index.ts';

/** How large the answers of the upstream are. */
export interface Size {
  /** Chats in the list. */
  readonly items: number;
  /** Participants of each chat. */
  readonly participants: number;
}

export const defaultSize: Size = { items: 25, participants: 3 };

interface Person {
  readonly id: string;
  readonly fullName?: string;
  readonly isSelf?: boolean;
}

interface WireChat {
  readonly id: string;
  readonly type: string;
  readonly participants: { readonly items: readonly Person[]; readonly total: number };
  readonly preview?: { readonly type?: string; readonly text?: unknown };
  readonly capabilities?: object;
  readonly draft?: object | null;
  readonly merge?: object;
  readonly mergedIntoChatID?: string;
}

interface Page {
  readonly items: readonly WireChat[];
  readonly hasMore: boolean;
  readonly oldestCursor: string;
  readonly newestCursor: string;
}

/** What the sandbox answers, as the source of the upstream's answers. */
export interface Samples {
  readonly version: string;
  readonly info: object;
  readonly accounts: object;
  readonly page: Page;
  /** The typed failure: a person whom Beeper does not know. */
  readonly notFound: object;
}

/** @returns answers of the sandbox, which follows the contract of Beeper 4.3. */
export async function takeSamples(): Promise<Samples> {
  await using sandbox = await startSandbox();
  const headers = { authorization: `Bearer ${sandboxToken}`, 'content-type': 'application/json' };
  const ask = async (path: string, body?: object): Promise<unknown> => {
    const post = body && { method: 'POST', body: JSON.stringify(body) };
    const response = await fetch(sandbox.url + path, { headers, ...post });
    return response.json();
  };
  return {
    version: sandbox.appVersion,
    info: (await ask('/v1/info')) as object,
    accounts: (await ask('/v1/accounts')) as object,
    page: (await ask('/v1/chats?limit=200')) as Page,
    notFound: (await ask('/v1/chats', unknownPerson)) as object,
  };
}

const unknownPerson = { accountID: 'telegram', type: 'single', participantIDs: ['@nobody:beeper.com'] };

/** The chat that startChat finds. */
export const startedChatID = '!started:beeper.com';

/** The bodies of one size, as text. */
export interface Bodies {
  readonly info: string;
  readonly accounts: string;
  readonly chats: string;
  readonly started: string;
  readonly chat: string;
  readonly sent: string;
  readonly notFound: string;
}

export function makeBodies({ info, accounts, page, notFound }: Samples, size: Size): Bodies {
  const templates = page.items.filter(isOrdinary);
  const chats = Array.from({ length: size.items }, (_, n) =>
    makeChat(at(templates, n), n, size.participants),
  );
  return {
    info: JSON.stringify(info),
    accounts: JSON.stringify(accounts),
    chats: JSON.stringify({ ...page, items: chats, hasMore: true }),
    // The ID alone, as apps before 4.2.808 answer, so that a title costs a second call.
    started: JSON.stringify({ chatID: startedChatID, status: 'existing' }),
    chat: JSON.stringify({ ...makeChat(at(templates, 0), 0, size.participants), id: startedChatID }),
    sent: JSON.stringify({ chatID: startedChatID, pendingMessageID: 'pending-1' }),
    notFound: JSON.stringify(notFound),
  };
}

/** The sandbox also lists edge cases; these are as the large majority of a real inbox is. */
const isOrdinary = ({ type, preview, capabilities, draft, merge, mergedIntoChatID }: WireChat): boolean =>
  type === 'group' &&
  capabilities !== undefined &&
  draft === null &&
  merge === undefined &&
  mergedIntoChatID === undefined &&
  preview?.type === 'TEXT' &&
  typeof preview.text === 'string' &&
  /^[\w\s.,!?]+$/.test(preview.text);

function makeChat(template: WireChat, n: number, count: number): object {
  const id = `!bench${n}:beeper.com`;
  const items = Array.from({ length: count }, (_, i) => makePerson(template.participants.items, i));
  const sender = at(items, n);
  return {
    ...template,
    id,
    participants: { ...template.participants, items, total: count },
    preview: {
      ...template.preview,
      chatID: id,
      senderID: sender.id,
      senderName: sender.fullName,
      isSender: sender.isSelf === true,
    },
  };
}

/** The first is the user's own; behind the template's people follow copies of them under other names. */
function makePerson(people: readonly Person[], i: number): Person {
  const person = people[i];
  if (person) return person;
  const copied = at(people.slice(1), i);
  return { ...copied, id: `@copy${i}:beeper.com`, fullName: `${copied.fullName} ${i}` };
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length];
  if (item === undefined) throw new Error('The sandbox has no chat that can serve as a template.');
  return item;
}
