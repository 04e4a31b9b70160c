import { readFile } from 'node:fs/promises';
import { parse } from 'content-disposition';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { type Fault, startSandbox } from '../../src/sandbox/index.ts';
import { assetPath, assetSecret } from '../support/assetAddress.ts';
import { startGateway } from '../support/gateway.ts';

const sandbox = await startSandbox();
const gateway = await startGateway({
  beeper: sandbox.url,
  files: { secret: assetSecret },
  transfers: { headTimeoutMs: 300 },
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  await sandbox.close();
});

const route = 'GET /v1/assets/serve';
const calls = () => sandbox.calls.filter((call) => call.route === route);
const rangesSent = () => calls().map(({ headers }) => headers.range ?? null);
beforeEach(() => {
  sandbox.calls.length = 0;
  sandbox.always(route, null);
});

const sample = (name: string) => readFile(new URL(`../../src/sandbox/files/${name}`, import.meta.url));
const [png, mp4] = await Promise.all([sample('sketch.png'), sample('waves.mp4')]);

let files = 0;
/** Adds a file at a URL of its own, so that nothing is known of it. */
function addFile(content: Uint8Array | { bytes: number; beginning?: Uint8Array }): string {
  const url = `mxc://beeper.com/test${files++}`;
  sandbox.addFile(url, content);
  return url;
}

const request = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(`${gateway.origin}${path}`, { method, headers });
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());
/** `toEqual` takes a second for a film. */
const expectSame = (received: Buffer, sent: Buffer) => expect(received.equals(sent)).toBe(true);
const nameIn = (response: Response) =>
  parse(response.headers.get('content-disposition') ?? '').parameters.filename;

/** @returns the address of a file in the sandbox's seed data, as a page gets it. */
async function addressOf(fileName: string): Promise<string> {
  const response = await gateway.send(
    'query ($id: ID!) { chat(id: $id) { messages(first: 50) { nodes { attachments { fileName srcURL { contentURL } } } } } }',
    { id: '!specimens:beeper.com' },
  );
  const { data } = (await response.json()) as {
    data: { chat: { messages: { nodes: { attachments: Attachment[] | null }[] } } };
  };
  const found = data.chat.messages.nodes
    .flatMap(({ attachments }) => attachments ?? [])
    .find((attachment) => attachment.fileName === fileName);
  return found?.srcURL?.contentURL ?? '';
}

interface Attachment {
  readonly fileName: string | null;
  readonly srcURL: { readonly contentURL: string | null } | null;
}

test('the address in an answer serves the very file, with the headers that browsers need', async () => {
  const response = await fetch(await addressOf('sketch.png'));

  expect(response.status).toBe(200);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'image/png',
    'content-disposition': 'inline; filename=sketch.png',
    'content-length': String(png.length),
    'accept-ranges': 'bytes',
    etag: expect.stringMatching(/^".+"$/),
    'last-modified': expect.stringContaining('GMT'),
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'",
    'referrer-policy': 'no-referrer',
    'cache-control': expect.stringMatching(/^private, max-age=3[56]\d\d$/),
  });
  expectSame(await bytesOf(response), png);
  expect(calls()).toMatchObject([
    { headers: { 'accept-encoding': 'identity', authorization: `Bearer ${sandbox.token}` } },
  ]);
});

test('no seal and no file name is logged', async () => {
  const path = assetPath('mxc://beeper.com/specimenImage', { fileName: 'secret name.jpg' });
  await bytesOf(await request(path));
  await bytesOf(await request(path.slice(0, -3)));
  sandbox.next(route, { status: 500 });
  await bytesOf(await request(path));

  const lines = JSON.stringify([...gateway.log, ...gateway.served]);
  expect(lines).not.toContain(path.slice(8, 40));
  expect(lines).not.toContain('secret name');
  expect(lines).not.toContain('specimenImage');
});

