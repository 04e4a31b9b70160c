import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { violationsOf } from '../../support/axe.ts';
import { openPages, type PagesOfApp } from '../../support/openPages.ts';
import { installTimeoutMs } from '../../support/programs.ts';
import { typeQuickly } from '../../support/typeQuickly.ts';

const phone = { width: 390, height: 844 };
const desktop = { width: 1200, height: 800 };

let app: PagesOfApp;
/** One page for all tests: each begins with the inbox, and with what was loaded before. */
let page: Page;

beforeAll(async () => {
  app = await openPages();
  page = await app.newPage();
  await page.goto(app.origin);
  await page.getByText('Live', { exact: true }).waitFor();
}, installTimeoutMs);

afterAll(() => app?.[Symbol.asyncDispose]());

beforeEach(async () => {
  await page.setViewportSize(desktop);
  await page.evaluate(() => {
    location.hash = '#/';
  });
  await searchField().fill('');
  await rows().filter({ hasText: 'Everything we ever said' }).waitFor();
  app.pair.sandbox.calls.length = 0;
});

afterEach(() => {
  app.pair.sandbox.always('GET /v1/chats', null);
  app.pair.sandbox.always('GET /v1/search', null);
  expect(app.problems.splice(0)).toEqual([]);
});

const rows = () => page.locator('.inbox .row');
const searchField = () => page.getByRole('searchbox', { name: 'Search chats, people and messages' });
const tryAgain = () => page.getByRole('button', { name: 'Try again', exact: true });
const scrollToEnd = () => page.locator('.inbox-list').evaluate((list) => list.scrollTo(0, list.scrollHeight));
const isFocusIn = (role: 'main' | 'searchbox') =>
  page.getByRole(role).evaluate((element) => element.contains(document.activeElement));

async function search(words: string): Promise<void> {
  await searchField().fill(words);
  await page.getByRole('heading', { name: 'Messages' }).waitFor();
}

/** The calls of one route in this test. */
function callsOf(route: string): string[] {
  return app.pair.sandbox.calls.filter((call) => call.route === route).map(({ path }) => path);
}

/** What the gateway has logged of searches. */
const searches = () => app.pair.gateway.served.filter(({ operationName }) => operationName === 'Search');

/** The calls for further pages. Others look at the chats that send no events. */
const pagesRead = () => callsOf('GET /v1/chats').filter((path) => path.includes('cursor='));

/** The page, if it has to be scrolled sideways, and what stands out of its place in the inbox. */
async function tooWide(): Promise<string[]> {
  return page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll<HTMLElement>('.inbox, .inbox *')]
      .filter(({ scrollWidth, clientWidth }) => clientWidth > 100 && scrollWidth > clientWidth)
      .filter((element) => !/hidden|clip/.test(getComputedStyle(element).overflowX))
      .map(({ tagName, className }) => `${tagName} ${className}`),
  );
}

test.each([
  [desktop, 'light'],
  [desktop, 'dark'],
  [phone, 'light'],
  [phone, 'dark'],
] as const)('axe finds nothing in inbox and results at %o in the %s theme', async (size, colorScheme) => {
  await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme });
  expect(await violationsOf(page)).toEqual([]);
  await search('kishan');
  expect(await violationsOf(page)).toEqual([]);
});

