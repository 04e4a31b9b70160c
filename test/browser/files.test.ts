import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { type Listening, listen } from '../../examples/listen.ts';
import { createPageServer } from '../../examples/pageServer.ts';
import { generatedFile, seedChatIDs } from '../../src/sandbox/index.ts';
import { startChromium } from '../support/chromium.ts';
import { Files } from '../support/documents.ts';
import { paddedVideo } from '../support/paddedVideo.ts';
import { type Pair, startPair } from '../support/pair.ts';
import { installTimeoutMs } from '../support/programs.ts';

let browser: Browser;
let server: Listening;
let pair: Pair;
/** The page of the example, at `localhost`: another site than the gateway, which is at 127.0.0.1. */
let site: string;
const later = 0;

const sample = (name: string) => readFile(new URL(`../../src/sandbox/files/${name}`, import.meta.url));
const waves = 'file:///Users/me/Library/Beeper/media/waves.mp4';

beforeAll(async () => {
  const settings = { url: '' };
  server = await listen(createPageServer(new URL('../../examples/files/', import.meta.url), () => settings));
  site = server.origin.replace('127.0.0.1', 'localhost');
  pair = await startPair({ origins: [site], files: { now: () => Date.now() + later } });
  pair.sandbox.addFile(waves, paddedVideo(await sample('waves.mp4'), 40_000_000));
  settings.url = `${pair.gateway.origin}/graphql`;
  browser = await startChromium();
}, installTimeoutMs);

afterAll(async () => {
  await browser?.close();
  await pair?.[Symbol.asyncDispose]();
  await server?.[Symbol.asyncDispose]();
});

/** @returns the address of the file with this name in the chat “One of each”. */
async function addressOf(fileName: string): Promise<string> {
  const { data } = await pair.gateway.query(Files, { chatID: seedChatIDs.everyKind });
  const attachments = data?.chat?.messages?.nodes.flatMap((node) => node.attachments ?? []);
  const address = attachments?.find((attachment) => attachment.fileName === fileName)?.srcURL?.contentURL;
  if (!address) throw new Error(`There is no address of ${fileName}`);
  return address;
}

async function openPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(site);
  await page.locator('#inbox button').first().waitFor();
  return page;
}

async function openChat(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: title }).click();
  await page.locator('#messages li').first().waitFor();
}

/** What was asked of Beeper for files. */
const served = () =>
  pair.sandbox.calls
    .filter(({ route }) => route === 'GET /v1/assets/serve')
    .map(({ path, headers }) => ({
      url: new URL(path, 'http://beeper').searchParams.get('url'),
      range: headers.range,
    }));

const uploads = () => pair.sandbox.calls.filter(({ route }) => route === 'POST /v1/assets/upload');

/** Drops a file of `bytes` bytes on the page. @returns the hash of the file. */
async function drop(page: Page, { name, type, content }: { name: string; type: string; content: Buffer }) {
  const transfer = await page.evaluateHandle(
    async ({ name, type, base64 }) => {
      const bytes = await (await fetch(`data:application/octet-stream;base64,${base64}`)).arrayBuffer();
      const data = new DataTransfer();
      data.items.add(new File([bytes], name, { type }));
      return data;
    },
    { name, type, base64: content.toString('base64') },
  );
  await page.dispatchEvent('main', 'drop', { dataTransfer: transfer });
  return createHash('sha256').update(content).digest('hex');
}

test('the inbox shows avatars, and initials where there is none', async () => {
  await using context = await browser.newContext();
  const page = await openPage(context);
  const widths = () =>
    page
      .locator('.avatar img')
      .evaluateAll((all) =>
        (all as HTMLImageElement[])
          .filter(({ complete }) => complete)
          .map(({ naturalWidth }) => naturalWidth),
      );

  await expect.poll(async () => (await widths()).filter((width) => width > 0).length).toBeGreaterThan(2);
  expect(await widths()).not.toContain(0);
  expect(await page.locator('.avatar', { hasText: /^\p{L}{1,2}$/u }).count()).toBeGreaterThan(0);
});

test('a conversation shows pictures in the space that was kept for them, and loads others only when asked to', async () => {
  await using context = await browser.newContext();
  const fromElsewhere: string[] = [];
  await context.route('https://media.example.com/**', async (route) => {
    fromElsewhere.push(route.request().url());
    await route.fulfill({ contentType: 'image/gif', body: await sample('parrot.gif') });
  });
  let letPicturesIn = () => {};
  const mayLoad = new Promise<void>((resolve) => {
    letPicturesIn = resolve;
  });
  const page = await openPage(context);
  await context.route('**/assets/*', async (route) => {
    await mayLoad;
    await route.continue();
  });
  await openChat(page, 'One of each');
  const picture = page.getByAltText('harbour.jpg');
  await picture.scrollIntoViewIfNeeded();
  const kept = await picture.boundingBox();
  expect(kept?.height).toBeGreaterThan(100);
  letPicturesIn();
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth), { timeout: 10_000 })
    .toBe(1600);
  expect(await picture.boundingBox()).toMatchObject({ width: kept?.width, height: kept?.height });

  for (const name of ['harbour.heic', 'scan.tiff', 'drawing.svg', 'plan.pdf'])
    await page.getByRole('link', { name }).waitFor();
  const lost = page.getByAltText('lost.jpg');
  await lost.scrollIntoViewIfNeeded();
  await page.getByRole('link', { name: 'lost.jpg' }).waitFor();

  expect(fromElsewhere).toEqual([]);
  await page.getByRole('button', { name: 'Show picture from media.example.com' }).click();
  await expect.poll(() => fromElsewhere).toEqual(['https://media.example.com/dance.gif']);
});

test('a video plays, and seeking loads the part that it goes to', async () => {
  await using context = await browser.newContext();
  const page = await openPage(context);
  await openChat(page, 'One of each');
  const video = page.locator('video').first();
  await video.scrollIntoViewIfNeeded();
  const timeOf = () => video.evaluate((element: HTMLVideoElement) => element.currentTime);
  const play = () =>
    video.evaluate((element: HTMLVideoElement) => Object.assign(element, { muted: true }).play());

  await play();
  await expect.poll(timeOf).toBeGreaterThan(0.1);
  await video.evaluate((element: HTMLVideoElement) => {
    element.currentTime = 11;
  });
  await expect.poll(timeOf).toBeGreaterThan(11.1);
  expect(await video.evaluate((element: HTMLVideoElement) => element.videoWidth)).toBe(640);
  const starts = served().flatMap(({ url, range }) =>
    url === waves ? [Number(/\d+/.exec(range ?? '0')?.[0])] : [],
  );
  expect(Math.max(...starts)).toBeGreaterThan(30_000_000);
});
