import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { startChromium } from '../support/chromium.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';

let launched: Promise<Browser>;

// Chromium may have to be installed. Where there is none, each test says so by failing.
beforeAll(async () => {
  launched = startChromium();
  await launched.catch(() => {});
}, 900_000);

afterAll(async () => {
  const browser = await launched.catch(() => null);
  await browser?.close();
});

// The page is 9 MB of script.
vi.setConfig({ testTimeout: 60_000 });

const view = { viewport: { width: 1440, height: 900 }, colorScheme: 'light' } as const;

interface GraphiQL extends AsyncDisposable {
  readonly sandbox: Sandbox;
  readonly gateway: Gateway;
  readonly page: Page;
  /** Every request that the page made, by address. */
  readonly requests: string[];
  /** What the page complained of. */
  readonly complaints: string[];
}

/** GraphiQL in a fresh browser profile, in front of a fresh sandbox, as soon as both of its editors are there. */
async function openGraphiQL(): Promise<GraphiQL> {
  const browser = await launched;
  const sandbox = await startSandbox();
  const gateway = await startGateway({ beeper: sandbox.url });
  const context = await browser.newContext(view);
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('websocket', (socket) => requests.push(socket.url()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(`${gateway.origin}/graphql`);
  await page.locator('.graphiql-query-editor', { hasText: 'CreateSingle' }).waitFor();
  // Until it has somewhere to show an answer, GraphiQL passes over the button that runs a document.
  await page.locator('.result-window .monaco-editor').first().waitFor();
  return {
    sandbox,
    gateway,
    page,
    requests,
    complaints,
    async [Symbol.asyncDispose]() {
      await context.close();
      await gateway[Symbol.asyncDispose]();
      await sandbox.close();
    },
  };
}

/** Opens the tab, runs its document as it stands, and gives the answer that came, once the page shows it. */
async function run({ page }: GraphiQL, name: string): Promise<unknown> {
  const tab = page.getByRole('tab', { name });
  const open = async () => {
    await tab.getByRole('button', { name, exact: true }).click();
    return tab.getAttribute('aria-selected');
  };
  // GraphiQL passes over clicks while it still loads.
  await expect.poll(open, { timeout: 20_000, interval: 300 }).toBe('true');
  await page.locator('.graphiql-query-editor', { hasText: `mutation ${name}` }).waitFor();
  // A moment later, by a timer in the page, GraphiQL looks which operation that is; until then it runs the one before.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
  const answered = page.waitForResponse(
    (response) => response.request().postData()?.includes(`mutation ${name}`) ?? false,
  );
  await page.locator('.graphiql-execute-button').click();
  const answer: unknown = await (await answered).json();
  await page.locator('.result-window', { hasText: '__typename' }).waitFor();
  return answer;
}

const created = { __typename: 'CreateChatPayload', chatID: expect.stringMatching(/./) };
const started = { __typename: 'StartChatPayload', chatID: expect.stringMatching(/./) };

test('GraphiQL loads from the gateway alone, and without an error', async () => {
  await using graphiql = await openGraphiQL();
  const { gateway, requests, complaints } = graphiql;
  await run(graphiql, 'StartByContact');
  const foreign = requests.filter((url) => !url.startsWith('data:') && !url.startsWith('blob:'));
  expect(foreign.length).toBeGreaterThanOrEqual(3);
  expect(foreign.filter((url) => new URL(url).origin !== gateway.origin)).toEqual([]);
  expect(complaints).toEqual([]);
});

test('It opens with a tab for each way to create and start a chat, and one for a failure', async () => {
  await using graphiql = await openGraphiQL();
  const tabs = await graphiql.page.getByRole('tab').allInnerTexts();
  expect(tabs).toEqual(['CreateSingle', 'CreateGroup', 'StartByPhone', 'StartByContact', 'Failure']);
});

test('It knows the schema: the documentation tells of both mutations', async () => {
  await using graphiql = await openGraphiQL();
  await graphiql.page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
  const explorer = graphiql.page.locator('.graphiql-doc-explorer');
  await explorer.getByText('Mutation', { exact: true }).click();
  await explorer.getByRole('link', { name: 'startChat', exact: true }).waitFor();
  await explorer.getByRole('link', { name: 'createChat', exact: true }).click();
  await explorer.getByText('Creates a chat with exactly the people named').waitFor();
});

test('The tab CreateSingle creates a direct chat', async () => {
  await using graphiql = await openGraphiQL();
  expect(await run(graphiql, 'CreateSingle')).toMatchObject({
    data: { createChat: { ...created, chat: { type: 'SINGLE', participants: { total: 2 } } } },
  });
});

test('The tab CreateGroup creates a group', async () => {
  await using graphiql = await openGraphiQL();
  expect(await run(graphiql, 'CreateGroup')).toMatchObject({
    data: { createChat: { ...created, chat: { type: 'GROUP', title: 'Analytical engines' } } },
  });
});

test('The tab StartByPhone starts a chat, and shows so; run twice, it finds that chat and sends nothing', async () => {
  await using graphiql = await openGraphiQL();
  expect(await run(graphiql, 'StartByPhone')).toMatchObject({
    data: { startChat: { ...started, status: 'CREATED', firstMessage: 'SENT' } },
  });
  const shown = await graphiql.page.locator('.result-window').textContent();
  expect(shown).toContain('"StartChatPayload"');
  await takePicture(graphiql.page);

  const [call] = graphiql.sandbox.calls.filter(({ method }) => method === 'POST');
  expect(call).toMatchObject({
    path: '/v1/chats/start',
    json: { user: { phoneNumber: '+15550101002' }, messageText: 'Hello!' },
  });
  expect(await run(graphiql, 'StartByPhone')).toMatchObject({
    data: { startChat: { ...started, status: 'EXISTING', firstMessage: 'NOT_SENT_CHAT_EXISTED' } },
  });
});

test('The tab StartByContact finds the person by all that is known of her', async () => {
  await using graphiql = await openGraphiQL();
  expect(await run(graphiql, 'StartByContact')).toMatchObject({
    data: { startChat: { ...started, status: 'EXISTING', chat: { network: 'WhatsApp' } } },
  });
  expect(graphiql.sandbox.calls.at(-1)?.json).toMatchObject({
    user: { fullName: 'Grace', phoneNumber: '+15550101003', email: 'grace@example.com' },
  });
});

test('The tab Failure fails, with all that is to be known of it', async () => {
  await using graphiql = await openGraphiQL();
  expect(await run(graphiql, 'Failure')).toMatchObject({
    data: {
      startChat: {
        __typename: 'BeeperRateLimitedError',
        code: 'RATE_LIMITED',
        retryable: true,
        retryAfterSeconds: 7,
        requestID: expect.stringMatching(/./),
      },
    },
  });
});

/** The README's picture, taken anew with `UPDATE_SCREENSHOT=1`. */
async function takePicture(page: Page): Promise<void> {
  if (process.env.UPDATE_SCREENSHOT !== '1') return;
  await page.getByRole('button', { name: 'Hide editor tools' }).click();
  // Away from the editor, whose scroll bars fade then.
  await page.mouse.move(1_050, 600);
  await page.waitForTimeout(1_500);
  await page.screenshot({ path: fileURLToPath(new URL('../../docs/graphiql.png', import.meta.url)) });
}
