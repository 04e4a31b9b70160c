import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { seedChatIDs } from '../../../../src/sandbox/index.ts';
import { transferOf } from '../../../support/dropFile.ts';
import { holdRequests } from '../../../support/holdRequests.ts';
import { openPages, type PagesOfApp } from '../../../support/openPages.ts';
import { installTimeoutMs } from '../../../support/programs.ts';
import { ConversationPage, sendRoute } from '../conversationPage.ts';

const sample = (name: string) => readFile(new URL(`../../../../src/sandbox/files/${name}`, import.meta.url));
const { kishan, grace, longHistory, everyKind, largeGroup, merged } = seedChatIDs;

let app: PagesOfApp;
/** One page for all tests: to load it takes longer than most of them. */
let page: Page;
let chat: ConversationPage;

beforeAll(async () => {
  app = await openPages();
  page = await app.newPage();
  chat = new ConversationPage(page, app.origin);
}, installTimeoutMs);

afterAll(() => app?.[Symbol.asyncDispose]());

beforeEach(() => {
  app.pair.sandbox.calls.length = 0;
});

afterEach(() => {
  // The sandbox has a picture that is lost.
  expect(app.problems.splice(0).filter((text) => !/Failed to load resource.* 404/.test(text))).toEqual([]);
});

/** @returns the newest message of a chat in the sandbox. */
const newestOf = (chatID: string) => app.pair.sandbox.chats.get(chatID)?.messages.at(-1);

/** Pixels from the end of the history. */
const fromEnd = () =>
  chat.log.evaluate((element) => element.scrollHeight - element.clientHeight - element.scrollTop);

const topOf = async (row: Locator) => (await row.boundingBox())?.y ?? Number.NaN;

const hasFocus = (part: Locator) => part.evaluate((element) => element === document.activeElement);

test('older messages come without a jump, and new ones do not take the reader away', async () => {
  await chat.open(longHistory);
  expect(await fromEnd()).toBeLessThan(2);
  const first = chat.log.locator('.message').first();
  const text = (await first.locator('.message-text').textContent()) ?? '';
  await chat.log.evaluate((element) => element.scrollTo(0, 0));
  await expect.poll(() => chat.log.locator('.message').count()).toBeGreaterThan(40);
  const row = chat.message(text);
  const place = await topOf(row);
  await chat.log.evaluate((element) => element.scrollBy(0, -300));
  await expect.poll(() => topOf(row)).toBeCloseTo(place + 300, -1);
  const moved = await topOf(row);
  const count = await chat.log.locator('.message').count();
  await page.getByRole('button', { name: 'Load older messages' }).click();
  await expect.poll(() => chat.log.locator('.message').count()).toBeGreaterThan(count);
  await expect.poll(() => topOf(row)).toBeGreaterThan(moved - 2);

  // Only the history scrolls: what is above and below could not be reached otherwise.
  expect(await page.locator('main').evaluate((main) => main.scrollHeight - main.clientHeight)).toBe(0);

  const kept = await topOf(row);
  app.pair.sandbox.people.write(longHistory, 'Something new');
  await page.getByRole('button', { name: 'New messages' }).waitFor();
  expect(Math.abs((await topOf(row)) - kept)).toBeLessThan(2);
  await page.getByRole('button', { name: 'New messages' }).click();
  await expect.poll(fromEnd).toBeLessThan(2);

  app.pair.sandbox.people.write(longHistory, 'And once more');
  await page
    .getByRole('status')
    .filter({ hasText: /: And once more$/ })
    .waitFor({ state: 'attached' });
  expect(await fromEnd()).toBeLessThan(2);
});

