import { connect } from 'node:net';
import { print } from 'graphql';
import { beforeEach, expect, test } from 'vitest';
import {
  type Fault,
  type Sandbox,
  type SandboxRoute,
  seedChatIDs,
  startSandbox,
} from '../../src/sandbox/index.ts';
import { type Collector, startCollector } from '../support/collector.ts';
import { freePort } from '../support/freePort.ts';
import { mutationsByDialect, mutationsWithoutCall } from '../support/mutations.ts';
import { type Running, startProcess } from '../support/process.ts';

/** Must never be printed. Each value matches one of `marks`. */
const person = {
  token: 'c4n4ry-caller-token',
  phoneNumber: '+15550104545',
  phoneTyped: '+1 (555) 010-4545',
  email: 'c4n4ry.ada@example.com',
  username: 'c4n4ry_ada',
  fullName: 'Ada C4n4ry',
  userID: '@c4n4ry:beeper.com',
  title: 'c4n4ry, our plans',
  messageText: 'c4n4ry says hello\n    at home',
};
const marks = [/c4n4ry/i, /555\D*010\D*4545/, /at home/];

const everything = Object.values(person).join(' ');
const ownToken = 'c4n4ry-gateway-token';

/** Error bodies that repeat the request, as some servers send them. `code` has a test of its own. */
const echoes: object[] = [
  {
    message: everything,
    code: 'ECHO',
    details: { issues: [{ message: everything, path: ['body', everything] }] },
  },
  { error: everything, details: { [everything]: everything, phoneNumber: person.phoneNumber } },
];
const statuses = [302, 400, 401, 403, 404, 405, 409, 418, 422, 429, 500, 501, 502, 503];
const faults: Fault[] = [
  ...statuses.flatMap((status) => echoes.map((body) => ({ status, body }))),
  ...statuses.map((status) => ({ status, body: everything })),
  { status: 302, headers: { location: `/v1/${person.username}` }, body: '' },
  { status: 429, headers: { 'retry-after': person.username } },
  { status: 400, body: { message: everything }, cut: true },
  { body: everything },
  { body: `{"chatID": "${person.username}` },
  { body: { echo: person } },
  { body: { chatID: person.username, status: person.messageText } },
  { html: true },
  { cut: true },
  { reset: 'before' },
  { reset: 'after' },
  { hang: true },
  { slowBodyMs: 2_000 },
  { headers: { 'x-beeper-desktop-version': person.username } },
];

const post = (body: string, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: {
    'content-type': 'application/json',
    authorization: `Bearer ${person.token}`,
    traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
    tracestate: `caller=${person.username}`,
    baggage: `caller=${person.username}`,
    ...headers,
  },
  body,
});
const graphql = (query: string, variables: object = {}, headers: Record<string, string> = {}) =>
  post(JSON.stringify({ query, variables }), headers);

const start = `mutation ($input: StartChatInput!) { startChat(input: $input) {
  __typename ... on StartChatPayload { chatID chat { title } } } }`;
const create = `mutation ($input: CreateChatInput!) { createChat(input: $input) { __typename } }`;
const read = 'query ($id: ID!) { chat(id: $id) { id title } }';

const readMessage = 'query ($chatID: ID!, $id: ID!) { message(chatID: $chatID, id: $id) { text } }';
const findMessages =
  'query ($filter: BeeperMessageFilter!) { searchMessages(filter: $filter) { nodes { text } } }';
const find = 'query ($query: String!) { search(query: $query) { messages { nodes { text } } } }';
const lookUp =
  'query ($id: ID!, $query: String!) { lookUpContacts(accountID: $id, query: $query) { userID } }';

const { phoneNumber, phoneTyped, email, username, fullName, userID, title, messageText } = person;
const accountID = 'c4n4ry-account';

/** Valid requests, with the route that each one calls. */
const operations: [SandboxRoute, RequestInit][] = [
  ...mutationsByDialect
    .filter(({ dialect }) => dialect === 'split')
    .map(({ route, document, personalInput }): [SandboxRoute, RequestInit] => [
      route,
      graphql(print(document), { input: personalInput({ ...person, accountID }) }),
    ]),
  [
    'POST /v1/chats/start',
    graphql(start, { input: { accountID, user: { phoneNumber: phoneTyped }, messageText } }),
  ],
  ['GET /v1/chats/{chatID}', graphql(read, { id: userID })],
  ['GET /v1/chats/{chatID}/messages/{messageID}', graphql(readMessage, { chatID: userID, id: username })],
  [
    'GET /v1/messages/search',
    graphql(findMessages, { filter: { query: messageText, chatIDs: [userID], sender: { userID } } }),
  ],
  ['GET /v1/search', graphql(find, { query: `${fullName} ${phoneNumber}` })],
  ['GET /v1/accounts/{accountID}/contacts', graphql(lookUp, { id: accountID, query: phoneNumber })],
];

