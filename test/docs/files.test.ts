import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import * as documents from '../../examples/files/documents.js';
import { sendFile } from '../../examples/files/sendFile.js';
import { uploadFromDisk } from '../../examples/files/uploadFromDisk.js';
import { NetworkError } from '../../src/beeper/errors.ts';
import { refusalOfError } from '../../src/files/assetFailures.ts';
import { uploadFailure } from '../../src/files/uploadFailures.ts';
import { inUse, silent, storeFailed, tooSlow } from '../../src/files/uploadRefusals.ts';
import { refusalAnswer, toRefusal } from '../../src/http/files/fileResponse.ts';
import { type Fault, seedChatIDs } from '../../src/sandbox/index.ts';
import { StoreError } from '../../src/writes/store/store.ts';
import { addressFor, put } from '../files/uploadClient.ts';
import { rawRequest } from '../security/rawRequest.ts';
import { Picture } from '../support/documents.ts';
import { type Pair, startPair } from '../support/pair.ts';
import { kishan } from '../support/people.ts';
import { read } from './fences.ts';

const page = read('docs/files.md');
const schema = buildSchema(read('schema.graphql'));

test.each(['load.js', 'sendFile.js', 'sentences.js', 'upload.js', 'uploadFromDisk.js'])(
  'docs/files.md shows examples/files/%s as it is tested',
  (name) => {
    expect(page).toContain(`\`\`\`js\n${read(`examples/files/${name}`)}\`\`\``);
  },
);

const quoted = [...page.matchAll(/```graphql\n(.*?)```/gs)].map(([, text = '']) => ['docs/files.md', text]);

test.each([...quoted, ...Object.entries(documents)])('a document of %s is valid', (_name, document = '') => {
  expect(validate(schema, parse(document))).toEqual([]);
});

/** Sends a query as the examples do. */
const askOf =
  ({ gateway }: Pair) =>
  async (query: string, variables: object = {}) =>
    ((await (await gateway.send(query, variables)).json()) as { data: unknown }).data;

test('the snippets send a file by fetch, and upload one from the disk', async () => {
  await using pair = await startPair({ sendAfterMs: 0 });
  const ask = askOf(pair);
  const path = fileURLToPath(new URL('../../src/sandbox/files/harbour.jpg', import.meta.url));
  const bytes = readFileSync(path);
  const file = new File([bytes], 'harbour.jpg', { type: 'image/jpeg' });

  await sendFile({ ask, chatID: kishan.chatID, file, caption: 'Where we were', key: 'key-of-this-message' });
  const uploadID = await uploadFromDisk({ ask, path, mimeType: 'image/jpeg' });

  expect(uploadID).toMatch(/^upload-/);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const [first, second] = pair.writes().filter(({ route }) => route === 'POST /v1/assets/upload');
  expect(first?.upload).toMatchObject({ sha256, fileName: 'harbour.jpg', mimeType: 'image/jpeg' });
  expect(second?.upload).toMatchObject({ sha256, fileName: 'harbour.jpg', mimeType: 'image/jpeg' });
  expect(pair.sandbox.chats.get(kishan.chatID)?.messages.at(-1)).toMatchObject({
    text: 'Where we were',
    attachments: [{ fileName: 'harbour.jpg' }],
  });
});

test('a snippet ends what Beeper says with a full stop, and says what to do', async () => {
  await using pair = await startPair();
  const file = new File(['abc'], 'abc.txt');

  const sending = sendFile({
    ask: askOf(pair),
    chatID: '!nowhere:x',
    file,
    caption: null,
    key: 'key-of-none',
  });

  await expect(sending).rejects.toThrow(/Chat not found\. Check /);
});

/** What a failure is documented as. */
interface Told {
  readonly status: number;
  readonly message: string;
  readonly code?: string | undefined;
}

