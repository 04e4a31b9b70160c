import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type PlaygroundSendName, seedChatIDs } from '../../../src/sandbox/index.ts';
import { startChromium } from '../../support/chromium.ts';
import { installTimeoutMs } from '../../support/programs.ts';
import { startWebApp, type WebApp } from '../../support/webApp.ts';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const sample = (name: string) => readFile(new URL(`../../../src/sandbox/files/${name}`, import.meta.url));
const sendRoute = 'POST /v1/chats/{chatID}/messages';
const { kishan, grace, longHistory, everyKind, largeGroup, merged } = seedChatIDs;

let app: WebApp;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let problems: string[];

beforeAll(async () => {
  [app, browser] = await Promise.all([startWebApp(), startChromium()]);
}, installTimeoutMs);

afterAll(async () => {
  await browser?.close();
  await app?.[Symbol.asyncDispose]();
});

beforeEach(async () => {
  app.pair.sandbox.calls.length = 0;
  problems = [];
  context = await browser.newContext({ viewport: { width: 1200, height: 800 }, locale: 'en-GB' });
  page = await context.newPage();
  page.setDefaultTimeout(30_000);
  page.on('console', (message) => problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(error.message));
});

afterEach(async () => {
  await context.close();
  // The sandbox has a picture that is lost.
  expect(problems.filter((text) => !/Failed to load resource.* 404/.test(text))).toEqual([]);
});

/** As `expect.poll`, with the time that a busy machine takes. */
const eventually = <Value>(read: () => Value | Promise<Value>) => expect.poll(read, { timeout: 20_000 });

const field = () => page.getByRole('textbox', { name: 'Message' });
const log = () => page.getByRole('log');
const message = (text: string | RegExp) => log().locator('.message').filter({ hasText: text });

async function open(chatID: string): Promise<void> {
  await page.goto(`${app.origin}/#/chat/${encodeURIComponent(chatID)}`);
  await log().locator('.message').first().waitFor();
}

/** Loads the history from its beginning. */
async function loadAll(): Promise<void> {
  await eventually(async () => {
    await log().evaluate((element) => element.scrollTo(0, 0));
    return page.getByText('This is where the chat begins.').count();
  }).toBe(1);
}

/** The bodies of the calls of one route. */
const sentTo = (route: string) =>
  app.pair.sandbox.calls.filter((call) => call.route === route).map(({ json }) => json);

/** @returns the newest message of a chat in the sandbox. */
const newestOf = (chatID: string) => app.pair.sandbox.chats.get(chatID)?.messages.at(-1);

/** Pixels from the end of the history. */
const fromEnd = () =>
  log().evaluate((element) => element.scrollHeight - element.clientHeight - element.scrollTop);

const topOf = async (row: Locator) => (await row.boundingBox())?.y ?? Number.NaN;