/** Valid requests that call nothing. */
const withoutCall: RequestInit[] = mutationsWithoutCall.map(({ document, personalInput }) =>
  graphql(print(document), { input: personalInput({ ...person, accountID }) }),
);

/** Its deadline is not the one of the gateway. */
const takesLong = (route: SandboxRoute, fault: Fault): boolean =>
  fault.hang === true && route === 'GET /v1/accounts/{accountID}/contacts';

const user = { phoneNumber };
/** Requests that are rejected before an upstream call: by a rule of ours, by GraphQL or by HTTP. */
const rejected: [string, RequestInit][] = [
  ['', graphql(start, { input: { accountID: '', user: { email: `${email} and more` }, messageText } })],
  ['', graphql(start, { input: { accountID, user: { phoneNumber: `${phoneNumber}${phoneNumber}` } } })],
  ['', graphql(start, { input: { accountID: `${username}\n`, user, messageText: ' ' } })],
  ['', graphql(start, { input: { accountID, user: { contact: { fullName } } } })],
  ['', graphql(start, { input: { accountID, user: { phoneNumber, email } } })],
  ['', graphql(start, { input: { accountID, user, [username]: messageText } })],
  ['', graphql(start, { input: { accountID, user, allowInvite: messageText } })],
  ['', graphql(start, { input: messageText })],
  ['', graphql(create, { input: { group: { accountID, participantIDs: [userID, userID, ''], title } } })],
  ['', graphql(read, { id: `${userID}\u0000` })],
  ['', graphql(read, { id: userID }, { authorization: `Bearer ${username} ${username}` })],
  ['', graphql(read, { id: userID }, { authorization: `Basic ${username}` })],
  ['', graphql(`{ ${username} }`)],
  ['', graphql(`{ chat(id: "${username}" `)],
  ['', graphql(`{ chat(id: "${username}\n") { id } }`)],
  ['', graphql(`query ${username} { beeper { sandbox } } query Other { beeper { sandbox } }`)],
  ['', post(`{"query": ${everything}`)],
  ['', post(JSON.stringify(everything))],
  ['', post(JSON.stringify([{ query: everything }]))],
  ['', post(JSON.stringify({ query: { [username]: everything } }))],
  ['', post(everything.repeat(20_000))],
  ['', post(everything, { 'content-type': `text/plain; ${username}` })],
  ['', post(everything, { accept: `${username}/x` })],
  ['', post(everything, { 'content-type': `application/json; charset=${username}` })],
  ['', post(everything, { 'content-encoding': username })],
  ['', post(JSON.stringify({ documentId: username, operationName: username }))],
  ['', post(JSON.stringify({ extensions: { persistedQuery: { sha256Hash: username } } }))],
  [`?query=${username}%E4`, {}],
  [`?query=${encodeURIComponent(`{ ${everything}`)}`, {}],
  [`?query=${encodeURIComponent(start)}&variables=${encodeURIComponent(JSON.stringify(person))}`, {}],
  [`?query={beeper{sandbox}}&variables=${encodeURIComponent(everything)}`, {}],
  [`/../assets/${username}?${username}`, {}],
  [`/../uploads/${username}`, { method: 'PUT', body: everything, headers: { 'content-type': username } }],
  [`/${username}?token=${username}`, { headers: { cookie: everything.replaceAll('\n', '') } }],
];

const send = (origin: string, path: string, init: RequestInit) =>
  fetch(`${origin}/graphql${path}`, init).then((answer) => answer.text());

interface Observed {
  readonly metricsPort: number;
  readonly collector: Collector;
}

/** Looks at the metrics and the spans, too. */
async function expectNothingPrinted(gateway: Running & Observed): Promise<string> {
  const metrics = await (await fetch(`http://127.0.0.1:${gateway.metricsPort}/metrics`)).text();
  expect(metrics.split('\n').filter((line) => marks.some((mark) => mark.test(line)))).toEqual([]);
  expect(metrics).toContain('http_client_request_duration_seconds');
  // Every path that the gateway calls has a name that holds no ID.
  expect(metrics).not.toContain('url_template="other"');
  gateway.kill('SIGTERM');
  expect(await gateway.ends()).toEqual({ code: 0, signal: null });
  expectNothingExported(gateway.collector);
  const lines = [...gateway.stdout.split('\n'), ...gateway.stderr.split('\n')];
  expect(lines.filter((line) => marks.some((mark) => mark.test(line)))).toEqual([]);
  return gateway.stdout;
}

function expectNothingExported({ exports, spans }: Collector): void {
  expect(spans.length).toBeGreaterThan(0);
  const texts = spans.map(({ start, end, ...shown }) => JSON.stringify(shown));
  expect(texts.filter((text) => marks.some((mark) => mark.test(text)))).toEqual([]);
  // Also where this test does not decode: in the resource, events and links.
  expect(exports.filter(({ body }) => /c4n4ry/i.test(body.toString('latin1')))).toEqual([]);
}

let collector: Collector;
beforeEach(async () => {
  collector = await startCollector();
  return () => collector[Symbol.asyncDispose]();
});

async function startWithTraceLog(sandbox: Sandbox, env: Record<string, string> = {}) {
  const metricsPort = await freePort();
  const gateway = await startProcess({
    METRICS_PORT: String(metricsPort),
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    OTEL_EXPORTER_OTLP_HEADERS: 'authorization=c4n4ry-collector',
    OTEL_BSP_SCHEDULE_DELAY: '50',
    BEEPER_URL: sandbox.url,
    BEEPER_ACCESS_TOKEN: ownToken,
    BEEPER_TIMEOUT_MS: '500',
    LOG_LEVEL: 'trace',
    GATEWAY_WRITES_PER_MINUTE: '0',
    ...env,
  });
  return Object.assign(gateway, { metricsPort, collector });
}

test('no personal data is printed, however Beeper fails', async () => {
  await using sandbox = await startSandbox({ token: person.token });
  await using gateway = await startWithTraceLog(sandbox);
  const origin = await gateway.origin();
  for (const fault of faults) {
    await Promise.all(
      operations
        .filter(([route]) => !takesLong(route, fault))
        .map(([route, init]) => {
          sandbox.next(route, fault);
          return send(origin, '', init);
        }),
    );
    // Replaces the app version that a fault may have reported.
    await send(origin, '?query={beeper{reachable}}', {});
  }
  for (const init of withoutCall) {
    // A write that goes on after its answer can report the version of a fault once more.
    const sendAgain = async () => {
      await send(origin, '?query={beeper{reachable}}', {});
      return send(origin, '', init);
    };
    await expect.poll(sendAgain).toContain('Payload"');
  }
  await sandbox.close();
  for (const [, init] of operations) await send(origin, '', init);

  expect(JSON.stringify(sandbox.calls)).toContain('c4n4ry says hello');
  const printed = await expectNothingPrinted(gateway);
  const codes = new Set(printed.match(/"code":"[A-Z_]+"/g));
  expect([...codes].toSorted()).toEqual(
    [
      'CONFLICT',
      'FORBIDDEN',
      'INVALID_INPUT',
      'NOT_FOUND',
      'OUTCOME_UNKNOWN',
      'RATE_LIMITED',
      'UNAUTHENTICATED',
      'UNAVAILABLE',
      'UNSUPPORTED',
      'UPSTREAM_ERROR',
    ].map((code) => `"code":"${code}"`),
  );
}, 120_000);

test('personal data that Beeper sends as error code is not printed', async () => {
  await using sandbox = await startSandbox({ token: person.token });
  await using gateway = await startWithTraceLog(sandbox);
  const origin = await gateway.origin();
  const coded = `USER_${phoneNumber.slice(1)}`;
  for (const code of [messageText, phoneNumber, coded, email, fullName, title, userID]) {
    sandbox.next('GET /v1/chats/{chatID}', { status: 500, body: { message: 'Wrong', code } });
    await send(origin, '', graphql(read, { id: 'x' }));
  }
  expect(await expectNothingPrinted(gateway)).toContain('"status":500');
});

test('neither the address nor the name of a file is printed, nor the secret of addresses', async () => {
  await using sandbox = await startSandbox({ token: person.token });
  await using gateway = await startWithTraceLog(sandbox, { GATEWAY_ASSET_SECRET: 'c4n4ry'.repeat(8) });
  const origin = await gateway.origin();
  const files = `query ($id: ID!) { chat(id: $id) { messages(first: 200) { nodes {
    attachments { fileName srcURL { contentURL } }
  } } } }`;
  const addresses = (await send(origin, '', graphql(files, { id: seedChatIDs.everyKind }))).match(
    /http:[^"]+\/assets\/[\w-]+/g,
  );
  const [first = '', ...others] = addresses ?? [];
  expect(others.length).toBeGreaterThan(5);
  const open = (address: string) => fetch(address).then((answer) => answer.arrayBuffer().catch(() => {}));
  for (const address of others) await open(address);
  for (const fault of faults
    .slice(2 * statuses.length)
    .filter(({ hang, slowBodyMs }) => !hang && !slowBodyMs)) {
    sandbox.next('GET /v1/assets/serve', fault);
    await open(first).catch(() => {});
  }

  const printed = await expectNothingPrinted(gateway);
  expect(printed).toContain('"route":"assets"');
  const exported = collector.exports.map(({ body }) => body.toString('latin1')).join();
  for (const address of [first, ...others]) {
    const [sealed = ''] = /[\w-]+$/.exec(address) ?? [];
    expect(sealed.length).toBeGreaterThan(60);
    expect(printed + gateway.stderr + exported).not.toContain(sealed);
  }
  for (const name of ['waves.mp4', 'plan.pdf', 'mxc:', 'photo.jpg'])
    expect(printed + gateway.stderr + exported).not.toContain(name);
});

test('no personal data of a rejected request is printed', async () => {
  await using sandbox = await startSandbox({ token: person.token });
  await using gateway = await startWithTraceLog(sandbox);
  const origin = await gateway.origin();
  for (const [path, init] of rejected)
    expect(await send(origin, path, init)).not.toContain('"StartChatPayload"');
  expect(await expectNothingPrinted(gateway)).toContain('INVALID_INPUT');
});

test('no personal data of an aborted request, or of one that is not HTTP, is printed', async () => {
  await using sandbox = await startSandbox({ token: person.token });
  await using gateway = await startWithTraceLog(sandbox);
  const origin = await gateway.origin();
  const head = `POST /graphql HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer ${person.token}\r\ncontent-type: application/json\r\n`;
  await sendRaw(origin, `${head}content-length: 5000\r\n\r\n{"query": "${everything}`);
  await sendRaw(origin, `${head}transfer-encoding: chunked\r\n\r\n${username}\r\n`);
  await sendRaw(origin, `${everything}\r\n\r\n`);
  await sendRaw(origin, `GET /${username} HTTP/9.9\r\n${username}\r\n\r\n`);
  const caller = new AbortController();
  sandbox.next('POST /v1/chats/start', { hang: true });
  const [, init] = operations.find(([route]) => route === 'POST /v1/chats/start') ?? [];
  const aborted = fetch(`${origin}/graphql`, { ...init, signal: caller.signal }).catch(
    (error: Error) => error.name,
  );
  await expect
    .poll(() => sandbox.calls.map(({ route }) => route), { timeout: 10_000 })
    .toContain('POST /v1/chats/start');
  caller.abort();
  expect(await aborted).toBe('AbortError');
  expect(await expectNothingPrinted(gateway)).toContain('OUTCOME_UNKNOWN');
});

test('the access token of the gateway is not printed', async () => {
  await using sandbox = await startSandbox({ token: ownToken });
  await using gateway = await startWithTraceLog(sandbox);
  await send(await gateway.origin(), '', graphql(read, { id: 'x' }, { authorization: '' }));
  expect(sandbox.calls.at(-1)?.headers.authorization).toBe(`Bearer ${ownToken}`);
  expect(await expectNothingPrinted(gateway)).toContain('Shutting down');
});

/** Sends `text` on a socket, ends it, and waits until the gateway has closed it too. */
function sendRaw(origin: string, text: string): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(origin).port), '127.0.0.1');
    socket.on('error', () => {});
    socket.on('close', () => resolve());
    socket.end(text).resume();
  });
}
