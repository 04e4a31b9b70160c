import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { violationsOf } from '../../support/axe.ts';
import { holdOperation, loseAnswer } from '../../support/holdRequests.ts';
import { openPages, type PagesOfApp } from '../../support/openPages.ts';
import { whatsapp } from '../../support/people.ts';
import { installTimeoutMs } from '../../support/programs.ts';
import { typeQuickly } from '../../support/typeQuickly.ts';

const startRoute = 'POST /v1/chats/start';
const createRoute = 'POST /v1/chats';
const sendRoute = 'POST /v1/chats/{chatID}/messages';
const lookUpRoute = 'GET /v1/accounts/{accountID}/contacts';
const telegram = 'telegram';

let app: PagesOfApp;
let page: Page;

beforeAll(async () => {
  app = await openPages();
}, installTimeoutMs);

afterAll(() => app?.[Symbol.asyncDispose]());

beforeEach(async () => {
  app.pair.sandbox.calls.length = 0;
  page = await app.newPage();
});

afterEach(async () => {
  await page.context().close();
  expect(app.problems.splice(0)).toEqual([]);
});

const dialog = () => page.getByRole('dialog', { name: 'New chat' });
const people = () => dialog().getByRole('combobox', { name: 'To' });
const option = (name: RegExp) => dialog().getByRole('listbox').getByRole('option', { name });
const firstMessage = () => dialog().getByLabel('First message');
const start = () => dialog().getByRole('button', { name: 'Start chat' });

async function open(accountID: string): Promise<void> {
  await page.goto(`${app.origin}/#/new`);
  await dialog().getByLabel('Account').selectOption(accountID);
}

async function choose(name: string): Promise<void> {
  await people().fill(name);
  await option(new RegExp(name)).first().click();
  await dialog()
    .getByRole('button', { name: `Remove ${name}` })
    .waitFor();
  // The whole list is back.
  await dialog()
    .getByText(/^\d+ people$/)
    .waitFor();
}

const openedChat = () => decodeURIComponent(/#\/chat\/([^/]+)$/.exec(page.url())?.[1] ?? '');

test('a chat with a contact is started with the keyboard alone', async () => {
  await page.goto(app.origin);
  const link = page.getByRole('link', { name: 'New chat' });
  await link.focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => people().evaluate((field) => field === document.activeElement)).toBe(true);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.type('WhatsApp');
  await page.keyboard.press('Tab');
  await dialog().getByText('26 people').waitFor();
  const letAsk = await holdOperation(page.context(), 'NewChatContacts');
  await page.keyboard.type('da');
  // The answer is not there: the list is that of before, and Enter chooses nobody of it.
  await page.keyboard.press('Enter');
  letAsk();
  await dialog().getByText('4 people').waitFor();
  expect(
    await dialog()
      .getByRole('button', { name: /^Remove/ })
      .count(),
  ).toBe(0);
  // The active one is named by the field, and followed in the list.
  await page.keyboard.press('ArrowDown');
  const active = await people().getAttribute('aria-activedescendant');
  expect(await page.locator(`[id="${active}"]`).getAttribute('aria-selected')).toBe('true');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await dialog().getByRole('button', { name: 'Remove Ada' }).waitFor();
  await page.keyboard.press('Backspace');
  await expect.poll(() => dialog().getByRole('button', { name: 'Remove Ada' }).count()).toBe(0);
  // A problem is read where it can be changed.
  await start().click();
  await dialog().getByText('Choose somebody.').waitFor();
  await expect.poll(() => people().evaluate((field) => field === document.activeElement)).toBe(true);
  await page.keyboard.type('ada');
  await expect.poll(() => people().getAttribute('aria-activedescendant')).not.toBeNull();
  await page.keyboard.press('Enter');
  await firstMessage().focus();
  await page.keyboard.type('Hello Ada!');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');

  await expect.poll(openedChat).toMatch(/whatsapp/);
  expect(await dialog().count()).toBe(0);
  expect(app.sentTo(startRoute)).toEqual([
    {
      accountID: whatsapp,
      user: { id: '@15550101002:local-whatsapp.localhost' },
      messageText: 'Hello Ada!',
    },
  ]);
  // Back leads to where the dialog was opened.
  await page.goBack();
  await expect.poll(() => new URL(page.url()).hash).toBe('');
  expect(await dialog().count()).toBe(0);
});

