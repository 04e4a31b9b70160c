import type { BrowserContext, Page, Request } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { holdOperation, holdRequests, loseAnswer } from '../../support/holdRequests.ts';
import { lost, send } from '../../support/lostSends.ts';
import { openPages, type PagesOfApp } from '../../support/openPages.ts';
import { kishan } from '../../support/people.ts';
import { installTimeoutMs } from '../../support/programs.ts';

let app: PagesOfApp;
let context: BrowserContext;
/** A tab with the conversation with Kishan. The tests follow one another in it. */
let page: Page;
/** What pages have sent of `sendMessage`: content and key. */
const sends: { content: { text?: string; attachment?: { caption?: string } }; key: string }[] = [];
/** The `after` of each subscription. */
const subscribed: (string | null)[] = [];

beforeAll(async () => {
  app = await openPages();
  page = await app.newPage();
  context = page.context();
  await context.clock.install();
  context.on('request', (request) => {
    if (request.url() !== `${app.origin}/graphql`) return;
    const { operationName, query, variables } = JSON.parse(request.postData() ?? '');
    if (operationName === 'Send') sends.push({ content: variables.input.content, key: variables.key });
    if (query.startsWith('subscription')) subscribed.push(variables.after);
  });
  await openChat(page);
}, installTimeoutMs);

afterAll(() => app?.[Symbol.asyncDispose]());

beforeEach(() => {
  sends.length = 0;
  subscribed.length = 0;
  app.pair.sandbox.calls.length = 0;
});

// What is cut or offline is told in the console.
afterEach(() => {
  expect(app.problems.splice(0).filter((text) => !text.startsWith('Failed to load resource'))).toEqual([]);
});

/** Opens the conversation with Kishan in a tab, and waits until it is live. */
async function openChat(tab: Page): Promise<void> {
  await tab.goto(`${app.origin}/#/chat/${encodeURIComponent(kishan.chatID)}`);
  await tab.getByText('Live', { exact: true }).waitFor();
  await tab.locator('li.message').first().waitFor();
}

async function write(text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Message', exact: true }).fill(text);
  await page.keyboard.press('Enter');
}

const rows = (tab: Page, text: string) => tab.locator('li.message', { hasText: text });
const onTheirWay = (tab: Page) => tab.locator('li.message[data-state]');

/** The message is there once, and nothing is on its way. */
async function showsOnce(tab: Page, text: string): Promise<void> {
  // For a moment, it can be there with the ID that it has on its way, and with the one that it gets.
  await expect
    .poll(async () => [await onTheirWay(tab).count(), await rows(tab, text).count()])
    .toEqual([0, 1]);
}

const sentUpstream = () =>
  app.pair.sandbox.calls.filter(({ route }) => route === send).map(({ body }) => JSON.parse(body).text);

const isSubscription = (request: Request) =>
  JSON.parse(request.postData() ?? '').query.startsWith('subscription');

const keys = () => new Set(sends.map(({ key }) => key));
const position = expect.stringMatching(/^\w+\.\d+$/);

test('what happened while the connection was cut, or was lost before the gateway, is shown without a reload', async () => {
  const { live, people } = app.pair.sandbox;
  people.write(kishan.chatID, 'Before the cut');
  await rows(page, 'Before the cut').waitFor();
  app.network.cutConnections();
  people.write(kishan.chatID, 'During the cut');
  await rows(page, 'During the cut').waitFor();
  expect(subscribed).toEqual([position]);

  live.drop(2);
  people.write(kishan.chatID, 'Lost before the gateway');
  people.write(kishan.chatID, 'And the next one');
  await rows(page, 'Lost before the gateway').waitFor();
  await rows(page, 'And the next one').waitFor();
});

