import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startChromium } from '../../support/chromium.ts';
import { installTimeoutMs } from '../../support/programs.ts';
import { startWebApp, type WebApp } from '../../support/webApp.ts';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const narrow = { width: 320, height: 700 };
const phone = { width: 390, height: 844 };
const desktop = { width: 1200, height: 800 };

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
  problems = [];
  context = await browser.newContext({ viewport: desktop, locale: 'en-GB' });
  page = await context.newPage();
  page.on('console', (message) => problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(error.message));
});

afterEach(async () => {
  app.pair.sandbox.always('GET /v1/chats', null);
  app.pair.sandbox.always('GET /v1/search', null);
  await context.close();
});

const rows = () => page.locator('.inbox .row');
const searchField = () => page.getByRole('searchbox', { name: 'Search chats, people and messages' });

async function open(hash = ''): Promise<void> {
  await page.goto(`${app.origin}/${hash}`);
  await rows().first().waitFor();
}

/** The calls of one route, since `calls` was cleared. */
function callsOf(route: string): string[] {
  return app.pair.sandbox.calls.filter((call) => call.route === route).map(({ path }) => path);
}

/** What axe finds, as `rule: element`. */
async function violations(): Promise<string[]> {
  await page.evaluate(await readFile(axePath, 'utf8'));
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(): Promise<AxeResults> } };
    const found = (await axe.run()).violations;
    return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  });
}
interface AxeResults {
  violations: { id: string; nodes: { html: string }[] }[];
}

async function overflow(): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}

