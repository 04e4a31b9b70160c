import { expect, test } from 'vitest';
import { startPair } from '../support/pair.ts';
import { readMessageSentWith, readMessages } from './readMessages.ts';

const local = { url: null, isLocal: true };
const allNull = {
  attachmentID: null,
  srcURL: null,
  posterImg: null,
  mimeType: null,
  fileName: null,
  fileSize: null,
  duration: null,
  isGif: null,
  isSticker: null,
  isVoiceNote: null,
  transcription: null,
  size: null,
  blurhash: null,
};

test('attachments of each type have all fields that Beeper sends', async () => {
  await using pair = await startPair();
  // The others have files of other kinds, with the same fields.
  const found = (await readMessages(pair)).filter(({ attachments }) => attachments).slice(0, 7);

  expect(found.map(({ type, attachments }) => [type, attachments])).toEqual([
    [
      'IMAGE',
      [
        {
          ...allNull,
          attachmentID: 'mxc://beeper.com/specimenImage',
          type: 'IMG',
          rawType: 'img',
          srcURL: local,
          mimeType: 'image/jpeg',
          fileName: 'harbour.jpg',
          fileSize: 39_422,
          size: { width: 1600, height: 1200 },
          blurhash: 'LZD[-K%1WCRlJ5j@WVfR0$I;fjxZ',
        },
      ],
    ],
    [
      'IMAGE',
      [
        {
          ...allNull,
          type: 'IMG',
          rawType: 'img',
          isGif: true,
          srcURL: { url: 'https://media.example.com/dance.gif', isLocal: false },
          size: { width: 320, height: null },
        },
      ],
    ],
    [
      'VIDEO',
      [
        {
          ...allNull,
          attachmentID: 'mxc://beeper.com/specimenVideo',
          type: 'VIDEO',
          rawType: 'video',
          srcURL: local,
          posterImg: local,
          mimeType: 'video/mp4',
          duration: 12.5,
        },
      ],
    ],
    [
      'VOICE',
      [
        {
          ...allNull,
          attachmentID: 'localmxc://local-whatsapp/specimenVoice',
          type: 'AUDIO',
          rawType: 'audio',
          // By its ID.
          srcURL: local,
          isVoiceNote: true,
          mimeType: 'audio/ogg',
          duration: 4,
          transcription: { transcription: 'I am on my way', engine: 'whisper', language: 'en' },
        },
      ],
    ],
    ['AUDIO', [{ ...allNull, type: 'AUDIO', rawType: 'audio', fileName: 'song.mp3' }]],
    [
      'FILE',
      [
        {
          ...allNull,
          type: 'UNKNOWN',
          rawType: 'unknown',
          fileName: 'plan.pdf',
          mimeType: 'application/pdf',
          fileSize: 90_112,
        },
        { ...allNull, type: 'UNKNOWN', rawType: 'unknown', fileName: 'plan.odt' },
      ],
    ],
    ['STICKER', [{ ...allNull, type: 'IMG', rawType: 'img', isSticker: true }]],
  ]);
});

test('a blurhash that can’t be one is left out: senders choose it', async () => {
  await using pair = await startPair();
  for (const blurhash of ['<img src=x onerror=alert(1)>', 'short', 'L'.repeat(201), 7]) {
    const { attachments } = await readMessageSentWith(pair, { attachments: [{ type: 'img', blurhash }] });
    expect(attachments).toMatchObject([{ type: 'IMG', blurhash: null }]);
  }
});

test.each([
  ['file:///Users/me/a.jpg', local],
  ['FILE:///Users/me/a.jpg', local],
  [' file:///Users/me/a.jpg', local],
  ['/Users/me/a.jpg', local],
  ['C:\\Users\\me\\a.jpg', local],
  ['file://localhost/Users/me/a.jpg', local],
  ['asset:///Users/me/a.jpg', local],
  ['', null],
  [null, null],
  [7, null],
  ['https://example.com/a.jpg', { url: 'https://example.com/a.jpg', isLocal: false }],
  ['mxc://beeper.com/a', local],
  ['MXC://beeper.com/a?encryptedFileInfoJSON=%7B%22key%22%3A%22SECRET%22%7D', local],
  ['localmxc://local-whatsapp/a', local],
  ['http://127.0.0.1:23373/v1/assets/serve?url=mxc%3A%2F%2Fa', local],
  ['data:image/png;base64,AAAA', { url: 'data:image/png;base64,AAAA', isLocal: false }],
])('srcURL %j becomes %j', async (srcURL, asset) => {
  await using pair = await startPair();

  const { attachments } = await readMessageSentWith(pair, { attachments: [{ type: 'img', srcURL }] });

  expect(attachments?.[0]?.srcURL).toEqual(asset);
});

