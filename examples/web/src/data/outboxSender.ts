import { type FailureData, FailureFragment, waitMsOf } from '../failures/Failure.ts';
import { failureOfError } from '../failures/NoAnswer.ts';
import { getFragmentData, graphql } from '../gql/index.ts';
import { client } from './client.ts';
import { withLock } from './locks.ts';
import { showMessage } from './messageLists.ts';
import { hasFile, isFileElsewhere, releaseFile, uploadHeld } from './outboxFiles.ts';
import { allOutgoing, isMine, outgoingWith, readStored, showProgress, update } from './outboxStore.ts';
import { isKeyForgotten, isUnderWay, nextStep, type Outgoing } from './outgoing.ts';
import { expectEvent } from './sentMessages.ts';
import { UploadError } from './upload.ts';

const SendMutation = graphql(`
  mutation Send($input: SendMessageInput!, $key: String!) {
    sendMessage(input: $input, idempotencyKey: $key) {
      __typename
      ... on SendMessagePayload { chatID pendingMessageID sent: message { id sentWithKey ...MessageRow } }
      ... on BeeperError { ...Failure }
    }
  }
`);

/** The storage shows what another tab has done a moment after the lock is free. */
const storageMs = 100;

const fileLost: FailureData = {
  ...failureOfError(new Error('The page was closed before the file was uploaded.')),
  reason: 'FILE_LOST',
  code: 'FILE_LOST',
  remedy: 'Choose the file again.',
  retryable: false,
};

const keyForgotten: FailureData = {
  ...failureOfError(new Error('This message was written more than a day ago.')),
  reason: 'TOO_OLD',
  code: 'KEY_FORGOTTEN',
  remedy: 'Check whether it was sent. If not, send it again.',
  retryable: true,
  mayBeDone: true,
};

const running = new Set<string>();
const wanted = new Set<string>();
const timers = new Map<string, ReturnType<typeof setTimeout>>();

/** Sends what waits in a chat, one message after the other. Of all tabs, one does it at a time. */
export function runChat(chatID: string): void {
  wanted.add(chatID);
  if (running.has(chatID)) return;
  running.add(chatID);
  void withLock(`outbox:${chatID}`, async () => {
    while (wanted.delete(chatID)) {
      readStored();
      while (await sendFirst(chatID));
    }
  }).finally(() => {
    running.delete(chatID);
    if (wanted.has(chatID)) runChat(chatID);
  });
}

/** @returns whether the next message of the chat can follow now. */
async function sendFirst(chatID: string): Promise<boolean> {
  const first = allOutgoing().find((entry) => entry.chatID === chatID && isUnderWay(entry));
  if (!first) return false;
  const { key } = first;
  if (isKeyForgotten(first, Date.now())) return fail(key, keyForgotten);
  if (needsFile(first) && !hasFile(key)) {
    // Another tab has it, and sends it.
    if (await isFileElsewhere(key)) return false;
    return fail(key, fileLost);
  }
  const pauseMs = first.retryAt - Date.now();
  if (pauseMs > 0) return later(chatID, pauseMs);
  if (!navigator.onLine) {
    update(key, { state: 'waiting' });
    return false;
  }
  if (!isMine(key)) {
    await new Promise((resolve) => setTimeout(resolve, storageMs));
    readStored();
    if (outgoingWith(key)?.state !== first.state) return true;
  }
  return attempt(first);
}

const needsFile = ({ fileName, uploadID }: Outgoing): boolean => fileName !== null && uploadID === null;

async function attempt(first: Outgoing): Promise<boolean> {
  const { key } = first;
  try {
    const uploadID = needsFile(first) ? await uploadFile(key) : first.uploadID;
    update(key, { state: 'sending', failure: null, uploadID });
    const failure = await sendMessage({ ...first, uploadID });
    return failure ? afterFailure(key, failure) : true;
  } catch (error) {
    // It was taken back during its upload.
    if (!outgoingWith(key)) return true;
    const failure = error instanceof UploadError ? error.failure : failureOfError(error);
    return afterFailure(key, failure);
  }
}

async function uploadFile(key: string): Promise<string> {
  update(key, { state: 'uploading', progress: 0, failure: null });
  const uploadID = await uploadHeld(key, (part) => showProgress(key, part));
  update(key, { uploadID });
  releaseFile(key);
  return uploadID;
}

async function sendMessage({
  key,
  chatID,
  text,
  replyToMessageID,
  uploadID,
}: Outgoing): Promise<FailureData | null> {
  const content = uploadID ? { attachment: { uploadID, caption: text.trim() ? text : null } } : { text };
  const { data, error } = await client.mutate({
    mutation: SendMutation,
    variables: { input: { chatID, content, replyToMessageID }, key },
  });
  const result = data?.sendMessage;
  if (!result) throw error ?? new Error('The answer has no result.');
  if (result.__typename !== 'SendMessagePayload') return getFragmentData(FailureFragment, result);
  const { pendingMessageID, chatID: sentTo, sent } = result;
  update(key, { state: 'sent', sentTo, pendingMessageID, failure: null });
  if (sent) showMessage(client.cache, sent.id);
  expectEvent(key);
  return null;
}

/** @returns whether the next message can follow: one that failed for good does not hold it up. */
function afterFailure(key: string, failure: FailureData): boolean {
  const entry = outgoingWith(key);
  if (!entry) return true;
  const tries = entry.tries + 1;
  const step = nextStep(failure, tries);
  if (step.state === 'failed') return fail(key, failure);
  // Without an answer there is nothing to tell but that it waits.
  const shown = failure.__typename === 'NoAnswer' && failure.code === null ? null : failure;
  update(key, {
    state: 'waiting',
    failure: shown,
    progress: null,
    tries,
    retryAt: Date.now() + step.pauseMs,
  });
  return later(entry.chatID, step.pauseMs);
}

function fail(key: string, failure: FailureData): true {
  update(key, { state: 'failed', failure, progress: null, retryAt: Date.now() + waitMsOf(failure) });
  return true;
}

function later(chatID: string, pauseMs: number): false {
  clearTimeout(timers.get(chatID));
  timers.set(
    chatID,
    setTimeout(() => runChat(chatID), pauseMs),
  );
  return false;
}
