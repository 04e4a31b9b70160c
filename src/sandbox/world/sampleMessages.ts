import type { MessagePlan } from './messages.ts';
import { MEDIA_SPECIMENS } from './sampleMediaMessages.ts';

/** One message of the specimen chat: what it shows, who sends it (me, or one of the others by number), and its fields. */
export interface Specimen {
  shows: string;
  by: 'me' | 0 | 1;
  plan: Omit<MessagePlan, 'timestamp'>;
}

const FILES = 'file:///Users/me/Library/Beeper/media';
const AT = '2026-08-14T08:00:00.000Z';
const LATER = '2026-08-14T08:05:00.000Z';
const OTHER = '@kishan:beeper.com';

const TEXTS: Specimen[] = [
  { shows: 'plain text', by: 0, plan: { text: 'Plain text, nothing else' } },
  {
    shows: 'Matrix HTML and a mention',
    by: 'me',
    plan: {
      text: `Ask <a href="https://matrix.to/#/${OTHER}">Kishan</a>: is it <strong>really</strong> 2 &lt; 3?<br>Yes`,
      mentions: [OTHER],
    },
  },
  { shows: 'mentions of an old message: null', by: 0, plan: { text: 'Hello @kishan', mentions: null } },
  {
    shows: 'a mention of all',
    by: 1,
    plan: { text: '@room Dinner is ready', mentions: ['@room'], isUnread: true },
  },
  { shows: 'an edited message', by: 'me', plan: { text: 'Corrected', editedTimestamp: LATER } },
  { shows: 'a deleted message', by: 0, plan: { isDeleted: true } },
  { shows: 'a hidden message', by: 1, plan: { text: 'Nobody sees this', isHidden: true } },
  { shows: 'a notice', by: 0, plan: { type: 'NOTICE', text: 'Kishan changed the title' } },
  { shows: 'a place', by: 0, plan: { type: 'LOCATION', text: 'geo:38.7223,-9.1393' } },
];

const LINKS: Specimen[] = [
  {
    shows: 'links with previews',
    by: 0,
    plan: {
      text: 'https://example.com/short and https://example.org',
      links: [
        {
          url: 'https://example.com/a-long-article',
          originalURL: 'https://example.com/short',
          title: 'A long article',
          summary: 'About harbours',
          favicon: 'https://example.com/favicon.ico',
          img: `${FILES}/preview.jpg`,
          imgSize: { width: 1200, height: 630 },
        },
        { url: 'https://example.org', title: 'Example' },
      ],
    },
  },
  {
    shows: 'reactions',
    by: 'me',
    plan: {
      text: 'Shall we?',
      reactions: [
        { id: OTHER, reactionKey: '👍', participantID: OTHER, emoji: true },
        { id: '@me:beeper.com❤️', reactionKey: '❤️', participantID: '@me:beeper.com', emoji: true },
        {
          id: '@me:beeper.comparty-parrot',
          reactionKey: 'party-parrot',
          participantID: '@me:beeper.com',
          emoji: false,
          imgURL: `${FILES}/party-parrot.gif`,
        },
      ],
    },
  },
];

const RECEIPTS: Specimen[] = [
  { shows: 'seen: yes', by: 'me', plan: { text: 'Seen by somebody', seen: true } },
  { shows: 'seen: no', by: 'me', plan: { text: 'Not seen yet', seen: false } },
  { shows: 'seen: a time', by: 'me', plan: { text: 'Seen at a time', seen: LATER } },
  {
    shows: 'seen: by whom',
    by: 'me',
    plan: { text: 'Seen by two', seen: { [OTHER]: LATER, '@bela.brandt:beeper.com': true } },
  },
  {
    shows: 'sent',
    by: 'me',
    plan: { text: 'Sent', sendStatus: { status: 'SUCCESS', timestamp: AT, deliveredToUsers: [OTHER] } },
  },
  {
    shows: 'sent, but it failed and may be tried again',
    by: 'me',
    plan: {
      text: 'Try again',
      sendStatus: {
        status: 'FAIL_RETRIABLE',
        timestamp: AT,
        reason: 'm.event_not_handled',
        message: 'The network did not answer',
        internalError: 'dial tcp: i/o timeout',
      },
    },
  },
  {
    shows: 'sent, but it failed for good',
    by: 'me',
    plan: {
      text: 'Refused',
      sendStatus: { status: 'FAIL_PERMANENT', timestamp: AT, reason: 'm.no_permission' },
    },
  },
  {
    shows: 'on its way, with a pending ID',
    by: 'me',
    plan: { id: 'm1694783291234567', text: 'On its way', sendStatus: { status: 'PENDING', timestamp: AT } },
  },
];

/** One message of each kind that Beeper documents, in the order in which they were sent. */
export const SPECIMENS: readonly Specimen[] = [...TEXTS, ...MEDIA_SPECIMENS, ...LINKS, ...RECEIPTS];

/** Values that no document names yet, as a newer app might send them. */
export const FUTURE_SPECIMENS: readonly Specimen[] = [
  { shows: 'a message type', by: 0, plan: { type: 'POLL', text: 'Pizza or soup?' } },
  {
    shows: 'an attachment type',
    by: 0,
    plan: { type: 'FILE', attachments: [{ type: 'model3d', id: 'mxc://x/y' }] },
  },
  {
    shows: 'a send status',
    by: 'me',
    plan: { text: 'Queued', sendStatus: { status: 'QUEUED', timestamp: AT } },
  },
];