test('a phone number is looked up once it is typed, and starts a chat without a contact', async () => {
  await page.clock.install();
  await open(whatsapp);
  // The network can take half a minute, and the chat can be started before it answers.
  app.pair.sandbox.next(lookUpRoute, { delayMs: 10_000 });
  await people().focus();
  await typeQuickly(page, '+1 555 010-1099');
  await page.clock.fastForward(1_000);
  await dialog().getByText('Asking WhatsApp.').waitFor();
  await typeQuickly(page, '8');
  await page.clock.fastForward(1_000);
  await option(/\+1 555 010-10998/).waitFor();
  await dialog().getByText('Nobody found on WhatsApp.').waitFor();
  const lookUps = app.pair.sandbox.calls.filter(({ route }) => route === lookUpRoute);
  expect(lookUps.map(({ path }) => new URL(path, app.origin).searchParams.get('query'))).toEqual([
    '+15550101099',
    '+155501010998',
  ]);
  // Nobody waits for the first one any more.
  await expect.poll(() => lookUps[0]?.aborted).toBe(true);

  await people().fill('+1 555 010-1003');
  await option(/Use this phone number/).click();
  await start().click();
  await expect.poll(openedChat).toBe('!whatsapp_15550101003:ba_EvYD.local-whatsapp.localhost');
  expect(app.sentTo(startRoute)).toEqual([{ accountID: whatsapp, user: { phoneNumber: '+15550101003' } }]);
});

test('several people become a group, within the limits of their network', async () => {
  await open(telegram);
  await option(/./).first().click();
  await dialog()
    .getByRole('button', { name: /^Remove/ })
    .waitFor();
  await option(/./).first().click();
  await dialog().getByText('Groups can’t be created on this network.').waitFor();
  await dialog().getByLabel('Account').selectOption(whatsapp);
  await choose('Ada');
  await choose('Grace');
  await dialog().getByRole('button', { name: 'Create group' }).click();
  await dialog().getByText('This network requires a title.').waitFor();
  expect(app.sentTo(createRoute)).toEqual([]);

  await dialog().getByLabel('Title of the group').fill('Analytical engines');
  await dialog().getByRole('button', { name: 'Create group' }).click();
  await expect.poll(openedChat).toMatch(/whatsapp_new/);
  expect(app.sentTo(createRoute)).toMatchObject([
    {
      accountID: whatsapp,
      type: 'group',
      title: 'Analytical engines',
      participantIDs: ['@15550101002:local-whatsapp.localhost', '@15550101003:local-whatsapp.localhost'],
    },
  ]);
});

test('accounts that can’t be read are not called unusable, and can be read again', async () => {
  app.pair.sandbox.always('GET /v1/accounts', { status: 403 });
  await page.goto(`${app.origin}/#/new`);
  await page.reload();
  const account = dialog().getByLabel('Account');
  await expect.poll(() => account.textContent()).toBe('The accounts could not be read');
  await people().fill('+15550101003');
  await option(/Use this phone number/).click();
  await start().click();
  await dialog().getByText('A chat needs an account.').waitFor();
  expect(app.sentTo(startRoute)).toEqual([]);
  app.pair.sandbox.always('GET /v1/accounts', null);
  // The page itself reads everything again when its stream begins, which takes the button away for a moment.
  await expect
    .poll(async () => {
      const retry = dialog().getByRole('button', { name: 'Try again' });
      await retry.press('Enter', { timeout: 500 }).catch(() => undefined);
      return account.getByRole('option', { name: 'WhatsApp' }).count();
    })
    .toBeGreaterThan(0);
  expect(await dialog().evaluate((element) => element.contains(document.activeElement))).toBe(true);
});

test('a first message that was not sent is kept, and sent with a click', async () => {
  await open('playground');
  await choose('Edda Existing');
  await firstMessage().fill('Are you there?');
  await start().click();
  await dialog().getByText('You already have this chat').waitFor();
  expect(await violationsOf(page)).toEqual([]);
  await dialog().getByRole('button', { name: 'Send it now' }).click();
  await expect.poll(() => app.sentTo(sendRoute)).toEqual([{ text: 'Are you there?' }]);
  expect(openedChat()).toBe('!playground_existing:playground');
});

