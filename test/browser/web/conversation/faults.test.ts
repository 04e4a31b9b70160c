import type { Page, Route } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { ForbiddenFailure } from '../../../../src/failures.ts';
import { seedChatIDs } from '../../../../src/sandbox/index.ts';
import { transferOf } from '../../../support/dropFile.ts';
import { holdRequests, operationOf } from '../../../support/holdRequests.ts';
import { openPages, type PagesOfApp } from '../../../support/openPages.ts';
import { installTimeoutMs } from '../../../support/programs.ts';
import { ConversationPage, sendRoute } from '../conversationPage.ts';

const { kishan, grace, everyKind } = seedChatIDs;

let app: PagesOfApp;
let page: Page;
let chat: ConversationPage;

beforeAll(async () => {
  app = await openPages();
  page = await app.newPage();
  // As where the page is served by HTTP from another computer.
  await page.addInitScript(() => Object.defineProperty(navigator, 'locks', { value: undefined }));
  chat = new ConversationPage(page, app.origin);
}, installTimeoutMs);

afterAll(() => app?.[Symbol.asyncDispose]());

beforeEach(() => {
  app.pair.sandbox.calls.length = 0;
});

afterEach(async () => {
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  expect(app.problems.splice(0).filter((text) => !/Failed to load resource.* 404/.test(text))).toEqual([]);
});

test('without the locks of the browser, messages are sent once, and in order', async () => {
  await chat.open(kishan);
  const sent: string[] = [];
  const letGo = await holdRequests(page.context(), '**/graphql', (request) => {
    if (operationOf(request) !== 'Send') return false;
    sent.push(JSON.parse(request.postData() ?? '').variables.input.content.text);
    return true;
  });
  const texts = ['The first of three', 'The second of three', 'The third of three'];
  for (const text of texts) {
    await chat.field.fill(text);
    await page.keyboard.press('Enter');
    await chat.message(text).waitFor();
  }
  letGo();
  await chat.settle();
  expect(sent).toEqual(texts);
  expect(app.sentTo(sendRoute)).toEqual(texts.map((text) => ({ text })));
  await page.context().unrouteAll({ behavior: 'ignoreErrors' });
});

test('a file that is pasted is attached, and pasted text is not', async () => {
  await chat.open(kishan);
  const file = await transferOf(page, {
    name: 'note.txt',
    type: 'text/plain',
    content: Buffer.from('A note'),
  });
  await file.evaluate((data) => {
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  });
  await chat.attached.getByText('note.txt').waitFor();
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'Only text');
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  });
  expect(await chat.attached.getByRole('listitem').count()).toBe(1);
  await chat.attached.getByRole('button', { name: /^Remove/ }).click();
  await chat.attached.waitFor({ state: 'detached' });
  expect(await chat.field.evaluate((field) => field === document.activeElement)).toBe(true);
});

test('a picture whose address is no longer good is read again with its message, once per file, and shown', async () => {
  const renewals: string[] = [];
  await page.route('**/graphql', async (route: Route, request) => {
    const name = operationOf(request);
    if (name === 'Message') renewals.push(JSON.parse(request.postData() ?? '').variables.id);
    if (name !== 'Conversation' && name !== 'OlderMessages') return route.continue();
    const response = await route.fetch();
    return route.fulfill({ response, body: (await response.text()).replaceAll('/assets/', '/assets/x') });
  });
  await chat.open(everyKind);
  await chat.loadAll();
  const picture = page.getByRole('img', { name: 'harbour.jpg' });
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth).catch(() => 0))
    .toBe(1600);
  const { messages = [] } = app.pair.sandbox.chats.get(everyKind) ?? {};
  const of = messages.find(({ attachments }) =>
    attachments?.some(({ fileName }) => fileName === 'harbour.jpg'),
  );
  expect(renewals).toContain(of?.id);
  // One read renews all files of a message, unless one of them fails to load right after it.
  for (const { id, attachments = [] } of messages)
    expect(renewals.filter((renewed) => renewed === id).length).toBeLessThanOrEqual(attachments.length);
});

test('a conversation that can’t be shown says so, and the rest of the page still works', async () => {
  await page.route('**/graphql', async (route, request) => {
    if (operationOf(request) !== 'Conversation') return route.continue();
    const response = await route.fetch();
    const answer = await response.json();
    answer.data.chat.title = { not: 'a text' };
    return route.fulfill({ response, json: answer });
  });
  await page.evaluate((id) => {
    location.hash = `#/chat/${encodeURIComponent(id)}`;
  }, grace);
  await page.getByRole('alert').getByText('could not be shown').waitFor();
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  // The exception itself.
  expect(app.problems.splice(0).length).toBeGreaterThan(0);
  await chat.open(kishan);
  expect(await page.getByRole('alert').count()).toBe(0);
});

test('a stream that the gateway ends for good says why, and is opened again when the person asks', async () => {
  await chat.open(kishan);
  await page.getByText('Live', { exact: true }).waitFor();
  app.pair.gateway.live.close(new ForbiddenFailure('No more events.'));
  const notice = page.locator('.failure').filter({ hasText: 'No more events.' });
  await notice.waitFor();
  const isOpened = page.waitForRequest((request) =>
    (request.postData() ?? '').includes('subscription ChatEvents'),
  );
  await Promise.all([isOpened, notice.getByRole('button', { name: 'Try again' }).click()]);
});
