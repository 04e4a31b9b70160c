import { z } from 'zod';
import { aDate, date, flag, id, list, number, orNull, part, size, text } from '../values.ts';

const attachment = z.object({
  type: text,
  id: text,
  srcURL: text,
  posterImg: text,
  mimeType: text,
  fileName: text,
  fileSize: number,
  duration: number,
  isGif: flag,
  isSticker: flag,
  isVoiceNote: flag,
  transcription: part({ transcription: text, engine: text, language: text }),
  size,
});

const link = z.object({
  url: id,
  title: text,
  originalURL: text,
  favicon: text,
  img: text,
  summary: text,
  imgSize: size,
});

const reaction = z.object({ id, reactionKey: id, participantID: id, imgURL: text, emoji: flag });

const sendStatus = part({
  status: text,
  timestamp: date,
  reason: text,
  message: text,
  deliveredToUsers: list(id),
});

const seenMark = z.union([z.boolean(), aDate]);

/** A flag, a time, or one of the two for each person. */
const seen = orNull(
  z.union([
    seenMark,
    z
      .record(z.string(), orNull(seenMark))
      .transform((marks) =>
        Object.fromEntries(
          Object.entries(marks).flatMap(([id, mark]) => (mark === null ? [] : [[id, mark]])),
        ),
      ),
  ]),
);

export const message = z.object({
  id,
  chatID: text,
  accountID: text,
  senderID: text,
  senderName: text,
  timestamp: date,
  sortKey: text,
  type: text,
  text,
  editedTimestamp: date,
  isSender: flag,
  isHidden: flag,
  isDeleted: flag,
  isUnread: flag,
  sendStatus,
  attachments: list(attachment),
  linkedMessageID: text,
  /** Null and absent differ at Beeper: null is an old message whose text must be scanned. Neither tells who it is. */
  mentions: list(id),
  links: list(link),
  reactions: list(reaction),
  seen,
});

export type Message = z.output<typeof message>;
export type Attachment = z.output<typeof attachment>;
export type LinkPreview = z.output<typeof link>;
export type Reaction = z.output<typeof reaction>;
export type SendStatus = NonNullable<z.output<typeof sendStatus>>;
export type Seen = NonNullable<z.output<typeof seen>>;
