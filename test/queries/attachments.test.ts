import { expect, test } from 'vitest';
import { startPair } from '../support/pair.ts';
import { readMessageSentWith, readMessages } from './readMessages.ts';

const local = { url: null, isLocal: true };
const allNull = {
  id: null,
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
};

test('attachments of each type have all fields that Beeper sends', async () => {
  await using pair = await startPair();
  const found = (await readMessages(pair)).filter(({ attachments }) => attachments);

  expect(found.map(({ type, attachments }) => [type, attachments])).toEqual([
    [
      'IMAGE',
      [
        {
          ...allNull,
          id: 'mxc://beeper.com/specimenImage',
          type: 'IMG',
          rawType: 'img',
          srcURL: local,
          mimeType: 'image/jpeg',
          fileName: 'harbour.jpg',
          fileSize: 482_133,
          size: { width: 1600, height: 1200 },
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
          id: 'mxc://beeper.com/specimenVideo',
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
          id: 'localmxc://local-whatsapp/specimenVoice',
          type: 'AUDIO',
          rawType: 'audio',
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
  ['mxc://beeper.com/a', { url: 'mxc://beeper.com/a', isLocal: false }],
  ['localmxc://local-whatsapp/a', { url: 'localmxc://local-whatsapp/a', isLocal: false }],
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

  expect(attachments?.map(({ id }) => id)).toEqual([null, null]);
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