test.each([
  ['harbour.jpg', 'image/jpeg', 'inline'],
  ['sketch.png', 'image/png', 'inline'],
  ['parrot.gif', 'image/gif', 'inline'],
  ['sticker.webp', 'image/webp', 'inline'],
  ['harbour.avif', 'image/avif', 'inline'],
  ['waves.mp4', 'video/mp4', 'inline'],
  ['waves.webm', 'video/webm', 'inline'],
  ['note.ogg', 'audio/ogg; codecs=opus', 'inline'],
  ['song.mp3', 'audio/mpeg', 'inline'],
  ['chime.wav', 'audio/wav', 'inline'],
  ['harbour.heic', 'image/heic', 'attachment'],
  ['scan.tiff', 'image/tiff', 'attachment'],
  ['drawing.svg', 'application/octet-stream', 'attachment'],
  ['page.html', 'application/octet-stream', 'attachment'],
  ['plan.pdf', 'application/octet-stream', 'attachment'],
  ['archive.zip', 'application/octet-stream', 'attachment'],
  ['notes.txt', 'application/octet-stream', 'attachment'],
])('%s is served as %s, %s, whichever part is asked for', async (name, contentType, disposition) => {
  const path = assetPath(addFile(await sample(name)), { fileName: name });

  for (const headers of [{}, { range: 'bytes=0-1' }, { range: 'bytes=20-' }, { range: 'bytes=-7' }] as Record<
    string,
    string
  >[]) {
    const response = await request(path, headers);
    await bytesOf(response);
    expect(response.headers.get('content-type')).toBe(contentType);
    expect(response.headers.get('content-disposition')).toBe(`${disposition}; filename=${name}`);
  }
});

describe('a file that is not what its name says is served as what it is', () => {
  const script = '<script>alert(document.domain)</script>';
  test.each([
    [
      'a GIF that is a script, too',
      Buffer.from('GIF89a/*....*/=0;alert(1)//'),
      'x.html',
      'image/gif',
      'x.html.gif',
    ],
    ['a PNG with HTML in it', Buffer.concat([png, Buffer.from(script)]), 'x.svg', 'image/png', 'x.svg.png'],
    ['an MP4 with HTML in it', Buffer.concat([mp4, Buffer.from(script)]), 'x.htm', 'video/mp4', 'x.htm.mp4'],
    ['HTML', Buffer.from(script), 'photo.jpg', 'application/octet-stream', 'photo.jpg'],
  ])('%s', async (_, content, fileName, contentType, served) => {
    const response = await request(assetPath(addFile(content), { fileName }));

    expect(response.headers.get('content-type')).toBe(contentType);
    expect(nameIn(response)).toBe(served);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-security-policy')).toMatch(
      /^sandbox( allow-same-origin)?; default-src 'none';/,
    );
    expectSame(await bytesOf(response), content);
  });
});

test('a file without a name gets one of its kind', async () => {
  const names = ['harbour.jpg', 'waves.mp4', 'note.ogg', 'scan.tiff', 'plan.pdf'].map(async (name) =>
    nameIn(await request(assetPath(addFile(await sample(name))), {}, 'HEAD')),
  );

  expect(await Promise.all(names)).toEqual(['picture.jpg', 'video.mp4', 'audio.ogg', 'picture.tiff', 'file']);
});

