import { messageText } from '../messageText.ts';
import { object } from '../objectReader.ts';
import { type Page, page } from '../page.ts';
import { decoder, map, orNull, type ReadBy, union } from '../reader.ts';
import {
  boolean,
  date,
  filledString,
  flag,
  id,
  key,
  list,
  measure,
  noDate,
  part,
  presentDate,
  readableEntries,
  size,
  text,
} from '../values.ts';

const attachment = object({
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

const link = object({
  url: filledString,
  title: text,
  originalURL: text,
  favicon: text,
  img: text,
  summary: text,
  imgSize: size,
});

const reaction = object({
  id,
  reactionKey: filledString,
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

const seenMark = union(boolean, presentDate);

/** A flag, a time, or one of the two for each participant. */
const seen = orNull(
  union(
    seenMark,
    map(readableEntries('seenMark', union(seenMark, noDate)), (marks) =>
      Object.fromEntries(marks.flatMap(({ key, value }) => (value === null ? [] : [[key, value]]))),
    ),
  ),
);

export const message = object({
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
export type Message = ReadBy<typeof message>;

/** Rows of type REACTION repeat the reactions of other messages, flagged as hidden or not. */
export const isReactionRow = ({ type }: Message): boolean => type?.toUpperCase() === 'REACTION';

/** Whether an ID is the final one for certain: a number, or the ID of an event of Matrix. Others can be pending ones. */
export const isFinalID = (id: string): boolean => /^(\d+$|\$)/.test(id);

/** Whether the message is meant to be displayed. */
export const isShown = (found: Message): boolean => !found.isHidden && !isReactionRow(found);

/** Whether the message can be the last message of a chat. */
export const isLast = (found: Message): boolean => isShown(found) && !found.isDeleted;
export type Attachment = ReadBy<typeof attachment>;
export type LinkPreview = ReadBy<typeof link>;
export type Reaction = ReadBy<typeof reaction>;
export type SendStatus = NonNullable<ReadBy<typeof sendStatus>>;
export type Seen = NonNullable<ReadBy<typeof seen>>;

/** @returns null for a body without a message. */
export const decodeMessage: (body: unknown) => Message | null = decoder(message);

const decodePage: (body: unknown) => Page<Message> | null = decoder(page('message', message));

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
