import { type Sandbox, seedChatIDs, startSandbox } from '../../../src/sandbox/index.ts';
import type { History, Step } from './history.ts';
import { createHubSource } from './hubSource.ts';
import { Page } from './page.ts';

const times = { poll: 60, linger: 30, keep: 150, reconnect: 15, silence: 500, heal: 10 };
/** Until what happened has to be shown. */
const settleMs = 60_000;

const imessage = 'imessage_3f9a41c07be2';
const accounts = ['matrix', imessage, 'local-whatsapp_ba_EvYDBBsZbRQAy3UOSWqG0LuTVkc'];

/** Plays the history. @returns how pages that applied events differ from what is read afterwards, and what happened. */
export async function play(history: History): Promise<{ differences: string[]; log: string[] }> {
  const { appVersion, removal, tellsReplaced, sendAfterMs, maxPending } = history;
  await using sandbox = await startSandbox({ appVersion, removal, tellsReplaced, sendAfterMs, pingMs: 80 });
  const chatIDs = choose(sandbox, history);
  const { source, close } = createHubSource(sandbox, { times, maxPending });
  const log: string[] = [];
  const begun = performance.now();
  const note = (line: string) => void log.push(`${Math.round(performance.now() - begun)} ${line}`);
  const pages = history.pages.map(({ chats, opens }, at) => {
    const named = chats?.map((chat) => chatIDs[chat] ?? '') ?? null;
    const page = new Page({ source, chatIDs: named, log: (line) => note(`page ${at}: ${line}`) });
    for (const { chat, pages } of opens) void page.open(chatIDs[chat] ?? '', pages).catch(() => {});
    return page;
  });
  const runs = pages.map((page) => page.run());
  try {
    await until(async () => (pages.every(({ isReady }) => isReady) ? [] : ['A page has not begun.']));
    for (const step of history.steps) {
      note(JSON.stringify(step));
      perform(step, { sandbox, pages, chatIDs, source });
      await sleep(step.thenMs);
    }
    note('ends');
    endFaults(sandbox);
    for (const page of pages) page.goOn();
    // An event shows that some before it were lost.
    for (const id of chatIDs) if (sandbox.chats.has(id)) sandbox.people.rename(id, 'The end');
    const differences = await until(async () => {
      const found: string[] = [];
      for (const [at, page] of pages.entries())
        for (const difference of await page.differences()) found.push(`page ${at}: ${difference}`);
      return found;
    });
    return { differences, log };
  } finally {
    for (const page of pages) page.close();
    await close();
    await Promise.allSettled(runs);
  }
}

/** @returns the chats in which things happen: two of iMessage, a long one, a group and a part of a merged chat among them. */
function choose(sandbox: Sandbox, { hasAllChats }: History): string[] {
  const all = [...sandbox.chats.values()];
  const silent = all.filter(({ accountID }) => accountID === imessage).slice(0, 2);
  const group = all.find(({ type, accountID }) => type === 'group' && accountID === accounts[2]);
  const part = all.find(({ mergedIntoChatID }) => mergedIntoChatID !== undefined);
  const { grace, kishan, longHistory } = seedChatIDs;
  const chosen = [grace, ...silent.map(({ id }) => id), longHistory, group?.id ?? '', part?.id ?? '', kishan];
  const kept = new Set([
    ...chosen,
    ...all.filter(({ merge, mergedIntoChatID }) => merge || mergedIntoChatID).map(({ id }) => id),
  ]);
  sandbox.change(longHistory, ({ messages }) => void messages.splice(0, messages.length - 70));
  if (!hasAllChats) for (const { id } of all) if (!kept.has(id)) sandbox.people.deleteChat(id);
  return chosen;
}

interface Stage {
  readonly sandbox: Sandbox;
  readonly pages: readonly Page[];
  readonly chatIDs: readonly string[];
  readonly source: ReturnType<typeof createHubSource>['source'];
}

let count = 0;