/** What axe finds in the page or a part of it, as `rule: element`. */
async function violations(within: 'html' | 'main'): Promise<string[]> {
  await page.evaluate(await readFile(axePath, 'utf8'));
  return page.evaluate(async (within) => {
    interface Found {
      violations: { id: string; nodes: { html: string; failureSummary: string }[] }[];
    }
    const { axe } = window as unknown as { axe: { run(within: string): Promise<Found> } };
    const { violations } = await axe.run(within);
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 120)} ${failureSummary}`),
    );
  }, within);
}

test('a message is shown at once, sent once, and replaced by the one with its key in the same row', async () => {
  await open(kishan);
  app.pair.sandbox.next(sendRoute, { delayMs: 400 });
  // The rows that have the text, each time that something changes.
  await page.evaluate(() => {
    const seen = new Set<string>();
    Object.assign(window, { seen });
    const look = () => {
      const rows = [...document.querySelectorAll('.message')].filter((row) =>
        row.textContent?.includes('Only once'),
      );
      seen.add(`${rows.length} ${rows.map((row) => row.getAttribute('data-row')).join()}`);
    };
    new MutationObserver(look).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });
  await field().fill('Only once');
  await field().evaluate((element) => {
    // Twice in one turn of the page, as by a key that bounces.
    for (const _ of ['first', 'second'])
      element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
  });
  await message('Only once').getByText('Sending').waitFor();
  expect(await field().inputValue()).toBe('');
  expect(sentTo(sendRoute)).toHaveLength(1);

  await message('Only once').getByText('Sent', { exact: true }).waitFor();
  expect(sentTo(sendRoute)).toEqual([{ text: 'Only once' }]);
  const seen = await page.evaluate(() => [...(window as unknown as { seen: Set<string> }).seen]);
  // None, then always the same row.
  expect(seen.filter((rows) => !rows.startsWith('0'))).toHaveLength(1);
});

test('a double click sends once, Shift and Enter begin a line, and Enter of an input method sends nothing', async () => {
  await open(kishan);
  await field().fill('First line');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('second line');
  await field().evaluate((element) => {
    const options = { key: 'Enter', bubbles: true, cancelable: true, isComposing: true };
    element.dispatchEvent(new KeyboardEvent('keydown', options));
  });
  expect(sentTo(sendRoute)).toEqual([]);
  expect((await field().boundingBox())?.height).toBeGreaterThan(50);
  await page.getByRole('button', { name: 'Send' }).dblclick();
  await message('second line').getByText('Sent', { exact: true }).waitFor();
  expect(sentTo(sendRoute)).toEqual([{ text: 'First line\nsecond line' }]);
});

test('the text and the files of each chat are kept while another one is open, and a waiting message is taken back', async () => {
  const go = (chatID: string) =>
    page.evaluate((hash) => location.assign(hash), `#/chat/${encodeURIComponent(chatID)}`);
  const attached = page.getByRole('list', { name: 'Files to send' });
  await open(kishan);
  await field().fill('Not finished');
  await drop('kept.txt', 'text/plain', Buffer.from('kept'));
  await attached.getByText('kept.txt').waitFor();
  await go(grace);
  await attached.waitFor({ state: 'detached' });
  expect(await field().inputValue()).toBe('');
  await go(kishan);
  await attached.getByText('kept.txt').waitFor();
  expect(await field().inputValue()).toBe('Not finished');

  // What waits for a connection can be taken back.
  await attached.getByRole('button', { name: 'Remove kept.txt' }).click();
  await context.setOffline(true);
  await field().press('Enter');
  await message('Not finished').getByRole('button', { name: 'Take back' }).click();
  await message('Not finished').waitFor({ state: 'detached' });
  expect(await field().inputValue()).toBe('Not finished');
  await context.setOffline(false);
  expect(sentTo(sendRoute)).toEqual([]);
});

test('older messages come without a jump, and new ones do not take the reader away', async () => {
  await open(longHistory);
  expect(await fromEnd()).toBeLessThan(2);
  const first = log().locator('.message').first();
  const text = (await first.locator('.message-text').textContent()) ?? '';
  await log().evaluate((element) => element.scrollTo(0, 0));
  await eventually(() => log().locator('.message').count()).toBeGreaterThan(40);
  const row = message(text);
  const place = await topOf(row);
  await log().evaluate((element) => element.scrollBy(0, -300));
  await eventually(() => topOf(row)).toBeCloseTo(place + 300, -1);
  const moved = await topOf(row);
  const count = await log().locator('.message').count();
  await page.getByRole('button', { name: 'Load older messages' }).click();
  await eventually(() => log().locator('.message').count()).toBeGreaterThan(count);
  await eventually(() => topOf(row)).toBeGreaterThan(moved - 2);

  const kept = await topOf(row);
  app.pair.sandbox.people.write(longHistory, 'Something new');
  await page.getByRole('button', { name: 'New messages' }).waitFor();
  expect(Math.abs((await topOf(row)) - kept)).toBeLessThan(2);
  await page.getByRole('button', { name: 'New messages' }).click();
  await eventually(fromEnd).toBeLessThan(2);

  app.pair.sandbox.people.write(longHistory, 'And once more');
  await page
    .getByRole('status')
    .filter({ hasText: /: And once more$/ })
    .waitFor({ state: 'attached' });
  expect(await fromEnd()).toBeLessThan(2);
});

