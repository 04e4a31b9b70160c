import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { tokenFile } from '../../src/config/savedToken.ts';
import { startSandbox } from '../../src/sandbox/index.ts';
import { startChromium } from '../support/chromium.ts';
import { startCLI, startProcess } from '../support/process.ts';
import { installTimeoutMs } from '../support/programs.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await startChromium();
}, installTimeoutMs);

afterAll(() => browser?.close());

test('a click on Allow logs in: start uses the token, and it is not valid after a logout', async () => {
  await using sandbox = await startSandbox();
  const home = await mkdtemp(join(tmpdir(), 'login-'));
  onTestFinished(() => rm(home, { recursive: true, force: true }));
  const env = { BEEPER_URL: sandbox.url, XDG_CONFIG_HOME: home };
  const path = tokenFile(sandbox.url, env);

  {
    await using login = startCLI(['login', '--no-browser'], env);
    const [, url = ''] = await login.prints(/^ {2}(http:\S+)$/m);
    const page = await browser.newPage();
    await page.goto(url);
    await page.getByRole('checkbox', { name: 'Allow sensitive actions' }).uncheck();
    await page.getByRole('button', { name: 'Allow' }).click();
    await page.getByRole('heading', { name: 'Logged in' }).waitFor();
    expect(await login.ends()).toEqual({ code: 0, signal: null });
    expect(login.stdout).toContain('can only read, so mutations are refused');
    await page.close();
  }
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  const { accessToken } = JSON.parse(await readFile(path, 'utf8'));

  await using gateway = await startProcess(env);
  const origin = await gateway.origin();
  const query = async () => {
    const response = await fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ accounts { id } }"}',
    });
    return response.json();
  };
  expect((await query()).data.accounts.length).toBeGreaterThan(0);
  expect(sandbox.calls.at(-1)?.headers.authorization).toBe(`Bearer ${accessToken}`);

  await using logout = startCLI(['logout'], env);
  expect(await logout.ends()).toEqual({ code: 0, signal: null });
  expect((await query()).errors[0].extensions.code).toBe('UNAUTHENTICATED');
});
