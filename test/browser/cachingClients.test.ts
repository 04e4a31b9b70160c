import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedChatIDs } from '../../src/sandbox/index.ts';
import { startChromium } from '../support/chromium.ts';
import { startPair } from '../support/pair.ts';
import { installTimeoutMs } from '../support/programs.ts';
import { linesOf, query } from './pages/show.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await startChromium();
}, installTimeoutMs);

afterAll(() => browser?.close());

/** @returns the origin of a server with a page that runs `test/browser/pages/<name>.ts`. */
async function servePage(name: string) {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`pages/${name}.ts`, import.meta.url))],
    bundle: true,
    write: false,
    format: 'esm',
    define: { 'globalThis.__DEV__': 'true' },
  });
  const script = outputFiles[0]?.text ?? '';
  const server = createServer(({ url = '' }, response) => {
    const [type, body] = url.startsWith('/page.js')
      ? ['text/javascript', script]
      : ['text/html', '<!doctype html><meta charset="utf-8"><script type="module" src="/page.js"></script>'];
    response.writeHead(200, { 'content-type': type }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

test.each(['apollo', 'urql'])(
  'a page with the cache of %s shows the inbox and the reactions as they are on the wire',
  async (client) => {
    await using server = await servePage(client);
    await using pair = await startPair({ origins: [server.origin] });
    // The same people are admins of some chats and not of others.
    let n = 0;
    for (const { participants } of pair.sandbox.chats.values())
      for (const person of participants) person.isAdmin = n++ % 3 === 0;
    const chatID = seedChatIDs.everyKind;
    const onWire = await (await pair.gateway.send(query, { chatID })).json();
    const expected = linesOf(onWire.data);

    await using context = await browser.newContext();
    const page = await context.newPage();
    const gateway = encodeURIComponent(`${pair.gateway.origin}/graphql`);
    await page.goto(`${server.origin}/?gateway=${gateway}&chatID=${encodeURIComponent(chatID)}`);
    await page.waitForFunction(() => document.title === 'Done');

    expect(expected.filter((line) => line.includes('👍'))).not.toEqual([]);
    expect(expected.length).toBeGreaterThan(25);
    expect(await page.locator('li').allInnerTexts()).toEqual(expected);
  },
);
