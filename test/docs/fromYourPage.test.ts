import { randomUUID } from 'node:crypto';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client, fetchExchange } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import { buildSchema, isInterfaceType, parse, validate, visit } from 'graphql';
import { GraphQLClient } from 'graphql-request';
import { createServer, type ProxyOptions } from 'vite';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { createApolloClient, openInbox as openApollo } from '../../examples/snippets/apollo.ts';
import { Inbox as InboxQuery } from '../../examples/snippets/documents.ts';
import { type Failure, failureOf } from '../../examples/snippets/failureOf.ts';
import { createGraphcacheClient } from '../../examples/snippets/graphcache.ts';
import { absolute, openInbox as openGraphQLRequest } from '../../examples/snippets/graphqlRequest.ts';
import type { Inbox } from '../../examples/snippets/inbox.ts';
import { keepFollowing } from '../../examples/snippets/keepFollowing.ts';
import { nextStep } from '../../examples/snippets/nextStep.ts';
import { possibleTypes } from '../../examples/snippets/possibleTypes.ts';
import InboxEventsSubscription from '../../examples/snippets/relay/__generated__/InboxEventsSubscription.graphql.ts';
import InboxQueryArtifact from '../../examples/snippets/relay/__generated__/InboxQuery.graphql.ts';
import InboxSendMutation from '../../examples/snippets/relay/__generated__/InboxSendMutation.graphql.ts';
import { openInbox as openRelay } from '../../examples/snippets/relay/openInbox.ts';
import { createUrqlClient, openInbox as openUrql } from '../../examples/snippets/urql.ts';
import { newGatewayKey } from '../security/gatewayKey.ts';
import { subscribe } from '../support/eventStream.ts';
import { startGateway } from '../support/gateway.ts';
import { type Pair, startPair } from '../support/pair.ts';
import { fencesOf, read } from './fences.ts';

const clients: Record<string, (url: string, headers: Record<string, string>) => Promise<Inbox>> = {
  'Apollo Client': (url, headers) => openApollo(createApolloClient(url, headers)),
  urql: (url, headers) => openUrql(createUrqlClient(url, headers)),
  'urql with Graphcache': (url, headers) => openUrql(createGraphcacheClient(url, headers)),
  Relay: openRelay,
  'graphql-request': openGraphQLRequest,
};

/** In the order of the documents. */
const artifacts = [InboxQueryArtifact, InboxSendMutation, InboxEventsSubscription];

let pair: Pair;
/** The gateway refuses requests with status 503. */
let isOverloaded = false;

beforeAll(async () => {
  pair = await startPair({
    accessToken: null,
    live: { times: { linger: 20, reconnect: 20 } },
    isOverloaded: () => isOverloaded,
  });
});

afterAll(() => pair[Symbol.asyncDispose]());

const ignore = () => {};
/** For `keepFollowing`: a second is as long. */
const short = { minPause: 1, maxPause: 10, second: 60 };
const often = { interval: 10 };

/** Follows an inbox as a page does, and keeps what it is told. */
function keepTelling(inbox: Inbox, onFailure = ignore) {
  const failures: Failure[] = [];
  let count = 0;
  const onChange = () => {
    count += 1;
  };
  const tell = (failure: Failure) => {
    failures.push(failure);
    onFailure();
  };
  return { failures, changes: () => count, leave: keepFollowing(inbox, onChange, tell, short) };
}

const overloaded = { message: 'The gateway is overloaded.', retryable: true, retryAfterSeconds: 1 };

const authorization = () => ({ authorization: `Bearer ${pair.sandbox.token}` });

/** Relay gives each record its key and more. */
const withoutTypeNames = (data: unknown): unknown =>
  JSON.parse(JSON.stringify(data), (key, value) => (key.startsWith('__') ? undefined : value));

