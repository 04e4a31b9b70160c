import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Browser, Page, Request } from 'playwright-core';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startChromium } from '../support/chromium.ts';
import { holdRequests } from '../support/holdRequests.ts';
import { type Pair, startPair } from '../support/pair.ts';
import { kishan } from '../support/people.ts';
import { paste } from '../support/process.ts';
import { fence } from './fences.ts';

// Follows docs/quickstart.md: only the port of the gateway is another one.

const poll: typeof expect.poll = (read) => expect.poll(read, { timeout: 10_000 });

let pair: Pair;
let vite: ViteDevServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  pair = await startPair({ sendAfterMs: 0, life: { acts: 0, answerMs: 50 } });
  vi.stubEnv('GATEWAY_URL', pair.gateway.origin);
  vite = await createServer({
    root: fileURLToPath(new URL('../../examples/quickstart', import.meta.url)),
    logLevel: 'error',
    server: { port: 0 },
  });
  vi.unstubAllEnvs();
  await vite.listen();
  browser = await startChromium();
  page = await browser.newPage();
});

afterAll(async () => {
  await browser.close();
  await vite.close();
  await pair[Symbol.asyncDispose]();
});

test('Git ignores the folder of the page in the clone', () => {
  expect(execFileSync('git', ['check-ignore', 'my-page/main.js'], { encoding: 'utf8' })).toBe(
    'my-page/main.js\n',
  );
});

test('the first query with curl has the documented answer', async () => {
  const command = fence('docs/quickstart.md', 'curl ');
  const answer = fence('docs/quickstart.md', '{ "data": ');

  await using running = paste(command.replace('http://127.0.0.1:4000', pair.gateway.origin));
  await running.ends();

  expect(JSON.parse(running.stdout)).toEqual(JSON.parse(answer));
});

test('the page shows the chat, sends a message once, and shows the answer as it arrives', async () => {
  await page.goto(vite.resolvedUrls?.local[0] ?? '');
  const messages = page.getByRole('listitem');
  await poll(() => page.getByRole('heading').textContent()).toBe('Kishan');
  await poll(() => messages.count()).toBe(3);

  await page.getByLabel('Message').fill('Shall we meet at eight?');
  await page.getByRole('button').dblclick();

  await poll(() => messages.count()).toBe(5);
  expect(await messages.allTextContents()).toEqual([
    expect.anything(),
    expect.anything(),
    expect.anything(),
    'You: Shall we meet at eight?',
    expect.stringMatching(/^Kishan: ./),
  ]);
  expect(await page.getByLabel('Message').inputValue()).toBe('');
  expect(pair.writes().map(({ path }) => path)).toEqual([
    `/v1/chats/${encodeURIComponent(kishan.chatID)}/messages`,
  ]);
});

test('the page keeps what is typed while a message is sent', async () => {
  const letGo = await holdRequests(page.context(), '**/graphql', isMutation);
  await page.getByLabel('Message').fill('First');
  await page.getByRole('button').click();
  await page.getByLabel('Message').fill('First, and second');
  const answered = page.waitForResponse((response) => isMutation(response.request()));
  letGo();
  await (await answered).finished();

  await poll(() => page.getByRole('listitem').allTextContents()).toContain('You: First');
  expect(await page.getByLabel('Message').inputValue()).toBe('First, and second');
});

test('the page says that there is no chat with its ID', async () => {
  await page.route('**/main.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace(kishan.chatID, '!nowhere:x') });
  });
  await page.reload();

  await poll(() => page.getByRole('status').textContent()).toBe('There is no chat with this ID.');
  await page.getByLabel('Message').fill('Hello');
  await page.getByRole('button').click();
  await poll(() => page.getByRole('status').textContent()).toMatch(/Chat not found\. Check /);
  await page.unroute('**/main.js');
});

test('the page says what to do when there are too many requests', async () => {
  pair.sandbox.always('GET /v1/chats/{chatID}', { status: 429, headers: { 'retry-after': '7' } });
  await page.reload();

  await poll(() => page.getByRole('status').textContent()).toMatch(/rate .* Too Many Requests\. .*7 s/);
});

const isMutation = (request: Request) => request.postData()?.includes('mutation') === true;
