import { type FailureData, waitSecondsOf } from '../failures/Failure.ts';
import { isFailure } from './isFailure.ts';
import { isRecord } from './storage.ts';

/** Messages on their way, as data. Knows neither the page nor the network. */

/** A message on its way. It is shown until the message with its key arrives. */
export interface Outgoing {
  /** The idempotency key: the same for each try, so that the gateway sends once. */
  readonly key: string;
  readonly chatID: string;
  readonly text: string;
  readonly replyToMessageID: string | null;
  /** Null for a message without a file. */
  readonly fileName: string | null;
  /** `waiting` for a connection, for the next try or for the messages before it; `failed` until somebody decides. */
  readonly state: 'waiting' | 'uploading' | 'sending' | 'sent' | 'failed';
  /** Of an upload, 0 to 1. */
  readonly progress: number | null;
  readonly failure: FailureData | null;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** Of the file, once it is uploaded. */
  readonly uploadID: string | null;
  /** The ID under which Beeper has accepted the message. */
  readonly pendingMessageID: string | null;
  /** The chat that Beeper sends it to: one of its chats for a merged chat. */
  readonly sentTo: string | null;
  /** How many tries have failed. */
  readonly tries: number;
  /** When it can be tried again, in milliseconds since 1970. */
  readonly retryAt: number;
}

const storedVersion = 1;

/** The gateway forgets a key after 24 hours. An hour is left for clocks that differ. */
const keyLifeMs = 23 * 60 * 60 * 1_000;

const maxTries = 6;
const maxPauseMs = 60_000;

export const isUnderWay = ({ state }: Outgoing): boolean => state !== 'sent' && state !== 'failed';

/** @returns whether sending it again could send it twice, because its key is forgotten. */
export const isKeyForgotten = ({ createdAt }: Outgoing, now: number): boolean => now - createdAt > keyLifeMs;

/** @returns the text to store. */
export const encode = (entry: Outgoing): string =>
  JSON.stringify({ version: storedVersion, entry: { ...entry, progress: null } });

/** @returns what `encode` was given. Null for anything else, such as what another version of the page has stored. */
export function decode(text: string | null): Outgoing | null {
  try {
    const { version, entry } = JSON.parse(text ?? 'null');
    return version === storedVersion && isOutgoing(entry) ? entry : null;
  } catch {
    return null;
  }
}

const states: readonly unknown[] = ['waiting', 'uploading', 'sending', 'sent', 'failed'];

function isOutgoing(entry: unknown): entry is Outgoing {
  if (!isRecord(entry)) return false;
  const { replyToMessageID, fileName, uploadID, pendingMessageID, sentTo, failure } = entry;
  return (
    states.includes(entry.state) &&
    [entry.key, entry.chatID, entry.text].every((value) => typeof value === 'string') &&
    [entry.createdAt, entry.tries, entry.retryAt].every(Number.isFinite) &&
    [replyToMessageID, fileName, uploadID, pendingMessageID, sentTo].every(
      (value) => value === null || typeof value === 'string',
    ) &&
    (failure === null || isFailure(failure))
  );
}

/** What to do after a failure: try again after some time, or ask the person. */
type NextStep = { readonly state: 'waiting'; readonly pauseMs: number } | { readonly state: 'failed' };

/**
 * Without an answer it is tried until there is one. Where the gateway or Beeper have no time, a few times. Anything else is for
 * the person, also an unknown outcome: another try looks for the message then, and the person may want to look first.
 *
 * @param tries how many tries have failed, with this one.
 */
export function nextStep(failure: FailureData, tries: number): NextStep {
  const { code, retryable } = failure;
  const waitSeconds = waitSecondsOf(failure);
  const pauseMs = Math.min(maxPauseMs, waitSeconds === null ? 500 * 2 ** tries : 1_000 * waitSeconds);
  if (!retryable) return { state: 'failed' };
  const hasNoAnswer = failure.__typename === 'NoAnswer' && code === null;
  if (hasNoAnswer) return { state: 'waiting', pauseMs };
  const isBusy = code === 'UNAVAILABLE' || code === 'RATE_LIMITED';
  return isBusy && tries < maxTries ? { state: 'waiting', pauseMs } : { state: 'failed' };
}
