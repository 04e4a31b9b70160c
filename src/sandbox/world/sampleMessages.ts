import type { MessagePlan } from './messages.ts';
import { sampleFileMessages } from './sampleFileMessages.ts';
import { sampleMediaMessages } from './sampleMediaMessages.ts';

/** A message of the chat `seedChatIDs.everyKind` or `undocumentedValues`. */
export interface SampleMessage {
  /** What the message is an example of. */
  shows: string;
  /** The sender: the account's own user, or the position of another participant. */
  from: 'me' | 0 | 1;
  plan: Omit<MessagePlan, 'timestamp'>;
}

const mediaFolder = 'file:///Users/me/Library/Beeper/media';
const at = '2026-08-14T08:00:00.000Z';
const later = '2026-08-14T08:05:00.000Z';
const kishan = '@kishan:beeper.com';

const boldText = (text: string) => ({ text, textEntities: [{ from: 0, to: 3, bold: true as const }] });

const texts: SampleMessage[] = [
  { shows: 'plain text', from: 0, plan: { text: 'Plain text, nothing else' } },
  {
    shows: 'Matrix HTML and a mention',
    from: 'me',
    plan: {
      text: `Ask <a href="https://matrix.to/#/${kishan}">Kishan</a>: is it <strong>really</strong> 2 &lt; 3?<br>Yes`,
      mentions: [kishan],
    },
  },
  {
    shows: 'plain text that looks like markup',
    from: 1,
    plan: { text: 'Ask <ada@example.com> for List<String> xs,\nor see https://example.com/?a=1&copy=2' },
  },
  { shows: 'an iMessage text as an object', from: 0, plan: { text: boldText('Object <b>text</b>') } },
  {
    shows: 'an iMessage text as JSON',
    from: 0,
    plan: { text: JSON.stringify(boldText('See you at 8\n<b>sharp</b>')) },
  },
  { shows: 'null mentions, as on old messages', from: 0, plan: { text: 'Hello @kishan', mentions: null } },
  {
    shows: 'a mention of everyone',
    from: 1,
    plan: { text: '@room Dinner is ready', mentions: ['@room'], isUnread: true },
  },
  { shows: 'an edited message', from: 'me', plan: { text: 'Corrected', editedTimestamp: later } },
  { shows: 'a deleted message', from: 0, plan: { isDeleted: true } },
  { shows: 'a hidden message', from: 1, plan: { text: 'Nobody sees this', isHidden: true } },
  { shows: 'a notice', from: 0, plan: { type: 'NOTICE', text: 'Kishan changed the title' } },
  { shows: 'a location', from: 0, plan: { type: 'LOCATION', text: 'geo:38.7223,-9.1393' } },
];

const links: SampleMessage[] = [
  {
    shows: 'link previews',
    from: 0,
    plan: {
      text: 'https://example.com/short and https://example.org',
      links: [
        {
          url: 'https://example.com/a-long-article',
          originalURL: 'https://example.com/short',
          title: 'A long article',
          summary: 'About harbours',
          favicon: 'https://example.com/favicon.ico',
          img: `${mediaFolder}/preview.jpg`,
          imgSize: { width: 1200, height: 630 },
        },
        { url: 'https://example.org', title: 'Example' },
      ],
    },
  },
  {
    shows: 'reactions',
    from: 'me',
    plan: {
      text: 'Shall we?',
      reactions: [
        { id: kishan, reactionKey: '👍', participantID: kishan, emoji: true },
        { id: '@me:beeper.com❤️', reactionKey: '❤️', participantID: '@me:beeper.com', emoji: true },
        {
          id: '@me:beeper.comparty-parrot',
          reactionKey: 'party-parrot',
          participantID: '@me:beeper.com',
          emoji: false,
          imgURL: `${mediaFolder}/party-parrot.gif`,
        },
      ],
    },
  },
];

const receipts: SampleMessage[] = [
  { shows: 'seen as true', from: 'me', plan: { text: 'Seen by somebody', seen: true } },
  { shows: 'seen as false', from: 'me', plan: { text: 'Not seen yet', seen: false } },
  { shows: 'seen as a time', from: 'me', plan: { text: 'Seen at a time', seen: later } },
  {
    shows: 'seen as a map of participants',
    from: 'me',
    plan: { text: 'Seen by two', seen: { [kishan]: later, '@bela.brandt:beeper.com': true } },
  },
  {
    shows: 'a send that succeeded',
    from: 'me',
    plan: { text: 'Sent', sendStatus: { status: 'SUCCESS', timestamp: at, deliveredToUsers: [kishan] } },
  },
  {
    shows: 'a send that failed and can be retried',
    from: 'me',
    plan: {
      text: 'Try again',
      sendStatus: {
        status: 'FAIL_RETRIABLE',
        timestamp: at,
        reason: 'm.event_not_handled',
        message: 'The network did not answer',
        internalError: 'dial tcp: i/o timeout',
      },
    },
  },
  {
    shows: 'a send that failed permanently',
    from: 'me',
    plan: {
      text: 'Refused',
      sendStatus: { status: 'FAIL_PERMANENT', timestamp: at, reason: 'm.no_permission' },
    },
  },
  {
    shows: 'a pending send with a pending ID',
    from: 'me',
    plan: { id: 'm1694783291234567', text: 'On its way', sendStatus: { status: 'PENDING', timestamp: at } },
  },
];

/** One message of each kind that Beeper documents, oldest first. */
export const sampleMessages: readonly SampleMessage[] = [
  ...texts,
  ...sampleMediaMessages,
  ...links,
  ...receipts,
  ...sampleFileMessages,
];

/** Messages with values that no document names, as a newer app may send them. */
export const undocumentedMessages: readonly SampleMessage[] = [
  { shows: 'a message type', from: 0, plan: { type: 'POLL', text: 'Pizza or soup?' } },
  {
    shows: 'an attachment type',
    from: 0,
    plan: { type: 'FILE', attachments: [{ type: 'model3d', id: 'mxc://x/y' }] },
  },
  {
    shows: 'a send status',
    from: 'me',
    plan: { text: 'Queued', sendStatus: { status: 'QUEUED', timestamp: at } },
  },
];
