import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startChromium } from '../support/chromium.ts';
import { type Pair, startPair } from '../support/pair.ts';

let browser: Browser;

// Chromium may have to be installed.
beforeAll(async () => {
  browser = await startChromium(
    // A foreign name that resolves to this machine. Chromium's own protection would ask the user for permission.
    '--host-resolver-rules=MAP evil.example 127.0.0.1',
    '--disable-features=LocalNetworkAccessChecks',
  );
}, 900_000);

afterAll(() => browser?.close());

vi.setConfig({ testTimeout: 60_000 });

/** A server on an origin of its own. Its pages have only a frame, as the target of forms. */
async function startSite() {
  const server = createServer((_request, response) => {
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end('<!doctype html><iframe name="frame"></iframe>');
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

type Visit = Awaited<ReturnType<typeof open>>;

/**
 * A page at `url` in a new profile, with the statuses of the gateway's responses and the number of requests since it
 * was loaded.
 */
async function open(url: string, { gateway }: Pair) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const statuses: number[] = [];
  const visit = { page, statuses, tried: 0, target: `${gateway.origin}/graphql` };
  const load = async () => {
    await page.goto(url);
    statuses.length = 0;
    visit.tried = 0;
  };
  const count = (url: string) => {
    if (url.includes('/graphql')) visit.tried++;
  };
  page.on('requestfinished', (request) => count(request.url()));
  page.on('requestfailed', (request) => count(request.url()));
  page.on('websocket', (socket) => count(socket.url()));
  page.on('response', (response) => {
    if (response.url().includes('/graphql')) statuses.push(response.status());
  });
  await load();
  return Object.assign(visit, { load, [Symbol.asyncDispose]: () => context.close() });
}

const write =
  'mutation { startChat(input: { accountID: "matrix", user: { id: "@kishan:beeper.com" } }) { __typename } }';
const read = '{ chats { nodes { id title } } }';

/** Ways to reach another origin from a page. Each resolves to what the page can read, or null. */
const attempts: Record<string, (page: Page, target: string) => Promise<unknown>> = {
  'fetch with JSON': (page, target) => fetchIn(page, target, { query: write }, { type: 'application/json' }),
  'fetch with JSON and credentials': (page, target) =>
    fetchIn(page, target, { query: write }, { type: 'application/json', credentials: 'include' }),
  'fetch with text, which needs no preflight': (page, target) =>
    fetchIn(page, target, { query: write }, { type: 'text/plain' }),
  'fetch in no-cors mode': (page, target) =>
    fetchIn(page, target, { query: write }, { type: 'text/plain', mode: 'no-cors' }),
  'fetch of a query by GET': (page, target) => fetchIn(page, `${target}?query=${read}`, null, {}),
  'fetch of a query by GET in no-cors mode': (page, target) =>
    fetchIn(page, `${target}?query=${read}`, null, { mode: 'no-cors' }),
  'a beacon': (page, target) =>
    page.evaluate(([url, body]) => (navigator.sendBeacon(url, new Blob([body])) ? null : 'not sent'), [
      target,
      JSON.stringify({ query: write }),
    ] as const),
  'an image': (page, target) => elementIn(page, 'img', `${target}?query=${read}`),
  'a script': (page, target) => elementIn(page, 'script', `${target}?query=${read}`),
  'a style sheet': (page, target) => elementIn(page, 'link', `${target}?query=${read}`),
  'a frame of a query': (page, target) => elementIn(page, 'iframe', `${target}?query=${read}`),
  'a form, urlencoded': (page, target) => formIn(page, target, 'application/x-www-form-urlencoded', write),
  'a form, multipart': (page, target) => formIn(page, target, 'multipart/form-data', write),
  'a form of text that is JSON': (page, target) => formIn(page, target, 'text/plain', write),
  'a form by GET': (page, target) => formIn(page, target, 'GET', read),
  'an event source': (page, target) =>
    page.evaluate(
      (url) =>
        new Promise((resolve) => {
          const source = new EventSource(url, { withCredentials: true });
          source.onmessage = ({ data }) => resolve(data);
          source.onerror = () => resolve(null);
        }),
      `${target}?query=${read}`,
    ),
  'a web socket': (page, target) =>
    page.evaluate(
      (url) =>
        new Promise((resolve) => {
          const socket = new WebSocket(url, 'graphql-transport-ws');
          socket.onmessage = ({ data }) => resolve(data);
          socket.onclose = () => resolve(null);
        }),
      target.replace('http', 'ws'),
    ),
};

interface Sent {
  readonly type?: string;
  readonly mode?: RequestMode;
  readonly credentials?: RequestCredentials;
}

function fetchIn(page: Page, url: string, body: object | null, { type, mode, credentials }: Sent) {
  return page.evaluate(
    async ([url, body, headers, init]) => {
      try {
        const answer = await fetch(url, { ...init, headers, ...(body && { method: 'POST', body }) });
        return (await answer.text()) || null;
      } catch {
        return null;
      }
    },
    [
      url,
      body && JSON.stringify(body),
      type ? { 'content-type': type } : {},
      { ...(mode && { mode }), ...(credentials && { credentials }) },
    ] as const,
  );
}

function elementIn(page: Page, tag: 'img' | 'script' | 'link' | 'iframe', url: string) {
  return page.evaluate(
    ([tag, url]) =>
      new Promise((resolve) => {
        const element = Object.assign(document.createElement(tag), {
          [tag === 'link' ? 'href' : 'src']: url,
          rel: 'stylesheet',
        });
        element.onerror = () => resolve(null);
        element.onload = () => {
          const inner = element instanceof HTMLIFrameElement ? element.contentDocument : null;
          resolve(
            inner?.body.textContent ||
              (element instanceof HTMLImageElement ? element.naturalWidth : null) ||
              null,
          );
        };
        document.body.append(element);
      }),
    [tag, url] as const,
  );
}

/** Submits a form into the frame of the page and waits for it to load. As text, name and value of a field form JSON. */
function formIn(page: Page, target: string, type: string, query: string) {
  return page.evaluate(
    ([target, type, query]) =>
      new Promise((resolve) => {
        const form = document.createElement('form');
        form.action = target;
        form.target = 'frame';
        form.method = type === 'GET' ? 'GET' : 'POST';
        if (type !== 'GET') form.enctype = type;
        const field = document.createElement('input');
        field.name =
          type === 'text/plain' ? `{"query": ${JSON.stringify(query)}, "operationName": null, "x` : 'query';
        field.value = type === 'text/plain' ? '": null}' : query;
        form.append(field);
        document.body.append(form);
        const frame = document.querySelector('iframe');
        frame?.addEventListener('load', () => resolve(frame.contentDocument?.body.textContent || null));
        form.submit();
        setTimeout(() => resolve(null), 3_000);
      }),
    [target, type, query] as const,
  );
}

/** Calls `run` for each way, a few at a time, each with the page at `url`, loaded again. */
async function eachAttempt(
  url: string,
  pair: Pair,
  run: (how: string, attempt: (typeof attempts)[string], visit: Visit) => Promise<void>,
) {
  const left = Object.entries(attempts);
  const lane = async () => {
    await using visit = await open(url, pair);
    for (let next = left.shift(); next; next = left.shift()) {
      await visit.load();
      await run(...next, visit);
    }
  };
  await Promise.all([lane(), lane(), lane()]);
}

// The first is of the same site, the second is not.
test.each([
  ['127.0.0.1', 'off'],
  ['localhost', 'on'],
])(
  'a page of http://%s on another port can neither read nor mutate, with GraphiQL %s',
  async (name, graphiql) => {
    await using site = await startSite();
    await using pair = await startPair({ graphiql: graphiql === 'on' });
    await eachAttempt(`http://${name}:${site.port}/`, pair, async (how, attempt, visit) => {
      expect(await attempt(visit.page, visit.target), how).toBeNull();
      // A beacon is sent in the background.
      await expect.poll(() => visit.tried, { message: how }).toBeGreaterThan(0);
      expect(
        visit.statuses.filter((status) => status !== 403),
        how,
      ).toEqual([]);
    });
    expect(pair.sandbox.calls).toEqual([]);
  },
);

test('a page of another port can’t frame GraphiQL', async () => {
  await using site = await startSite();
  await using pair = await startPair({ graphiql: true });
  await using visit = await open(`http://localhost:${site.port}/`, pair);
  expect(await elementIn(visit.page, 'iframe', visit.target)).toBeNull();
  expect(visit.statuses).toEqual([403]);
  expect(pair.sandbox.calls).toEqual([]);
});

test('a window opened by another page shows GraphiQL, runs no operation, and can’t be read', async () => {
  await using site = await startSite();
  await using pair = await startPair({ graphiql: true });
  await using visit = await open(`http://localhost:${site.port}/`, pair);
  const [popup] = await Promise.all([
    visit.page.waitForEvent('popup'),
    visit.page.evaluate((url) => void window.open(url, 'popup'), `${visit.target}?query=${write}`),
  ]);
  await popup.locator('.graphiql-query-editor').waitFor();
  const text = await visit.page.evaluate(() => {
    try {
      return window.open('', 'popup')?.document.body.textContent ?? null;
    } catch {
      return null;
    }
  });
  expect(text).toBeNull();
  expect(pair.sandbox.calls).toEqual([]);
});

test('a page of a listed origin can read and mutate, with credentials, and read the request ID', async () => {
  await using site = await startSite();
  const origin = `http://localhost:${site.port}`;
  await using pair = await startPair({ graphiql: false, origins: [origin] });
  await using visit = await open(origin, pair);
  const json = { type: 'application/json', credentials: 'include' } as const;
  expect(await fetchIn(visit.page, visit.target, { query: write }, json)).toBe(
    '{"data":{"startChat":{"__typename":"StartChatPayload"}}}',
  );
  expect(await fetchIn(visit.page, `${visit.target}?query=${read}`, null, {})).toContain('"chats"');
  const requestID = await visit.page.evaluate(async (url) => {
    const answer = await fetch(`${url}?query={beeper{sandbox}}`);
    return answer.headers.get('x-request-id');
  }, visit.target);
  expect(requestID).toMatch(/^[\w-]{36}$/);
  expect(pair.writes()).toHaveLength(1);
});

test('a page of a listed origin can’t mutate by form, image or text', async () => {
  await using site = await startSite();
  const origin = `http://localhost:${site.port}`;
  await using pair = await startPair({ graphiql: false, origins: [origin] });
  await using visit = await open(origin, pair);
  for (const how of ['a form, urlencoded', 'a form, multipart', 'a form of text that is JSON', 'an image']) {
    await attempts[how]?.(visit.page, visit.target);
    await visit.load();
  }
  await fetchIn(visit.page, visit.target, { query: write }, { type: 'text/plain' });
  expect(pair.writes()).toEqual([]);
});

test('after DNS rebinding, every request of the page gets 421', async () => {
  await using pair = await startPair({ graphiql: true });
  const { port } = new URL(pair.gateway.origin);
  const context = await browser.newContext();
  const page = await context.newPage();
  // The page was loaded from its own server before the name was rebound.
  await page.route('**/page', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }),
  );
  await page.goto(`http://evil.example:${port}/page`);
  const responses = await page.evaluate(
    async ([write, read]) => {
      const post = {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: write }),
      };
      const requests = [
        fetch('/graphql', post),
        fetch(`/graphql?query=${read}`),
        fetch('/graphql', { headers: { accept: 'text/html' } }),
        fetch('/health'),
        fetch('/ready'),
      ];
      return Promise.all(
        requests.map(async (pending) => {
          const answer = await pending;
          return [answer.status, (await answer.text()).includes('"data"')] as const;
        }),
      );
    },
    [write, read] as const,
  );
  expect(responses).toEqual(Array.from({ length: 5 }, () => [421, false]));
  expect(pair.sandbox.calls).toEqual([]);
  await context.close();
});
