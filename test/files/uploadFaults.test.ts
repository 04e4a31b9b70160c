import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openSocket, requestText } from '../support/rawSocket.ts';
import { addressFor, put } from './uploadClient.ts';
import { startUploadPair, type UploadPair } from './uploadPair.ts';
import { type Answer, json, uploaded } from './uploadTarget.ts';

let pair: UploadPair;
beforeAll(async () => {
  pair = await startUploadPair({ transfers: { uploadHeadTimeoutMs: 400, silenceMs: 400 } });
});
afterAll(() => pair[Symbol.asyncDispose]());
beforeEach(() => {
  pair.target.uploads.length = 0;
  pair.gateway.log.length = 0;
  pair.target.respond({ answer: json(200, uploaded) });
});

/** More than sockets and streams hold between client and Beeper. */
const large = { sizeBytes: 20_000_000 };
const largeFile = Buffer.alloc(large.sizeBytes);

type Respond = Parameters<UploadPair['target']['respond']>[0];
interface Row {
  readonly when: string;
  readonly respond: Respond;
  readonly status: number;
  readonly code: string;
  readonly retryable: boolean;
  readonly message?: RegExp;
  readonly headers?: Record<string, string>;
}

const error = { message: 'No', code: 'NO' };
const rejected = { status: 502, code: 'UPSTREAM_ERROR', retryable: false };
const failed = { ...rejected, retryable: true };
const notTaken = { ...failed, message: /did not take the file/ };
const missing = {
  status: 501,
  code: 'UNSUPPORTED',
  retryable: false,
  message: /^Beeper Desktop 4.3.73 can’t take files/,
};

const byStatus: Row[] = (
  [
    [400, rejected],
    [401, { status: 403, code: 'FORBIDDEN', retryable: false, message: /rejected the access token/ }],
    [403, { status: 403, code: 'FORBIDDEN', retryable: false, message: /does not allow/ }],
    [404, rejected],
    [405, missing],
    [413, { status: 413, code: 'PAYLOAD_TOO_LARGE', retryable: false, message: /too large for Beeper/ }],
    [422, rejected],
    [429, { status: 429, code: 'RATE_LIMITED', retryable: true, message: /limits the rate/ }],
    [500, failed],
    [501, missing],
    [502, failed],
    [503, failed],
  ] as const
).map(([status, expected]) => ({
  when: `Beeper answers ${status}`,
  respond: { answer: json(status, error) },
  ...expected,
}));

const raw =
  (text: string, headers: Record<string, string> = {}, status = 200): Answer =>
  (_request, response) => {
    response.writeHead(status, headers).end(text);
  };

const rows: Row[] = [
  ...byStatus,
  { when: 'Beeper lacks the route', respond: { answer: raw('Not found', {}, 404) }, ...missing },
  {
    when: 'Beeper says when to come again',
    respond: { answer: json(429, error, { 'retry-after': '7' }) },
    ...{ status: 429, code: 'RATE_LIMITED', retryable: true, headers: { 'retry-after': '7' } },
  },
  { when: 'Beeper answers 302', respond: { answer: raw('', { location: '/' }, 302) }, ...failed },
  {
    when: 'a success has an error',
    respond: { answer: json(200, { ...uploaded, error: 'disk full' }) },
    ...notTaken,
  },
  {
    when: 'a success has no upload ID',
    respond: { answer: json(200, { ...uploaded, uploadID: '' }) },
    ...notTaken,
  },
  { when: 'a success is empty', respond: { answer: raw('', {}, 204) }, ...notTaken },
  {
    when: 'a success is a web page',
    respond: { answer: raw('<html>', { 'content-type': 'text/html' }) },
    ...notTaken,
  },
  { when: 'a success is broken JSON', respond: { answer: raw('{"uploadID": "up') }, ...notTaken },
  {
    when: 'a success is too long',
    respond: { answer: json(200, { ...uploaded, more: 'x'.repeat(70_000) }) },
    ...notTaken,
  },
  {
    when: 'a success is cut off',
    respond: {
      answer: (_request, response) => {
        response.writeHead(200, { 'content-length': '100' }).write(JSON.stringify(uploaded));
        response.socket?.destroySoon();
      },
    },
    ...notTaken,
  },
  {
    when: 'a success is never complete',
    respond: { answer: (_request, response) => void response.writeHead(200).write('{') },
    ...notTaken,
  },
  {
    when: 'Beeper closes the connection after the file',
    respond: { answer: (request) => request.socket.destroy() },
    ...failed,
    message: /connection to Beeper was lost/,
  },
  {
    when: 'Beeper does not answer',
    respond: { answer: () => {} },
    ...{ status: 504, code: 'UPSTREAM_ERROR', retryable: true, message: /in time/ },
  },
];

