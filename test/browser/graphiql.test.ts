import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { clientSchema } from '../../src/schema/index.ts';
import { startChromium } from '../support/chromium.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { startPair } from '../support/pair.ts';
import { kishan } from '../support/people.ts';
import { installTimeoutMs } from '../support/programs.ts';

let browser: Browser;
/** For the tests that do not depend on what the others did: GraphiQL takes seconds to load. */
let shared: GraphiQL;

beforeAll(async () => {
  browser = await startChromium();
  shared = await openGraphiQL();
}, installTimeoutMs);

afterAll(async () => {
  await shared?.[Symbol.asyncDispose]();
  await browser?.close();
});

const contextOptions = { viewport: { width: 1440, height: 900 }, colorScheme: 'light' } as const;

interface GraphiQL extends AsyncDisposable {
  readonly sandbox: Sandbox;
  readonly gateway: Gateway;
  readonly page: Page;
  /** The URL of every request that the page made. */
  readonly requests: string[];
  /** Exceptions in the page and errors in its console. */
  readonly pageErrors: string[];
}

/** The one that GraphiQL begins with, where callers need one. */
const tokenInHeaders = 'YOUR_BEEPER_ACCESS_TOKEN';

/** Opens GraphiQL in a new browser profile, with a new sandbox, and waits until both of its editors are shown. */
async function openGraphiQL({ callersToken = false } = {}): Promise<GraphiQL> {
  const sandbox = await startSandbox(callersToken ? { token: tokenInHeaders } : {});
  const gateway = await startGateway({
    beeper: sandbox.url,
    ...(callersToken && { accessToken: null }),
  });
  const context = await browser.newContext(contextOptions);
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const requests: string[] = [];
  const pageErrors: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('websocket', (socket) => requests.push(socket.url()));
  page.on('pageerror', (error) => pageErrors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') pageErrors.push(message.text());
  });
  await page.goto(`${gateway.origin}/graphql`);
  await page.locator('.graphiql-query-editor', { hasText: 'query Accounts' }).waitFor();
  // GraphiQL ignores the execute button until the editor that shows responses has loaded.
  await page.locator('.result-window .monaco-editor').first().waitFor();
  return {
    sandbox,
    gateway,
    page,
    requests,
    pageErrors,
    async [Symbol.asyncDispose]() {
      await context.close();
      await gateway[Symbol.asyncDispose]();
      await sandbox.close();
    },
  };
}

/** Selects a tab with one click of the mouse. */
async function openTab({ page }: GraphiQL, name: string): Promise<void> {
  const tab = page.getByRole('tab').filter({ has: page.getByRole('button', { name, exact: true }) });
  await tab.getByRole('button', { name, exact: true }).click();
  expect(await tab.getAttribute('aria-selected')).toBe('true');
  await page
    .locator('.graphiql-query-editor', { hasText: new RegExp(`(query|mutation|subscription)\\s${name}\\b`) })
    .waitFor();
}

/** Opens a tab, executes its document, and returns the response once the page shows it. */
async function runTab(graphiql: GraphiQL, name: string): Promise<unknown> {
  const { page } = graphiql;
  await openTab(graphiql, name);
  for (;;) {
    // For a moment after a change of tabs, GraphiQL has the name of the previous operation. It shows no sign of it, and
    // nothing runs: it says itself that it does not find the operation, or sends that name with the new document.
    await page.waitForTimeout(200);
    const responded = page.waitForResponse((response) =>
      new RegExp(`(query|mutation) ${name}\\b`).test(response.request().postData() ?? ''),
    );
    await page.locator('.graphiql-execute-button').click();
    const response: unknown = await Promise.race([
      responded.then((one) => one.json()),
      page
        .locator('.result-window', { hasText: 'Cannot infer operation' })
        .waitFor()
        .then(() => page.waitForTimeout(1_000)),
    ]);
    if (response === undefined) continue;
    if (JSON.stringify(response).includes('Unknown operation named')) {
      await page.locator('.result-window', { hasText: 'Unknown operation named' }).waitFor();
      continue;
    }
    await page.locator('.result-window', { hasText: '"data"' }).waitFor();
    return response;
  }
}

