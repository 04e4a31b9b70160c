import { client } from '../data/client.ts';
import { type FailureData, FailureFragment } from '../failures/Failure.ts';
import { failureOfError } from '../failures/NoAnswer.ts';
import type {
  BeeperFirstMessage,
  SendMessageInput,
  StartChatInput,
  TrySendMutation,
  TryStartMutation,
} from '../gql/graphql.ts';
import { getFragmentData, graphql } from '../gql/index.ts';
import type { Trial } from './playground.ts';

/** The chat is not shown, but read: with the username `follow-up-fails` that fails. */
export const TryStart = graphql(`
  mutation TryStart($input: StartChatInput!, $key: String!) {
    startChat(input: $input, idempotencyKey: $key) {
      __typename
      ... on StartChatPayload { chatID status firstMessage chat { id title } chatError { ...Failure } }
      ... on BeeperError { ...Failure }
    }
  }
`);

export const TrySend = graphql(`
  mutation TrySend($input: SendMessageInput!, $key: String!) {
    sendMessage(input: $input, idempotencyKey: $key) {
      __typename
      ... on SendMessagePayload { chatID resolvedByLooking }
      ... on BeeperError { ...Failure }
    }
  }
`);

const acceptedText = 'Beeper accepted the message. Its chat shows what becomes of it.';
const lookedText = 'The answer was lost. The gateway looked for the message and found it: it was sent.';

/** What came back: a failure, or what was done, in a sentence. */
export type TrialResult =
  | { readonly failure: FailureData }
  | { readonly done: string; readonly chatID: string; readonly failure: FailureData | null };

type Result = NonNullable<TryStartMutation['startChat'] | TrySendMutation['sendMessage']>;

/** @returns what the mutation of a trial is sent with, besides its key. */
export function startInputOf({ name }: Trial): StartChatInput {
  return { accountID: 'playground', user: { username: name }, messageText: 'Hello!' };
}

/** @returns what the mutation of a trial is sent with, besides its key. */
export function sendInputOf({ name }: Trial): SendMessageInput {
  return { chatID: `!playground_send-${name}:playground`, content: { text: 'Hello!' } };
}

/** Runs a trial for real. */
export async function runTrial(trial: Trial, key: string): Promise<TrialResult> {
  try {
    const { data, error } =
      trial.mutation === 'startChat'
        ? await client.mutate({ mutation: TryStart, variables: { input: startInputOf(trial), key } })
        : await client.mutate({ mutation: TrySend, variables: { input: sendInputOf(trial), key } });
    const result = data && ('startChat' in data ? data.startChat : data.sendMessage);
    return result ? resultOf(result) : { failure: failureOfError(error) };
  } catch (error) {
    return { failure: failureOfError(error) };
  }
}

function resultOf(result: Result): TrialResult {
  switch (result.__typename) {
    case 'StartChatPayload': {
      const { chatID, status, firstMessage, chatError } = result;
      const failure = getFragmentData(FailureFragment, chatError);
      return { done: startedText(status, firstMessage), chatID, failure };
    }
    case 'SendMessagePayload': {
      const { chatID, resolvedByLooking } = result;
      return { done: resolvedByLooking ? lookedText : acceptedText, chatID, failure: null };
    }
    default:
      // Each of the rest is an error: `adviceOf` has a case for every one.
      return { failure: getFragmentData(FailureFragment, result) };
  }
}

function startedText(status: string | null, firstMessage: BeeperFirstMessage): string {
  const chat = status === 'EXISTING' ? 'The chat existed already' : 'The chat was created';
  return `${chat}, ${firstMessageTexts[firstMessage] ?? 'with its first message'}.`;
}

const firstMessageTexts: Record<BeeperFirstMessage, string> = {
  NOT_REQUESTED: 'without a first message',
  SENT: 'and its first message accepted',
  NOT_SENT_CHAT_EXISTED: 'so the first message was not sent',
  FAILED: 'but its first message failed',
  UNKNOWN: 'but it is not known whether its first message was sent',
};