test('a reply reaches Beeper with the ID of its message, and leads there', async () => {
  await open(kishan);
  const original = app.pair.sandbox.people.write(kishan, 'What shall I bring?');
  await message('What shall I bring?').hover();
  const replyButton = page.getByRole('button', { name: 'Reply to Kishan: What shall I bring?' });
  await replyButton.click();
  await page.getByText('Reply to Kishan', { exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByText('Reply to Kishan', { exact: true }).waitFor({ state: 'detached' });
  await message('What shall I bring?').hover();
  await replyButton.click();
  await page.keyboard.type('Bread');
  await page.keyboard.press('Enter');
  await eventually(() => sentTo(sendRoute)).toEqual([{ text: 'Bread', replyToMessageID: original }]);

  await message('Bread').getByText('Sent', { exact: true }).waitFor();
  await message('Bread')
    .getByRole('button', { name: /^In reply to/ })
    .click();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(
    /^Kishan.*What shall I bring/,
  );

  // Nothing before a link turns it around: it would read as an address of another host.
  app.pair.sandbox.people.write(kishan, '\u202ehttps://evil.example/moc.knab.www//:sptth');
  const styles = await log()
    .getByRole('link', { name: 'evil.example' })
    .evaluate((link) => [getComputedStyle(link).direction, getComputedStyle(link).unicodeBidi]);
  expect(styles).toEqual(['ltr', 'isolate']);
});

test('a reaction is added and removed, at once and upstream', async () => {
  await open(kishan);
  const id = app.pair.sandbox.people.write(kishan, 'React to this');
  const row = message('React to this');
  await row.hover();
  await page.getByRole('button', { name: 'React to Kishan: React to this' }).click();
  const picker = page.getByRole('group', { name: 'Reactions' });
  await picker.waitFor();
  await field().click();
  await picker.waitFor({ state: 'detached' });
  await page.keyboard.type('Kept');
  expect(await field().inputValue()).toBe('Kept');
  await row.hover();
  await page.getByRole('button', { name: 'React to Kishan: React to this' }).click();
  // Those that the network allows.
  expect(await picker.getByRole('button').allTextContents()).toEqual(['👍', '❤️', '😄']);
  await picker.getByRole('button', { name: '👍' }).click();
  const own = row.getByRole('button', { name: '👍 1, with yours' });
  await own.waitFor();
  await eventually(() => newestOf(kishan)?.reactions?.map(({ reactionKey }) => reactionKey)).toEqual(['👍']);
  expect(sentTo('POST /v1/chats/{chatID}/messages/{messageID}/reactions')).toEqual([
    { reactionKey: '👍', transactionID: expect.any(String) },
  ]);
  app.pair.sandbox.people.react(kishan, id, '👍');
  await row.getByRole('button', { name: '👍 2, with yours' }).click();
  await row.getByRole('button', { name: '👍 1', exact: true }).waitFor();
  await eventually(() => newestOf(kishan)?.reactions).toHaveLength(1);

  app.pair.sandbox.next('POST /v1/chats/{chatID}/messages/{messageID}/reactions', { status: 403 });
  await row.getByRole('button', { name: '👍 1', exact: true }).click();
  await row.getByRole('alert').waitFor();
  await row.getByRole('button', { name: '👍 1', exact: true }).waitFor();
});

test('pictures have their place before they load, open large, and are not loaded from elsewhere unasked', async () => {
  const elsewhere: string[] = [];
  await context.route('https://media.example.com/**', async (route) => {
    elsewhere.push(route.request().url());
    await route.fulfill({ contentType: 'image/gif', body: await sample('parrot.gif') });
  });
  let letIn = () => {};
  const mayLoad = new Promise<void>((resolve) => {
    letIn = resolve;
  });
  await context.route('**/assets/*', async (route) => {
    await mayLoad;
    await route.continue();
  });
  await open(everyKind);
  await loadAll();
  const picture = page.getByRole('img', { name: 'harbour.jpg' });
  await picture.scrollIntoViewIfNeeded();
  const kept = await picture.boundingBox();
  expect(kept?.height).toBeGreaterThan(100);
  letIn();
  await eventually(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1600);
  expect(await picture.boundingBox()).toMatchObject({ width: kept?.width, height: kept?.height });
  await page.getByRole('button', { name: 'Open harbour.jpg' }).click();
  const dialog = page.getByRole('dialog', { name: 'harbour.jpg' });
  await dialog.getByRole('link', { name: 'Download' }).waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });

  expect(elsewhere).toEqual([]);
  await page.getByRole('button', { name: 'Show picture from media.example.com' }).click();
  await eventually(() => elsewhere).toEqual(['https://media.example.com/dance.gif']);
  await page.getByText('“I am on my way”').waitFor({ state: 'attached' });
  // It does not load: it is a link, and no script in it runs.
  await page.getByRole('link', { name: /^photo\.jpg/ }).scrollIntoViewIfNeeded();
});

/** Drops a file on the conversation. */
async function drop(name: string, type: string, content: Buffer): Promise<void> {
  const transfer = await page.evaluateHandle(
    async ({ name, type, base64 }) => {
      const bytes = await (await fetch(`data:application/octet-stream;base64,${base64}`)).arrayBuffer();
      const data = new DataTransfer();
      data.items.add(new File([bytes], name, { type }));
      return data;
    },
    { name, type, base64: content.toString('base64') },
  );
  await page.dispatchEvent('.conversation', 'drop', { dataTransfer: transfer });
}

