import { type Sandbox, seedChatIDs, startSandbox } from '../../../src/sandbox/index.ts';
import type { History } from './history.ts';
import { createHTTPSource } from './httpSource.ts';
import { createHubSource } from './hubSource.ts';
import { Page } from './page.ts';
import { accounts, imessage, perform } from './perform.ts';

/** A socket that counts as silent only because this process is busy would heal what is not told. */
const times = { poll: 60, linger: 30, keep: 150, reconnect: 15, silence: 2_000, heal: 10 };
/** Until what happened has to be shown. */
const settleMs = 60_000;

/** Where pages get what they show: from the hub, or over HTTP. */
export type Level = 'hub' | 'http';

const createSource = { hub: createHubSource, http: createHTTPSource };

/** Plays the history. @returns how pages that applied events differ from what is read afterwards, and what happened. */
export async function play(
  history: History,
  level: Level,
): Promise<{ differences: string[]; log: string[] }> {
  const { app, tellsReplaced, sendAfterMs, maxPending } = history;
  // Other servers tell of a tombstone as deleted, and before 4.2.808 list it as any other message.
  const removal = app.name === 'Beeper' ? history.removal : 'gone';
  await using sandbox = await startSandbox({
    appName: app.name,
    appVersion: app.version,
    removal,
    tellsReplaced,
    sendAfterMs,
    pingMs: 80,
  });
  const chatIDs = choose(sandbox, history);
  const { source, close } = await createSource[level](sandbox, { times, maxPending });
  const log: string[] = [];
  const begun = performance.now();
  const note = (line: string) => void log.push(`${Math.round(performance.now() - begun)} ${line}`);
  const pages = history.pages.map(({ chats, opens }, at) => {
    const named = chats?.map((chat) => chatIDs[chat] ?? '') ?? null;
    const page = new Page({ source, chatIDs: named, log: (line) => note(`page ${at}: ${line}`) });
    for (const { chat, pages } of opens) void page.open(chatIDs[chat] ?? '', pages).catch(() => {});
    return page;
  });
  const ended = Promise.allSettled(pages.map((page) => page.run()));
  try {
    await until(async () => (pages.every(({ isReady }) => isReady) ? [] : ['A page has not begun.']));
    for (const step of history.steps) {
      note(JSON.stringify(step));
      perform(step, { sandbox, pages, chatIDs, textLength: history.textLength });
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
    await ended;
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
