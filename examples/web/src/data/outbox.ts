import { useMemo, useSyncExternalStore } from 'react';
import { client } from './client.ts';
import { currentConnection, onConnection } from './connection.ts';
import { newKey } from './keys.ts';
import { messagesIn } from './messageLists.ts';
import { holdFile, releaseFile } from './outboxFiles.ts';
import { runChat } from './outboxSender.ts';
import {
  allOutgoing,
  followTabs,
  onOutgoing,
  outgoingWith,
  put,
  readStored,
  remove,
  update,
} from './outboxStore.ts';
import { isKeyForgotten, isUnderWay, type Outgoing } from './outgoing.ts';
import { onAnswer } from './runningQueries.ts';
import { showSent } from './sentMessages.ts';

/** Messages on their way: sent in the order of their chat, also after a reload, and again until their outcome is known. */

export type { Outgoing } from './outgoing.ts';

interface Draft {
  readonly chatID: string;
  readonly text?: string;
  readonly replyToMessageID?: string | null;
  readonly file?: File;
}

/** @returns the messages of a chat that are on their way, oldest first. */
export function useOutgoing(chatID: string): readonly Outgoing[] {
  const all = useSyncExternalStore(onOutgoing, allOutgoing);
  return useMemo(() => all.filter((entry) => entry.chatID === chatID), [all, chatID]);
}

/** Sends a message. It is shown at once, and tried again until its outcome is known. */
export function send({ chatID, text = '', replyToMessageID = null, file }: Draft): void {
  begin({ chatID, text, replyToMessageID, fileName: file?.name ?? null, uploadID: null }, file);
}

/**
 * Tries a message that failed again, with its key: if it was sent after all, it is not sent twice.
 *
 * @param file again, where it was lost. That is another message, with another key.
 */
export function retry(key: string, file?: File): void {
  const entry = outgoingWith(key);
  if (!entry) return;
  const isTaken = entry.failure?.__typename === 'BeeperIdempotencyError' || isKeyForgotten(entry, Date.now());
  if (!file && !isTaken) {
    update(key, { state: 'waiting', failure: null, tries: 0, retryAt: 0 });
    runChat(entry.chatID);
    return;
  }
  const held = releaseFile(key);
  remove(key);
  const parts = file ? { fileName: file.name, uploadID: null } : {};
  begin({ ...entry, ...parts }, file ?? held);
}

/** Forgets a message on its way, and ends its upload. One that was sent is not taken back. */
export function discard(key: string): void {
  releaseFile(key);
  remove(key);
}

/** Goes on with what was on its way when the page was left. To be called once. */
export function resumeOutbox(): void {
  readStored();
  followTabs(runAll);
  onAnswer(settleArrived);
  onConnection(() => currentConnection().kind === 'live' && tryNow());
  addEventListener('online', tryNow);
  runAll();
  for (const { key, state } of allOutgoing()) if (state === 'sent') void showSent(key);
}

/** Forgets the messages that are shown, because they have arrived. */
export function settleArrived(): void {
  for (const { key, chatID, pendingMessageID } of allOutgoing()) {
    const isShown = messagesIn(client.cache, chatID).some(
      ({ id, sentWithKey }) => sentWithKey === key || id === pendingMessageID,
    );
    if (isShown) discard(key);
  }
}

type NewMessage = Pick<Outgoing, 'chatID' | 'text' | 'replyToMessageID' | 'fileName' | 'uploadID'>;

function begin(
  { chatID, text, replyToMessageID, fileName, uploadID }: NewMessage,
  file: File | undefined,
): void {
  const key = newKey();
  const waits = !navigator.onLine || allOutgoing().some((one) => one.chatID === chatID && isUnderWay(one));
  if (file) holdFile(key, file);
  put({
    key,
    chatID,
    text,
    replyToMessageID,
    fileName,
    uploadID,
    state: waits ? 'waiting' : file ? 'uploading' : 'sending',
    progress: null,
    failure: null,
    createdAt: Math.max(Date.now(), 1 + (allOutgoing().at(-1)?.createdAt ?? 0)),
    sentTo: null,
    pendingMessageID: null,
    tries: 0,
    retryAt: 0,
  });
  runChat(chatID);
}

/** There is a connection again: what waits for one need not wait for its pause. */
function tryNow(): void {
  for (const { key, state, failure } of allOutgoing()) {
    if (state === 'waiting' && !failure) update(key, { retryAt: 0 });
    if (state === 'sent') void showSent(key);
  }
  runAll();
}

function runAll(): void {
  for (const chatID of new Set(
    allOutgoing()
      .filter(isUnderWay)
      .map((entry) => entry.chatID),
  ))
    runChat(chatID);
}