test('a dropped file is sent with its caption and progress, byte for byte, and another one can be cancelled', async () => {
  await open(kishan);
  const content = Buffer.alloc(3_000_000, 'film of the harbour');
  const network = await context.newCDPSession(page);
  await network.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: 3_000_000,
  });
  await drop('film.mp4', 'video/mp4', content);
  await page.getByRole('list', { name: 'Files to send' }).getByText('film.mp4').waitFor();
  await field().fill('Where we were');
  await page.keyboard.press('Enter');
  const bar = page.getByRole('progressbar', { name: 'Upload of film.mp4' });
  await eventually(() => bar.evaluate((element: HTMLProgressElement) => element.value)).toBeGreaterThan(0.05);
  await message('Where we were').getByText('Sent', { exact: true }).waitFor();
  const uploads = () => app.pair.sandbox.calls.filter(({ route }) => route === 'POST /v1/assets/upload');
  expect(uploads().map(({ upload }) => upload)).toMatchObject([
    { fileName: 'film.mp4', sha256: createHash('sha256').update(content).digest('hex') },
  ]);
  expect(sentTo(sendRoute)).toMatchObject([
    { text: 'Where we were', attachment: { uploadID: expect.any(String) } },
  ]);

  await drop('second.mp4', 'video/mp4', content);
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('button', { name: 'Cancel second.mp4' }).click();
  await message('second.mp4').waitFor({ state: 'detached' });
  await drop('empty.txt', 'text/plain', Buffer.alloc(0));
  await page.getByText('empty.txt is empty and can’t be sent. Remove it.').waitFor();
  await field().press('Enter');
  expect(sentTo(sendRoute)).toHaveLength(1);
});