test('an attachment ID that is a local path is null', async () => {
  await using pair = await startPair();

  const { attachments } = await readMessageSentWith(pair, {
    attachments: [
      { type: 'img', id: '/Users/me/a.jpg' },
      { type: 'img', id: 'file:///Users/me/a.jpg' },
    ],
  });

  expect(attachments?.map(({ attachmentID }) => attachmentID)).toEqual([null, null]);
});

test('attachments that are not objects are omitted, and the message is returned', async () => {
  await using pair = await startPair();

  const found = await readMessageSentWith(pair, { attachments: [null, 'a', { type: 7, fileSize: 'large' }] });

  expect(found.attachments).toEqual([{ ...allNull, type: null, rawType: null }]);
});

test('sizes, durations and texts that stand for an unknown value are null', async () => {
  await using pair = await startPair();
  const zero = {
    fileSize: 0,
    duration: 0,
    size: { width: 0, height: 0 },
    fileName: '',
    mimeType: '',
    transcription: { transcription: '', engine: '' },
  };

  const message = await readMessageSentWith(pair, {
    attachments: [
      { type: 'unknown', ...zero },
      { type: 'img', ...zero, fileSize: -1, size: { width: 640, height: 0 } },
      { type: 'audio', ...zero, duration: 0.25, transcription: { transcription: '', language: 'en' } },
    ],
    links: [{ url: 'https://example.com/', title: '', imgSize: { width: 0, height: 0 } }],
    sendStatus: { status: '', timestamp: '0001-01-01T00:00:00Z' },
    timestamp: '0001-01-01T00:00:00Z',
  });

  expect(message.attachments).toEqual([
    { ...allNull, type: 'UNKNOWN', rawType: 'unknown' },
    { ...allNull, type: 'IMG', rawType: 'img', size: { width: 640, height: null } },
    {
      ...allNull,
      type: 'AUDIO',
      rawType: 'audio',
      duration: 0.25,
      transcription: { transcription: null, engine: null, language: 'en' },
    },
  ]);
  expect(message).toMatchObject({
    links: [{ title: null, imgSize: null }],
    sendStatus: null,
    timestamp: null,
  });
});

const key = '{"key":{"k":"SECRET"},"iv":"SECRET"}';
const encoded = encodeURIComponent(key);
const signed =
  'https://cdn.example/a%2fb.jpg?X-Amz-Date=20260814T080000Z&X-Amz-Server-Side-Encryption=AES256&sig=a+b%2B%3d&e=&flag';

test.each([
  [signed, signed],
  [`${signed}#t=10`, `${signed}#t=10`],
  ['https://cdn.example/a?q={not%20json', 'https://cdn.example/a?q={not%20json'],
  ['https://cdn.example/a?n=7&list=[1]', 'https://cdn.example/a?n=7&list=[1]'],
  ['https://cdn.example/a?q=100%', 'https://cdn.example/a?q=100%'],
  [`https://cdn.example/a?encryptedFileInfoJSON=${encoded}`, 'https://cdn.example/a'],
  [`https://cdn.example/a?x=1&EncryptedFile=SECRET&sig=a+b`, 'https://cdn.example/a?x=1&sig=a+b'],
  ['https://cdn.example/a?decryption_key=SECRET&sig=%2f', 'https://cdn.example/a?sig=%2f'],
  ['https://cdn.example/a?%65ncryptKey=SECRET', 'https://cdn.example/a'],
  [`https://cdn.example/a?info=${encoded}&b=2#c`, 'https://cdn.example/a?b=2#c'],
  [`https://cdn.example/a?info=${encodeURIComponent(encoded)}`, 'https://cdn.example/a'],
  [`https://cdn.example/a?info=${key}`, 'https://cdn.example/a'],
  [`https://cdn.example/a?b=2#${encoded}`, 'https://cdn.example/a?b=2'],
  ['https://cdn.example/a#decrypt=SECRET', 'https://cdn.example/a'],
  [`https://cdn.example/a?info=${encodeURIComponent(`[${key}]`)}&b=2`, 'https://cdn.example/a?b=2'],
  [
    `https://gw.example/v1/assets/serve?url=${encodeURIComponent(`mxc://x/y?a=1&encryptedFileInfoJSON=${encoded}`)}&w=9`,
    `https://gw.example/v1/assets/serve?url=${encodeURIComponent('mxc://x/y?a=1')}&w=9`,
  ],
  [
    'https://gw.example/v1/assets/serve?url=mxc%3A%2F%2Fx%2Fy&redirect=https%3a%2f%2fa.example%2f%3fb=1',
    'https://gw.example/v1/assets/serve?url=mxc%3A%2F%2Fx%2Fy&redirect=https%3a%2f%2fa.example%2f%3fb=1',
  ],
])('%s is handed out as %s, wherever a URL stands', async (sent, url) => {
  await using pair = await startPair();

  const message = await readMessageSentWith(pair, {
    attachments: [{ type: 'img', srcURL: sent, posterImg: sent }],
    links: [{ url: sent, originalURL: sent, favicon: sent, img: sent }],
    reactions: [{ id: 'r', reactionKey: 'k', participantID: 'p', imgURL: sent }],
  });

  const asset = { url, isLocal: false };
  expect(message).toMatchObject({
    attachments: [{ srcURL: asset, posterImg: asset }],
    links: [{ url, originalURL: url, favicon: asset, img: asset }],
    reactions: [{ imgURL: asset }],
  });
  expect(JSON.stringify(message)).not.toContain('SECRET');
});

