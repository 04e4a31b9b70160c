import { createHash } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type PlaygroundSendName, seedChatIDs } from '../../../../src/sandbox/index.ts';
import { holdOperation, operationOf } from '../../../support/holdRequests.ts';
import { openPages, type PagesOfApp } from '../../../support/openPages.ts';
import { installTimeoutMs } from '../../../support/programs.ts';
import { ConversationPage, sendRoute } from '../conversationPage.ts';

const { kishan, grace } = seedChatIDs;
const playground = (name: PlaygroundSendName) => `!playground_send-${name}:playground`;

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
  expect(app.problems.splice(0)).toEqual([]);
});

test('a message is shown at once, sent once, and replaced by the one with its key in the same row', async () => {
  await chat.open(kishan);
  const letSend = await holdOperation(page.context(), 'Send');
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
  await chat.field.fill('Only once');
  await chat.field.evaluate((element) => {
    // Twice in one turn of the page, as by a key that bounces.
    for (const _ of ['first', 'second'])
      element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
  });
  await chat.message('Only once').getByText('Sending').waitFor();
  expect(await chat.field.inputValue()).toBe('');
  letSend();
  await chat.message('Only once').getByText('Sent', { exact: true }).waitFor();
  expect(app.sentTo(sendRoute)).toEqual([{ text: 'Only once' }]);
  const seen = await page.evaluate(() => [...(window as unknown as { seen: Set<string> }).seen]);
  // None, then always the same row.
  expect(seen.filter((rows) => !rows.startsWith('0'))).toHaveLength(1);
});

test('a double click sends once, Shift and Enter begin a line, and Enter of an input method sends nothing', async () => {
  await chat.open(kishan);
  await chat.field.fill('First line');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('second line');
  await chat.field.evaluate((element) => {
    const options = { key: 'Enter', bubbles: true, cancelable: true, isComposing: true };
    element.dispatchEvent(new KeyboardEvent('keydown', options));
  });
  // What is sent leaves the field at once.
  expect(await chat.field.inputValue()).toBe('First line\nsecond line');
  expect((await chat.field.boundingBox())?.height).toBeGreaterThan(50);
  await page.getByRole('button', { name: 'Send' }).dblclick();
  await chat.message('second line').getByText('Sent', { exact: true }).waitFor();
  expect(app.sentTo(sendRoute)).toEqual([{ text: 'First line\nsecond line' }]);
});

test('the text and the files of each chat are kept while another one is open, and a waiting message is taken back', async () => {
  const go = (chatID: string) =>
    page.evaluate((hash) => location.assign(hash), `#/chat/${encodeURIComponent(chatID)}`);
  await chat.open(kishan);
  await chat.field.fill('Not finished');
  await chat.drop('kept.txt', 'text/plain', Buffer.from('kept'));
  await chat.attached.getByText('kept.txt').waitFor();
  await go(grace);
  await chat.attached.waitFor({ state: 'detached' });
  expect(await chat.field.inputValue()).toBe('');
  await go(kishan);
  await chat.attached.getByText('kept.txt').waitFor();
  expect(await chat.field.inputValue()).toBe('Not finished');

  // What waits for a connection can be taken back.
  await chat.attached.getByRole('button', { name: 'Remove kept.txt' }).click();
  await page.context().setOffline(true);
  await chat.field.press('Enter');
  await chat.message('Not finished').getByRole('button', { name: 'Take back' }).click();
  await chat.message('Not finished').waitFor({ state: 'detached' });
  expect(await chat.field.inputValue()).toBe('Not finished');
  await page.context().setOffline(false);
  await page.getByText('Live', { exact: true }).waitFor();
  await chat.settle();
  expect(app.sentTo(sendRoute)).toEqual([]);
});

