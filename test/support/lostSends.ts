import type { Fault } from '../../src/sandbox/index.ts';
import type { Pair } from './pair.ts';
import { kishan } from './people.ts';

/** Sends whose answer is lost, and how they are looked for. */

export const send = 'POST /v1/chats/{chatID}/messages';
export const list = 'GET /v1/chats/{chatID}/messages';
/** The message was sent, and the answer is lost. */
export const lost = { reset: 'after', performs: true } as const satisfies Fault;
/** The message was not sent, and nothing tells. */
export const swallowed = { reset: 'after' } as const satisfies Fault;

export interface SendResult {
  readonly __typename: string;
  readonly code?: string;
  readonly chatID?: string;
  readonly pendingMessageID?: string;
  readonly replayed?: boolean;
  readonly resolvedByLooking?: boolean;
  readonly retryable?: boolean;
  readonly remedy?: string;
  readonly upstreamCode?: string | null;
  readonly candidates?: readonly { readonly id: string }[] | null;
  readonly sent?: { readonly id: string; readonly sendStatus: { readonly status: string } | null } | null;
}

export interface SendOptions {
  readonly text?: string;
  readonly key?: string;
  readonly to?: string;
  readonly more?: string;
  readonly content?: object;
  readonly replyToMessageID?: string;
}

const fields = `
  __typename
  ... on SendMessagePayload { chatID pendingMessageID replayed resolvedByLooking }
  ... on BeeperError { code retryable remedy upstreamCode }
  ... on BeeperOutcomeUnknownError { candidates { id } }
`;

export async function sendMessage(
  { gateway }: Pick<Pair, 'gateway'>,
  { text = 'ok', key, to = kishan.chatID, more = '', content = { text }, replyToMessageID }: SendOptions = {},
): Promise<SendResult> {
  const response = await gateway.send(
    `mutation ($input: SendMessageInput!, $key: String) { sendMessage(input: $input, idempotencyKey: $key) { ${fields} ${more} } }`,
    { input: { chatID: to, content, replyToMessageID }, key },
  );
  const { data } = (await response.json()) as { data: { sendMessage: SendResult } };
  return data.sendMessage;
}

/** The routes that were called since the start, without the version. */
export const routes = ({ sandbox }: Pick<Pair, 'sandbox'>): (string | null)[] =>
  sandbox.calls.map(({ route }) => route).filter((route) => route !== 'GET /v1/info');

/** A page with your own messages of these IDs and ages in seconds; with the text `ok` where `more` names none. */
export const page = (...messages: readonly (readonly [string, number, object?])[]) => ({
  body: {
    items: messages.map(([id, age, more]) => ({
      id,
      chatID: kishan.chatID,
      accountID: 'matrix',
      senderID: '@me:beeper.com',
      isSender: true,
      timestamp: new Date(Date.now() - age * 1_000).toISOString(),
      sortKey: id,
      text: 'ok',
      ...more,
    })),
    hasMore: false,
    oldestCursor: null,
    newestCursor: null,
  },
});

export const unknown = { __typename: 'BeeperOutcomeUnknownError', code: 'OUTCOME_UNKNOWN', retryable: true };
