import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { trialGroups } from '../../../examples/web/src/help/playground.ts';
import { violationsOf } from '../../support/axe.ts';
import { openPages, type PagesOfApp } from '../../support/openPages.ts';
import { installTimeoutMs } from '../../support/programs.ts';

let app: PagesOfApp;
let page: Page;

beforeAll(async () => {
  // `slow` of the playground waits for the deadline.
  app = await openPages({ timeoutMs: 2_000, shedsLoad: false });
}, installTimeoutMs);

afterAll(() => app?.[Symbol.asyncDispose]());

beforeEach(async () => {
  app.pair.sandbox.calls.length = 0;
  page = await app.newPage({ permissions: ['clipboard-read', 'clipboard-write'] });
});

afterEach(async () => {
  await page.context().close();
  expect(app.problems.splice(0)).toEqual([]);
});

const dialog = () => page.getByRole('dialog', { name: 'Help' });
const runButtons = () => dialog().getByRole('button', { name: 'Run', exact: true });
const rowOf = (group: string, name: string) =>
  dialog()
    .getByRole('region', { name: group, exact: true })
    .getByRole('listitem')
    .filter({ has: page.getByText(name, { exact: true }) });

async function open(): Promise<void> {
  await page.goto(`${app.origin}/#/help`);
  await expect.poll(() => runButtons().first().isEnabled()).toBe(true);
}

/** What the page makes of each group: the types of the errors, in the order of the list. Null for what was done. */
const expected: Record<string, (string | null)[]> = {
  'Starting a chat works': [null, null, 'BeeperUpstreamError'],
  'Starting a chat: something to correct': [
    'BeeperInvalidInputError',
    'BeeperUnauthenticatedError',
    'BeeperForbiddenError',
    'BeeperNotFoundError',
    'BeeperConflictError',
  ],
  'Starting a chat: try again later': ['BeeperRateLimitedError', 'BeeperUnavailableError'],
  'Starting a chat: it may have been done': [
    'BeeperUpstreamError',
    'BeeperUpstreamError',
    'BeeperUpstreamError',
    'BeeperUpstreamError',
    'BeeperOutcomeUnknownError',
    'BeeperOutcomeUnknownError',
    'BeeperOutcomeUnknownError',
  ],
  'Sending a message is accepted': [null, null, null, null],
  'Sending a message: something to correct': [
    'BeeperInvalidInputError',
    'BeeperUnauthenticatedError',
    'BeeperForbiddenError',
    'BeeperForbiddenError',
    'BeeperNotFoundError',
    'BeeperConflictError',
  ],
  'Sending a message: try again later': ['BeeperRateLimitedError'],
  'Sending a message: the gateway looks for it, and finds it': [null, null, null, null],
  'Sending a message: it may have been done': Array(5).fill('BeeperOutcomeUnknownError'),
};

test('each failure is one click away, with its message, its remedy, and a button only where repeating is safe', async () => {
  await open();
  const count = trialGroups.flatMap(({ trials }) => trials).length;
  await runButtons().evaluateAll((buttons) => {
    for (const button of buttons) (button as unknown as { click(): void }).click();
  });
  await expect.poll(() => dialog().locator('.trial-result').count()).toBe(count);

  const results = await dialog()
    .locator('.trial')
    .evaluateAll((rows) =>
      rows.map((row) => {
        const text = (selector: string) => row.querySelector(selector)?.textContent ?? null;
        const facts = [...row.querySelectorAll('.trial-facts dd')].map((fact) => fact.textContent);
        return {
          name: text('code'),
          group: row.closest('section')?.getAttribute('aria-label') ?? '',
          sentences: [...row.querySelectorAll('[role=alert] p')].map((part) => part.textContent),
          facts,
          isDone: row.querySelector('[role=status]') !== null,
          look: [...row.querySelectorAll('button')].some((one) => one.textContent === 'Check what is there'),
          retry: [...row.querySelectorAll('button')].some((one) => one.textContent?.startsWith('Try again')),
        };
      }),
    );
  const types: Record<string, (string | null)[]> = {};
  for (const { group, facts } of results) types[group] = [...(types[group] ?? []), facts[0] ?? null];
  expect(types).toEqual(expected);
  for (const { name, facts, sentences, isDone, look, retry } of results) {
    const [type, retryable, requestID, advice] = facts;
    if (!type) {
      expect(isDone, name ?? '').toBe(true);
      continue;
    }
    expect(sentences.length, name ?? '').toBeGreaterThanOrEqual(2);
    expect(retry, name ?? '').toBe(retryable === 'yes');
    if (type === 'BeeperOutcomeUnknownError') expect(look, name ?? '').toBe(true);
    expect(requestID).toMatch(/^[\w-]{8,}$/);
    expect(advice).toMatch(/\.$/);
  }
  // Each was sent once, whatever came back.
  expect(app.pair.writes()).toHaveLength(count);

  expect(await violationsOf(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 320, height: 700 });
  await dialog().getByText('Code', { exact: true }).first().click();
  expect(await violationsOf(page)).toEqual([]);
  const width = await dialog()
    .locator('.dialog-body')
    .evaluate((body) => body.scrollWidth - body.clientWidth);
  expect(width).toBe(0);
});

test('after the time to wait, the keyboard alone repeats a request with its key', async () => {
  await page.clock.install();
  await open();
  const keys: string[] = [];
  page.on('request', (request) => {
    const key = /"key":"([^"]+)"/.exec(request.postData() ?? '')?.[1];
    if (key) keys.push(key);
  });
  const row = rowOf('Starting a chat: try again later', 'rate-limited');
  await row.getByRole('button', { name: 'Run' }).focus();
  await page.keyboard.press('Enter');
  const retry = row.getByRole('button', { name: 'Try again' });
  await retry.waitFor();
  expect(await retry.textContent()).toMatch(/^Try again in [1-7] s$/);
  expect(await retry.isDisabled()).toBe(true);
  await page.clock.fastForward(7_500);
  await expect.poll(() => retry.isEnabled()).toBe(true);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  // The button is gone while it runs. The next Tab goes on from this trial.
  await expect.poll(() => row.evaluate((element) => element === document.activeElement)).toBe(true);
  await expect.poll(() => app.pair.writes().length).toBe(2);
  await expect.poll(() => keys).toHaveLength(2);
  expect(new Set(keys).size).toBe(1);

  await row.getByText('Code', { exact: true }).last().click();
  await row.getByRole('button', { name: 'Copy variables' }).click();
  await row.getByText('Copied').waitFor();
  const copied = await page.evaluate('navigator.clipboard.readText()');
  expect(JSON.parse(copied as string)).toMatchObject({
    input: { accountID: 'playground', user: { username: 'rate-limited' } },
    key: keys[0],
  });
  await page.keyboard.press('Escape');
  await expect.poll(() => dialog().count()).toBe(0);
});

test('on a real Beeper, nothing is sent from the help', async () => {
  // What a gateway says that has a real Beeper behind it.
  await page.route('**/graphql', async (route) => {
    if (!route.request().postData()?.includes('sandbox')) return route.fallback();
    const response = await route.fetch();
    const body = (await response.text()).replace('"sandbox":true', '"sandbox":false');
    return route.fulfill({ response, body });
  });
  await page.goto(`${app.origin}/#/help`);
  await dialog().getByText('connected to a real Beeper').waitFor();
  expect(await runButtons().count()).toBeGreaterThan(0);
  expect(await runButtons().and(page.locator(':enabled')).count()).toBe(0);
  expect(app.pair.writes()).toEqual([]);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});