test('the images of people and chats have no keys', async () => {
  await using pair = await startPair();
  const imgURL = `https://cdn.example/a?info=${encoded}&s=1`;
  pair.sandbox.next('GET /v1/chats/{chatID}', {
    body: { id: '!a:b', accountID: 'matrix', imgURL, participants: { items: [{ id: '@a:b', imgURL }] } },
  });

  const answer = await pair.gateway.send(
    '{ chat(id: "!a:b") { imgURL { url } participants { items { imgURL { url } } } } }',
  );

  const image = { url: 'https://cdn.example/a?s=1' };
  expect(await answer.json()).toEqual({
    data: { chat: { imgURL: image, participants: { items: [{ imgURL: image }] } } },
  });
});

test.each([
  [`mxc://beeper.com/a?encryptedFileInfoJSON=${encoded}`, 'mxc://beeper.com/a'],
  [`localmxc://x/y?a=1#${encoded}`, 'localmxc://x/y'],
  ['https://cdn.example/a?sig=1', 'https://cdn.example/a'],
  ['http://localhost:23373/a?sig=1', null],
])('the attachment ID %s is handed out as %s', async (id, expected) => {
  await using pair = await startPair();

  const { attachments } = await readMessageSentWith(pair, { attachments: [{ type: 'img', id }] });

  expect(attachments?.[0]?.attachmentID).toBe(expected);
});

test('a link is not a file of Beeper or of the computer, and other links stay as they were sent', async () => {
  await using pair = await startPair();
  const pages = ['http://localhost:3000/?q=1', 'mailto:ada@example.com', 'example.com/a', 'matrix:u/ada:b'];
  const files = ['mxc://a/b', ' LOCALMXC://a/b', 'file:///Users/me/a', '/Users/me/a', 'C:\\Users\\me'];

  const { links } = await readMessageSentWith(pair, {
    links: [...files, ...pages].map((url) => ({ url, title: 'x', originalURL: files[0] })),
  });

  expect(links?.map(({ url, originalURL }) => [url, originalURL])).toEqual(pages.map((url) => [url, null]));
});

test.each([
  [
    `<b>x</b><img src="mxc://a/b?encryptedFileInfoJSON=${encoded}&amp;s=1" alt="encrypted">`,
    '<b>x</b><img src="mxc://a/b?s=1" alt="encrypted">',
  ],
  [
    `<a href='https://cdn.example/a?s=1&amp;info=${encoded}'>decrypt</a>`,
    "<a href='https://cdn.example/a?s=1'>decrypt</a>",
  ],
  [
    '<a href="https://cdn.example/a?s=1&amp;t=%7B2">x</a>',
    '<a href="https://cdn.example/a?s=1&amp;t=%7B2">x</a>',
  ],
  [`see https://cdn.example/a?info=${encoded}`, `see https://cdn.example/a?info=${encoded}`],
])('the text %j is handed out as %j: URLs in HTML have no keys', async (sent, text) => {
  await using pair = await startPair();

  expect((await readMessageSentWith(pair, { text: sent })).text).toBe(text);
});
