import type { Attachment } from './model.ts';
import {
  encryptedFileURL,
  lostFileURLs,
  mediaFolder,
  type SampleFileName,
  sampleFiles,
} from './sampleFiles.ts';
import type { SampleMessage } from './sampleMessages.ts';

/** File names that are dangerous to store, to show or to put into a header. */
const hostileNames = [
  '../../../etc/passwd',
  '..\\..\\Windows\\System32\\calc.exe',
  'invoice_\u202egpj.exe',
  'say "cheese"; filename=page.html.png',
  'two lines\r\nset-cookie: a=b.png',
  '<img src=x onerror=alert(1)>.png',
  '\u{1f99c}\u{1f3f4}\u200d\u2620\ufe0f party.png',
  `${'long'.repeat(74)}.png`,
];

/** Messages with files that are hard to show: each can be loaded, unless it says otherwise. */
export const sampleFileMessages: readonly SampleMessage[] = [
  sample('an animated GIF', 'parrot.gif', { type: 'img', id: mxc('Parrot'), isGif: true }),
  sample(
    'a sticker in WebP',
    'sticker.webp',
    { type: 'img', id: mxc('Sticker'), isSticker: true },
    'STICKER',
  ),
  sample('an image in AVIF', 'harbour.avif', { type: 'img', id: mxc('AVIF') }),
  sample('an image in HEIC, which few browsers show', 'harbour.heic', { type: 'img', id: mxc('HEIC') }),
  sample('an image in TIFF, which few browsers show', 'scan.tiff', { type: 'img', id: mxc('TIFF') }),
  sample('an SVG with a script', 'drawing.svg', { type: 'img', id: mxc('SVG') }),
  sample('HTML that claims to be a photo', 'page.html', {
    type: 'img',
    id: mxc('Page'),
    fileName: 'photo.jpg',
    mimeType: 'image/jpeg',
  }),
  sample('a video in WebM', 'waves.webm', { type: 'video', id: mxc('WebM') }, 'VIDEO'),
  sample('a song in MP3', 'song.mp3', { type: 'audio', id: mxc('Song') }, 'AUDIO'),
  sample(
    'a sound in WAV',
    'chime.wav',
    { type: 'audio', id: 'localmxc://local-whatsapp/specimenChime' },
    'AUDIO',
  ),
  sample('a PDF', 'plan.pdf', { type: 'unknown', id: mxc('PDF') }, 'FILE'),
  sample('an archive', 'archive.zip', { type: 'unknown', id: mxc('ZIP') }, 'FILE'),
  sample('a text file', 'notes.txt', { type: 'unknown', id: mxc('Text') }, 'FILE'),
  sample('an encrypted image, with the key in its URL', 'sketch.png', {
    type: 'img',
    srcURL: encryptedFileURL,
  }),
  {
    shows: 'an image that the network no longer has',
    from: 0,
    plan: {
      type: 'IMAGE',
      attachments: [{ type: 'img', id: lostFileURLs[0] ?? '', mimeType: 'image/jpeg', fileName: 'lost.jpg' }],
    },
  },
  {
    shows: 'hostile file names',
    from: 1,
    plan: {
      type: 'IMAGE',
      attachments: hostileNames.map((fileName) => ({
        type: 'img',
        ...sampleFiles['sketch.png'],
        srcURL: `${mediaFolder}/sketch.png`,
        fileName,
      })),
    },
  },
];

function sample(shows: string, name: SampleFileName, attachment: Attachment, type = 'IMAGE'): SampleMessage {
  const file = { fileName: name, ...sampleFiles[name], ...attachment };
  return { shows, from: 0, plan: { type, attachments: [file] } };
}

function mxc(name: string): string {
  return `mxc://beeper.com/specimen${name}`;
}
