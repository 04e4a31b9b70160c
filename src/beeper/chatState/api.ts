import { chatPath } from '../chats/api.ts';
import { emptyOrObject } from '../emptyOrObject.ts';
import { firstVersionWith, ifSupported, unknownForm } from '../features.ts';
import type { Remedies, Request, WriteEndpoint } from '../operation.ts';
import { decoder, map, type ReadBy } from '../reader.ts';
import type { AttachmentBody } from '../sending/api.ts';
import { key } from '../values.ts';

/** `PATCH`, and other routes since 4.2.808, return the chat; older routes return nothing. */
const changedChat = map(emptyOrObject, (chat) => ({ chatID: key(chat?.id) }));

/** `chatID` is null where the answer is empty. */
export type ChangedChat = ReadBy<typeof changedChat>;

/** A change that has the same effect when it is made twice. */
export type ChatChange = WriteEndpoint<ChangedChat, 'idempotent'>;

const remedies: Remedies = {
  unknown: 'Send the request again: setting the same value twice has the same effect as setting it once.',
  forbidden: 'Check that the token has the "write" scope.',
  notFound: 'Check the chat ID. IDs are opaque and differ between Beeper installations.',
};

const change = (sends: object, request: ChatChange['request'], more: Partial<Remedies> = {}): ChatChange => ({
  effect: 'idempotent',
  sends,
  request,
  result: decoder(changedChat),
  remedies: { ...remedies, ...more },
});

/**
 * `PATCH /v1/chats/{chatID}`, before 4.2.808 and on other servers `POST /v1/chats/{chatID}/archive`: moves a chat to
 * the archive or back.
 */
export const archiveChat = (chatID: string, isArchived: boolean): ChatChange =>
  change({ chatID, isArchived }, (dialect) =>
    dialect === 'split'
      ? { since: firstVersionWith.chatState, ...patch(chatID, { isArchived }) }
      : post(chatPath(chatID, 'archive'), { archived: isArchived }),
  );

/** What `PATCH /v1/chats/{chatID}` can set. */
export interface ChatFields {
  readonly isPinned: boolean;
  readonly isMuted: boolean;
  readonly isLowPriority: boolean;
  readonly title: string | null;
  readonly description: string | null;
  readonly messageExpirySeconds: number | null;
  readonly draft: DraftBody | null;
}

/** What setting them is, as the subject of a sentence. */
const settingOf: Readonly<Record<keyof ChatFields, string>> = {
  isPinned: 'Pinning a chat',
  isMuted: 'Muting a chat',
  isLowPriority: 'Marking a chat as low priority',
  title: 'Changing the title of a chat',
  description: 'Changing the description of a chat',
  messageExpirySeconds: 'Changing how long messages of a chat are kept',
  draft: 'Changing the draft of a chat',
};

export interface DraftBody {
  readonly text: string;
  /** By an ID in the draft. */
  readonly attachments?: Readonly<Record<string, AttachmentBody>> | undefined;
}

/** `PATCH /v1/chats/{chatID}` from 4.2.808 on. One field a call: of a call that half fails, nobody could tell which half. */
export const setChatField = <Name extends keyof ChatFields>(
  chatID: string,
  name: Name,
  value: ChatFields[Name],
): ChatChange =>
  change(
    { chatID, [name]: value },
    ifSupported('chatState', settingOf[name], patch(chatID, { [name]: value })),
  );

/**
 * As `setChatField`. Beeper takes a draft only for a chat without one.
 * @param replaces whether the earlier draft was cleared for it.
 */
export const saveDraft = (chatID: string, draft: DraftBody, replaces: boolean): ChatChange => {
  const save = setChatField(chatID, 'draft', draft);
  const conflict = replaces ? conflictAfterClearing : draftConflict;
  return { conflictsOnceDone: true, ...save, remedies: { ...save.remedies, conflict } };
};

const draftConflict =
  'If the chat has a draft already, show it to the person, or set `overwrite` to true to replace it. Otherwise check the account.';

const conflictAfterClearing =
  'The chat may still have a draft, or have one again from another device. Read the chat, then send the request again to replace what is there.';

/** `POST /v1/chats/{chatID}/read` from 4.2.808 on. */
export const markChatRead = (chatID: string, upToMessageID: string | undefined): ChatChange =>
  mark(chatID, 'read', upToMessageID);

/** `POST /v1/chats/{chatID}/unread` from 4.2.808 on. */
export const markChatUnread = (chatID: string, fromMessageID: string | undefined): ChatChange =>
  mark(chatID, 'unread', fromMessageID);

const mark = (chatID: string, how: 'read' | 'unread', messageID: string | undefined): ChatChange =>
  change(
    { chatID, how, messageID },
    ifSupported('chatState', `Marking a chat as ${how}`, post(chatPath(chatID, how), { messageID })),
    {
      notFound:
        'Check the chat ID and the message ID. IDs are opaque and differ between Beeper installations.',
    },
  );

/** `POST /v1/chats/{chatID}/notify-anyway` from 4.2.808 on. */
export const notifyAnyway = (chatID: string): ChatChange =>
  change(
    { chatID },
    ifSupported('chatState', 'Notifying anyway', post(chatPath(chatID, 'notify-anyway'), {})),
    { unknown: 'Send the request again: at worst, the person is notified once more of the same message.' },
  );

export interface ReminderBody {
  readonly remindAt: Date;
  readonly dismissOnIncomingMessage?: boolean | undefined;
}

/** `POST /v1/chats/{chatID}/reminders`: with a time in ISO 8601, before 4.2.808 in milliseconds. */
export const setChatReminder = (chatID: string, { remindAt, ...more }: ReminderBody): ChatChange =>
  change({ chatID, remindAt, ...more }, (dialect) => {
    if (dialect === null) return unknownForm('the form in which it takes times');
    const at =
      dialect === 'split' ? { remindAt: remindAt.toISOString() } : { remindAtMs: remindAt.getTime() };
    return post(chatPath(chatID, 'reminders'), { reminder: { ...at, ...more } });
  });

/** `DELETE /v1/chats/{chatID}/reminders` */
export const clearChatReminder = (chatID: string): ChatChange =>
  change({ chatID }, { method: 'DELETE', path: chatPath(chatID, 'reminders') });

const patch = (chatID: string, body: object): Request => ({
  method: 'PATCH',
  path: chatPath(chatID),
  body,
});

const post = (path: string, body: object): Request => ({ method: 'POST', path, body });