describe('the list', () => {
  test('a row shows picture, network, last message, unread count and marks of its chat', async () => {
    await open();
    const chat = [...app.pair.sandbox.chats.values()].find(({ title }) => title === 'One of each');
    const row = rows().filter({ hasText: 'One of each' });
    await expect.poll(() => row.locator('.row-meta').textContent()).toBe(`${chat?.network}Pinned`);
    expect(await row.locator('.badge').textContent()).toBe(`${chat?.unreadCount} unread`);
    expect(await row.locator('.row-preview').textContent()).toMatch(/^Kishan: /);
    expect(await rows().filter({ hasText: 'From a newer app' }).locator('.row-preview').textContent()).toBe(
      'You: Queued',
    );
    await expect
      .poll(() => row.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBeGreaterThan(0);
    const initials = rows().filter({ hasText: 'Everything we ever said' }).locator('.avatar');
    expect(await initials.textContent()).toBe('ES');
    await page.getByText('Sandbox: nothing that you do here reaches anyone.').waitFor();
    expect(problems).toEqual([]);
  });

  test('the end of the list loads the next page, once, and so does its button', async () => {
    await open();
    const before = await rows().count();
    app.pair.sandbox.calls.length = 0;

    await page.locator('.inbox-list').evaluate((list) => list.scrollTo(0, list.scrollHeight));
    await expect.poll(() => rows().count()).toBe(before + 25);
    expect(callsOf('GET /v1/chats')).toEqual([expect.stringContaining('cursor=')]);

    await page.getByRole('button', { name: 'Load more' }).press('Enter');
    await expect.poll(() => rows().count()).toBe(before + 50);
    expect(callsOf('GET /v1/chats')).toHaveLength(2);
    const titles = await rows().evaluateAll((links) => links.map((link) => link.getAttribute('data-row')));
    expect(new Set(titles).size).toBe(before + 50);
  });

  test('a page that fails leaves the rows, and is tried again when asked', async () => {
    await open();
    const before = await rows().count();
    app.pair.sandbox.always('GET /v1/chats', { status: 500 });
    await page.locator('.inbox-list').evaluate((list) => list.scrollTo(0, list.scrollHeight));
    const again = page.getByRole('button', { name: /^Try again/ });
    await again.waitFor();
    expect(await rows().count()).toBe(before);

    app.pair.sandbox.always('GET /v1/chats', null);
    await again.click();
    await expect.poll(() => rows().count()).toBe(before + 25);
    expect(problems).toEqual([]);
  });

  test('a message moves its chat to the top and counts in the title of the page', async () => {
    await open();
    const { sandbox } = app.pair;
    const row = rows().nth(12);
    const id = (await row.getAttribute('data-row')) ?? '';
    sandbox.change(id, (chat) => {
      chat.isMuted = false;
      chat.unreadCount = 0;
      chat.isMarkedUnread = false;
    });
    await expect.poll(() => page.locator(`.row[data-row="${id}"] .badge`).count()).toBe(0);
    const unread = async () => Number(/^\((\d+)\)/.exec(await page.title())?.[1]);
    const before = await unread();

    const [sender] = sandbox.chats.get(id)?.participants.filter(({ isSelf }) => !isSelf) ?? [];
    sandbox.people.write(id, { senderID: sender?.id ?? '', text: 'Look up' });
    await expect.poll(() => rows().first().getAttribute('data-row')).toBe(id);
    expect(await rows().first().locator('.row-preview').textContent()).toContain('Look up');
    await expect.poll(unread).toBe(before + 1);

    sandbox.change(id, (chat) => {
      chat.unreadCount = 0;
      chat.isMarkedUnread = true;
    });
    await rows().first().getByText('Marked as unread').waitFor({ state: 'attached' });
    expect(problems).toEqual([]);
  });

  test('where the chats can’t be read, a notice says why, and asks again', async () => {
    app.pair.sandbox.always('GET /v1/chats', { status: 500 });
    await page.goto(app.origin);
    const again = page.getByRole('button', { name: /^Try again/ });
    await again.waitFor();
    expect(await rows().count()).toBe(0);
    expect(await page.getByText('No chats yet').count()).toBe(0);

    app.pair.sandbox.always('GET /v1/chats', null);
    await again.click();
    await rows().first().waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(problems).toEqual([]);
  });
});

describe('search', () => {
  test('one call follows a pause in typing, and its answer is announced', async () => {
    await open();
    app.pair.sandbox.calls.length = 0;
    await searchField().pressSequentially('kishan', { delay: 20 });
    await page.getByRole('heading', { name: 'Messages' }).waitFor();
    expect(callsOf('GET /v1/search')).toEqual(['/v1/search?query=kishan']);
    expect(app.pair.sandbox.calls.filter(({ route }) => route?.startsWith('GET /v1/chats'))).toEqual([]);
    await expect
      .poll(() => page.locator('.found [role=status]').textContent())
      .toMatch(/^Found: 1 chat, \d+ groups, \d+ messages\.$/);
    expect(await page.locator('mark').first().textContent()).toMatch(/^kishan$/i);

    await searchField().fill('zebra crossing');
    await page.getByText('Nothing found for “zebra crossing”.').waitFor();
    await searchField().press('Escape');
    expect(await searchField().inputValue()).toBe('');
    await rows().filter({ hasText: 'Everything we ever said' }).waitFor();
    expect(problems).toEqual([]);
  });

  test('an answer that comes late does not replace the newer one', async () => {
    await open();
    const { sandbox } = app.pair;
    sandbox.calls.length = 0;
    sandbox.next('GET /v1/search', { delayMs: 1000 });
    await searchField().fill('film');
    await expect.poll(() => callsOf('GET /v1/search')).toHaveLength(1);
    await searchField().fill('lisbon');
    await rows().filter({ hasText: 'Lisbon' }).first().waitFor();
    await expect.poll(() => sandbox.calls.length, { timeout: 3000 }).toBe(2);
    await page.waitForLoadState('networkidle');
    expect(await rows().filter({ hasText: 'Film' }).count()).toBe(0);
  });

  test('a search that fails says why, and asks again', async () => {
    await open();
    app.pair.sandbox.always('GET /v1/search', { status: 500 });
    await searchField().fill('kishan');
    const again = page.getByRole('button', { name: /^Try again/ });
    await again.waitFor();
    app.pair.sandbox.always('GET /v1/search', null);
    await again.click();
    await page.getByRole('heading', { name: 'Messages' }).waitFor();
    expect(problems).toEqual([]);
  });
});

describe('one at a time on a phone', () => {
  test('the keyboard goes from the search field into a chat and back to its row', async () => {
    await page.setViewportSize(phone);
    await open();
    await searchField().focus();
    await page.keyboard.type('kishan');
    await page.getByRole('heading', { name: 'Messages' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    const row = rows().first();
    const id = await row.getAttribute('data-row');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.getByRole('main').evaluate((main) => main.contains(document.activeElement)))
      .toBe(true);
    expect(await page.getByRole('navigation', { name: 'Chats' }).isVisible()).toBe(false);
    expect(decodeURIComponent(new URL(page.url()).hash)).toBe(`#/chat/${id}`);

    await page.goBack();
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-row'))).toBe(id);
    await page.keyboard.press('Escape');
    await expect.poll(() => searchField().evaluate((field) => field === document.activeElement)).toBe(true);
    expect(problems).toEqual([]);
  });

  test.each([phone, narrow])('nothing is wider than a screen of $width px', async (size) => {
    await page.setViewportSize(size);
    await open();
    expect(await overflow()).toBeLessThanOrEqual(0);
    await searchField().fill('kishan');
    await page.getByRole('heading', { name: 'Messages' }).waitFor();
    expect(await overflow()).toBeLessThanOrEqual(0);
    await rows().first().click();
    await page.getByRole('main').waitFor();
    expect(await overflow()).toBeLessThanOrEqual(0);
  });
});

describe('accessibility', () => {
  test.each([
    [desktop, 'light'],
    [desktop, 'dark'],
    [phone, 'light'],
    [phone, 'dark'],
  ] as const)('axe finds nothing in inbox and results at %o in the %s theme', async (size, colorScheme) => {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme });
    await open();
    expect(await violations()).toEqual([]);
    await searchField().fill('kishan');
    await page.getByRole('heading', { name: 'Messages' }).waitFor();
    expect(await violations()).toEqual([]);
  });

  test('on a wide screen the focus moves into a chat that opens, and the first Tab offers the way there', async () => {
    await open();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');
    await rows().first().press('Enter');
    await expect
      .poll(() => page.getByRole('main').evaluate((main) => main.contains(document.activeElement)))
      .toBe(true);
    expect(await page.locator('.row[aria-current=page]').count()).toBe(1);
  });
});
