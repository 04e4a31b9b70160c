import type { SampleMessage } from './sampleMessages.ts';

const mediaFolder = 'file:///Users/me/Library/Beeper/media';

/** One message of each kind with attachments: local files, web URLs, and files with nothing but an ID. */
export const sampleMediaMessages: readonly SampleMessage[] = [
  {
    shows: 'an image in a local file',
    from: 0,
    plan: {
      type: 'IMAGE',
      attachments: [
        {
          type: 'img',
          id: 'mxc://beeper.com/specimenImage',
          srcURL: `${mediaFolder}/harbour.jpg`,
          mimeType: 'image/jpeg',
          fileName: 'harbour.jpg',
          fileSize: 39_422,
          size: { width: 1600, height: 1200 },
          blurhash: 'LZD[-K%1WCRlJ5j@WVfR0$I;fjxZ',
        },
      ],
    },
  },
  {
    shows: 'an animated GIF on the web',
    from: 1,
    plan: {
      type: 'IMAGE',
      attachments: [
        { type: 'img', isGif: true, srcURL: 'https://media.example.com/dance.gif', size: { width: 320 } },
      ],
    },
  },
  {
    shows: 'a video with a poster image',
    from: 'me',
    plan: {
      type: 'VIDEO',
      attachments: [
        {
          type: 'video',
          id: 'mxc://beeper.com/specimenVideo',
          srcURL: `${mediaFolder}/waves.mp4`,
          posterImg: `${mediaFolder}/waves.jpg`,
          mimeType: 'video/mp4',
          duration: 12.5,
        },
      ],
    },
  },
  {
    shows: 'a voice note with a transcription',
    from: 0,
    plan: {
      type: 'VOICE',
      attachments: [
        {
          type: 'audio',
          isVoiceNote: true,
          id: 'localmxc://local-whatsapp/specimenVoice',
          mimeType: 'audio/ogg',
          duration: 4,
          transcription: { transcription: 'I am on my way', engine: 'whisper', language: 'en' },
        },
      ],
    },
  },
  {
    shows: 'music',
    from: 1,
    plan: { type: 'AUDIO', attachments: [{ type: 'audio', fileName: 'song.mp3' }] },
  },
  {
    shows: 'two files',
    from: 0,
    plan: {
      type: 'FILE',
      text: 'Both versions',
      attachments: [
        { type: 'unknown', fileName: 'plan.pdf', mimeType: 'application/pdf', fileSize: 90_112 },
        { type: 'unknown', fileName: 'plan.odt' },
      ],
    },
  },
  { shows: 'a sticker', from: 1, plan: { type: 'STICKER', attachments: [{ type: 'img', isSticker: true }] } },
];