test('a chat is marked as read once for each newest message that is looked at', async () => {
  const reads = () => sentTo('POST /v1/chats/{chatID}/read');
  const first = app.pair.sandbox.people.write(grace, 'Read this');
  await open(grace);
  await page.getByRole('heading', { name: 'Unread' }).waitFor();
  await eventually(reads).toEqual([{ messageID: first }]);
  const second = app.pair.sandbox.people.write(grace, 'And this');
  await message('And this').waitFor();
  await eventually(reads).toEqual([{ messageID: first }, { messageID: second }]);
  expect(app.pair.sandbox.chats.get(grace)?.unreadCount).toBe(0);

  await page.getByRole('button', { name: 'Mark as unread' }).click();
  const markRead = page.getByRole('button', { name: 'Mark as read', exact: true });
  await markRead.waitFor();
  expect(await markRead.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(app.pair.sandbox.chats.get(grace)?.isMarkedUnread).toBe(true);
  expect(reads()).toHaveLength(2);
  await markRead.click();
  await page.getByRole('button', { name: 'Mark as unread' }).waitFor();
  expect(reads()).toHaveLength(3);

  const unreads = () => sentTo('POST /v1/chats/{chatID}/unread').length;
  const before = unreads();
  app.pair.sandbox.next('POST /v1/chats/{chatID}/unread', { status: 503 });
  await page.getByRole('button', { name: 'Mark as unread' }).click();
  const failure = page.getByRole('region', { name: 'This chat could not be marked as unread' });
  await failure.getByRole('button', { name: /^Try again/ }).click();
  await markRead.waitFor();
  expect(await failure.count()).toBe(0);
  expect(unreads()).toBe(before + 2);
  expect(reads()).toHaveLength(3);
});

test('a chat in which the viewer can’t write says why, and a merged chat says which network a message is from', async () => {
  await open(largeGroup);
  await page.getByText('You can read this chat, but not write in it.').waitFor();
  expect(await field().count()).toBe(0);
  expect(await page.getByRole('button', { name: /^Reply to/ }).count()).toBe(0);
  await drop('film.mp4', 'video/mp4', Buffer.from('film'));
  expect(await page.getByText('Drop the files here').count()).toBe(0);
  await open(merged);
  for (const network of ['WhatsApp', 'Signal'])
    await message(`via ${network}`).first().waitFor({ state: 'attached' });
});

const playground = (name: PlaygroundSendName) => `!playground_send-${name}:playground`;

async function sendIn(name: PlaygroundSendName, text: string): Promise<Locator> {
  await open(playground(name));
  await field().fill(text);
  await page.keyboard.press('Enter');
  return message(text);
}

test('a message that Beeper has no time for is sent after a while, and a refused one gives its text back', async () => {
  app.pair.sandbox.next(sendRoute, { status: 429, headers: { 'retry-after': '2' } });
  await open(kishan);
  // What another tab changes does not start the countdown again.
  await page.evaluate(() => setInterval(() => dispatchEvent(new StorageEvent('storage')), 200));
  await field().fill('Have you time?');
  await page.keyboard.press('Enter');
  await message('Have you time?')
    .getByRole('alert')
    .getByText('Too many requests', { exact: true })
    .waitFor();
  await message('Have you time?').getByRole('button', { name: 'Try again in 1 s' }).waitFor();
  await message('Have you time?').getByText('Sent', { exact: true }).waitFor();
  expect(sentTo(sendRoute)).toEqual([{ text: 'Have you time?' }, { text: 'Have you time?' }]);

  const refused = await sendIn('may-not-be-messaged', 'Not wanted');
  await refused.getByRole('alert').waitFor();
  expect(await refused.getByRole('button', { name: 'Try again' }).count()).toBe(0);
  await refused.getByRole('button', { name: 'Discard and edit the text' }).click();
  await refused.waitFor({ state: 'detached' });
  expect(await field().inputValue()).toBe('Not wanted');
});

test('after an unknown outcome, trying again only looks, and the person looks before it is repeated', async () => {
  const row = await sendIn('crash', 'Am I there?');
  await row.getByRole('alert').waitFor();
  const looks = () => sentTo('GET /v1/chats/{chatID}/messages').length;
  const before = looks();
  await row.getByRole('button', { name: 'Try again' }).click();
  await eventually(looks).toBeGreaterThan(before);
  await row.getByRole('button', { name: 'Check what is there' }).click();
  const dialog = page.getByRole('dialog', { name: 'Is it there?' });
  await dialog.getByText('You have no messages in this chat.').waitFor();
  await page.keyboard.press('Escape');
  await drop('kept.txt', 'text/plain', Buffer.from('kept'));
  // The query fails: what was read stays, and so does what is attached.
  await context.route('**/graphql', (route) => route.fulfill({ body: 'A page of a proxy' }), { times: 1 });
  await row.getByRole('button', { name: 'Check what is there' }).click();
  await dialog.getByRole('alert').waitFor();
  await row.waitFor();
  expect(await page.getByRole('list', { name: 'Files to send' }).getByText('kept.txt').count()).toBe(1);
  await dialog.getByRole('button', { name: 'Try again' }).click();
  await dialog.getByText('You have no messages in this chat.').waitFor();
  expect(sentTo(sendRoute)).toHaveLength(1);
  await dialog.getByRole('button', { name: 'It is not there: send it again' }).click();
  await eventually(() => sentTo(sendRoute)).toHaveLength(2);

  const failed = await sendIn('fails-permanently', 'Rejected later');
  await failed.getByText('Not sent: The network does not allow this message').waitFor();
  await failed.getByRole('button', { name: 'Write again' }).click();
  expect(await field().inputValue()).toBe('Rejected later');
});

test('everything can be done with the keyboard alone', async () => {
  app.pair.sandbox.people.write(kishan, 'No mouse today');
  await page.goto(app.origin);
  const row = page.getByRole('link', { name: /^Kishan/ });
  await row.focus();
  await page.keyboard.press('Enter');
  await eventually(() => field().evaluate((element) => element === document.activeElement)).toBe(true);
  const isInLog = () => log().evaluate((element) => element.contains(document.activeElement));
  for (let steps = 0; steps < 4 && !(await isInLog()); steps++) await page.keyboard.press('Shift+Tab');
  expect(await isInLog()).toBe(true);
  await log().focus();
  await page.keyboard.press('ArrowUp');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/No mouse today/);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await message('No mouse today')
    .getByRole('button', { name: /with yours$/ })
    .waitFor();
  // The focus is back at the button.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.type('By keyboard');
  await page.keyboard.press('Enter');
  await eventually(() => sentTo(sendRoute)).toMatchObject([
    { text: 'By keyboard', replyToMessageID: expect.any(String) },
  ]);
});

test('axe finds nothing in both themes and at both widths, and nothing is wider than a narrow screen', async () => {
  const check = async (colorScheme: 'light' | 'dark', width: number, within: 'html' | 'main' = 'main') => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 800 });
    expect(await violations(within)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  };
  await open(everyKind);
  await loadAll();
  await message('Shall we?').scrollIntoViewIfNeeded();
  await message('Shall we?').focus();
  await check('light', 1200);
  await check('dark', 320);
  const row = await sendIn('crash', 'Am I there?');
  await row.getByRole('alert').waitFor();
  await page.getByRole('button', { name: /^Reply to Sending crashes/ }).focus();
  await page.keyboard.press('Enter');
  await check('light', 390, 'html');
  await check('dark', 1200, 'html');
}, 180_000);