describe('the list', () => {
  test('a row shows picture, network, last message, unread count and marks of its chat', async () => {
    const chat = [...app.pair.sandbox.chats.values()].find(({ title }) => title === 'One of each');
    const row = rows().filter({ hasText: 'One of each' });
    expect(await row.locator('.row-meta').textContent()).toBe(`${chat?.network}Pinned`);
    expect(await row.locator('.badge').textContent()).toBe(`${chat?.unreadCount} unread`);
    expect(await row.locator('.row-preview').textContent()).toMatch(/^Kishan: /);
    const own = rows().filter({ hasText: 'From a newer app' });
    expect(await own.locator('.row-preview').textContent()).toBe('You: Queued');
    await expect
      .poll(() => row.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBeGreaterThan(0);
    const initials = rows().filter({ hasText: 'Everything we ever said' }).locator('.avatar');
    expect(await initials.textContent()).toBe('ES');
    await page.getByText('Sandbox: nothing you do here reaches anyone.').waitFor();
  });

  test('the end of the list loads the next page, once, and so does its button', async () => {
    const before = await rows().count();
    await scrollToEnd();
    await expect.poll(() => rows().count()).toBe(before + 25);
    expect(pagesRead()).toHaveLength(1);

    await page.getByRole('button', { name: 'Load more' }).press('Enter');
    await expect.poll(() => rows().count()).toBe(before + 50);
    expect(pagesRead()).toHaveLength(2);
    const ids = await rows().evaluateAll((links) => links.map((link) => link.getAttribute('data-row')));
    expect(new Set(ids).size).toBe(before + 50);
  });

  test('a page that fails leaves the rows, and is tried again when asked', async () => {
    const before = await rows().count();
    app.pair.sandbox.always('GET /v1/chats', { status: 500 });
    await scrollToEnd();
    await tryAgain().waitFor();
    expect(await rows().count()).toBe(before);
    await scrollToEnd();
    const calls = pagesRead().length;

    app.pair.sandbox.always('GET /v1/chats', null);
    await tryAgain().click();
    await expect.poll(() => rows().count()).toBe(before + 25);
    expect(pagesRead()).toHaveLength(calls + 1);
  });

  test('a message moves its chat to the top and counts in the title of the page', async () => {
    const { sandbox } = app.pair;
    const id = (await rows().filter({ hasText: 'Telegram' }).nth(3).getAttribute('data-row')) ?? '';
    const row = page.locator(`.row[data-row="${id}"]`);
    sandbox.change(id, (chat) => {
      chat.title = 'Quiet so far';
      chat.isMuted = false;
      chat.unreadCount = 0;
      chat.isMarkedUnread = false;
    });
    await expect.poll(() => row.locator('.row-title').textContent()).toBe('Quiet so far');
    expect(await row.locator('.badge').count()).toBe(0);
    const unread = async () => Number(/^\((\d+)\) Chats$/.exec(await page.title())?.[1]);
    const before = await unread();

    sandbox.people.write(id, 'Look up');
    await expect.poll(() => rows().first().getAttribute('data-row')).toBe(id);
    expect(await row.locator('.row-preview').textContent()).toContain('Look up');
    await expect.poll(unread).toBe(before + 1);

    sandbox.change(id, (chat) => {
      chat.unreadCount = 0;
      chat.isMarkedUnread = true;
    });
    await row.getByText('Marked as unread').waitFor({ state: 'attached' });
  });
});

describe('search', () => {
  test('one call follows a pause in typing, and its answer is announced', async () => {
    const before = searches().length;
    await searchField().focus();
    await typeQuickly(page, 'kishan');
    await page.getByRole('heading', { name: 'Messages' }).waitFor();
    await expect.poll(() => searches().slice(before)).toMatchObject([{ upstream: { calls: 1 } }]);
    expect(callsOf('GET /v1/search')).toEqual(['/v1/search?query=kishan']);
    await expect
      .poll(() => page.locator('.found [role=status]').textContent())
      .toMatch(/^Found: 1 chat, \d+ groups, \d+ messages\.$/);
    expect(await page.locator('mark').first().textContent()).toMatch(/^kishan$/i);

    // Enter at once: the chat opens when the answer is there.
    await searchField().fill('Everything we ever said');
    await searchField().press('Enter');
    await expect.poll(() => new URL(page.url()).hash).toMatch(/^#\/chat\//);
    await page.goBack();

    await searchField().fill('zebra crossing');
    await page.getByText('Nothing found for “zebra crossing”.').waitFor();
    await searchField().press('Escape');
    expect(await searchField().inputValue()).toBe('');
    await rows().filter({ hasText: 'Everything we ever said' }).waitFor();
  });

  test('an answer that comes late does not replace the newer one', async () => {
    const before = searches().length;
    app.pair.sandbox.next('GET /v1/search', { delayMs: 700 });
    await searchField().fill('film');
    await expect.poll(() => callsOf('GET /v1/search')).toHaveLength(1);
    await searchField().fill('lisbon');
    await rows().filter({ hasText: 'Lisbon' }).first().waitFor();
    // The request for the first word is over, too: with its late answer, or because the page has given it up.
    await expect.poll(searches).toHaveLength(before + 2);
    expect(await rows().filter({ hasText: 'Film' }).count()).toBe(0);
    expect(callsOf('GET /v1/search')).toHaveLength(2);
  });

  test('a search that fails says why, and asks again', async () => {
    app.pair.sandbox.always('GET /v1/search', { status: 500 });
    await searchField().fill('tent');
    await tryAgain().waitFor();
    app.pair.sandbox.always('GET /v1/search', null);
    await tryAgain().click();
    await page.getByRole('heading', { name: 'Messages' }).waitFor();
  });
});

describe('the way into a chat and back', () => {
  test('on a phone, the keyboard goes from the search field into a chat and back to its row', async () => {
    await page.setViewportSize(phone);
    await searchField().focus();
    await typeQuickly(page, 'kishan');
    await page.locator('.found[aria-busy=false] .row-title').first().getByText('Kishan').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    const id = await rows().first().getAttribute('data-row');
    await page.keyboard.press('Enter');
    await expect.poll(() => isFocusIn('main')).toBe(true);
    expect(await page.getByRole('navigation', { name: 'Chats' }).isVisible()).toBe(false);
    expect(decodeURIComponent(new URL(page.url()).hash)).toBe(`#/chat/${id}`);
    await expect.poll(() => page.title()).toMatch(/^\(\d+\) Kishan$/);

    await page.getByRole('link', { name: 'Back to the chats' }).press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-row'))).toBe(id);
    await page.keyboard.press('Escape');
    await expect.poll(() => isFocusIn('searchbox')).toBe(true);
  });

  test('on a wide screen, the chat that is open is marked, and the first Tab offers the way to it', async () => {
    await rows().first().press('Enter');
    await expect.poll(() => isFocusIn('main')).toBe(true);
    expect(await page.locator('.row[aria-current=page]').count()).toBe(1);
    const skip = page.getByRole('button', { name: 'Skip to the conversation' });
    await skip.focus();
    expect(await skip.evaluate((link) => link.getBoundingClientRect().width)).toBeGreaterThan(24);
    await skip.press('Enter');
    await expect.poll(() => isFocusIn('main')).toBe(true);
  });

  test.each([390, 320])('nothing is wider than a screen of %i px', async (width) => {
    await page.setViewportSize({ width, height: 700 });
    expect(await tooWide()).toEqual([]);
    await search('kishan');
    expect(await tooWide()).toEqual([]);
    await rows().first().click();
    await page.getByRole('link', { name: 'Back to the chats' }).waitFor();
    expect(await tooWide()).toEqual([]);
  });
});

test('where the chats can’t be read, a notice says why, and asks again', async () => {
  app.pair.sandbox.always('GET /v1/chats', { status: 500 });
  await page.reload();
  await tryAgain().waitFor();
  expect(await rows().count()).toBe(0);
  expect(await page.getByText('No chats yet').count()).toBe(0);

  app.pair.sandbox.always('GET /v1/chats', null);
  await tryAgain().click();
  await rows().first().waitFor();
  await expect.poll(() => page.getByRole('alert').count()).toBe(0);
});

test('a picture whose address is no longer good is read again, once, and shown', async () => {
  const renewals: string[] = [];
  await page.route('**/graphql', async (route) => {
    const body = route.request().postData() ?? '';
    if (body.includes('"operationName":"ChatFace"')) renewals.push(JSON.parse(body).variables.id);
    // Without events, the page reads its list once.
    if (body.includes('subscription ChatEvents')) return;
    if (!body.includes('"operationName":"Inbox"')) return route.continue();
    const response = await route.fetch();
    return route.fulfill({ response, body: (await response.text()).replaceAll('/assets/', '/assets/x') });
  });
  await page.reload();
  const row = rows().filter({ hasText: 'One of each' });
  await expect
    .poll(() => row.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0);
  expect(renewals).toContain(await row.getAttribute('data-row'));
  expect(new Set(renewals).size).toBe(renewals.length);
  expect(app.problems.splice(0).filter((problem) => !problem.includes('404'))).toEqual([]);
});