describe('parts', () => {
  const size = mp4.length;
  test.each([
    ['bytes=0-', 0, size - 1, ['bytes=0-']],
    ['bytes=0-1', 0, 1, ['bytes=0-4099', 'bytes=0-1']],
    ['bytes=100-199', 100, 199, ['bytes=0-4099', 'bytes=100-199']],
    [`bytes=${size - 1}-`, size - 1, size - 1, ['bytes=0-4099', `bytes=${size - 1}-`]],
    ['bytes=-500', size - 500, size - 1, ['bytes=0-4099', 'bytes=-500']],
    ['bytes=0-9999999', 0, size - 1, ['bytes=0-9999999']],
    ['Bytes = 5 - 6', 5, 6, ['bytes=0-4099', 'bytes=5-6']],
  ])('%s is answered with 206', async (range, first, last, sent) => {
    const response = await request(assetPath(addFile(mp4)), { range });

    expect(response.status).toBe(206);
    expect(response.headers.get('content-type')).toBe('video/mp4');
    expect(response.headers.get('content-range')).toBe(`bytes ${first}-${last}/${size}`);
    expect(response.headers.get('content-length')).toBe(String(last - first + 1));
    expectSame(await bytesOf(response), mp4.subarray(first, last + 1));
    expect(rangesSent()).toEqual(sent);
  });

  test.each(['bytes=0-1,5-6', 'bytes=5-4', 'bytes=-', 'bytes=a-b', 'items=0-1', 'bytes', ''])(
    '"%s" is ignored, as RFC 9110 allows',
    async (range) => {
      const response = await request(assetPath(addFile(png)), { range });

      expect(response.status).toBe(200);
      expectSame(await bytesOf(response), png);
      expect(rangesSent()).toEqual([null]);
    },
  );

  test('a part that the file does not have is answered with 416 and the length', async () => {
    const response = await request(assetPath(addFile(png)), { range: 'bytes=10000000-' });

    expect(response.status).toBe(416);
    expect(response.headers.get('content-range')).toBe(`bytes */${png.length}`);
    expect(response.headers.get('content-length')).toBe('0');
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  test('the beginning of a file is looked at once', async () => {
    const path = assetPath(addFile(mp4));
    for (const range of ['bytes=1000-1999', 'bytes=2000-2999', 'bytes=0-1']) {
      expect((await request(path, { range })).headers.get('content-type')).toBe('video/mp4');
    }
    expect(rangesSent()).toEqual(['bytes=0-4099', 'bytes=1000-1999', 'bytes=2000-2999', 'bytes=0-1']);
  });

  test('it is looked at again when the file has changed', async () => {
    const url = addFile(mp4);
    const path = assetPath(url);
    await bytesOf(await request(path, { range: 'bytes=50-59' }));
    sandbox.addFile(url, png);
    const response = await request(path, { range: 'bytes=50-59' });

    expect(response.headers.get('content-type')).toBe('image/png');
    expectSame(await bytesOf(response), png.subarray(50, 60));
    expect(rangesSent()).toEqual([
      'bytes=0-4099',
      'bytes=50-59',
      'bytes=50-59',
      'bytes=0-4099',
      'bytes=50-59',
    ]);
  });

  test('callers do not share what they know: each owner looks', async () => {
    sandbox.addToken('another token');
    const url = addFile(mp4);
    await bytesOf(await request(assetPath(url), { range: 'bytes=50-59' }));
    sandbox.calls.length = 0;
    await bytesOf(await request(assetPath(url, { token: 'another token' }), { range: 'bytes=50-59' }));

    expect(calls().map(({ headers }) => headers.authorization)).toEqual([
      'Bearer another token',
      'Bearer another token',
    ]);
  });
});

describe('where Beeper ignores Range', () => {
  const size = mp4.length;
  beforeEach(() => sandbox.always(route, { ignoresRange: true }));

  test.each([
    ['bytes=0-1', 0, 1],
    ['bytes=5000-5999', 5_000, 5_999],
    ['bytes=-10', size - 10, size - 1],
    [`bytes=${size - 1}-`, size - 1, size - 1],
    ['bytes=0-', 0, size - 1],
  ])('the gateway makes the part %s', async (range, first, last) => {
    const response = await request(assetPath(addFile(mp4)), { range });

    expect(response.status).toBe(206);
    expect(response.headers.get('content-range')).toBe(`bytes ${first}-${last}/${size}`);
    expect(response.headers.get('content-length')).toBe(String(last - first + 1));
    expect(response.headers.get('content-type')).toBe('video/mp4');
    expectSame(await bytesOf(response), mp4.subarray(first, last + 1));
  });

  test('and 416', async () => {
    const response = await request(assetPath(addFile(png)), { range: 'bytes=99999999-' });

    expect(response.status).toBe(416);
    expect(response.headers.get('content-range')).toBe(`bytes */${png.length}`);
  });

  test('a changed file is sent whole, by If-Range', async () => {
    const headers = { range: 'bytes=0-9', 'if-range': '"another"' };
    const response = await request(assetPath(addFile(png)), headers);

    expect(response.status).toBe(200);
    expectSame(await bytesOf(response), png);
  });

  test('and tells no length, the file is sent whole', async () => {
    sandbox.always(route, { ignoresRange: true, omits: ['content-length'] });
    const response = await request(assetPath(addFile(png)), { range: 'bytes=0-9' });

    expect(response.status).toBe(200);
    expect(response.headers.get('content-length')).toBeNull();
    expect(response.headers.get('accept-ranges')).toBeNull();
    expectSame(await bytesOf(response), png);
  });
});

describe('conditional requests', () => {
  test.each(['GET', 'HEAD'])('%s of an unchanged file is answered with 304', async (method) => {
    const path = assetPath(addFile(png));
    const { headers } = await request(path, {}, 'HEAD');
    const conditions = [
      { 'if-none-match': headers.get('etag') ?? '' },
      { 'if-modified-since': headers.get('last-modified') ?? '' },
    ] as Record<string, string>[];

    for (const condition of conditions) {
      const response = await request(path, condition, method);
      expect(response.status).toBe(304);
      // It would replace that of the file.
      expect(response.headers.get('content-security-policy')).toBeNull();
      expect(response.headers.get('etag')).toBe(headers.get('etag'));
      expect(response.headers.get('content-length')).toBeNull();
      expect(response.headers.get('content-type')).toBeNull();
    }
  });

  test('If-Range is passed on', async () => {
    const path = assetPath(addFile(png));
    const etag = (await request(path, {}, 'HEAD')).headers.get('etag') ?? '';

    expect((await request(path, { range: 'bytes=0-9', 'if-range': etag })).status).toBe(206);
    expect((await request(path, { range: 'bytes=0-9', 'if-range': '"another"' })).status).toBe(200);
  });
});

describe('HEAD', () => {
  test('tells kind and length of the whole file by one call', async () => {
    const response = await request(assetPath(addFile(mp4)), { range: 'bytes=5-9' }, 'HEAD');

    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'video/mp4',
      'content-length': String(mp4.length),
      'accept-ranges': 'bytes',
    });
    expect(response.headers.get('content-range')).toBeNull();
    expect(rangesSent()).toEqual(['bytes=0-4099']);
  });

  test('also where Beeper ignores Range', async () => {
    sandbox.always(route, { ignoresRange: true });
    const response = await request(assetPath(addFile({ bytes: 50_000_000, beginning: mp4 })), {}, 'HEAD');

    expect(response.headers.get('content-type')).toBe('video/mp4');
    expect(response.headers.get('content-length')).toBe('50000000');
    await expect.poll(() => sandbox.calls.at(-1)?.aborted).toBe(true);
  });
});