const created = { __typename: 'CreateChatPayload', chatID: expect.stringMatching(/./) };
const started = { __typename: 'StartChatPayload', chatID: expect.stringMatching(/./) };

// The first one: the animation that lost the click has moved the tabs only once.
test('the first click on a tab selects it', async () => {
  const names = await shared.page.getByRole('tab').allInnerTexts();
  expect(names.length).toBeGreaterThan(3);
  for (const name of names.slice(1, 6)) await openTab(shared, name);
});

test('GraphiQL loads only from the gateway, without errors', async () => {
  const { gateway, requests, pageErrors } = shared;
  await runTab(shared, 'StartByContact');
  const overNetwork = requests.filter((url) => !url.startsWith('data:') && !url.startsWith('blob:'));
  expect(overNetwork.length).toBeGreaterThanOrEqual(3);
  expect(overNetwork.filter((url) => new URL(url).origin !== gateway.origin)).toEqual([]);
  expect(pageErrors).toEqual([]);
});

test.each(['Accounts', 'Inbox', 'Contacts'])('the tab %s shows what is on the sandbox', async (name) => {
  const { data } = (await runTab(shared, name)) as { data: Record<string, unknown> };
  const [value] = Object.values(data);
  const items = Array.isArray(value) ? value : (value as { nodes: unknown[] }).nodes;
  expect(items.length).toBeGreaterThan(1);
});

test('the documentation explorer shows both mutations and their descriptions', async () => {
  const { page } = shared;
  await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
  const explorer = page.locator('.graphiql-doc-explorer');
  await explorer.getByText('Mutation', { exact: true }).click();
  await explorer.getByRole('link', { name: 'startChat', exact: true }).waitFor();
  await explorer.getByRole('link', { name: 'createChat', exact: true }).click();
  const { description } = clientSchema().getMutationType()?.getFields().createChat ?? {};
  const [firstSentence = ''] = description?.split('. ') ?? [];
  expect(firstSentence).not.toBe('');
  await explorer.getByText(firstSentence).waitFor();
  await page.getByRole('button', { name: 'Hide Documentation Explorer' }).click();
});

test('the tab StartByPhone starts a chat and shows it; run again, it finds that chat and sends nothing', async () => {
  expect(await runTab(shared, 'StartByPhone')).toMatchObject({
    data: { startChat: { ...started, status: 'CREATED', firstMessage: 'SENT' } },
  });
  const shown = await shared.page.locator('.result-window').textContent();
  expect(shown).toContain('"StartChatPayload"');
  await takeScreenshot(shared.page);

  const sent = () => shared.sandbox.calls.filter(({ path }) => path === '/v1/chats/start').at(-1);
  expect(sent()).toMatchObject({
    json: { user: { phoneNumber: '+15550101002' }, messageText: 'Hello!' },
  });
  expect(await runTab(shared, 'StartByPhone')).toMatchObject({
    data: { startChat: { ...started, status: 'EXISTING', firstMessage: 'NOT_SENT_CHAT_EXISTED' } },
  });
});

test('the tab CreateSingle creates a direct chat', async () => {
  expect(await runTab(shared, 'CreateSingle')).toMatchObject({
    data: { createChat: { ...created, chat: { type: 'SINGLE', participants: { total: 2 } } } },
  });
});

test('the tab CreateGroup creates a group chat', async () => {
  expect(await runTab(shared, 'CreateGroup')).toMatchObject({
    data: { createChat: { ...created, chat: { type: 'GROUP', title: 'Analytical engines' } } },
  });
});

