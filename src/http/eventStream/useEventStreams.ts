import { type FetchAPI, isAsyncIterable, type Plugin, processRegularResult } from 'graphql-yoga';
import type { ResultStream } from '../execution/subscribe.ts';
import type { GatewayResponse } from '../gatewayResponse.ts';
import { acceptTest } from '../guards/acceptTest.ts';
import { Refusal } from '../refusal.ts';
import type { NodeContext } from '../requestBody.ts';
import { recordOf } from '../requestRecords.ts';
import { nodeBody, webBody } from './body.ts';
import { toChunks } from './chunks.ts';

export interface EventStreamOptions {
  /** Milliseconds without an event after which a comment is sent; 15 s by default. */
  readonly heartbeatMs?: number | undefined;
}

/** Proxies and load balancers close connections on which nothing is sent, most of them after 60 s or more. */
const defaultHeartbeatMs = 15_000;

const isAcceptable = acceptTest(['text/event-stream']);

const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  // Nginx would collect several events before it sends them.
  'x-accel-buffering': 'no',
};

/**
 * Sends the results of subscriptions as server-sent events. A client that does not accept these gets 406 before the source
 * is opened.
 */
export function useEventStreams({
  heartbeatMs = defaultHeartbeatMs,
}: EventStreamOptions): Plugin<object, NodeContext> {
  return {
    onSubscribe({ args, setResultAndStopExecution }) {
      const { request }: { request: Request } = args.contextValue;
      if (isAcceptable(request.headers.get('accept'))) return;
      setResultAndStopExecution({ errors: [notAcceptable()] });
    },
    onResultProcess({ result, resultProcessor, setResultProcessor, serverContext }) {
      if (isAsyncIterable(result)) {
        setResultProcessor(
          (results, fetchAPI) => toResponse(results as ResultStream, fetchAPI),
          'text/event-stream',
        );
      } else if (!resultProcessor && !('data' in result)) {
        // The refusal of a client that does not accept JSON either.
        setResultProcessor(processRegularResult, 'application/json');
      }

      function toResponse(results: ResultStream, fetchAPI: FetchAPI): Response {
        const chunks = toChunks(results, heartbeatMs);
        const response = serverContext.res as GatewayResponse | undefined;
        if (!response) return new Response(webBody(chunks, recordOf(serverContext)), { headers });
        response.isEventStream = true;
        return new fetchAPI.Response(nodeBody(chunks, response) as never, { headers: { ...headers } });
      }
    },
  };
}

const notAcceptable = () =>
  new Refusal({
    status: 406,
    code: 'NOT_ACCEPTABLE',
    message: 'A subscription is answered with text/event-stream, which the header accept does not allow.',
    remedy: 'Send "accept: text/event-stream". Subscriptions over multipart/mixed are not supported.',
  });