describe.each(Object.entries(clients))('the snippet of %s', (name, open) => {
  let inbox: Inbox;
  const warnings: unknown[] = [];

  beforeAll(async () => {
    vi.spyOn(console, 'warn').mockImplementation((...text) => warnings.push(text));
    vi.spyOn(console, 'error').mockImplementation((...text) => warnings.push(text));
    inbox = await open(`${pair.gateway.origin}/graphql`, authorization());
  });

  afterAll(() => {
    vi.restoreAllMocks();
  });

  /** The first chats as they are now, with the newest activity first. */
  async function fresh(first: number) {
    const query = `{ chats(first: ${first}) { nodes { id title network unreadCount lastActivity account { id isUsable } } } }`;
    const { data } = await (await pair.gateway.send(query, {}, { headers: authorization() })).json();
    return data.chats.nodes;
  }
  /** @returns the first chat from this place on whose changes are told: no event tells of those of iMessage. */
  const toldFrom = (chats: { id: string; network: string }[], place: number) =>
    chats.slice(place).find(({ network }) => network !== 'iMessage')?.id ?? '';
  const shownBy = (each: Inbox) => withoutTypeNames(each.chats());
  const shown = () => shownBy(inbox);
  const sorted = (chats: { lastActivity: string }[]) =>
    chats.toSorted((a, b) => b.lastActivity.localeCompare(a.lastActivity));

  test('reads the inbox page by page', async () => {
    expect(shown()).toEqual(sorted(await fresh(20)));

    expect(await inbox.loadMore()).toBe(true);
    // At once, without a wait for the cache.
    expect(inbox.chats()).toHaveLength(40);
    expect(shown()).toEqual(sorted(await fresh(40)));
  });

  test('shows what happens, and then pages on without a gap or a double', async () => {
    const ends: unknown[] = [];
    const leave = inbox.follow(ignore, (error) => ends.push(error));
    // Once it has started, the first page is read again.
    await expect.poll(() => inbox.chats().length).toBe(20);
    await inbox.loadMore();
    await expect.poll(() => inbox.chats().length).toBe(40);
    const chats = await fresh(60);
    const listed = toldFrom(chats, 30);
    const below = toldFrom(chats, 50);

    pair.sandbox.people.write(listed, `Hello ${name}`);
    await expect.poll(() => inbox.chats()[0]?.id).toBe(listed);
    pair.sandbox.people.write(below, `Hello ${name}`);
    await expect.poll(() => inbox.chats()[0]?.id).toBe(below);
    await expect.poll(shown).toEqual(sorted(await fresh(41)));

    await inbox.loadMore();
    await expect.poll(shown).toEqual(sorted(await fresh(61)));

    leave();
    await expect.poll(() => pair.sandbox.live.sockets).toEqual([]);
    const missed = toldFrom(chats, 10);
    pair.sandbox.people.write(missed, `Missed by ${name}`);
    const leaveAgain = inbox.follow(ignore, (error) => ends.push(error));
    await expect.poll(() => inbox.chats()[0]?.id).toBe(missed);
    expect(inbox.chats().length).toBe(61);
    leaveAgain();
    await expect.poll(() => pair.sandbox.live.sockets).toEqual([]);
  });

  test('shows the rest of an answer if a part of it can’t be read', async () => {
    pair.sandbox.next('GET /v1/accounts', { status: 403, body: { message: 'No', code: 'FORBIDDEN' } });
    const partial = await open(`${pair.gateway.origin}/graphql`, authorization());

    expect(partial.chats()).toHaveLength(20);
    expect(partial.chats()[0]?.account).toBe(null);
    expect(partial.chats()[0]?.title).toEqual(expect.any(String));
  });

  test('keeps every page if a reload overtakes one', async () => {
    const paged = await open(`${pair.gateway.origin}/graphql`, authorization());
    await paged.loadMore();
    const { length } = pair.sandbox.calls;
    pair.sandbox.next('GET /v1/chats', { delayMs: 120 });
    const page = paged.loadMore();
    await expect.poll(() => pair.sandbox.calls.length, often).toBeGreaterThan(length);
    let changes = 0;
    const leave = paged.follow(() => {
      changes += 1;
    }, ignore);
    await page;
    await expect.poll(() => changes, often).toBe(1);
    leave();
    expect(shownBy(paged)).toEqual(sorted(await fresh(20)));
    await paged.loadMore();
    expect(shownBy(paged)).toEqual(sorted(await fresh(40)));
  });

  test('keeps what it shows if it can’t be read again, ends the stream, and reads it with the next one', async () => {
    const following = await open(`${pair.gateway.origin}/graphql`, authorization());
    // The gateway reads chats before its first stream starts.
    await using other = await subscribe(pair.gateway, 'subscription { chatEvents { __typename } }', {
      headers: authorization(),
    });
    await other.next();
    const ends: unknown[] = [];
    pair.sandbox.next('GET /v1/chats', { status: 403, body: { message: 'No', code: 'FORBIDDEN' } });
    following.follow(ignore, (error) => ends.push(error));
    await expect.poll(() => ends, often).toEqual([new Error('The chats can’t be read.')]);
    await expect.poll(() => pair.gateway.live.state().streams, often).toBe(1);
    expect(following.chats()).toHaveLength(20);

    const id = toldFrom(await fresh(60), 50);
    pair.sandbox.people.write(id, `Hello ${name}`);
    const leave = following.follow(ignore, (error) => ends.push(error));
    await expect.poll(() => shownBy(following), often).toEqual(sorted(await fresh(20)));
    leave();
    expect(ends).toHaveLength(1);
  });

  test('is followed again after as long as a refusal says', async () => {
    const following = await open(`${pair.gateway.origin}/graphql`, authorization());
    isOverloaded = true;
    onTestFinished(() => {
      isOverloaded = false;
    });
    const start = performance.now();
    const { failures, changes, leave } = keepTelling(following, () => {
      isOverloaded = false;
    });
    await expect.poll(changes, often).toBe(1);
    expect(performance.now() - start).toBeGreaterThan(short.second);
    expect(failures).toEqual([{ ...overloaded, remedy: expect.any(String) }]);
    leave();
  });

  test('is told by a stream and by a status 429 how long to wait', async () => {
    await using limited = await startGateway({
      beeper: pair.sandbox.url,
      requestsPerMinute: 2,
      live: { maxStreams: { inAll: 0, perCaller: 0 } },
    });
    const following = await open(`${limited.origin}/graphql`, authorization());
    const { failures, leave } = keepTelling(following);
    await expect.poll(() => failures.length, often).toBe(2);
    leave();
    expect(failures).toMatchObject([
      { message: 'The gateway allows 0 open subscriptions in all.', retryable: true, retryAfterSeconds: 1 },
      { message: 'The gateway allows 2 requests per minute for each caller.', retryable: true },
    ]);
    expect(failures[1]?.retryAfterSeconds).toBeGreaterThan(30);
  });

  test('is followed until its token is revoked, which is told once', async () => {
    const token = randomUUID();
    pair.sandbox.addToken(token);
    const following = await open(`${pair.gateway.origin}/graphql`, { authorization: `Bearer ${token}` });
    const { failures, changes, leave } = keepTelling(following);
    await expect.poll(changes, often).toBe(1);
    pair.sandbox.live.endToken(token, 'closed');
    const rejected = { message: expect.stringMatching(/token/), retryable: false };
    await expect.poll(() => failures, often).toEqual([expect.objectContaining(rejected)]);

    // A page that follows once more is told again.
    const ends: unknown[] = [];
    following.follow(ignore, (error) => ends.push(error));
    await expect
      .poll(() => ends, often)
      .toEqual([
        expect.objectContaining({ code: 'UNAUTHENTICATED', remedy: expect.any(String), ...rejected }),
      ]);
    expect(failures).toHaveLength(1);
    leave();
  });

  test('tells why the gateway refuses it', async () => {
    const key = newGatewayKey('page');
    await using guarded = await startGateway({ beeper: pair.sandbox.url, keys: [key.stored] });
    const headers: Record<string, string> = { 'x-gateway-key': key.key };
    const following = await open(`${guarded.origin}/graphql`, headers);
    delete headers['x-gateway-key'];
    const failure = {
      message: expect.stringContaining('x-gateway-key'),
      remedy: expect.any(String),
      retryable: false,
      retryAfterSeconds: null,
    };

    const sent = await following
      .send('!playground_send-works:playground', 'Hello', randomUUID())
      .catch(failureOf);
    expect(sent).toEqual(failure);
    const { failures } = keepTelling(following);
    await expect.poll(() => failures, often).toEqual([failure]);
  });

  test('sends a message once, however often it is sent with one key', async () => {
    const chatID = '!playground_send-works:playground';
    const key = randomUUID();
    const { length } = pair.writes();

    expect(nextStep(await inbox.send(chatID, 'Hello', key))).toEqual({ kind: 'done' });
    expect(nextStep(await inbox.send(chatID, 'Hello', key))).toEqual({ kind: 'done' });
    expect(pair.writes().slice(length)).toMatchObject([{ body: '{"text":"Hello"}' }]);
  });

  test('tells typed failures apart', async () => {
    const send = async (chat: string, text = 'Hello') =>
      nextStep(await inbox.send(`!playground_send-${chat}:playground`, text, randomUUID()));

    expect(await send('rate-limited')).toEqual({
      kind: 'retry',
      message: expect.any(String),
      afterSeconds: 7,
    });
    expect(await send('works', '')).toEqual({ kind: 'correct', problems: [expect.any(String)] });
    expect(await send('crash')).toEqual({ kind: 'retry', message: expect.any(String), afterSeconds: null });
    expect(await send('read-only')).toEqual({
      kind: 'show',
      message: expect.any(String),
      remedy: expect.any(String),
    });
  });

  test('makes its client log nothing', () => {
    // In development, Graphcache says of each fragment on another type than that of the answer that fields are missing.
    expect(warnings.filter((text) => !/^Invalid undefined/.test(String(text)))).toEqual([]);
  });
});