test('the tab StartByContact finds the person by name, phone number and email address', async () => {
  expect(await runTab(shared, 'StartByContact')).toMatchObject({
    data: { startChat: { ...started, status: 'EXISTING', chat: { network: 'WhatsApp' } } },
  });
  expect(shared.sandbox.calls.at(-1)?.json).toMatchObject({
    user: { fullName: 'Grace', phoneNumber: '+15550101003', email: 'grace@example.com' },
  });
});

test('the tab Failure returns a typed error with all its fields', async () => {
  expect(await runTab(shared, 'Failure')).toMatchObject({
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

test('the tab ChatEvents shows a message that arrives, with the token in the headers, until it is stopped', async () => {
  await using graphiql = await openGraphiQL({ callersToken: true });
  const { page, sandbox, gateway, pageErrors } = graphiql;
  const shown = (text: string) => page.locator('.result-window', { hasText: text }).waitFor();
  await openTab(graphiql, 'ChatEvents');

  await page.locator('.graphiql-execute-button').click();
  await shown('BeeperLiveStarted');
  expect(sandbox.live.sockets).toMatchObject([{ token: tokenInHeaders }]);
  sandbox.people.write(kishan.chatID, 'Live in GraphiQL');
  await shown('Live in GraphiQL');

  await page.locator('.graphiql-execute-button').click();
  await expect.poll(() => gateway.live.state().streams).toBe(0);
  expect(pageErrors).toEqual([]);
});

/** Replaces the screenshot in the README if `UPDATE_SCREENSHOT=1` is set. */
async function takeScreenshot(page: Page): Promise<void> {
  if (process.env.UPDATE_SCREENSHOT !== '1') return;
  await page.getByRole('button', { name: 'Hide editor tools' }).click();
  // Outside the editor, so that its scroll bars fade.
  await page.mouse.move(1_050, 600);
  await page.waitForTimeout(1_500);
  await page.screenshot({ path: fileURLToPath(new URL('../../docs/graphiql.png', import.meta.url)) });
}

test('an address in the answer of the tab PicturesAndFiles opens in a browser tab, as a picture', async () => {
  const answer = JSON.stringify(await runTab(shared, 'PicturesAndFiles'));
  const [, address = ''] = /"harbour.jpg".*?"contentURL":"([^"]+)"/.exec(answer) ?? [];
  const tab = await shared.page.context().newPage();
  await tab.goto(address);

  expect(await tab.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1600);
  await tab.close();
});

test('the tabs of the sandbox and those of a real Beeper are kept apart in the browser', async () => {
  const pageOf = async (sandbox: boolean): Promise<string> => {
    await using pair = await startPair({ sandbox });
    const page = await fetch(`${pair.gateway.origin}/graphql`, { headers: { accept: 'text/html' } });
    return await page.text();
  };
  const [sandbox, beeper] = [await pageOf(true), await pageOf(false)];
  let shown = sandbox;
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(shown);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  await using context = await browser.newContext(contextOptions);
  const page = await context.newPage();
  const tabsAfterLoading = async () => {
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`);
    await page.getByRole('tab').first().waitFor();
    return page.getByRole('tab').allInnerTexts();
  };

  const first = await tabsAfterLoading();
  const tab = page.getByRole('tab', { name: 'StartByPhone' });
  await tab.hover();
  await tab.locator('.graphiql-tab-close').click();
  await tab.waitFor({ state: 'detached' });
  // GraphiQL stores its tabs after a pause.
  await page.waitForFunction(() => !localStorage.getItem('graphiql:tabState')?.includes('StartByPhone'));
  shown = beeper;
  const real = await tabsAfterLoading();
  shown = sandbox;
  const again = await tabsAfterLoading();

  expect(first).toContain('StartByPhone');
  expect(real).toEqual([
    ...['Accounts', 'Inbox', 'InboxWithUnread', 'Search', 'ChatEvents', 'Contacts', 'PicturesAndFiles'],
    ...['CreateChat', 'StartChat', 'SendMessage', 'React', 'CreateUpload'],
  ]);
  expect(again).toEqual(first.filter((name) => name !== 'StartByPhone'));
});
