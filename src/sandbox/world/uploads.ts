import type { Attachment } from './model.ts';
import { type StoredFile, sampleFile } from './storedFile.ts';

/** A file that was uploaded and can be sent. */
export interface Upload {
  uploadID: string;
  mimeType: string;
  fileName: string;
  fileSize: number;
  width?: number;
  height?: number;
  /** In seconds. */
  duration?: number;
  /** Opened when it is first served. */
  open(): StoredFile;
}

/** What a send says of its attachment. Values replace those of the upload. */
export interface AttachmentInput {
  uploadID: string;
  type?: AttachmentType | undefined;
  mimeType?: string | undefined;
  fileName?: string | undefined;
  duration?: number | undefined;
  size?: { width: number; height: number } | undefined;
}

export const attachmentTypes = ['image', 'video', 'audio', 'file', 'gif', 'voice-note', 'sticker'] as const;
export type AttachmentType = (typeof attachmentTypes)[number];

/** IDs of the files that are uploaded from the start. */
export const seedUploadIDs = {
  photo: 'upload-photo',
  voiceNote: 'upload-voice-note',
  document: 'upload-document',
} as const;

const seeds: readonly Upload[] = [
  {
    uploadID: seedUploadIDs.photo,
    mimeType: 'image/jpeg',
    fileName: 'harbour.jpg',
    fileSize: 39_422,
    width: 1600,
    height: 1200,
    open: () => sampleFile('harbour.jpg'),
  },
  {
    uploadID: seedUploadIDs.voiceNote,
    mimeType: 'audio/ogg',
    fileName: 'note.ogg',
    fileSize: 16_361,
    duration: 4,
    open: () => sampleFile('note.ogg'),
  },
  {
    uploadID: seedUploadIDs.document,
    mimeType: 'application/pdf',
    fileName: 'plan.pdf',
    fileSize: 652,
    open: () => sampleFile('plan.pdf'),
  },
];

/** Creates new objects on each call, so that worlds share nothing. */
export function createUploads(): Map<string, Upload> {
  return new Map(seeds.map((upload) => [upload.uploadID, { ...upload }]));
}

/** Where the app keeps the file of an upload, as a path on its host. */
export function uploadPath(uploadID: string): string {
  return `/Users/me/Library/Beeper/uploads/${uploadID}`;
}

/** The URL of the file of an upload in a message. */
export function uploadURL(uploadID: string): string {
  return `mxc://beeper.com/${uploadID}`;
}

/** The kind of the file; without one in the input, it follows from the MIME type. */
export function typeOf(upload: Upload, input: AttachmentInput): AttachmentType {
  if (input.type) return input.type;
  const [main] = (input.mimeType ?? upload.mimeType).split('/');
  return main === 'image' || main === 'video' || main === 'audio' ? main : 'file';
}

interface Kind {
  /** `type` of the message. */
  message: string;
  /** `type` of the attachment. */
  attachment: string;
  /** The key in `capabilities.attachments`. */
  capability: string;
  flags?: Pick<Attachment, 'isGif' | 'isSticker' | 'isVoiceNote'>;
}

export const kinds: Readonly<Record<AttachmentType, Kind>> = {
  image: { message: 'IMAGE', attachment: 'img', capability: 'm.image' },
  video: { message: 'VIDEO', attachment: 'video', capability: 'm.video' },
  audio: { message: 'AUDIO', attachment: 'audio', capability: 'm.audio' },
  file: { message: 'FILE', attachment: 'unknown', capability: 'm.file' },
  gif: { message: 'IMAGE', attachment: 'img', capability: 'fi.mau.gif', flags: { isGif: true } },
  'voice-note': {
    message: 'VOICE',
    attachment: 'audio',
    capability: 'org.matrix.msc3245.voice',
    flags: { isVoiceNote: true },
  },
  sticker: { message: 'STICKER', attachment: 'img', capability: 'm.sticker', flags: { isSticker: true } },
};

/** Returns the attachment of a message. */
export function toAttachment(upload: Upload, input: AttachmentInput): Attachment {
  const { attachment: type, flags } = kinds[typeOf(upload, input)];
  const { width = upload.width, height = upload.height } = input.size ?? {};
  const duration = input.duration ?? upload.duration;
  return {
    type,
    id: uploadURL(upload.uploadID),
    mimeType: input.mimeType ?? upload.mimeType,
    fileName: input.fileName ?? upload.fileName,
    fileSize: upload.fileSize,
    ...(duration !== undefined && { duration }),
    ...(width !== undefined && height !== undefined && { size: { width, height } }),
    ...flags,
  };
}