describe('docs/from-your-page.md', () => {
  const document = 'docs/from-your-page.md';
  const folder = 'examples/snippets/';
  const sections = read(document).split(/^##+ /m);
  const sectionOf = (title: string) => sections.find((section) => section.startsWith(`${title}\n`)) ?? '';

  /** The files of the snippets that a section links to. */
  const filesIn = (section: string) =>
    [...section.matchAll(/\]\(\.\.\/(examples\/snippets\/[^)]+\.ts)\)/g)].map(([, path = '']) => path);
  const installedIn = (section: string) =>
    [...section.matchAll(/^npm install (?!--save-dev)(.+)$/gm)].flatMap(([, names = '']) => names.split(' '));
  const importsOf = (path: string) =>
    [...read(path).matchAll(/^(?:import|\}) .*?from '([^']+)';$/gm)].map(([, name = '']) => name);
  const isRelative = (name: string) => name.startsWith('.');
  const packageOf = (name: string) => /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0];

  test('has each file as a whole, so that a copy compiles', () => {
    const quoted = fencesOf(document).filter(({ sources }) =>
      sources.some((path) => path.startsWith(folder)),
    );
    const cut = quoted
      .filter(({ language }) => language !== 'sh')
      .filter(({ sources, text }) => !sources.some((path) => read(path).trim() === text.trim()));
    expect(cut.map(({ line }) => `${document}:${line}`)).toEqual([]);
  });

  test.each(['Apollo Client', 'urql', 'Graphcache', 'Relay', 'graphql-request'])(
    'names the packages that the files for %s import, and all of these files',
    (client) => {
      const shared = sectionOf('Types');
      const files = new Set([...filesIn(shared), ...filesIn(sectionOf(client))]);
      const own = filesIn(sectionOf(client));
      expect(own).not.toEqual([]);

      const missing = [...files].flatMap((path) =>
        importsOf(path)
          .filter(isRelative)
          .map((name) => posix.join(posix.dirname(path), name))
          // Written by the generators.
          .filter((target) => !/\/(gql|__generated__)\//.test(target) && !files.has(target)),
      );
      expect(missing).toEqual([]);

      const needed = own.flatMap(importsOf).filter((name) => !isRelative(name));
      expect(installedIn(sectionOf(client)).toSorted()).toEqual(
        [...new Set([...needed.map(packageOf), 'graphql'])].toSorted(),
      );
    },
  );

  test('names the packages that write types, one of which warns on Node 20', () => {
    const [, named = ''] = /^npm install --save-dev (.+)$/m.exec(sectionOf('Types')) ?? [];
    const { devDependencies, overrides } = JSON.parse(read('package.json'));
    const codegen = JSON.parse(read('node_modules/@graphql-codegen/cli/package.json'));
    for (const name of named.split(' ')) expect(devDependencies).toHaveProperty([name]);
    expect(read('examples/snippets/gql/graphql.ts')).toContain("from '@graphql-typed-document-node/core'");
    expect(codegen.version).toMatch(/^7\./);
    expect(codegen.dependencies.listr2).toMatch(/^\^10\./);
    expect(overrides.listr2).toBe('9.0.4');
  });
});

