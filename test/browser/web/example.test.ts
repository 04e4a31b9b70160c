import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { builtWebApp } from '../../support/buildWebApp.ts';
import { startChromium } from '../../support/chromium.ts';
import { freePort } from '../../support/freePort.ts';
import { kishan } from '../../support/people.ts';
import { isGone, startExample } from '../../support/process.ts';
import { installTimeoutMs } from '../../support/programs.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

test(
  'npm run example:web serves the app, in which somebody answers a message, and ends with all that it has started',
  async () => {
    const port = await freePort();
    await using example = startExample('web', { PORT: String(port) });
    await using browser = await startChromium();
    const [, app = ''] = await example.prints(/^App +(http:\S+)/m);
    const [, graphiql = ''] = await example.prints(/^GraphiQL +(http:\S+)/m);
    await example.prints(/^Stop/m);

    await using second = startExample('web', { PORT: String(port) });
    await using third = startExample('web', { PORT: String(await freePort()), GATEWAY_URL: graphiql });
    const page = await browser.newPage();
    page.setDefaultTimeout(40_000);
    await page.goto(app);
    await page.getByRole('link', { name: /^Kishan/ }).click();
    await page.getByRole('textbox', { name: 'Message', exact: true }).fill('Is somebody there?');
    await page.keyboard.press('Enter');
    const last = page.locator('li.message').last();
    await expect.poll(() => last.getAttribute('data-own'), { timeout: 20_000 }).toBe('true');
    await expect.poll(() => last.getAttribute('data-own'), { timeout: 20_000 }).toBe('false');

    expect(await second.ends()).toEqual({ code: 1, signal: null });
    expect(second.stderr).toBe(
      `Port ${port} is in use. Take another one: PORT=${port + 1} npm run example:web\n`,
    );

    const [, withoutSandbox = ''] = await third.prints(/^App +(http:\S+)/m);
    const { origin } = new URL(withoutSandbox);
    const asked = await fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin },
      body: JSON.stringify({ query: `{ chat(id: "${kishan.chatID}") { title } }` }),
    });
    expect(await asked.json()).toEqual({ data: { chat: { title: 'Kishan' } } });

    // npm ends with the signal that it got.
    third.kill('SIGINT');
    await third.ends();
    example.kill('SIGTERM');
    // Not before the gateway has closed its output, too.
    await example.ends();
    expect(await isGone(origin)).toBe(true);
    expect(await isGone(app)).toBe(true);
    expect(await isGone(graphiql)).toBe(true);
  },
  installTimeoutMs,
);

test(
  'the built app is as large as its README says',
  async () => {
    const folder = join(await builtWebApp(), 'static');
    const files = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name))));
    const bytes = files.reduce((sum, file) => sum + gzipSync(file).length, 0);
    const readme = await readFile(join(root, 'examples/web/README.md'), 'utf8');
    const [, told] = /(\d+) kB with gzip/.exec(readme) ?? [];

    expect(Math.abs(bytes / 1_000 / Number(told) - 1), `${bytes} bytes`).toBeLessThan(0.1);
  },
  installTimeoutMs,
);