function perform(step: Step, { sandbox, pages, chatIDs, source }: Stage): void {
  const { people, live } = sandbox;
  const page = 'page' in step ? pages[step.page % pages.length] : undefined;
  const chat = 'chat' in step ? sandbox.chats.get(chatIDs[step.chat] ?? '') : undefined;
  if ('chat' in step && !chat) return;
  const chatID = chat?.id ?? '';
  const settled =
    chat?.messages.filter(({ sendStatus, isDeleted }) => sendStatus?.status !== 'PENDING' && !isDeleted) ??
    [];
  const message =
    'message' in step ? settled.at(-1 - (step.message % Math.max(1, settled.length))) : undefined;
  if ('message' in step && !message) return;
  const messageID = message?.id ?? '';
  const text = `Text ${++count}`;
  switch (step.do) {
    case 'write':
      return void people.write(chatID, text);
    case 'read':
      return people.read(chatID);
    case 'rename':
      return people.rename(chatID, text);
    case 'deleteChat':
      return people.deleteChat(chatID);
    case 'markUnread':
      return people.change(chatID, (one) => void (one.isMarkedUnread = !one.isMarkedUnread));
    case 'mute':
      return people.change(chatID, (one) => void (one.isMuted = !one.isMuted));
    case 'archive':
      return people.change(chatID, (one) => void (one.isArchived = !one.isArchived));
    case 'pin':
      return people.change(chatID, (one) => void (one.isPinned = !one.isPinned));
    case 'react':
      return people.react(chatID, messageID, '👍');
    case 'unreact':
      return people.unreact(chatID, messageID, '👍');
    case 'edit':
      return people.edit(chatID, messageID, text);
    case 'remove':
      return people.remove(chatID, messageID);
    case 'hide':
      return people.change(chatID, () => {
        if (message) message.isHidden = true;
      });
    case 'startChat': {
      const accountID = accounts[step.account % accounts.length] ?? '';
      const chats = [...sandbox.chats.values()].filter((one) => one.accountID === accountID);
      const other = chats[0]?.participants.find(({ isSelf }) => !isSelf);
      if (other) people.startChat(accountID, other.id, text);
      return;
    }
    case 'send':
      return void source.send(chatID, text).catch(() => {});
    case 'drop':
      return live.drop(step.count);
    case 'kill':
      return live.kill();
    case 'silence':
      return live.silence();
    case 'malformed':
      return live.sendRaw('{"type":');
    case 'malformedWithSeq':
      return live.sendRaw((seq) => JSON.stringify({ type: 'message.upserted', seq, chatID: 7 }));
    case 'slow':
      return live.slow(step.ms);
    case 'refuse':
      for (let n = 0; n < step.count; n++) sandbox.next('GET /v1/ws', { status: step.status });
      return;
    case 'delayReads':
      for (let n = 0; n < step.count; n++) {
        sandbox.next('GET /v1/chats/{chatID}/messages', { delayMs: step.ms });
        sandbox.next('GET /v1/chats', { delayMs: step.ms });
        sandbox.next('GET /v1/chats/{chatID}', { delayMs: step.ms });
      }
      return;
    case 'failReads':
      for (let n = 0; n < step.count; n++) {
        sandbox.next('GET /v1/chats/{chatID}/messages', { status: 500 });
        sandbox.next('GET /v1/chats', { status: 500 });
        sandbox.next('GET /v1/chats/{chatID}', { status: 500 });
      }
      return;
    case 'pause':
      return page?.pause();
    case 'goOn':
      return page?.goOn();
    case 'leave':
      return page?.leave(step.ms);
    case 'open':
      return void page?.open(chatID, step.pages).catch(() => {});
  }
}

function endFaults(sandbox: Sandbox): void {
  sandbox.live.drop(0);
  sandbox.live.slow(0);
  sandbox.settle();
}

/** Tries until there is nothing left. @returns what is. */
async function until(check: () => Promise<string[]>): Promise<string[]> {
  const end = performance.now() + settleMs;
  for (;;) {
    const left = await check().catch((error: unknown) => [String(error)]);
    if (left.length === 0 || performance.now() > end) return left;
    await sleep(30);
  }
}

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
