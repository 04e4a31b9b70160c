import { expect, test } from 'vitest';
import { mutations } from '../support/mutations.ts';
import { startPair } from '../support/pair.ts';

const { document } = mutations.createUpload;
const photo = { fileName: 'a.jpg', mimeType: 'image/jpeg', sizeBytes: 5 };

type Pair = Awaited<ReturnType<typeof startPair>>;

async function createUpload({ gateway }: Pair, input: object, headers: Record<string, string> = {}) {
  const { data, errors } = await gateway.query(document, { input: { ...photo, ...input } }, { headers });
  expect(errors).toBe(undefined);
  return data?.createUpload as Record<string, unknown> | null | undefined;
}

test('createUpload returns an address at the gateway for ten minutes, and asks Beeper for nothing', async () => {
  await using pair = await startPair();
  const before = Date.now();

  const result = await createUpload(pair, {});

  expect(result).toEqual({
    __typename: 'CreateUploadPayload',
    url: expect.stringMatching(`^${pair.gateway.origin}/uploads/[\\w-]+$`),
    expiresAt: expect.any(String),
    maxBytes: 500_000_000,
  });
  const lifeMs = Date.parse(String(result?.expiresAt)) - before;
  expect(lifeMs).toBeGreaterThan(595_000);
  expect(lifeMs).toBeLessThanOrEqual(600_100);
  expect(pair.sandbox.calls).toEqual([]);
});

test('the address is below the public URL of the gateway, and tells nothing of the file', async () => {
  await using pair = await startPair({ publicURL: 'https://chat.example/beeper' });

  const { url } = (await createUpload(pair, { fileName: 'harbour.jpg' })) ?? {};

  expect(url).toMatch(/^https:\/\/chat\.example\/beeper\/uploads\//);
  const sealed = Buffer.from(String(url).split('/').at(-1) ?? '', 'base64url').toString('latin1');
  for (const text of ['harbour', 'sandbox-token', 'image']) expect(sealed).not.toContain(text);
});

test('each address is another one', async () => {
  await using pair = await startPair();

  const urls = await Promise.all(Array.from({ length: 3 }, async () => (await createUpload(pair, {}))?.url));

  expect(new Set(urls).size).toBe(3);
});

test('what is about the most and the least is accepted', async () => {
  await using pair = await startPair();
  for (const input of [
    { sizeBytes: 1 },
    { sizeBytes: 500_000_000 },
    { fileName: 'x' },
    { fileName: 'é'.repeat(255) },
    { fileName: ' "a…' },
    { fileName: '..a' },
    { mimeType: null },
    { mimeType: 'Application/VND.openxmlformats-officedocument.wordprocessingml.document' },
    { mimeType: 'image/svg+xml' },
    { mimeType: 'text/plain; charset=utf-8' },
    { mimeType: 'video/webm;codecs="vp8, \\"opus\\""' },
  ]) {
    expect(await createUpload(pair, input), JSON.stringify(input)).toMatchObject({
      __typename: 'CreateUploadPayload',
    });
  }
});

for (const [field, values, message, code] of [
  ['fileName', ['', ' ', '\u200b\n'], '`fileName` must not be blank.', 'blank'],
  [
    'fileName',
    ['../a', 'a/b', 'a\\b', 'C:\\a', '.', '..', 'a\r\nb', 'a\u0000', 'a\u0085'],
    '`fileName` must be a name without a folder: no `/`, `\\` or control characters.',
    'invalid_format',
  ],
  ['fileName', ['x'.repeat(256)], '`fileName` must have at most 255 characters.', 'too_big'],
  ['fileName', ['\ud800'], '`fileName` must be well-formed Unicode.', 'malformed_unicode'],
  [
    'mimeType',
    [
      ...['', 'image', 'image/', '/jpeg', 'image/*', 'image/jpeg;', 'image / jpeg', 'image/jpeg, image/png'],
      ...['image/jpeg\r\nx: y', 'image/jpeg; a', 'image/jpeg; a="', 'image/jpéé', `image/${'x'.repeat(128)}`],
    ],
    /^`mimeType` must be a MIME type, such as image\/jpeg\. Omit it/,
    'invalid_format',
  ],
  ['sizeBytes', [0, -1], /^`sizeBytes` must be at least 1/, 'too_small'],
  ['sizeBytes', [500_000_001, 1e300], '`sizeBytes` must be at most 500000000.', 'too_big'],
  ['sizeBytes', [1.5], '`sizeBytes` must be a whole number.', 'not_an_integer'],
] as const) {
  test(`${field} ${JSON.stringify(values).slice(0, 60)} is invalid: ${code}`, async () => {
    await using pair = await startPair();
    for (const value of values) {
      expect(await createUpload(pair, { [field]: value }), JSON.stringify(value)).toMatchObject({
        code: 'INVALID_INPUT',
        retryable: false,
        issues: [
          {
            path: ['input', field],
            message: typeof message === 'string' ? message : expect.stringMatching(message),
            code,
          },
        ],
      });
    }
    expect(pair.sandbox.calls).toEqual([]);
  });
}

test('without a token, createUpload is UNAUTHENTICATED', async () => {
  await using pair = await startPair({ accessToken: null });

  expect(await createUpload(pair, {})).toMatchObject({ code: 'UNAUTHENTICATED', retryable: false });
  expect(await createUpload(pair, {}, { authorization: 'Bearer x' })).toMatchObject({
    __typename: 'CreateUploadPayload',
  });
});

test('on an app without uploads, createUpload is UNSUPPORTED once its version is known', async () => {
  await using pair = await startPair({ appVersion: '4.2.498' });
  await pair.gateway.send('{ beeper { appVersion reachable } }');
  const calls = pair.sandbox.calls.length;

  expect(await createUpload(pair, {})).toMatchObject({
    code: 'UNSUPPORTED',
    requiredVersion: '4.2.499',
    actualVersion: '4.2.498',
    remedy: 'Update Beeper Desktop to 4.2.499 or newer.',
  });
  expect(pair.sandbox.calls).toHaveLength(calls);
});

test('on an app of the first version with uploads, createUpload works once its version is known', async () => {
  await using pair = await startPair({ appVersion: '4.2.499' });
  await pair.gateway.send('{ beeper { appVersion reachable } }');

  expect(await createUpload(pair, {})).toMatchObject({ __typename: 'CreateUploadPayload' });
});
