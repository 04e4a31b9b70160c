/** What Beeper says of a file. */
export interface FileFacts {
  mimeType: string;
  fileSize: number;
  size?: { width: number; height: number };
  /** In seconds. */
  duration?: number;
}

const landscape = { width: 640, height: 480 };

/** The files in `src/sandbox/files/`, which `scripts/sampleFiles.py` makes. */
export const sampleFiles = {
  'harbour.jpg': { mimeType: 'image/jpeg', fileSize: 39_422, size: { width: 1600, height: 1200 } },
  'sketch.png': { mimeType: 'image/png', fileSize: 9_711, size: landscape },
  'parrot.gif': { mimeType: 'image/gif', fileSize: 7_102, size: { width: 128, height: 128 } },
  'sticker.webp': { mimeType: 'image/webp', fileSize: 4_226, size: { width: 256, height: 256 } },
  'harbour.avif': { mimeType: 'image/avif', fileSize: 3_807, size: landscape },
  'harbour.heic': { mimeType: 'image/heic', fileSize: 5_910, size: landscape },
  'scan.tiff': { mimeType: 'image/tiff', fileSize: 4_134, size: { width: 320, height: 240 } },
  'drawing.svg': { mimeType: 'image/svg+xml', fileSize: 261, size: { width: 120, height: 120 } },
  'page.html': { mimeType: 'text/html', fileSize: 167 },
  'waves.mp4': {
    mimeType: 'video/mp4',
    fileSize: 219_250,
    size: { width: 640, height: 360 },
    duration: 12.5,
  },
  'waves.webm': {
    mimeType: 'video/webm',
    fileSize: 181_092,
    size: { width: 640, height: 360 },
    duration: 12.5,
  },
  'waves.jpg': { mimeType: 'image/jpeg', fileSize: 19_804, size: { width: 640, height: 360 } },
  'note.ogg': { mimeType: 'audio/ogg', fileSize: 16_361, duration: 4 },
  'song.mp3': { mimeType: 'audio/mpeg', fileSize: 36_356, duration: 6 },
  'chime.wav': { mimeType: 'audio/wav', fileSize: 32_044, duration: 1 },
  'plan.pdf': { mimeType: 'application/pdf', fileSize: 652 },
  'archive.zip': { mimeType: 'application/zip', fileSize: 830 },
  'notes.txt': { mimeType: 'text/plain', fileSize: 48 },
} as const satisfies Record<string, FileFacts>;

export type SampleFileName = keyof typeof sampleFiles;

export const mediaFolder = 'file:///Users/me/Library/Beeper/media';

const key = {
  v: 'v2',
  key: { alg: 'A256CTR', k: 'c2FuZGJveC1rZXkr/w' },
  iv: 'aXY+Lw',
  hashes: { sha256: 'aGFzaA' },
};

/** An encrypted file, which can't be read without the key in its URL. */
export const encryptedFileURL = `mxc://local.beeper.com/me_specimenSealed?encryptedFileInfoJSON=${encodeURIComponent(JSON.stringify(key))}`;

/** Files that the network no longer has. */
export const lostFileURLs: readonly string[] = ['mxc://beeper.com/specimenLost'];

/** What is needed to serve the seed data: which file is at a URL, and which URLs have lost theirs. */
export const sampleFileAt: Readonly<Record<string, SampleFileName>> = {
  ...Object.fromEntries(
    (Object.keys(sampleFiles) as SampleFileName[]).map((name) => [`${mediaFolder}/${name}`, name]),
  ),
  'mxc://beeper.com/specimenImage': 'harbour.jpg',
  'mxc://beeper.com/specimenVideo': 'waves.mp4',
  'localmxc://local-whatsapp/specimenVoice': 'note.ogg',
  [`${mediaFolder}/party-parrot.gif`]: 'parrot.gif',
  'file:///Users/me/Desktop/sketch.png': 'sketch.png',
  'mxc://beeper.com/specimenParrot': 'parrot.gif',
  'mxc://beeper.com/specimenSticker': 'sticker.webp',
  'mxc://beeper.com/specimenAVIF': 'harbour.avif',
  'mxc://beeper.com/specimenHEIC': 'harbour.heic',
  'mxc://beeper.com/specimenTIFF': 'scan.tiff',
  'mxc://beeper.com/specimenSVG': 'drawing.svg',
  'mxc://beeper.com/specimenPage': 'page.html',
  'mxc://beeper.com/specimenWebM': 'waves.webm',
  'mxc://beeper.com/specimenSong': 'song.mp3',
  'localmxc://local-whatsapp/specimenChime': 'chime.wav',
  'mxc://beeper.com/specimenPDF': 'plan.pdf',
  'mxc://beeper.com/specimenZIP': 'archive.zip',
  'mxc://beeper.com/specimenText': 'notes.txt',
  [encryptedFileURL]: 'sketch.png',
};