test('a chat that can’t be read is there, and one of somebody else is not written to', async () => {
  await open('playground');
  await choose('Fritz Followup');
  await start().click();
  await dialog().getByText('The chat is there, but it could not be read yet.').waitFor();
  expect(await dialog().getByRole('button', { name: 'Try again' }).count()).toBe(0);
  await dialog().getByRole('button', { name: 'Open the chat' }).click();
  await expect.poll(openedChat).toMatch(/playground_new/);

  await open('playground');
  app.pair.sandbox.next(startRoute, {
    status: 200,
    body: { chatID: '!playground_existing:playground', status: 'existing' },
  });
  await choose('Wanda Works');
  await firstMessage().fill('Only for Wanda');
  await start().click();
  await dialog().getByText('This is somebody else’s chat').waitFor();
  expect(await dialog().getByRole('button', { name: 'Send it now' }).count()).toBe(0);
  expect(app.sentTo(sendRoute)).toEqual([]);
  expect(app.problems.splice(0).filter((text) => !text.includes('500'))).toEqual([]);
});

test('a lost answer, a double click and a reload create one chat', async () => {
  await open('playground');
  await choose('Wanda Works');
  app.pair.sandbox.next(startRoute, { delayMs: 300 });
  const clicked = start().click();
  // Before the click is reported: on a busy machine, the answer would be there.
  await expect.poll(() => app.sentTo(startRoute)).toHaveLength(1);
  app.network.cutConnections();
  await clicked;
  await dialog().getByRole('button', { name: 'Try again' }).last().click();
  await expect.poll(openedChat).toMatch(/playground_new/);
  expect(app.sentTo(startRoute)).toHaveLength(1);

  // The same input is meant once more: it has another key.
  await open('playground');
  await choose('Wanda Works');
  await start().dblclick();
  await expect.poll(openedChat).toMatch(/playground_new/);
  expect(app.sentTo(startRoute)).toHaveLength(2);

  await open('playground');
  await choose('Wanda Works');
  await loseAnswer(page.context(), 'StartChat');
  await start().click();
  await expect.poll(() => app.sentTo(startRoute)).toHaveLength(3);
  await page.reload();
  await dialog().getByRole('button', { name: 'Remove Wanda Works' }).waitFor();
  // What is changed and changed back is the same input.
  await firstMessage().fill('H');
  await firstMessage().fill('');
  await start().click();
  await expect.poll(openedChat).toMatch(/playground_new/);
  expect(app.sentTo(startRoute)).toHaveLength(3);
  expect(app.problems.splice(0).filter((text) => !text.startsWith('Failed to load resource'))).toEqual([]);
});

test('an unknown outcome is not repeated before the person has looked', async () => {
  await open('playground');
  await choose('Curt Cut');
  await start().click();
  await dialog().getByText('Check first').waitFor();
  expect(await dialog().getByRole('button', { name: 'Try again' }).count()).toBe(0);
  // The same key: the gateway tells the same, and sends nothing.
  await start().click();
  await expect.poll(() => start().getAttribute('aria-disabled')).toBe('false');
  await dialog().getByText('Check first').waitFor();
  expect(app.sentTo(startRoute)).toHaveLength(1);

  await dialog().getByRole('button', { name: 'allow another try' }).click();
  await start().click();
  await expect.poll(() => app.sentTo(startRoute)).toHaveLength(2);
  await dialog().getByRole('button', { name: 'Check what is there' }).click();
  await expect.poll(() => dialog().count()).toBe(0);
});

test('problems with the input stand at their fields, and the dialog fits a narrow screen in both themes', async () => {
  await page.setViewportSize({ width: 320, height: 700 });
  await open('playground');
  await choose('Ines Invalid');
  await start().click();
  await dialog().getByText('Please correct this').waitFor();
  const description = await people().getAttribute('aria-describedby');
  expect(await page.locator(`[id="${description?.split(' ')[0]}"]`).textContent()).toBe(
    'The network rejects this user',
  );
  expect(await people().getAttribute('aria-invalid')).toBe('true');
  const width = () => dialog().evaluate((element) => element.scrollWidth - element.clientWidth);
  expect(await width()).toBe(0);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await violationsOf(page)).toEqual([]);
  }
});