/** The rows of the table below a heading; `code` where it has that column. */
function rowsBelow(heading: string): Told[] {
  const section = page.slice(page.indexOf(`### ${heading}\n`)).split(/\n##+ /)[0] ?? '';
  return [...section.matchAll(/^\| (\d{3}) \|(?: `([A-Z_]+)` \|)? ([^|]+) \|/gm)].map(
    ([, status, code, message = '']) => ({ status: Number(status), message, ...(code && { code }) }),
  );
}

const server = { isBeeper: true, appVersion: '4.3.73', dialect: null, pinned: null };
const busy = new NetworkError('too-busy', false, null);

describe('statuses', () => {
  test('the table of /assets has what the gateway answers', async () => {
    let ahead = 0;
    const files = { now: () => Date.now() + ahead };
    await using pair = await startPair({
      files,
      origins: ['https://app.example'],
      transfers: { headTimeoutMs: 300 },
    });
    const { data } = await pair.gateway.query(Picture, { chatID: seedChatIDs.largeGroup });
    const { pathname: path } = new URL(data?.chat?.imgURL?.contentURL ?? '');
    const found: Told[] = [];
    const open = async (request: Parameters<typeof rawRequest>[1] = {}) => {
      const { status, text } = await rawRequest(pair.gateway.origin, { path, ...request });
      const known = rowsBelow('Statuses of `/assets`').find(({ message }) => text.startsWith(`${message} `));
      found.push(known && known.status === status ? known : { status, message: text || '(no text)' });
    };
    const faulty = async (fault: Fault) => {
      pair.sandbox.next('GET /v1/assets/serve', fault);
      await open();
    };

    await open({ headers: { authorization: 'Bearer another-token' } });
    await open({ headers: { origin: 'https://evil.example' } });
    await open({ headers: { host: 'evil.example' } });
    await open({ method: 'POST' });
    await open({ path: `${path}A` });
    await open({ headers: { range: 'bytes=900000-' } });
    for (const status of [401, 403, 429, 500, 502, 503]) await faulty({ status });
    await faulty({ hang: true });
    await faulty({ reset: 'before' });
    ahead = 2 * 60 * 60_000;
    await open();
    ahead = 0;
    await pair.sandbox.close();
    await open();
    const answer = refusalAnswer('asset', toRefusal(refusalOfError(busy)), '');
    found.push({ status: answer.status, message: String(answer.body).split(/(?<=\.) /)[0] ?? '' });

    expect(sorted(found)).toEqual(sorted(rowsBelow('Statuses of `/assets`')));
  });

  test('the table of /uploads has what the gateway answers', async () => {
    let ahead = 0;
    const files = { now: () => Date.now() + ahead };
    await using pair = await startPair({
      files,
      origins: ['https://app.example'],
      transfers: { uploadHeadTimeoutMs: 300 },
    });
    const { gateway, sandbox } = pair;
    const found: Told[] = [];
    const note = ({ status, message, code }: Told) => found.push({ status, code, message });
    const send = async (options: Parameters<typeof put>[1] = {}, url?: string) => {
      const { status, answer } = await put(url ?? (await addressFor(gateway)), options);
      const [{ message, extensions }] = answer.errors;
      note({ status, message, code: extensions.code });
    };
    const faulty = async (fault: Fault) => {
      sandbox.next('POST /v1/assets/upload', fault);
      await send();
    };

    await send({ body: '' });
    await send({ body: 'abc' });
    await send({ body: 'abcdefg' });
    await send({ headers: { authorization: 'Bearer another-token' } });
    await send({ headers: { origin: 'https://evil.example' } });
    await send({ headers: { 'content-encoding': 'gzip' } });
    await send({ headers: { 'content-type': 'multipart/form-data; boundary=x' } });
    await send({}, `${await addressFor(gateway)}A`);
    const used = await addressFor(gateway);
    await put(used);
    await send({}, used);
    const expired = await addressFor(gateway);
    ahead = 11 * 60_000;
    await send({}, expired);
    ahead = 0;
    for (const [method, headers] of [
      ['POST', {}],
      ['PUT', { host: 'evil.example' }],
    ] as const) {
      const { status, text } = await rawRequest(gateway.origin, {
        method,
        headers,
        path: new URL(await addressFor(gateway)).pathname,
      });
      const [{ message, extensions }] = JSON.parse(text).errors;
      note({ status, message, code: extensions.code });
    }
    for (const status of [401, 403, 413, 429, 500]) await faulty({ status });
    await faulty({ status: 200, body: { error: 'The disk is full' } });
    await faulty({ hang: true });
    await faulty({ reset: 'during' });
    const address = await addressFor(gateway);
    await sandbox.close();
    await send({}, address);
    await using old = await startPair({ appVersion: '4.2.498', dialect: 'create-only' });
    const { answer, status } = await put(await addressFor(old.gateway));
    note({ status, message: answer.errors[0].message, code: answer.errors[0].extensions.code });
    const rare = [
      uploadFailure(busy, { server, tokenOwner: 'gateway' }),
      inUse(),
      silent(),
      tooSlow(),
      storeFailed(new StoreError('TIMEOUT')),
    ];
    for (const error of rare) {
      const { body, status } = refusalAnswer('upload', toRefusal(error), '');
      const [{ message, extensions }] = JSON.parse(String(body)).errors;
      note({ status, message, code: extensions.code });
    }

    expect(sorted(found)).toEqual(sorted(rowsBelow('Statuses of `/uploads`')));
  });
});

const sorted = (rows: readonly Told[]) =>
  rows.map(({ status, code, message }) => `${status} ${code ?? ''} ${message}`).toSorted();