test('an empty file is served as one', async () => {
  const path = assetPath(addFile(new Uint8Array()), { fileName: 'x.jpg' });
  for (const method of ['GET', 'HEAD']) {
    const response = await request(path, {}, method);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-length')).toBe('0');
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    expect(await bytesOf(response)).toHaveLength(0);
  }
  expect((await request(path, { range: 'bytes=0-' })).status).toBe(416);
});

test('a file that comes in small pieces is still told by its beginning', async () => {
  sandbox.next(route, { slowBodyMs: 300 });
  const response = await request(assetPath(addFile(png)));

  expect(response.headers.get('content-type')).toBe('image/png');
  expectSame(await bytesOf(response), png);
});

test('an address is kept no longer than it is good', async () => {
  const path = assetPath(addFile(png), { expiresAt: Math.floor(Date.now() / 1_000) + 100 });
  const [, seconds] = /^private, max-age=(\d+)$/.exec(
    (await request(path)).headers.get('cache-control') ?? '',
  ) as RegExpExecArray;

  expect(Number(seconds)).toBeGreaterThan(90);
  expect(Number(seconds)).toBeLessThanOrEqual(100);
});

describe('a failure of Beeper is an answer with a sentence, and is not kept', () => {
  const failures: [what: string, fault: Fault, status: number, text: RegExp][] = [
    ['502: the network has lost the file', { status: 502 }, 404, /no longer have it/],
    ['404 of another server', { status: 404 }, 404, /no longer have it/],
    ['400: not a URL of a file', { status: 400 }, 404, /no longer have it/],
    ['401', { status: 401 }, 403, /rejected the access token/],
    ['403', { status: 403 }, 403, /does not allow this token/],
    ['429', { status: 429, headers: { 'retry-after': '7' } }, 429, /Try again in 7 s/],
    ['500', { status: 500 }, 502, /answered with status 500/],
    ['503', { status: 503 }, 503, /busy or starting/],
    ['504', { status: 504 }, 503, /busy or starting/],
    [
      'a redirect',
      { status: 302, body: '', headers: { location: 'http://127.0.0.1:1/' } },
      502,
      /status 302/,
    ],
    ['an HTML page with a long body', { status: 418, body: 'x'.repeat(1_000_000) }, 502, /status 418/],
    ['304 that nobody asked for', { status: 304, body: '' }, 502, /status 304/],
    ['206 that nobody asked for', { status: 206, body: 'part' }, 502, /status 206/],
    ['416 that nobody asked for', { status: 416, body: '' }, 502, /status 416/],
    ['compression', { encoding: 'gzip' }, 502, /compressed/],
    ['a reset connection', { reset: 'after' }, 502, /connection to Beeper was lost/],
    ['silence', { hang: true }, 504, /did not answer in time/],
  ];

  test.each(failures)('%s', async (_, fault, status, text) => {
    sandbox.next(route, fault);
    const response = await request(assetPath(addFile(png)));

    expect(response.status).toBe(status);
    expect(await response.text()).toMatch(text);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('retry-after')).toBe({ 429: '7', 503: '1' }[status] ?? null);
    expect(calls()).toHaveLength(1);
  });

  test('no connection', async () => {
    await using alone = await startGateway({ beeper: 'http://127.0.0.1:9', files: { secret: assetSecret } });
    const response = await fetch(`${alone.origin}${assetPath('mxc://beeper.com/x')}`);

    expect(response.status).toBe(503);
    expect(await response.text()).toMatch(/can’t be reached/);
    expect(response.headers.get('retry-after')).toBe('1');
  });

  test('connections are used again after short bodies', async () => {
    const path = assetPath('mxc://beeper.com/lost for ever');
    await bytesOf(await request(path));
    const before = sandbox.connections;
    for (let n = 0; n < 20; n++) await bytesOf(await request(path));

    expect(sandbox.connections).toBe(before);
  });
});

describe('a connection that breaks in the middle', () => {
  test.each([
    ['with a length', {}],
    ['without one', { omits: ['content-length'] }],
  ])('breaks the response, too: %s', async (_, more) => {
    sandbox.next(route, { cut: true, ...more });
    const response = await request(assetPath(addFile(mp4)));

    expect(response.status).toBe(200);
    await expect(response.arrayBuffer()).rejects.toThrow();
  });

  test('before the kind is known, is answered with 502', async () => {
    sandbox.next(route, { cut: true });
    const response = await request(assetPath(addFile(png.subarray(0, 3_000))));

    expect(response.status).toBe(502);
    expect(await response.text()).toMatch(/connection to Beeper was lost/);
  });
});