test('a reply reaches Beeper with the ID of its message, and leads there', async () => {
  await chat.open(kishan);
  const original = app.pair.sandbox.people.write(kishan, 'What shall I bring?');
  await chat.message('What shall I bring?').hover();
  const replyButton = page.getByRole('button', { name: 'Reply to Kishan: What shall I bring?' });
  await replyButton.click();
  await page.getByText('Reply to Kishan', { exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByText('Reply to Kishan', { exact: true }).waitFor({ state: 'detached' });
  await chat.message('What shall I bring?').hover();
  await replyButton.click();
  await page.keyboard.type('Bread');
  await page.keyboard.press('Enter');
  await expect.poll(() => app.sentTo(sendRoute)).toEqual([{ text: 'Bread', replyToMessageID: original }]);

  await chat.message('Bread').getByText('Sent', { exact: true }).waitFor();
  await chat
    .message('Bread')
    .getByRole('button', { name: /^In reply to/ })
    .click();
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.textContent))
    .toMatch(/^Kishan.*What shall I bring/);

  // Nothing before a link turns it around: it would read as an address of another host.
  app.pair.sandbox.people.write(kishan, '\u202ehttps://evil.example/moc.knab.www//:sptth');
  const styles = await chat.log
    .getByRole('link', { name: 'evil.example' })
    .evaluate((link) => [getComputedStyle(link).direction, getComputedStyle(link).unicodeBidi]);
  expect(styles).toEqual(['ltr', 'isolate']);
});

test('a reaction is added and removed, at once and upstream', async () => {
  await chat.open(kishan);
  const id = app.pair.sandbox.people.write(kishan, 'React to this');
  const row = chat.message('React to this');
  await row.hover();
  await page.getByRole('button', { name: 'React to Kishan: React to this' }).click();
  const picker = page.getByRole('group', { name: 'Reactions' });
  await picker.waitFor();
  const [main, shown] = [await page.locator('main').boundingBox(), await picker.boundingBox()];
  expect(shown?.x).toBeGreaterThan(main?.x ?? Number.NaN);
  await chat.field.click();
  await picker.waitFor({ state: 'detached' });
  await page.keyboard.type('Kept');
  expect(await chat.field.inputValue()).toBe('Kept');
  await row.hover();
  await page.getByRole('button', { name: 'React to Kishan: React to this' }).click();
  // Those that the network allows.
  await expect.poll(() => picker.getByRole('button').allTextContents()).toEqual(['👍', '❤️', '😄']);
  await picker.getByRole('button', { name: '👍' }).click();
  const own = row.getByRole('button', { name: '👍 1, with yours' });
  await own.waitFor();
  await expect.poll(() => newestOf(kishan)?.reactions?.map(({ reactionKey }) => reactionKey)).toEqual(['👍']);
  expect(app.sentTo('POST /v1/chats/{chatID}/messages/{messageID}/reactions')).toEqual([
    { reactionKey: '👍', transactionID: expect.any(String) },
  ]);
  app.pair.sandbox.people.react(kishan, id, '👍');
  await row.getByRole('button', { name: '👍 2, with yours' }).click();
  await row.getByRole('button', { name: '👍 1', exact: true }).waitFor();
  await expect.poll(() => newestOf(kishan)?.reactions).toHaveLength(1);

  app.pair.sandbox.next('POST /v1/chats/{chatID}/messages/{messageID}/reactions', { status: 403 });
  await row.getByRole('button', { name: '👍 1', exact: true }).click();
  await row.getByRole('alert').waitFor();
  await row.getByRole('button', { name: '👍 1', exact: true }).waitFor();
  // Who works with the keyboard stays at the message when the button is gone.
  await row.getByRole('button', { name: 'Dismiss' }).focus();
  await page.keyboard.press('Enter');
  await row.getByRole('alert').waitFor({ state: 'detached' });
  await expect.poll(() => hasFocus(row)).toBe(true);
});

