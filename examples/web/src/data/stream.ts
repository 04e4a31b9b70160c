import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import { type GraphQLFormattedError, print } from 'graphql';
import { createClient } from 'graphql-sse';
import type { ChatEventsSubscription } from '../gql/graphql.ts';
import { failedFields } from './applyEvent.ts';
import { type ChatEvent, ChatEvents } from './chatEvents.ts';
import { client, gatewayPath } from './client.ts';

interface Handlers {
  /** Gets an event, and the names of its fields of which something could not be read. */
  readonly onEvent: (event: ChatEvent, failed: ReadonlySet<string>) => void;
  /** Is called for all that arrives, also for heartbeats. */
  readonly onBytes: () => void;
}

/**
 * Opens the stream of events once.
 *
 * @param after the position of the last event that the page has.
 * @returns once the gateway has ended it, or `signal` is aborted.
 * @throws what fails, in the form that Apollo Client has for it.
 */
export async function readStream(
  after: string | null,
  signal: AbortSignal,
  { onEvent, onBytes }: Handlers,
): Promise<void> {
  let refusal: ServerError | null = null;

  const fetchFn: typeof fetch = async (input, init) => {
    const response = await fetch(input, init);
    onBytes();
    if (!response.ok || !response.body || !/^text\/event-stream\b/.test(typeOf(response))) {
      // graphql-sse drops the body, which says what is wrong.
      const bodyText = await response.text();
      refusal = new ServerError(`The status is ${response.status}.`, { response, bodyText });
      throw refusal;
    }
    // Heartbeats are comments, which graphql-sse hides. They tell a quiet stream from a dead one.
    const seen = new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        onBytes();
        controller.enqueue(chunk);
      },
    });
    return new Response(response.body.pipeThrough(seen), response);
  };

  // The client would repeat its variables, and `after` has to be that of the last event.
  const sse = createClient({ url: gatewayPath, retryAttempts: 0, fetchFn });
  await new Promise<void>((resolve, reject) => {
    const leave = sse.subscribe<ChatEventsSubscription>(
      { query: print(client.cache.transformDocument(ChatEvents)), variables: { after } },
      {
        next({ data, errors: all }) {
          const errors = (all ?? []) as readonly GraphQLFormattedError[];
          const event = data?.chatEvents;
          if (event) return onEvent(event, failedFields(errors));
          leave();
          reject(new CombinedGraphQLErrors({ errors }));
        },
        error: (error) => reject(refusal ?? error),
        complete: resolve,
      },
    );
    signal.addEventListener('abort', leave, { once: true });
    if (signal.aborted) leave();
  });
}

const typeOf = ({ headers }: Response): string => headers.get('content-type') ?? '';
