import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { InvalidInputFailure, NotFoundFailure, UnavailableFailure } from '../../src/failures.ts';
import type { Hub } from '../../src/live/hub.ts';
import { newGatewayKey } from '../security/gatewayKey.ts';
import { readEvents, subscribe } from '../support/eventStream.ts';
import { startGateway } from '../support/gateway.ts';
import { createOpenHub } from '../support/openHub.ts';

/** Nothing is read from it. */
const beeper = 'http://127.0.0.1:9';

const query = `subscription Watch { chatEvents {
  __typename
  ... on BeeperLiveEvent { index }
  ... on BeeperMessageUpserted { messageID }
  ... on BeeperLiveEnded { error { __typename code message remedy retryable } }
} }`;

const started = { data: { chatEvents: { __typename: 'BeeperLiveStarted', index: 0 } } };
const message = (messageID: string, index: number) => ({
  data: { chatEvents: { __typename: 'BeeperMessageUpserted', index, messageID } },
});

const sse = { accept: 'text/event-stream' };

let open: Hub['subscribe'] | undefined;
const hub = createOpenHub((request, openStream) => (open ? open(request) : openStream(request)));
const web = newGatewayKey('web');
const screen = newGatewayKey('screen', { readOnly: true });
const gateway = await startGateway({ beeper, hub, graphiql: false, heartbeatMs: 40 });
afterAll(() => gateway[Symbol.asyncDispose]());

beforeEach(() => {
  open = undefined;
  hub.requests.length = 0;
  gateway.log.length = 0;
});