test('pictures have their place before they load, open large, and are not loaded from elsewhere unasked', async () => {
  const elsewhere: string[] = [];
  // A script in a file does this.
  const byScripts: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/graphql?query')) byScripts.push(request.url());
  });
  await page.context().route('https://media.example.com/**', async (route) => {
    elsewhere.push(route.request().url());
    await route.fulfill({ contentType: 'image/gif', body: await sample('parrot.gif') });
  });
  const letIn = await holdRequests(page.context(), '**/assets/*');
  await chat.open(everyKind);
  await chat.loadAll();
  const picture = page.getByRole('img', { name: 'harbour.jpg' });
  await picture.scrollIntoViewIfNeeded();
  const kept = await picture.boundingBox();
  expect(kept?.height).toBeGreaterThan(100);
  letIn();
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1600);
  expect(await picture.boundingBox()).toMatchObject({ width: kept?.width, height: kept?.height });
  await page.getByRole('button', { name: 'Open harbour.jpg' }).click();
  const dialog = page.getByRole('dialog', { name: 'harbour.jpg' });
  await dialog.getByRole('link', { name: 'Download' }).waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });

  expect(elsewhere).toEqual([]);
  await page.getByRole('button', { name: 'Show picture from media.example.com' }).press('Enter');
  await expect.poll(() => elsewhere).toEqual(['https://media.example.com/dance.gif']);
  await expect
    .poll(() => hasFocus(chat.log.locator('.message', { has: page.locator('[src*="media.example.com"]') })))
    .toBe(true);
  await page.getByText('“I am on my way”').waitFor({ state: 'attached' });
  // A page that is called a picture: it is a link, and no script in it runs.
  await page.getByRole('link', { name: /^photo\.jpg/ }).scrollIntoViewIfNeeded();
  expect(byScripts).toEqual([]);
});

test('a chat is marked as read once for each newest message that is looked at', async () => {
  const reads = () => app.sentTo('POST /v1/chats/{chatID}/read');
  const first = app.pair.sandbox.people.write(grace, 'Read this');
  await chat.open(grace);
  await page.getByRole('heading', { name: 'Unread' }).waitFor();
  await expect.poll(reads).toEqual([{ messageID: first }]);
  const second = app.pair.sandbox.people.write(grace, 'And this');
  await chat.message('And this').waitFor();
  await expect.poll(reads).toEqual([{ messageID: first }, { messageID: second }]);
  await expect.poll(() => app.pair.sandbox.chats.get(grace)?.unreadCount).toBe(0);

  await page.getByRole('button', { name: 'Mark as unread' }).click();
  const markRead = page.getByRole('button', { name: 'Mark as read', exact: true });
  await markRead.waitFor();
  await expect.poll(() => hasFocus(markRead)).toBe(true);
  await expect.poll(() => app.pair.sandbox.chats.get(grace)?.isMarkedUnread).toBe(true);
  expect(reads()).toHaveLength(2);
  await markRead.click();
  await page.getByRole('button', { name: 'Mark as unread' }).waitFor();
  await expect.poll(reads).toHaveLength(3);

  const unreads = () => app.sentTo('POST /v1/chats/{chatID}/unread').length;
  const before = unreads();
  app.pair.sandbox.next('POST /v1/chats/{chatID}/unread', { status: 503 });
  await page.getByRole('button', { name: 'Mark as unread' }).click();
  const failure = page.getByRole('region', { name: 'This chat could not be marked as unread' });
  await failure.getByRole('button', { name: /^Try again/ }).click();
  await markRead.waitFor();
  expect(await failure.count()).toBe(0);
  await expect.poll(unreads).toBe(before + 2);
  expect(reads()).toHaveLength(3);
});

test('a chat in which the viewer can’t write says why, and a merged chat says which network a message is from', async () => {
  await chat.open(largeGroup);
  await page.getByText('You can read this chat, but not write in it.').waitFor();
  expect(await chat.field.count()).toBe(0);
  expect(await page.getByRole('button', { name: /^Reply to/ }).count()).toBe(0);
  const hint = page.getByText('Drop the files here');
  const file = { name: 'film.mp4', type: 'video/mp4', content: Buffer.from('film') };
  const dataTransfer = await transferOf(page, file);
  await page.dispatchEvent('.conversation', 'dragenter', { dataTransfer });
  expect(await hint.count()).toBe(0);
  await page.dispatchEvent('.conversation', 'drop', { dataTransfer });

  await chat.open(merged);
  await page.dispatchEvent('.conversation', 'dragenter', { dataTransfer });
  await hint.waitFor();
  await page.dispatchEvent('.conversation', 'dragleave', { dataTransfer });
  await hint.waitFor({ state: 'detached' });
  for (const network of ['WhatsApp', 'Signal'])
    await chat.message(`via ${network}`).first().waitFor({ state: 'attached' });
});
