import { z } from 'zod';
import { messageText } from '../messageText.ts';
import { type Page, page } from '../page.ts';
import {
  date,
  dateSchema,
  flag,
  id,
  key,
  list,
  measure,
  noDate,
  orNull,
  part,
  readableEntries,
  reader,
  size,
  text,
} from '../values.ts';

const attachment = z.object({
  type: text,
  id: key,
  srcURL: text,
  posterImg: text,
  mimeType: text,
  fileName: text,
  fileSize: measure,
  duration: measure,
  isGif: flag,
  isSticker: flag,
  isVoiceNote: flag,
  transcription: part({ transcription: text, engine: text, language: text }),
  size,
  blurhash: text,
});

const link = z.object({
  url: z.string().min(1),
  title: text,
  originalURL: text,
  favicon: text,
  img: text,
  summary: text,
  imgSize: size,
});

const reaction = z.object({
  id,
  reactionKey: z.string().min(1),
  participantID: id,
  imgURL: text,
  emoji: flag,
});

const sendStatus = part({
  status: text,
  timestamp: date,
  reason: text,
  message: text,
  deliveredToUsers: list('deliveredToUser', id),
});

const seenMark = z.union([z.boolean(), dateSchema]);

/** A flag, a time, or one of the two for each participant. */
const seen = orNull(
  z.union([
    seenMark,
    readableEntries('seenMark', z.union([seenMark, noDate])).transform((marks) =>
      Object.fromEntries(marks.flatMap(({ key, value }) => (value === null ? [] : [[key, value]]))),
    ),
  ]),
);

export const message = z.object({
  id,
  chatID: key,
  accountID: key,
  senderID: key,
  senderName: text,
  timestamp: date,
  sortKey: key,
  type: text,
  text: messageText,
  editedTimestamp: date,
  isSender: flag,
  isHidden: flag,
  isDeleted: flag,
  isUnread: flag,
  sendStatus,
  attachments: list('attachment', attachment),
  linkedMessageID: key,
  /** Beeper sends null for old messages whose text it has not scanned. Null and absent are the same here. */
  mentions: list('mention', id),
  links: list('link', link),
  reactions: list('reaction', reaction),
  seen,
});

export type { MessageText } from '../messageText.ts';
export type Message = z.output<typeof message>;

/** Rows of type REACTION repeat the reactions of other messages, flagged as hidden or not. */
export const isReactionRow = ({ type }: Message): boolean => type?.toUpperCase() === 'REACTION';

/** Whether the message is meant to be displayed. */
export const isShown = (found: Message): boolean => !found.isHidden && !isReactionRow(found);

/** Whether the message can be the last message of a chat. */
export const isLast = (found: Message): boolean => isShown(found) && !found.isDeleted;
export type Attachment = z.output<typeof attachment>;
export type LinkPreview = z.output<typeof link>;
export type Reaction = z.output<typeof reaction>;
export type SendStatus = NonNullable<z.output<typeof sendStatus>>;
export type Seen = NonNullable<z.output<typeof seen>>;

/** @returns null for a body without a message. */
export const decodeMessage: (body: unknown) => Message | null = reader(message);

const decodePage: (body: unknown) => Page<Message> | null = reader(page('message', message));

/**
 * @returns null for a body that is not a page. Before 4.2.808 pages of messages have no cursors: the sort key of the
 * last item is the cursor.
 */
export function decodeMessages(body: unknown): Page<Message> | null {
  const found = decodePage(body);
  return (
    found && {
      ...found,
      oldestCursor: found.oldestCursor ?? found.items.at(-1)?.sortKey ?? null,
      newestCursor: found.newestCursor ?? found.items.at(0)?.sortKey ?? null,
    }
  );
}