for (const { when, respond, status, code, retryable, message = /\w/, headers = {} } of rows) {
  test(`when ${when}, the PUT is answered ${status}, logged once, and can be repeated`, async () => {
    const url = await addressFor(pair.gateway);
    pair.target.respond(respond);

    const refused = await put(url);

    expect(refused).toMatchObject({
      status,
      answer: {
        errors: [
          {
            message: expect.stringMatching(message),
            extensions: { code, retryable, remedy: expect.stringMatching(/\.$/) },
          },
        ],
      },
    });
    expect(Object.fromEntries(refused.headers)).toMatchObject(headers);
    const logged = pair.gateway.log.filter(({ msg }) => msg === 'Upload to Beeper failed');
    expect(logged).toMatchObject([
      { level: 40, code, requestID: refused.answer.errors[0].extensions.requestID },
    ]);
    pair.target.respond({ answer: json(200, uploaded) });
    expect((await put(url)).status).toBe(200);
  });
}

test.each([
  [401, 403],
  [413, 413],
  [200, 502],
])(
  'an early answer %s ends the upload with %s, and the rest of the file is not read',
  async (sent, status) => {
    const url = await addressFor(pair.gateway, large);
    pair.target.respond({ early: json(sent, sent === 200 ? uploaded : error) });

    const refused = await put(url, { body: largeFile });

    expect(refused.status).toBe(status);
    await expect.poll(() => pair.target.uploads).toMatchObject([{ isComplete: false, isCut: true }]);
    pair.target.respond({ answer: json(200, uploaded) });
    expect((await put(url, { body: largeFile })).status).toBe(200);
  },
);

test('a connection that Beeper closes in the middle of the file is a failure that can be repeated', async () => {
  const url = await addressFor(pair.gateway, large);
  pair.target.respond({ early: (request) => void request.once('data', () => request.destroy()) });

  expect(await put(url, { body: largeFile })).toMatchObject({
    status: 502,
    answer: { errors: [{ extensions: { retryable: true } }] },
  });
  pair.target.respond({ answer: json(200, uploaded) });
  expect((await put(url, { body: largeFile })).status).toBe(200);
});

test('a Beeper that stops reading ends the upload', async () => {
  const url = await addressFor(pair.gateway, large);
  pair.target.respond({ early: (request) => void request.pause() });

  expect((await put(url, { body: largeFile })).status).toBe(504);
});

test('a client that leaves ends the upload at Beeper at once, and can repeat it', async () => {
  const url = await addressFor(pair.gateway);
  const head = requestText(`PUT ${new URL(url).pathname} HTTP/1.1`, { headers: { 'content-length': '5' } });
  {
    await using client = await openSocket(pair.gateway);
    client.socket.write(`${head}by`);
    await expect.poll(() => pair.target.uploads.length).toBe(1);
  }

  await expect.poll(() => pair.target.uploads).toMatchObject([{ isComplete: false, isCut: true }]);
  const interrupted = () => pair.gateway.log.filter(({ msg }) => msg === 'Upload interrupted');
  await expect.poll(interrupted).toMatchObject([{ receivedBytes: 2 }]);
  expect((await put(url)).status).toBe(200);
});

test('a client that leaves before the first byte has asked Beeper for nothing, and can repeat it', async () => {
  const url = await addressFor(pair.gateway);
  const headers = { 'content-length': '5', expect: '100-continue' };
  {
    await using client = await openSocket(pair.gateway);
    client.socket.write(requestText(`PUT ${new URL(url).pathname} HTTP/1.1`, { headers }));
    await client.receives(/^HTTP\/1.1 100 /);
    expect((await put(url)).status).toBe(409);
  }

  await expect.poll(async () => (await put(url)).status).toBe(200);
  expect(pair.target.uploads).toHaveLength(1);
});

