import { type FetchAPI, type Plugin, processRegularResult } from 'graphql-yoga';
import { LRUCache } from 'lru-cache';
import { entryLimit } from '../common/entryLimit.ts';
import type { GatewayResponse } from './gatewayResponse.ts';
import type { LaneResult } from './laneExecution.ts';
import { callInTurn, hooksOf, leave } from './laneHooks.ts';
import { LaneHeaders, type LaneRequest } from './laneRequest.ts';

/** What is sent, and to whom. */
interface Exchange {
  readonly request: LaneRequest;
  /** The server context. */
  readonly context: object;
  readonly response: GatewayResponse;
}

/**
 * Sends a result.
 * @returns a promise if a hook does.
 * @throws where Yoga has to process the result.
 */
export type Respond = (result: LaneResult, exchange: Exchange) => void | Promise<void>;

/**
 * @param ofYoga the plugins that Yoga adds itself: for data, their hooks only choose the format, by the header `accept`, so
 * that they are asked once for each of its values.
 * @param own the other plugins.
 */
export function createLaneResponses(
  ofYoga: readonly Plugin[],
  own: readonly Plugin[],
  fetchAPI: FetchAPI,
): Respond {
  const formatHooks = hooksOf(ofYoga, 'onResultProcess');
  const executionResultHooks = hooksOf([...ofYoga, ...own], 'onExecutionResult');
  const resultHooks = hooksOf(own, 'onResultProcess');
  const responseHooks = hooksOf([...ofYoga, ...own], 'onResponse');
  const mediaTypes = new LRUCache<string, string>(entryLimit(100));

  /** @returns '' where data is not sent as JSON. */
  function mediaTypeFor(request: LaneRequest, result: LaneResult): string {
    const accept = request.headers.get('accept') ?? '';
    const known = mediaTypes.get(accept);
    if (known !== undefined) return known;
    let mediaType = '';
    const payload = {
      request,
      result,
      acceptableMediaTypes: [],
      setResultProcessor(processor: unknown, accepted: string) {
        mediaType = processor === processRegularResult ? accepted : '';
      },
    };
    for (const hook of formatHooks) hook(payload);
    mediaTypes.set(accept, mediaType);
    return mediaType;
  }

  return (result, { request, context, response }) => {
    if (!result.data || result.errors || result.extensions) leave();
    const mediaType = mediaTypeFor(request, result);
    if (mediaType === '') leave();
    const headers = new LaneHeaders({});
    const payload = {
      request,
      serverContext: context,
      context,
      fetchAPI,
      result,
      setResult: leave,
      setResultProcessor: leave,
      response: { status: 200, headers },
      setResponse: leave,
    };
    for (const hook of executionResultHooks) hook(payload);
    for (const hook of resultHooks) hook(payload);
    const body = JSON.stringify(result);
    headers.set('content-type', `${mediaType}; charset=utf-8`);
    headers.set('content-length', String(Buffer.byteLength(body)));
    return callInTurn(responseHooks, payload, () => {
      if (response.destroyed) return;
      response.writeHead(200, headers.all);
      response.end(body);
    });
  };
}