test('while the gateway does not answer, the keyboard alone tries again, and keeps its place', async () => {
  await context.route('**/graphql', (route) => route.abort());
  app.network.cutConnections();
  const state = page.locator('.connection', { hasText: 'Not connected' });
  await state.getByRole('button', { name: 'Retry' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('connection');
  await context.unroute('**/graphql');
  // Unless the page has done it already.
  await state
    .getByRole('button')
    .press('Enter', { timeout: 1_000 })
    .catch(() => undefined);
  await page.getByText('Live', { exact: true }).waitFor();
});

test('a connection that is silent for longer than heartbeats allow is opened again', async () => {
  app.network.forgetConnections();
  app.pair.sandbox.people.write(kishan.chatID, 'Into the silence');
  await context.clock.fastForward(45_000);

  await rows(page, 'Into the silence').waitFor();
  expect(subscribed).toEqual([position]);
});

test('messages that are written offline wait, and go out once and in order when the page is online again', async () => {
  await context.setOffline(true);
  app.network.cutConnections();
  await page.getByText('Offline', { exact: true }).waitFor();
  await write('First of two');
  await write('Second of two');
  await page.locator('li.message[data-state=waiting]', { hasText: 'Second of two' }).waitFor();
  expect(sends).toEqual([]);

  await context.setOffline(false);
  await showsOnce(page, 'First of two');
  await showsOnce(page, 'Second of two');
  expect(sentUpstream()).toEqual(['First of two', 'Second of two']);
});

test('a message whose answer is lost on its way to the page is sent again by itself, with its key', async () => {
  // Longer than a busy machine takes to cut the connection.
  app.pair.sandbox.next(send, { delayMs: 3_000, performs: true });
  const written = write('Lost on the way');
  // Before the key is reported: on a busy machine, the answer would be there.
  await expect.poll(sentUpstream).toEqual(['Lost on the way']);
  // An event would tell what became of it.
  const letEventsIn = await holdRequests(context, '**/graphql', isSubscription);
  app.network.cutConnections();
  await written;
  await expect.poll(() => sends.length).toBe(2);
  letEventsIn();
  await showsOnce(page, 'Lost on the way');

  expect(sends).toHaveLength(2);
  expect(keys().size).toBe(1);
  expect(sentUpstream()).toEqual(['Lost on the way']);
});

test('a message whose answer is lost between gateway and Beeper is there once', async () => {
  app.pair.sandbox.next(send, lost);
  await write('Lost behind the gateway');
  await showsOnce(page, 'Lost behind the gateway');

  expect(sentUpstream()).toEqual(['Lost behind the gateway']);
});

test('a message whose answer does not arrive before the page is left is sent again with its key, and is there once', async () => {
  app.pair.sandbox.next(send, { delayMs: 300, performs: true });
  await loseAnswer(context, 'Send');
  await write('Before the reload');
  await expect.poll(sentUpstream).toEqual(['Before the reload']);
  await page.reload();
  await expect.poll(() => sends.length).toBe(2);
  await showsOnce(page, 'Before the reload');

  expect(sends).toHaveLength(2);
  expect(sends[1]).toEqual(sends[0]);
  expect(sentUpstream()).toEqual(['Before the reload']);
});

const file = (name: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from('A plan') });

test('while Beeper is busy a message waits, and goes out by itself after a reload, without a second upload of its file', async () => {
  app.pair.sandbox.always(send, { status: 429, headers: { 'retry-after': '1' } });
  await page.setInputFiles('input[type=file]', file('busy.txt'));
  await write('When you have time');
  await onTheirWay(page).getByText('Too many requests', { exact: true }).waitFor();
  app.pair.sandbox.always(send, null);
  await page.reload();
  await showsOnce(page, 'When you have time');

  expect(keys().size).toBe(1);
  expect(app.pair.sandbox.calls.filter(({ upload }) => upload)).toHaveLength(1);
});

test('after a reload, a file that was not uploaded and a message of the day before are left to the person', async () => {
  await page.route('**/uploads/**', () => {});
  await page.setInputFiles('input[type=file]', file('lost.txt'));
  await write('With a file');
  await page.locator('li.message[data-state=uploading]').waitFor();
  const stored: string[] = await page.evaluate(() => Object.values(localStorage));
  const text = stored.find((one) => one.includes('With a file'));
  const { version, entry } = JSON.parse(text ?? '');
  const createdAt = entry.createdAt - 24 * 60 * 60 * 1_000;
  const old = { ...entry, key: crypto.randomUUID(), text: 'From yesterday', fileName: null, createdAt };
  await page.evaluate(
    (text) => {
      localStorage.setItem(`outbox:${JSON.parse(text).entry.key}`, text);
      localStorage.setItem('outbox:broken', '{"version":');
    },
    JSON.stringify({ version, entry: old }),
  );
  await page.reload();

  const failed = (text: string) => onTheirWay(page).filter({ hasText: text });
  await failed('From yesterday').getByText('This message was written more than a day ago.').waitFor();
  await failed('With a file').getByText('Choose the file again.').waitFor();
  expect(await onTheirWay(page).count()).toBe(2);
  // A request of the test before can still be reported.
  const texts = sends.map(({ content }) => content.text ?? content.attachment?.caption);
  expect(texts).not.toContain('From yesterday');
  expect(texts).not.toContain('With a file');
  await page.evaluate(() => localStorage.clear());
});

test('of two tabs one sends, and when it is closed before the answer the other goes on', async () => {
  const [left, other] = [page, await context.newPage()];
  await openChat(other);
  const letSend = await holdOperation(context, 'Send');
  await write('From one of two tabs');
  await onTheirWay(other).filter({ hasText: 'From one of two tabs' }).waitFor();
  letSend();
  await Promise.all([showsOnce(left, 'From one of two tabs'), showsOnce(other, 'From one of two tabs')]);
  expect(sends).toHaveLength(1);

  app.pair.sandbox.next(send, { delayMs: 1_000, performs: true });
  await write('To be continued');
  await expect.poll(() => sentUpstream().at(-1)).toBe('To be continued');
  await left.close();
  await showsOnce(other, 'To be continued');
  expect(keys().size).toBe(2);
  expect(sentUpstream()).toEqual(['From one of two tabs', 'To be continued']);
});
