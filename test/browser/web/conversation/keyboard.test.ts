import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { seedChatIDs } from '../../../../src/sandbox/index.ts';
import { violationsOf } from '../../../support/axe.ts';
import { openPages, type PagesOfApp } from '../../../support/openPages.ts';
import { installTimeoutMs } from '../../../support/programs.ts';
import { ConversationPage, sendRoute } from '../conversationPage.ts';

const { kishan, everyKind } = seedChatIDs;

let app: PagesOfApp;
let page: Page;
let chat: ConversationPage;

beforeAll(async () => {
  app = await openPages();
}, installTimeoutMs);

afterAll(() => app?.[Symbol.asyncDispose]());

beforeEach(async () => {
  app.pair.sandbox.calls.length = 0;
  page = await app.newPage();
  chat = new ConversationPage(page, app.origin);
});

afterEach(async () => {
  await page.context().close();
  // The sandbox has a picture that is lost.
  expect(app.problems.splice(0).filter((text) => !/Failed to load resource.* 404/.test(text))).toEqual([]);
});

test('everything can be done with the keyboard alone', async () => {
  app.pair.sandbox.people.write(kishan, 'No mouse today');
  await page.goto(app.origin);
  const row = page.getByRole('link', { name: /^Kishan/ });
  await row.focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => chat.field.evaluate((element) => element === document.activeElement)).toBe(true);
  const isInLog = () => chat.log.evaluate((element) => element.contains(document.activeElement));
  for (let steps = 0; steps < 4 && !(await isInLog()); steps++) await page.keyboard.press('Shift+Tab');
  expect(await isInLog()).toBe(true);
  await chat.log.focus();
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toMatch(/No mouse today/);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await chat
    .message('No mouse today')
    .getByRole('button', { name: /with yours$/ })
    .waitFor();
  // The focus is back at the button.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('Reply to Kishan', { exact: true }).waitFor();
  await page.keyboard.type('By keyboard');
  await page.keyboard.press('Enter');
  await expect
    .poll(() => app.sentTo(sendRoute))
    .toMatchObject([{ text: 'By keyboard', replyToMessageID: expect.any(String) }]);
});

test('axe finds nothing in both themes and at both widths, and nothing is wider than a narrow screen', async () => {
  const check = async (colorScheme: 'light' | 'dark', width: number, within: 'html' | 'main' = 'main') => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 800 });
    expect(await violationsOf(page, within)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  };
  await chat.open(everyKind);
  await chat.loadAll();
  await chat.message('Shall we?').scrollIntoViewIfNeeded();
  await chat.message('Shall we?').focus();
  await check('light', 1200);
  await check('dark', 320);
  const row = await chat.send('!playground_send-crash:playground', 'Am I there?');
  await row.getByRole('alert').waitFor();
  await page.getByRole('button', { name: /^Reply to Sending crashes/ }).focus();
  await page.keyboard.press('Enter');
  await check('light', 390, 'html');
  await check('dark', 1200, 'html');
});
