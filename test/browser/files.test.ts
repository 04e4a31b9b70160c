import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { type Listening, listen } from '../../examples/listen.ts';
import { createPageServer } from '../../examples/pageServer.ts';
import { seedChatIDs } from '../../src/sandbox/index.ts';
import { startChromium } from '../support/chromium.ts';
import { Files } from '../support/documents.ts';
import { dropFile } from '../support/dropFile.ts';
import { holdRequests } from '../support/holdRequests.ts';
import { paddedVideo } from '../support/paddedVideo.ts';
import { type Pair, startPair } from '../support/pair.ts';
import { installTimeoutMs } from '../support/programs.ts';

let browser: Browser;
let server: Listening;
let pair: Pair;
/** The page of the example, at `localhost`: another site than the gateway, which is at 127.0.0.1. */
let site: string;
let later = 0;

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

const hashOf = (content: Buffer) => createHash('sha256').update(content).digest('hex');

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
  const page = await openPage(context);
  const letFilesIn = await holdRequests(context, '**/assets/*');
  await openChat(page, 'One of each');
  const picture = page.getByAltText('harbour.jpg');
  await picture.scrollIntoViewIfNeeded();
  const kept = await picture.boundingBox();
  expect(kept?.height).toBeGreaterThan(100);
  letFilesIn();
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

const timeOf = (media: Locator) => media.evaluate((element: HTMLMediaElement) => element.currentTime);

/** Plays it without sound, as browsers want it where nobody has clicked. */
const play = (media: Locator) =>
  media.evaluate((element: HTMLMediaElement) => Object.assign(element, { muted: true }).play());

test('a video plays, and seeking loads the part that it goes to', async () => {
  await using context = await browser.newContext();
  const page = await openPage(context);
  await openChat(page, 'One of each');
  const video = page.locator('video').first();

  await play(video);
  await expect.poll(() => timeOf(video)).toBeGreaterThan(0.1);
  await video.evaluate((element: HTMLVideoElement) => {
    element.currentTime = 11;
  });
  await expect.poll(() => timeOf(video)).toBeGreaterThan(11.1);
  expect(await video.evaluate((element: HTMLVideoElement) => element.videoWidth)).toBe(640);
  const starts = served().flatMap(({ url, range }) =>
    url === waves ? [Number(/\d+/.exec(range ?? '0')?.[0])] : [],
  );
  expect(Math.max(...starts)).toBeGreaterThan(30_000_000);
});

test('pictures whose addresses have expired are loaded from new ones', async () => {
  await using context = await browser.newContext();
  const page = await openPage(context);
  const letFilesIn = await holdRequests(context, '**/assets/*');
  await openChat(page, 'One of each');
  // Chromium keeps the text of a 410 from the page.
  const failed: string[] = [];
  page.on('requestfailed', (request) => failed.push(request.resourceType()));
  later = 2 * 60 * 60_000;
  onTestFinished(() => {
    later = 0;
  });
  letFilesIn();

  const picture = page.getByAltText('harbour.jpg');
  await picture.scrollIntoViewIfNeeded();
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1600);
  expect(failed).toContain('image');
});

test('a WebM plays in the page, and voice notes and songs do', async () => {
  await using context = await browser.newContext();
  const page = await openPage(context);
  await openChat(page, 'One of each');
  const media = [page.locator('video').last(), ...(await page.locator('audio').all())];

  expect(media.length).toBeGreaterThan(3);
  for (const one of media) {
    await play(one);
    await expect.poll(() => timeOf(one)).toBeGreaterThan(0.05);
    await one.evaluate((element: HTMLMediaElement) => element.pause());
  }
  expect(await media[0]?.evaluate((element: HTMLVideoElement) => element.videoWidth)).toBe(640);
});

test('a dropped file is uploaded with progress, sent with a caption, and shown as it was', async () => {
  await using context = await browser.newContext();
  const page = await openPage(context);
  await openChat(page, 'Kishan');
  const content = await sample('harbour.jpg');
  await dropFile(page, 'main', { name: 'my harbour.jpg', type: 'image/jpeg', content });
  await page.getByText('Uploaded').waitFor();
  expect(await page.locator('progress').evaluate((bar: HTMLProgressElement) => bar.value)).toBe(1);
  await page.getByLabel('Caption of my harbour.jpg').fill('Where we were');
  await page.getByRole('button', { name: 'Send' }).click();

  const own = page.locator('#messages li.own', { hasText: 'Where we were' });
  await own.waitFor();
  const picture = own.getByAltText('my harbour.jpg');
  await picture.scrollIntoViewIfNeeded();
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth), { timeout: 10_000 })
    .toBe(1600);
  expect(uploads().at(-1)?.upload).toMatchObject({
    fileName: 'my harbour.jpg',
    mimeType: 'image/jpeg',
    sha256: hashOf(content),
  });
  const shown = await fetch((await picture.getAttribute('src')) ?? '');
  expect(hashOf(Buffer.from(await shown.arrayBuffer()))).toBe(hashOf(content));
});

