import { useMemo, useSyncExternalStore } from 'react';
import { type FailureData, FailureFragment, failureOfError } from '../failures/Failure.ts';
import { getFragmentData, graphql } from '../gql/index.ts';
import { client } from './client.ts';

/** A message on its way. It is shown until the message with its key arrives. */
export interface Outgoing {
  /** The idempotency key: the same for each try, so that the gateway sends once. */
  readonly key: string;
  readonly chatID: string;
  readonly text: string;
  readonly replyToMessageID: string | null;
  /** Null for a message without a file. */
  readonly fileName: string | null;
  readonly state: 'waiting' | 'uploading' | 'sending' | 'sent' | 'failed';
  /** Of an upload, 0 to 1. */
  readonly progress: number | null;
  readonly failure: FailureData | null;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

export interface Draft {
  readonly chatID: string;
  readonly text?: string;
  readonly replyToMessageID?: string | null;
  readonly file?: File;
}

const storageKey = 'outbox';
const listeners = new Set<() => void>();
let outgoing: readonly Outgoing[] = JSON.parse(localStorage.getItem(storageKey) ?? '[]');

const SendMutation = graphql(`
  mutation Send($input: SendMessageInput!, $key: String!) {
    sendMessage(input: $input, idempotencyKey: $key) {
      __typename
      ... on SendMessagePayload { pendingMessageID sent: message { id ...MessageRow } }
      ... on BeeperError { ...Failure }
    }
  }
`);

/** @returns the messages of a chat that are on their way, oldest first. */
export function useOutgoing(chatID: string): readonly Outgoing[] {
  const all = useSyncExternalStore(subscribe, () => outgoing);
  return useMemo(() => all.filter((entry) => entry.chatID === chatID), [all, chatID]);
}

/** Sends a message. It is shown at once, and tried again until its outcome is known. */
export function send({ chatID, text = '', replyToMessageID = null, file }: Draft): void {
  const entry: Outgoing = {
    key: crypto.randomUUID(),
    chatID,
    text,
    replyToMessageID,
    fileName: file?.name ?? null,
    state: 'sending',
    progress: null,
    failure: null,
    createdAt: Date.now(),
  };
  change([...outgoing, entry]);
  void attempt(entry);
}

/** Tries a message that failed again, with its key. */
export function retry(key: string): void {
  const entry = outgoing.find((one) => one.key === key);
  if (entry) void attempt(entry);
}

/** Forgets a message on its way. One that was sent is not taken back. */
export function discard(key: string): void {
  change(outgoing.filter((entry) => entry.key !== key));
}

/** Goes on with what was on its way when the page was left. */
export function resumeOutbox(): void {
  for (const entry of outgoing)
    if (entry.state === 'sending' || entry.state === 'waiting') void attempt(entry);
}

/** Forgets the entries whose messages have arrived. */
export function settle(keys: ReadonlySet<string>): void {
  if (outgoing.some(({ key }) => keys.has(key))) change(outgoing.filter(({ key }) => !keys.has(key)));
}

async function attempt({ key, chatID, text, replyToMessageID }: Outgoing): Promise<void> {
  update(key, { state: 'sending', failure: null });
  try {
    const { data, error } = await client.mutate({
      mutation: SendMutation,
      variables: { input: { chatID, content: { text }, replyToMessageID }, key },
    });
    const result = data?.sendMessage;
    if (!result) throw error ?? new Error('The answer has no result.');
    if (result.__typename === 'SendMessagePayload') update(key, { state: 'sent' });
    else update(key, { state: 'failed', failure: getFragmentData(FailureFragment, result) });
  } catch (error) {
    update(key, { state: 'failed', failure: failureOfError(error) });
  }
}

function update(key: string, part: Partial<Outgoing>): void {
  change(outgoing.map((entry) => (entry.key === key ? { ...entry, ...part } : entry)));
}

function change(next: readonly Outgoing[]): void {
  outgoing = next;
  localStorage.setItem(storageKey, JSON.stringify(next));
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