test('a dropped file is sent with its caption and progress, byte for byte, and another one can be cancelled', async () => {
  await chat.open(kishan);
  const content = Buffer.alloc(1_000_000, 'film of the harbour');
  const network = await page.context().newCDPSession(page);
  const uploadAt = (uploadThroughput: number) =>
    network.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput,
    });
  await uploadAt(200_000);
  await chat.drop('film.mp4', 'video/mp4', content);
  await chat.attached.getByText('film.mp4').waitFor();
  await chat.field.fill('Where we were');
  await page.keyboard.press('Enter');
  const bar = page.getByRole('progressbar', { name: 'Upload of film.mp4' });
  await expect
    .poll(() => bar.evaluate((element: HTMLProgressElement) => element.value))
    .toBeGreaterThan(0.05);
  await uploadAt(-1);
  await chat.message('Where we were').getByText('Sent', { exact: true }).waitFor();
  const uploads = () => app.pair.sandbox.calls.filter(({ route }) => route === 'POST /v1/assets/upload');
  expect(uploads().map(({ upload }) => upload)).toMatchObject([
    { fileName: 'film.mp4', sha256: createHash('sha256').update(content).digest('hex') },
  ]);
  expect(app.sentTo(sendRoute)).toMatchObject([
    { text: 'Where we were', attachment: { uploadID: expect.any(String) } },
  ]);

  await uploadAt(200_000);
  await chat.drop('second.mp4', 'video/mp4', content);
  await page.getByRole('button', { name: 'Send' }).click();
  await expect.poll(uploads).toHaveLength(2);
  await page.getByRole('button', { name: 'Cancel second.mp4' }).click();
  await chat.message('second.mp4').waitFor({ state: 'detached' });
  await chat.drop('empty.txt', 'text/plain', Buffer.alloc(0));
  await page.getByText('empty.txt is empty and can’t be sent. Remove it.').waitFor();
  await chat.field.press('Enter');
  await expect.poll(() => uploads()[1]?.aborted).toBe(true);
  await chat.settle();
  expect(app.sentTo(sendRoute)).toHaveLength(1);

  await chat.attached.getByRole('button', { name: 'Remove empty.txt' }).click();
  await uploadAt(-1);
});

test('after an unknown outcome, trying again only looks, and the person looks before it is repeated', async () => {
  const row = await chat.send(playground('crash'), 'Am I there?');
  await row.getByRole('alert').waitFor();
  const looks = () => app.sentTo('GET /v1/chats/{chatID}/messages').length;
  const before = looks();
  await row.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(looks).toBeGreaterThan(before);
  await row.getByRole('button', { name: 'Check what is there' }).click();
  const dialog = page.getByRole('dialog', { name: 'Is it there?' });
  await dialog.getByText('You have no messages in this chat.').waitFor();
  await page.keyboard.press('Escape');
  await chat.drop('kept.txt', 'text/plain', Buffer.from('kept'));
  // The query fails: what was read stays, and so does what is chat.attached.
  await page.context().route('**/graphql', async (route, request) => {
    if (operationOf(request) === 'Conversation') await route.fulfill({ body: 'A page of a proxy' });
    else await route.continue();
  });
  await row.getByRole('button', { name: 'Check what is there' }).click();
  await dialog.getByRole('alert').waitFor();
  await row.waitFor();
  expect(await chat.attached.getByText('kept.txt').count()).toBe(1);
  await page.context().unroute('**/graphql');
  await dialog.getByRole('button', { name: 'Try again' }).click();
  await dialog.getByText('You have no messages in this chat.').waitFor();
  expect(app.sentTo(sendRoute)).toHaveLength(1);
  await dialog.getByRole('button', { name: 'It is not there: send it again' }).click();
  await expect.poll(() => app.sentTo(sendRoute)).toHaveLength(2);

  const failed = await chat.send(playground('fails-permanently'), 'Rejected later');
  await failed.getByText('Not sent: The network does not allow this message').waitFor();
  await failed.getByRole('button', { name: 'Write again' }).click();
  await expect.poll(() => chat.field.inputValue()).toBe('Rejected later');
});

test('a message that Beeper has no time for is sent after a while, and a refused one gives its text back', async () => {
  app.pair.sandbox.next(sendRoute, { status: 429, headers: { 'retry-after': '30' } });
  await page.clock.install();
  const row = await chat.send(kishan, 'Have you time?');
  await row.getByRole('alert').getByText('Too many requests', { exact: true }).waitFor();
  await page.clock.fastForward(20_000);
  // What another tab changes does not start the countdown again.
  await page.evaluate(() => dispatchEvent(new StorageEvent('storage')));
  await row.getByRole('button', { name: /^Try again in \d s$/ }).waitFor();
  await page.clock.fastForward(10_000);
  await row.getByText('Sent', { exact: true }).waitFor();
  expect(app.sentTo(sendRoute)).toEqual([{ text: 'Have you time?' }, { text: 'Have you time?' }]);

  const refused = await chat.send(playground('may-not-be-messaged'), 'Not wanted');
  await refused.getByRole('alert').waitFor();
  expect(await refused.getByRole('button', { name: 'Try again' }).count()).toBe(0);
  await refused.getByRole('button', { name: 'Discard and edit the text' }).click();
  await refused.waitFor({ state: 'detached' });
  await expect.poll(() => chat.field.inputValue()).toBe('Not wanted');
});