test('the snippet of graphql-request makes the path of the gateway a whole URL, which its client needs', async () => {
  const page = 'http://127.0.0.1:5173/inbox?open=1';
  expect(absolute('/graphql', page)).toBe('http://127.0.0.1:5173/graphql');
  expect(absolute('http://127.0.0.1:4000/graphql', page)).toBe('http://127.0.0.1:4000/graphql');
  expect(absolute('http://127.0.0.1:4000/graphql', undefined)).toBe('http://127.0.0.1:4000/graphql');
  await expect(new GraphQLClient('/graphql').request('{ __typename }')).rejects.toThrow(/invalid url/i);
});

test('examples/snippets/possibleTypes.ts has all interfaces of the schema', () => {
  const schema = buildSchema(read('schema.graphql'));
  const interfaces = Object.values(schema.getTypeMap()).filter(isInterfaceType);
  expect(possibleTypes).toEqual(
    Object.fromEntries(
      interfaces.map((type) => [
        type.name,
        schema
          .getPossibleTypes(type)
          .map(({ name }) => name)
          .toSorted(),
      ]),
    ),
  );
});

test('the artifacts of Relay have all fields of the documents in examples/snippets/relay/Inbox.ts', () => {
  const schema = buildSchema(read('schema.graphql'));
  const documents = [...read('examples/snippets/relay/Inbox.ts').matchAll(/graphql`(.*?)`/gs)];
  const fieldsOf = (text: string) => {
    const fields = new Set<string>();
    visit(parse(text), { Field: ({ name }) => void fields.add(name.value) });
    return fields;
  };
  expect(documents).toHaveLength(artifacts.length);
  for (const [index, { params }] of artifacts.entries()) {
    expect(validate(schema, parse(params.text ?? ''))).toEqual([]);
    // The compiler adds fields that the store needs.
    const written = fieldsOf(documents[index]?.[1] ?? '');
    expect([...fieldsOf(params.text ?? '')]).toEqual(expect.arrayContaining([...written]));
  }
});

