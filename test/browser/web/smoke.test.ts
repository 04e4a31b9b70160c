import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startChromium } from '../../support/chromium.ts';
import { installTimeoutMs } from '../../support/programs.ts';
import { startWebApp, type WebApp } from '../../support/webApp.ts';

let app: WebApp;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([startWebApp(), startChromium()]);
}, installTimeoutMs);

afterAll(async () => {
  await browser?.close();
  await app?.[Symbol.asyncDispose]();
});

test('a message that is written appears in the conversation, and reaches Beeper once', async () => {
  const page = await browser.newPage();
  await page.goto(app.origin);
  await page.getByRole('link', { name: /^Kishan/ }).click();
  await page.getByLabel('Message').fill('Are you there?');
  await page.keyboard.press('Enter');
  await page.getByRole('listitem').filter({ hasText: 'Are you there?' }).first().waitFor();

  await expect
    .poll(() => app.pair.writes().map(({ body }) => JSON.parse(body)))
    .toEqual([{ text: 'Are you there?' }]);
});
