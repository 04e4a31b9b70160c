import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Listening, listen } from '../../examples/listen.ts';
import { createPageServer } from '../../examples/pageServer.ts';
import { startChromium } from '../support/chromium.ts';
import { type Pair, startPair } from '../support/pair.ts';
import { kishan } from '../support/people.ts';
import { installTimeoutMs } from '../support/programs.ts';
import { startTCPProxy, type TCPProxy } from '../support/tcpProxy.ts';

let browser: Browser;
let server: Listening;
let pair: Pair;
let network: TCPProxy;

beforeAll(async () => {
  const settings = { url: '', user: 'test' };
  server = await listen(createPageServer(new URL('../../examples/live/', import.meta.url), () => settings));
  pair = await startPair({ origins: [server.origin] });
  network = await startTCPProxy(Number(new URL(pair.gateway.origin).port));
  settings.url = `http://127.0.0.1:${network.port}/graphql`;
  browser = await startChromium();
}, installTimeoutMs);

afterAll(async () => {
  await browser?.close();
  await network?.[Symbol.asyncDispose]();
  await pair?.[Symbol.asyncDispose]();
  await server?.[Symbol.asyncDispose]();
});

/** Opens the page in a tab, and the conversation with Kishan in it once the tab is live. */
async function openTab(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(server.origin);
  await page.getByText(/^Live \(/).waitFor();
  await page.getByRole('button', { name: 'Kishan' }).click();
  await page.locator('main li').first().waitFor();
  return page;
}

const shows = (pages: Page[], text: string) =>
  Promise.all(pages.map((page) => page.locator('main li', { hasText: text }).waitFor()));

const leaderOf = async (pages: Page[]) => {
  const words = await Promise.all(pages.map((page) => page.locator('#status').textContent()));
  return pages.filter((_, at) => words[at]?.includes('this tab'));
};

const writes = (text: string) => pair.sandbox.people.write(kishan.chatID, text);

/** @returns the `after` of each subscription from now on. */
function subscriptionsOf(context: BrowserContext): string[] {
  const subscribed: string[] = [];
  context.on('request', (request) => {
    const body = request.postData() ?? '';
    if (body.includes('subscription')) subscribed.push(JSON.parse(body).variables.after);
  });
  return subscribed;
}

const streams = () => pair.gateway.live.state().streams;

test('eight tabs share one stream, and another takes over from the tab that is closed', async () => {
  await using context = await browser.newContext();
  const pages = await Promise.all(Array.from({ length: 8 }, () => openTab(context)));

  expect(streams()).toBe(1);
  expect(pair.sandbox.live.sockets).toHaveLength(1);
  const [leader, ...others] = await leaderOf(pages);
  expect(others).toEqual([]);
  writes('To all eight');
  await shows(pages, 'To all eight');

  const subscribed = subscriptionsOf(context);
  const left = pages.filter((page) => page !== leader);
  const closing = leader?.close();
  writes('While nobody listens');
  await closing;
  await shows(left, 'While nobody listens');
  writes('To the next leader');
  await shows(left, 'To the next leader');
  expect(await leaderOf(left)).toHaveLength(1);
  expect(subscribed).toEqual([expect.stringMatching(/^\w+\.\d+$/)]);
  await expect.poll(streams).toBe(1);
});

test('a page that was offline, or slept, goes on with what it missed', async () => {
  await using context = await browser.newContext();
  await context.clock.install();
  const page = await openTab(context);
  const subscribed = subscriptionsOf(context);
  writes('Before');
  await shows([page], 'Before');

  await context.setOffline(true);
  network.cutConnections();
  await page.getByText('Offline').waitFor();
  await expect.poll(streams).toBe(0);
  writes('Meanwhile');
  await context.setOffline(false);
  await shows([page], 'Meanwhile');
  expect(subscribed.at(-1)).toMatch(/^\w+\.\d+$/);

  // No byte for longer than heartbeats allow, as after a sleep: the connection may be dead.
  const before = subscribed.length;
  await context.clock.fastForward(45_000);
  await expect.poll(() => subscribed.length).toBe(before + 1);
  writes('Afterwards');
  await shows([page], 'Afterwards');
});

test('what is sent, changed and deleted is shown as it is in the end', async () => {
  await using context = await browser.newContext();
  const page = await openTab(context);
  const line = (text: string) => page.locator('main li', { hasText: text });

  await page.getByLabel('Message').fill('On my way');
  await page.keyboard.press('Enter');
  await line('On my way success').waitFor();
  expect(await line('On my way').count()).toBe(1);
  const messageID = writes('Helo');
  await line('Helo').waitFor();
  pair.sandbox.people.edit(kishan.chatID, messageID, 'Hello');
  pair.sandbox.people.react(kishan.chatID, messageID, '👍');
  await line('Hello 👍').waitFor();
  expect(await line('Helo').count()).toBe(0);
  pair.sandbox.people.remove(kishan.chatID, messageID);
  await line('Hello').waitFor({ state: 'detached' });
});