test('relayPagination of Graphcache loses the chat that fell off the first page', async () => {
  const client = new Client({
    url: `${pair.gateway.origin}/graphql`,
    exchanges: [
      cacheExchange({ possibleTypes, resolvers: { Query: { chats: relayPagination() } } }),
      fetchExchange,
    ],
    preferGetMethod: false,
    fetchOptions: { headers: authorization() },
  });
  using _warnings = vi.spyOn(console, 'warn').mockReturnValue();
  const read = async (after: string | null) =>
    (await client.query(InboxQuery, { after }, { requestPolicy: 'network-only' })).data?.chats;
  const idsIn = (chats: { edges: { node: { id: string } | null }[] } | null | undefined) =>
    chats?.edges.map(({ node }) => node?.id) ?? [];
  const first = await read(null);
  await read(first?.pageInfo.endCursor ?? null);
  const query = '{ chats(first: 60) { nodes { id } } }';
  const { data } = await (await pair.gateway.send(query, {}, { headers: authorization() })).json();

  pair.sandbox.people.write(data.chats.nodes[50].id, 'To the top');
  const shown = idsIn(await read(null));

  expect(shown).toHaveLength(40);
  expect(shown[0]).toBe(data.chats.nodes[50].id);
  expect(shown).not.toContain(idsIn(first)[19]);
});

describe('the dev proxy of Vite', () => {
  const content = '{ accounts { user { imgURL { contentURL } } } }';

  /** Starts a dev server, and asks through it as a page of it does. */
  async function startVite(proxy?: Record<string, string | ProxyOptions>) {
    const server = await createServer({
      root: fileURLToPath(new URL('../../examples/snippets', import.meta.url)),
      configFile: proxy
        ? false
        : fileURLToPath(new URL('../../examples/snippets/vite.config.ts', import.meta.url)),
      logLevel: 'silent',
      server: { port: 0, host: '127.0.0.1', ws: false, ...(proxy && { proxy }) },
    });
    await server.listen();
    const origin = server.resolvedUrls?.local[0]?.replace(/\/$/, '') ?? '';
    const ask = (query: string, headers: Record<string, string> = {}) =>
      fetch(`${origin}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin, ...authorization(), ...headers },
        body: JSON.stringify({ query }),
      });
    return { origin, ask, [Symbol.asyncDispose]: () => server.close() };
  }

  test('makes the gateway part of the page’s origin: queries, pictures, uploads and events', async () => {
    vi.stubEnv('GATEWAY_URL', pair.gateway.origin);
    await using page = await startVite();
    vi.unstubAllEnvs();

    const [, picture = ''] = /"contentURL":"([^"]+)/.exec(await (await page.ask(content)).text()) ?? [];
    expect(picture.startsWith(`${page.origin}/assets/`), picture).toBe(true);
    expect((await fetch(picture)).headers.get('content-type')).toMatch(/^image\//);

    const upload =
      'mutation { createUpload(input: { fileName: "a.txt", sizeBytes: 4 }) { ... on CreateUploadPayload { url } } }';
    const { data } = await (await page.ask(upload)).json();
    const put = await fetch(data.createUpload.url, {
      method: 'PUT',
      body: 'text',
      headers: { origin: page.origin },
    });
    expect(new URL(data.createUpload.url).origin).toBe(page.origin);
    expect(await put.json()).toMatchObject({ uploadID: expect.any(String) });

    const events = await page.ask('subscription { chatEvents { __typename } }', {
      accept: 'text/event-stream',
    });
    const { value } = (await events.body?.getReader().read()) ?? {};
    expect(new TextDecoder().decode(value)).toMatch(/^(:|event: next)/);
  });

  test('is refused if it changes Host, which a target without options does', async () => {
    await using page = await startVite({ '/graphql': pair.gateway.origin });

    const answer = await page.ask(content);
    expect(answer.status).toBe(403);
    const text = await answer.text();
    expect(text).toContain('Web pages of this origin are not allowed to use this gateway');
    expect(text).toContain('it must keep the Host header (`changeOrigin: false` in Vite)');
  });
});
