import type { IncomingMessage } from 'node:http';
import { type DocumentNode, type GraphQLSchema, getOperationAST, OperationTypeNode } from 'graphql';
import type { FetchAPI, GraphQLParams, Plugin } from 'graphql-yoga';
import type { GatewayResponse } from './gatewayResponse.ts';
import { createLaneExecution, type LaneExecution, type LaneResult } from './laneExecution.ts';
import { type Hook, hooksOf, leave, leaveIfAsync } from './laneHooks.ts';
import { LaneRequest } from './laneRequest.ts';
import { createLaneResponses, type Respond } from './laneResponse.ts';
import type { Listener } from './listener.ts';

/**
 * A short way for plain requests: a POST of JSON that nothing refuses, and whose result is data without errors. It runs the
 * hooks of all plugins in the same order as Yoga, but makes no Request, Response, URL and signal, and no promise for each
 * hook. Whatever turns out not to be plain is left to Yoga: the request, as long as nothing is executed, and afterwards its
 * result.
 */
export interface PlainLane {
  /** Gives Yoga's plugins to the lane, and what the lane has executed to Yoga. */
  readonly plugin: Plugin;
  /** @returns a listener for requests to the path of GraphQL that serves the plain ones and leaves the others to `yoga`. */
  inFrontOf(yoga: YogaListener): Listener;
}

type YogaListener = (request: IncomingMessage, response: GatewayResponse, context: object) => unknown;

/** The server context of the request. */
interface LaneContext {
  readonly req: IncomingMessage;
  readonly res: GatewayResponse;
  /** For Yoga: returns the result of the operation, or throws its error, if it has been executed. */
  outcome?: () => object;
}

/** The part of Yoga's pipeline that is run once for each document. */
interface Pipeline {
  parse(query: string): DocumentNode;
  validate(schema: GraphQLSchema, document: DocumentNode): readonly unknown[];
  readonly schema: GraphQLSchema;
}

interface LaneOptions {
  /** The path of GraphQL requests. */
  readonly path: string;
  /** The cache of parsed documents that Yoga fills, by their text. */
  readonly documents: { get(text: string): DocumentNode | undefined };
}

export function createPlainLane({ path, documents }: LaneOptions): PlainLane {
  let plugins: readonly Plugin[];
  let requestHooks: readonly Hook[];
  let parseHooks: readonly Hook[];
  let paramsHooks: readonly Hook[];
  let execution: LaneExecution;
  let respond: Respond;
  let fetchAPI: FetchAPI;
  let getEnveloped: (context: object) => Pipeline;
  let schema: GraphQLSchema;

  /** Documents that have passed validation. Yoga's cache of documents bounds their number. */
  const validated = new WeakSet<DocumentNode>();

  /** Calls the hooks that come before the body, one of which sets `parse`. */
  function begin(request: LaneRequest, context: LaneContext) {
    const payload = {
      request,
      serverContext: context,
      context,
      fetchAPI,
      params: {} as GraphQLParams,
      setParams(changed: GraphQLParams) {
        payload.params = changed;
      },
      parse: leave as (request: LaneRequest) => unknown,
      setRequestParser(parser: (request: LaneRequest) => unknown) {
        payload.parse = parser;
      },
      endResponse: leave,
      setRequestHandler: leave,
      setParamsHandler: leave,
      setResult: leave,
    };
    for (const hook of requestHooks) leaveIfAsync(hook(payload));
    for (const hook of parseHooks) leaveIfAsync(hook(payload));
    return payload;
  }

  /** @returns a function that runs the operation. */
  function prepare(payload: ReturnType<typeof begin>) {
    // Yoga itself refuses a list of operations.
    if (Array.isArray(payload.params)) leave();
    for (const hook of paramsHooks) leaveIfAsync(hook(payload));
    const { request, context, params } = payload;
    const { query, operationName, variables: variableValues } = params;
    const contextValue = Object.assign(context, { request, params });
    const document = validDocument(query ?? '', contextValue);
    const operation = getOperationAST(document, operationName)?.operation;
    if (operation === undefined || operation === OperationTypeNode.SUBSCRIPTION) leave();
    execution.extend(contextValue);
    return execution.begin({ schema, document, contextValue, variableValues, operationName });
  }

  function validDocument(query: string, context: object): DocumentNode {
    const known = documents.get(query);
    if (known && validated.has(known)) return known;
    const pipeline = getEnveloped(context);
    const document = known ?? pipeline.parse(query);
    if (pipeline.validate(schema, document).length > 0) leave();
    validated.add(document);
    return document;
  }

  async function serve(req: IncomingMessage, res: GatewayResponse, yoga: YogaListener): Promise<void> {
    const context: LaneContext = { req, res };
    // Not in `context`, where it would outlive the request: see "Memory of ended requests" in docs/architecture.md.
    let result: LaneResult | null = null;
    try {
      const request = new LaneRequest(req);
      const payload = begin(request, context);
      const parsed = payload.parse(request);
      payload.params = (parsed instanceof Promise ? await parsed : parsed) as GraphQLParams;
      const execute = prepare(payload);
      try {
        const executed = execute();
        result = executed instanceof Promise ? await executed : executed;
      } catch (error) {
        context.outcome = () => {
          throw error;
        };
        throw error;
      }
      const sent = respond(result, { request, context, response: res });
      if (sent) await sent;
    } catch {
      const executed = result;
      if (executed) context.outcome = () => executed;
      yoga(req, res, context);
    }
  }

  const plugin: Plugin = {
    onPluginInit(init) {
      plugins = init.plugins;
    },
    onYogaInit({ yoga }) {
      requestHooks = hooksOf(plugins, 'onRequest');
      parseHooks = hooksOf(plugins, 'onRequestParse');
      paramsHooks = hooksOf(plugins, 'onParams');
      execution = createLaneExecution(plugins);
      fetchAPI = yoga.fetchAPI;
      // Yoga's come first.
      const first = plugins.indexOf(plugin);
      respond = createLaneResponses(plugins.slice(0, first), plugins.slice(first), fetchAPI);
      getEnveloped = yoga.getEnveloped as never;
      ({ schema } = getEnveloped({}));
    },
    onParams({ context, setResult }) {
      const { outcome } = context as unknown as LaneContext;
      if (outcome) setResult(outcome() as never);
    },
  };

  return {
    plugin,
    inFrontOf: (yoga) => (request, response) => {
      const { method, url, headers } = request;
      if (method === 'POST' && url === path && headers.host !== undefined)
        void serve(request, response, yoga);
      else yoga(request, response, {});
    },
  };
}
