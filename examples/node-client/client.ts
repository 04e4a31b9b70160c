import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient, NetworkError } from 'graphql-sse';

export interface ClientOptions {
  /** Of GraphQL, such as http://127.0.0.1:4000/graphql. */
  readonly url: string;
  /** `x-gateway-key` and `authorization`, where the gateway needs them. */
  readonly headers?: Record<string, string>;
  /** Milliseconds before the first repeat; twice as many before the next. 500 by default. */
  readonly pauseMs?: number;
}

export interface Chat {
  readonly id: string;
  readonly title: string | null;
  readonly unreadCount: number | null;
}

export interface ChatEvent {
  readonly __typename: string;
  readonly position: string;
  readonly message?: { readonly plainText: string | null; readonly senderName: string | null } | null;
  readonly error?: Failure;
}

interface Followed {
  readonly chatEvents: ChatEvent | null;
  readonly [field: string]: unknown;
}

interface Failure {
  readonly message: string;
  readonly remedy: string | null;
  readonly retryable: boolean;
  readonly retryAfterSeconds?: number | null;
}

const longestPauseMs = 30_000;
const attempts = 6;

export function createBeeperClient({ url, headers = {}, pauseMs = 500 }: ClientOptions) {
  const events = createClient({ url, headers, retryAttempts: 0 });

  /** @throws {GatewayError} if nothing was executed; other errors if no usable answer came. */
  async function ask<Data>(query: string, variables: object = {}): Promise<Data> {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(30_000),
    });
    const { data, errors } = await response.json();
    if (errors) {
      const [{ message, extensions }] = errors;
      throw new GatewayError({ retryAfterSeconds: secondsToWait(response), ...extensions, message });
    }
    return data;
  }

  /** @param seconds that the gateway asks for. */
  const pause = (attempt: number, seconds: number | null) =>
    sleep(seconds ? seconds * 1000 : Math.min(longestPauseMs, pauseMs * 2 ** attempt));

  return {
    /** @returns at most `first` chats with something unread. */
    async unreadChats(first = 20): Promise<readonly Chat[]> {
      const { searchChats } = await ask<{ searchChats: { nodes: Chat[] } }>(
        `query Unread($first: Int!) {
          searchChats(filter: { unreadOnly: true }, first: $first) { nodes { id title unreadCount } }
        }`,
        { first },
      );
      return searchChats.nodes;
    },

    /**
     * Sends a message once, although the request may be repeated.
     * @param key the same for each attempt. To repeat after a restart of this program as well, store it with the text.
     * @throws {GatewayError} if a repeat is of no use, or did not help.
     */
    async send(
      chatID: string,
      text: string,
      key: string = randomUUID(),
    ): Promise<{ pendingMessageID: string }> {
      for (let attempt = 0; ; attempt += 1) {
        try {
          const { sendMessage } = await ask<{ sendMessage: { pendingMessageID: string } | Failure }>(
            `mutation Send($chatID: ID!, $text: String!, $key: String!) {
              sendMessage(input: { chatID: $chatID, content: { text: $text } }, idempotencyKey: $key) {
                ... on SendMessagePayload { pendingMessageID }
                ... on BeeperError { message remedy retryable }
                ... on BeeperRateLimitedError { retryAfterSeconds }
                ... on BeeperUnavailableError { retryAfterSeconds }
              }
            }`,
            { chatID, text, key },
          );
          if ('pendingMessageID' in sendMessage) return sendMessage;
          throw new GatewayError(sendMessage);
        } catch (error) {
          // Without an answer of the gateway, the message may be sent: the key makes a repeat safe.
          const isToRepeat = !(error instanceof GatewayError) || error.retryable;
          if (!isToRepeat || attempt + 1 >= attempts) throw error;
          await pause(attempt, error instanceof GatewayError ? error.retryAfterSeconds : null);
        }
      }
    },

    /**
     * Follows what happens in all chats. Connects again by itself, from where it was.
     * @throws {GatewayError} if it can't go on, for example because the token was revoked.
     */
    async *follow(): AsyncGenerator<ChatEvent, never> {
      let after: string | null = null;
      for (let attempt = 0; ; attempt += 1) {
        let seconds: number | null = null;
        try {
          const results: AsyncIterable<{ readonly data?: Followed | null }> = events.iterate<Followed>({
            query: `subscription Follow($after: String) {
              chatEvents(after: $after) {
                __typename
                ... on BeeperLiveEvent { position }
                ... on BeeperMessageUpserted { message { plainText senderName } }
                ... on BeeperLiveEnded { error { message remedy retryable } }
              }
            }`,
            variables: { after },
          });
          for await (const { data } of results) {
            const event = data?.chatEvents;
            if (!event) continue;
            if (event.error && !event.error.retryable) throw new GatewayError(event.error);
            after = event.position || after;
            attempt = 0;
            yield event;
          }
        } catch (error) {
          const response = error instanceof NetworkError ? (error as NetworkError<Response>).response : null;
          const isRefused = response && response.status < 500 && response.status !== 429;
          if (error instanceof GatewayError || isRefused) throw error;
          if (response) seconds = secondsToWait(response);
        }
        await pause(attempt, seconds);
      }
    },
  };
}

/** @returns what `Retry-After` says; null without it. */
const secondsToWait = ({ headers }: Response): number | null => Number(headers.get('retry-after')) || null;

/** Joins sentences for people. Those of Beeper may have no full stop. */
const sentences = (...texts: readonly (string | null | undefined)[]): string =>
  texts
    .filter((text) => typeof text === 'string')
    .map((text) => text.replace(/[^.!?]$/, '$&.'))
    .join(' ');

/** What the gateway says of a failure. */
export class GatewayError extends Error {
  readonly retryable: boolean;
  readonly retryAfterSeconds: number | null;

  constructor({ message, remedy, retryable = false, retryAfterSeconds = null }: Failure) {
    super(sentences(message, remedy));
    this.name = 'GatewayError';
    this.retryable = retryable;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