test('a client that leaves while Beeper stores the file can repeat the upload', async () => {
  const url = await addressFor(pair.gateway);
  pair.target.respond({ answer: () => {} });
  const caller = new AbortController();
  const running = put(url, { signal: caller.signal }).catch((reason: Error) => reason.name);
  await expect.poll(() => pair.target.uploads).toMatchObject([{ isComplete: true }]);
  pair.target.respond({ answer: json(200, uploaded) });

  caller.abort();

  expect(await running).toBe('AbortError');
  await expect.poll(async () => (await put(url)).status).toBe(200);
});

test('the ninth upload of a token at a time is told to come again, and works once another one has ended', async () => {
  const urls = await Promise.all(Array.from({ length: 9 }, () => addressFor(pair.gateway)));
  const held: (() => void)[] = [];
  pair.target.respond({
    answer: (...args) => void held.push(() => json(200, uploaded)(...args)),
  });
  const first = urls.slice(0, 8).map((url) => put(url));
  await expect.poll(() => held.length).toBe(8);

  const refused = await put(urls[8] ?? '');
  for (const answer of held) answer();

  expect(refused).toMatchObject({ status: 503, answer: { errors: [{ extensions: { retryable: true } }] } });
  expect(refused.headers.get('retry-after')).toBe('5');
  expect((await Promise.all(first)).map(({ status }) => status)).toEqual(Array(8).fill(200));
  pair.target.respond({ answer: json(200, uploaded) });
  expect((await put(urls[8] ?? '')).status).toBe(200);
});

test('an upload that falls silent is answered, ends at Beeper, and can be repeated', async () => {
  await using short = await startUploadPair({
    origins: ['https://app.example'],
    files: { uploadTimes: { silenceMs: 300, graceMs: 60_000 } },
  });
  const url = await addressFor(short.gateway);
  let end = () => {};
  const body = async function* () {
    yield Buffer.from('h');
    await new Promise<void>((resolve) => {
      end = resolve;
    });
  };

  const { status, answer, headers } = await put(url, {
    body: body(),
    headers: { origin: 'https://app.example' },
  });

  expect(status).toBe(408);
  expect(answer.errors[0]).toMatchObject({
    message: 'Nothing of the file has arrived for 30 s.',
    extensions: { code: 'BAD_REQUEST', retryable: true },
  });
  expect(headers.get('access-control-allow-origin')).toBe('https://app.example');
  await expect.poll(() => short.target.uploads).toMatchObject([{ isComplete: false }]);
  end();
  short.target.respond({ answer: json(200, uploaded) });
  expect((await put(url)).status).toBe(200);
});

test('tokens that Beeper has never accepted can’t keep the uploads of others waiting', async () => {
  const held: (() => void)[] = [];
  pair.target.respond({ answer: (...args) => void held.push(() => json(401, {})(...args)) });
  const invented = (count: number) =>
    Promise.all(
      Array.from({ length: 5 }, () =>
        addressFor(pair.gateway, undefined, { authorization: `Bearer invented-${count}` }),
      ),
    );
  const urls = [...(await invented(1)), ...(await invented(2)), ...(await invented(3))];
  const sent = urls.map((url) => put(url));
  await expect.poll(() => held.length).toBe(8);

  pair.target.respond({ answer: json(200, uploaded) });
  expect((await put(await addressFor(pair.gateway))).status).toBe(200);
  const newcomer = { authorization: 'Bearer newcomer' };
  expect((await put(await addressFor(pair.gateway, undefined, newcomer))).status).toBe(503);

  for (const answer of held) answer();
  const statuses = (await Promise.all(sent)).map(({ status }) => status).toSorted();
  expect(statuses).toEqual([...Array(8).fill(403), ...Array(7).fill(503)]);
  expect((await put(await addressFor(pair.gateway, undefined, newcomer))).status).toBe(200);
});

test('without Beeper, the PUT is unavailable and can be repeated', async () => {
  await using gone = await startUploadPair();
  const url = await addressFor(gone.gateway);
  await gone.target[Symbol.asyncDispose]();

  expect(await put(url)).toMatchObject({
    status: 503,
    answer: {
      errors: [{ message: 'Beeper can’t be reached.', extensions: { code: 'UNAVAILABLE', retryable: true } }],
    },
  });
});