test('an upload can be cancelled, and one that was cut can be tried again', async () => {
  await using context = await browser.newContext();
  const page = await openPage(context);
  const network = await context.newCDPSession(page);
  await openChat(page, 'Kishan');
  const film = { name: 'film.mp4', type: 'video/mp4', content: Buffer.alloc(6_000_000, 'film') };
  const slow = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 1_000_000 };
  await network.send('Network.emulateNetworkConditions', slow);
  const begun = uploads().length;
  await dropFile(page, 'main', film);
  const bar = page.locator('progress');
  await expect
    .poll(() => bar.evaluate((element: HTMLProgressElement) => element.value), { timeout: 10_000 })
    .toBeGreaterThan(0.05);
  expect(await bar.evaluate((element: HTMLProgressElement) => element.value)).toBeLessThan(1);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await bar.waitFor({ state: 'detached' });
  await expect.poll(() => uploads().at(begun)?.aborted, { timeout: 10_000 }).toBe(true);
  expect(uploads().at(begun)?.upload?.sha256).toBeNull();

  await network.send('Network.emulateNetworkConditions', { ...slow, uploadThroughput: -1 });
  pair.sandbox.next('POST /v1/assets/upload', { reset: 'during' });
  await dropFile(page, 'main', film);
  await page.getByText('The connection to Beeper was lost during the upload.').waitFor();
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('Uploaded').waitFor();
  expect(uploads().at(-1)?.upload?.sha256).toBe(hashOf(film.content));
  const asked = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.includes('/uploads/'))
      .map(({ name }) => name),
  );
  expect(new Set(asked.slice(-2)).size).toBe(1);
});

test('an upload that a proxy refuses with 429 or 503 can be tried again at the same address', async () => {
  await using context = await browser.newContext();
  const page = await openPage(context);
  await openChat(page, 'Kishan');
  const asked: string[] = [];
  const headers = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'retry-after' };
  const answers = [
    { status: 429, headers: { ...headers, 'retry-after': '7' } },
    { status: 503, headers },
  ];
  await context.route('**/uploads/*', async (route) => {
    asked.push(route.request().url());
    const answer = answers.shift();
    if (!answer) return route.continue();
    await route.fulfill({ ...answer, contentType: 'text/html', body: '<h1>Not now</h1>' });
  });

  await dropFile(page, 'main', { name: 'a.txt', type: 'text/plain', content: Buffer.from('abc') });
  await page.getByText('The status is 429. Try again in 7 s.', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('The status is 503. Try again later.', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('Uploaded').waitFor();
  expect(asked).toEqual(Array(3).fill(asked[0]));
});

test('an address opens in a tab of its own: pictures and films are shown, and all else is a download', async () => {
  await using context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(await addressOf('harbour.jpg'));
  expect(await page.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1600);
  for (const name of ['waves.webm', 'song.mp3']) {
    await page.goto(await addressOf(name));
    await play(page.locator('video'));
    await expect.poll(() => timeOf(page.locator('video'))).toBeGreaterThan(0.05);
  }

  for (const [name, savedAs] of [
    ['drawing.svg', 'drawing.svg'],
    ['photo.jpg', 'photo.jpg'],
    ['plan.pdf', 'plan.pdf'],
    ['harbour.heic', 'harbour.heic'],
  ] as const) {
    const downloading = page.waitForEvent('download');
    await page.goto(await addressOf(name)).catch(() => {});
    expect((await downloading).suggestedFilename()).toBe(savedAs);
  }
});

test('no script in a file runs, however a page embeds it', async () => {
  await using context = await browser.newContext();
  const page = await openPage(context);
  const asked: string[] = [];
  // The scripts in the files do this.
  context.on('request', (request) => {
    if (request.url().includes('/graphql?query')) asked.push(request.url());
  });
  const embedded = (address: string) =>
    page.evaluate(async (address) => {
      const embed = (name: 'img' | 'script' | 'object' | 'iframe') =>
        new Promise<string>((resolve) => {
          const element = document.createElement(name);
          element.onload = () => resolve(`${name} loaded`);
          element.onerror = () => resolve(`${name} failed`);
          element.setAttribute(name === 'object' ? 'data' : 'src', address);
          document.body.append(element);
          // What becomes a download tells nothing.
          if (name === 'iframe' || name === 'object') setTimeout(resolve, 500, '');
        });
      return Promise.all([embed('img'), embed('script'), embed('object'), embed('iframe')]);
    }, address);
  const addresses = await Promise.all(['drawing.svg', 'photo.jpg'].map(addressOf));
  for (const results of await Promise.all(addresses.map(embedded)))
    expect(results.slice(0, 2)).toEqual(['img failed', 'script failed']);
  expect(asked).toEqual([]);
  expect(await page.title()).toBe('Pictures and files');
});

test('pages of listed origins show pictures with and without crossorigin, and other pages read and upload nothing', async () => {
  await using context = await browser.newContext();
  const page = await openPage(context);
  const address = await addressOf('harbour.jpg');
  const read = (crossOrigin: string | null) =>
    page.evaluate(
      async ({ address, crossOrigin }) => {
        const image = Object.assign(new Image(), { crossOrigin, src: address });
        await image.decode();
        const canvas = document.createElement('canvas').getContext('2d');
        canvas?.drawImage(image, 0, 0);
        try {
          return canvas?.getImageData(0, 0, 1, 1).data.length;
        } catch {
          return 'shown, not read';
        }
      },
      { address, crossOrigin },
    );
  expect(await read(null)).toBe('shown, not read');
  expect(await read('anonymous')).toBe(4);

  // The same page at an origin that is not listed.
  const stranger = await context.newPage();
  await stranger.goto(`${server.origin}/page.css`);
  const mutation =
    'mutation { createUpload(input: { fileName: "a", sizeBytes: 1 }) { ... on CreateUploadPayload { url } } }';
  const { data } = (await (await pair.gateway.send(mutation)).json()) as {
    data: { createUpload: { url: string } };
  };
  const upload = data.createUpload.url;
  const count = uploads().length;
  for (const [url, method] of [
    [address, 'GET'],
    [upload, 'PUT'],
  ] as const) {
    const result = await stranger.evaluate(
      ({ url, method }) =>
        fetch(url, { method, ...(method === 'PUT' && { body: 'x' }) }).then(({ status }) => status, String),
      { url, method },
    );
    expect(result).toBe('TypeError: Failed to fetch');
  }
  expect(uploads()).toHaveLength(count);
});