describe('a subscription', () => {
  test('is answered with one event for each result, until the hub ends it', async () => {
    await using watching = await subscribe(gateway, query);

    expect(watching.response.status).toBe(200);
    expect(watching.response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(watching.response.headers.get('cache-control')).toBe('no-store');
    expect(watching.response.headers.get('x-accel-buffering')).toBe('no');
    expect(await watching.next()).toEqual(started);
    hub.pushMessage('a');
    hub.pushMessage('b');
    expect(await watching.next()).toEqual(message('a', 1));
    expect(await watching.next()).toEqual(message('b', 2));
    hub.endWhere(() => true, new UnavailableFailure('Closing.', { retryAfterSeconds: 1 }));
    expect(await watching.next()).toMatchObject({
      data: {
        chatEvents: { error: { __typename: 'BeeperUnavailableError', message: 'Closing.', retryable: true } },
      },
    });
    expect(await watching.next()).toBeNull();
    expect(watching.text()).toMatch(/event: complete\ndata:\n\n$/);
    expect(hub.state().streams).toBe(0);
  });

  test('works by GET, as with EventSource, which can’t run mutations', async () => {
    const leaving = new AbortController();
    const get = (document: string) =>
      fetch(`${gateway.origin}/graphql?query=${encodeURIComponent(document)}`, {
        headers: sse,
        signal: leaving.signal,
      });
    await using watching = readEvents(await get(query), leaving);

    expect(await watching.next()).toEqual(started);
    expect((await get('mutation { focusApp(input: {}) { __typename } }')).status).toBe(405);
  });

  test('has comments while nothing happens', async () => {
    await using watching = await subscribe(gateway, query);
    await watching.next();
    const pushed = new Promise((resolve) => setTimeout(resolve, 150)).then(() => hub.pushMessage('later'));

    expect(await watching.next()).toEqual(message('later', 1));
    await pushed;
    expect(watching.text().match(/^:$/gm)?.length).toBeGreaterThanOrEqual(3);
  });

  test('is one line in the access log, when it has ended', async () => {
    const lines = () => gateway.served.filter(({ operationName }) => operationName === 'Logged');
    const watching = await subscribe(gateway, query.replace('Watch', 'Logged'));
    await watching.next();
    expect(lines()).toEqual([]);
    await watching[Symbol.asyncDispose]();

    await expect.poll(lines).toHaveLength(1);
    expect(lines()[0]).toMatchObject({
      operationType: 'subscription',
      result: 'ok',
      status: 200,
      callerLeft: true,
    });
    expect(lines()[0]?.bytes).toBeGreaterThanOrEqual(
      `:\n\nevent: next\ndata: ${JSON.stringify(started)}\n\n`.length,
    );
  });

  test('has what its field throws as its only event', async () => {
    open = () => {
      throw new InvalidInputFailure([{ path: ['chatIDs'], message: 'No chat.', code: 'empty' }]);
    };
    await using watching = await subscribe(gateway, query);

    expect(watching.response.status).toBe(200);
    expect(await watching.next()).toMatchObject({
      data: null,
      errors: [{ message: 'No chat.', path: ['chatEvents'], extensions: { code: 'INVALID_INPUT' } }],
    });
    expect(await watching.next()).toBeNull();
  });

  test.each([
    [
      'that its field throws',
      () => {
        throw new Error('s3cret');
      },
    ],
    [
      'of its source',
      () => ({
        next: () => Promise.reject(new Error('s3cret')),
        [Symbol.asyncIterator]() {
          return this;
        },
      }),
    ],
  ] as [string, Hub['subscribe']][])(
    'masks and logs an unexpected error %s, and ends',
    async (_what, fails) => {
      open = fails;
      await using watching = await subscribe(gateway, query);
      const event = await watching.next();

      expect(event?.data).toBeNull();
      expect(event?.errors).toMatchObject([
        { message: 'Unexpected error.', path: ['chatEvents'], extensions: { code: 'INTERNAL_SERVER_ERROR' } },
      ]);
      expect(await watching.next()).toBeNull();
      expect(watching.text()).not.toContain('s3cret');
      expect(gateway.log).toMatchObject([
        { operation: 'chatEvents', msg: 'Unexpected error masked', err: { name: 'Error' } },
      ]);
    },
  );
});

test('errors of fields are those of queries, in the event whose fields they are', async () => {
  await using watching = await subscribe(
    gateway,
    'subscription { chatEvents { ... on BeeperMessageUpserted { messageID chat { title } } } }',
  );
  await watching.next();
  hub.pushMessage('gone', {
    chat: () => Promise.reject(new NotFoundFailure('No such chat.', { remedy: 'Read the list.' })),
  });
  hub.pushMessage('broken', { chat: () => Promise.reject(new Error('s3cret')) });
  hub.pushMessage('fine');

  expect(await watching.next()).toMatchObject({
    data: { chatEvents: { messageID: 'gone', chat: null } },
    errors: [
      {
        message: 'No such chat.',
        path: ['chatEvents', 'chat'],
        extensions: { code: 'NOT_FOUND', remedy: 'Read the list.' },
      },
    ],
  });
  expect(await watching.next()).toMatchObject({
    data: { chatEvents: { messageID: 'broken', chat: null } },
    errors: [{ message: 'Unexpected error.', extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
  });
  expect(gateway.log).toMatchObject([{ path: 'chatEvents.chat', msg: 'Unexpected error masked' }]);
  expect(await watching.next()).toEqual({ data: { chatEvents: { messageID: 'fine', chat: null } } });
});

test('an event that is too large is an error, and the next one arrives', async () => {
  await using watching = await subscribe(gateway, query);
  await watching.next();
  hub.pushMessage('x'.repeat(9 * 1024 * 1024));
  hub.pushMessage('small');

  expect(await watching.next()).toEqual({
    errors: [
      {
        message: 'Answer limit of 8388608 characters exceeded.',
        extensions: { code: 'QUERY_TOO_COMPLEX', retryable: false, remedy: expect.any(String) },
      },
    ],
  });
  expect(await watching.next()).toEqual(message('small', 2));
});

describe('before its source is opened, a subscription is refused', () => {
  const apollo = 'multipart/mixed;boundary="graphql";subscriptionSpec=1.0,application/graphql-response+json';

  test.each([
    ['application/json'],
    ['application/graphql-response+json, application/json;q=0.9'],
    ['multipart/mixed'],
    [apollo],
  ])('if its client accepts %s only', async (accept) => {
    const refused = await gateway.send(query, {}, { headers: { accept } });

    expect(refused.status).toBe(406);
    expect(await refused.json()).toMatchObject({
      errors: [
        {
          message:
            'A subscription is answered with text/event-stream, which the header accept does not allow.',
          extensions: {
            code: 'NOT_ACCEPTABLE',
            retryable: false,
            remedy: 'Send "accept: text/event-stream". Subscriptions over multipart/mixed are not supported.',
            requestID: expect.any(String),
          },
        },
      ],
    });
    expect(hub.requests).toEqual([]);
    expect(gateway.log).toMatchObject([{ msg: 'Request refused', code: 'NOT_ACCEPTABLE', reason: 'accept' }]);
    const served = await gateway.send('{ __typename }', {}, { headers: { accept } });
    expect(served.status).toBe(200);
  });

  const costly = (name: string) =>
    `${name}: chat { messages(first: $first) { nodes { chat { title } repliedTo { id text } } } }`;

  test.each([
    [
      'with another variable than it declares',
      {
        query: 'subscription($ids: [ID!]) { chatEvents(chatIDs: $ids) { __typename } }',
        variables: { ids: {} },
      },
      'BAD_USER_INPUT',
      /Variable "\$ids" got invalid value/,
    ],
    [
      'if it costs too much',
      {
        query: `subscription($first: Int) { chatEvents { ... on BeeperMessageUpserted { ${costly('a')} } } }`,
        variables: { first: 200 },
      },
      'QUERY_TOO_COMPLEX',
      /Cost limit of 20000 exceeded/,
    ],
    [
      'with two fields',
      { query: 'subscription { chatEvents { __typename } again: chatEvents { __typename } }' },
      'GRAPHQL_VALIDATION_FAILED',
      /must select only one top level field/,
    ],
    [
      'with a field that can be skipped',
      { query: 'subscription($no: Boolean = true) { chatEvents @skip(if: $no) { __typename } }' },
      'GRAPHQL_VALIDATION_FAILED',
      /The field of a subscription can't have the directive @skip\./,
    ],
    [
      'with a fragment that can be left out',
      {
        query: `subscription { ...A @include(if: false) } fragment A on Subscription { chatEvents { __typename } }`,
      },
      'GRAPHQL_VALIDATION_FAILED',
      /The field of a subscription can't have the directive @include\./,
    ],
    [
      'with an unknown field, without a hint at the schema',
      { query: 'subscription { chatEvent { __typename } }' },
      'GRAPHQL_VALIDATION_FAILED',
      /^Cannot query field "chatEvent" on type "Subscription"\.$/,
    ],
  ])(
    '%s',
    async (_what, {
      query: document,
      variables = {},
    }: { query: string; variables?: object }, code, words) => {
      await using refused = await subscribe(gateway, document, { variables });
      const event = await refused.next();

      expect(event?.errors).toMatchObject([{ message: expect.stringMatching(words), extensions: { code } }]);
      expect(await refused.next()).toBeNull();
      expect(hub.requests).toEqual([]);
    },
  );

  test('from a page of another origin', async () => {
    const headers = { ...sse, origin: 'https://evil.example' };
    const url = `${gateway.origin}/graphql?query=${encodeURIComponent(query)}`;

    expect((await fetch(url, { headers })).status).toBe(403);
    expect((await gateway.send(query, {}, { headers })).status).toBe(403);
    expect(hub.requests).toEqual([]);
  });

  test('unless the manifest has its document', async () => {
    const own = createOpenHub();
    const documents = new Map([['watch', query]]);
    await using trusting = await startGateway({ beeper, hub: own, documents });
    const refused = await trusting.send(query, {}, { headers: sse });
    const url = `${trusting.origin}/graphql?documentId=watch`;
    const leaving = new AbortController();
    await using watching = readEvents(await fetch(url, { headers: sse, signal: leaving.signal }), leaving);

    expect(await refused.text()).toContain('"code":"PERSISTED_QUERY_ONLY"');
    expect(await watching.next()).toEqual(started);
    expect(own.requests).toHaveLength(1);
  });

  test('without a gateway key; a read-only one is enough', async () => {
    const own = createOpenHub();
    await using guarded = await startGateway({ beeper, hub: own, keys: [web.stored, screen.stored] });
    const refused = await guarded.send(query, {}, { headers: sse });
    await using watching = await subscribe(guarded, query, { headers: { 'x-gateway-key': screen.key } });

    expect(refused.status).toBe(401);
    expect(await watching.next()).toEqual(started);
    expect(own.requests).toMatchObject([{ keyHolder: { name: 'screen', readOnly: true } }]);
  });
});
