import type { IncomingMessage } from 'node:http';
import { type DocumentNode, getOperationAST, OperationTypeNode } from 'graphql';
import {
  type FetchAPI,
  type GraphQLParams,
  isPromise,
  type Plugin,
  processRegularResult,
} from 'graphql-yoga';
import type { GatewayResponse } from './gatewayResponse.ts';
import { LaneHeaders, LaneRequest } from './laneRequest.ts';
import type { Listener } from './listener.ts';

/**
 * A short way for plain requests: a POST of JSON that nothing refuses, and whose result is data without errors. It runs the
 * hooks of all plugins and Yoga's enveloped pipeline in the same order as Yoga, but makes no Request, Response, URL and
 * signal, and no promise for each hook. Whatever turns out not to be plain is left to Yoga: the request, as long as nothing
 * is executed, and afterwards its result.
 */
export interface PlainLane {
  /** Gives Yoga's pipeline to the lane, and what the lane has executed to Yoga. */
  readonly plugin: Plugin;
  /** @returns a listener for requests to the path of GraphQL that serves the plain ones and leaves the others to `yoga`. */
  inFrontOf(yoga: YogaListener): Listener;
}

type YogaListener = (request: IncomingMessage, response: GatewayResponse, context: object) => unknown;

/** What Yoga takes over from the lane, in the server context of the request. */
interface LaneContext {
  /** Returns the result of the operation, or throws its error, if it has been executed. */
  outcome?: () => object;
}

/** Yoga's types ask for a whole Request and Response. The hooks use what laneRequest.ts has of them. */
type Hook = (payload: object) => unknown;
const hookNames = [
  'onRequest',
  'onRequestParse',
  'onParams',
  'onExecutionResult',
  'onResultProcess',
  'onResponse',
] as const;
type Hooks = Record<(typeof hookNames)[number], readonly Hook[]>;

interface Pipeline {
  parse(query: string | null | undefined): DocumentNode;
  validate(schema: unknown, document: DocumentNode): readonly unknown[];
  contextFactory(): unknown;
  execute(args: object): unknown;
  readonly schema: unknown;
}

interface PlainResult {
  readonly data?: object | null;
  readonly errors?: readonly unknown[];
  readonly extensions?: object;
}

const notPlain = new Error('Yoga has to serve this request.');
const leave = (): never => {
  throw notPlain;
};

/** What the hook does later is of no use any more: it may end in `leave`. */
function leaveIfAsync(done: unknown): void {
  if (!isPromise(done)) return;
  done.then(undefined, () => {});
  leave();
}

interface LaneOptions {
  /** The path of GraphQL requests. */
  readonly path: string;
  /** The cache of parsed documents that Yoga fills, by their text. */
  readonly documents: { get(text: string): DocumentNode | undefined };
}

export function createPlainLane({ path, documents }: LaneOptions): PlainLane {
  let plugins: readonly Partial<Record<keyof Hooks, Hook>>[];
  let hooks: Hooks;
  let fetchAPI: FetchAPI;
  let getEnveloped: (context: object) => Pipeline;

  /** Documents that have passed validation. Yoga's cache of documents bounds their number. */
  const validated = new WeakSet<DocumentNode>();

  /** @throws where Yoga has to serve the request; nothing was executed then. */
  async function prepare(request: LaneRequest, context: object) {
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
    for (const hook of hooks.onRequest) leaveIfAsync(hook(payload));
    for (const hook of hooks.onRequestParse) leaveIfAsync(hook(payload));
    const parsed = payload.parse(request);
    payload.params = (parsed instanceof Promise ? await parsed : parsed) as GraphQLParams;
    // Yoga itself refuses a list of operations.
    if (Array.isArray(payload.params)) leave();
    for (const hook of hooks.onParams) leaveIfAsync(hook(payload));
    const { params } = payload;
    const pipeline = getEnveloped(Object.assign(context, { request, params }));
    const { schema } = pipeline;
    const { query, operationName, variables: variableValues } = params;
    const document = documents.get(query ?? '') ?? pipeline.parse(query);
    if (!validated.has(document)) {
      if (pipeline.validate(schema, document).length > 0) leave();
      validated.add(document);
    }
    const operation = getOperationAST(document, operationName)?.operation;
    if (operation === undefined || operation === OperationTypeNode.SUBSCRIPTION) leave();
    const contextValue = await pipeline.contextFactory();
    return { pipeline, args: { schema, document, contextValue, variableValues, operationName } };
  }

  /** @throws where Yoga has to process the result. */
  async function respond(
    result: PlainResult,
    request: LaneRequest,
    context: object,
    response: GatewayResponse,
  ) {
    if (!result.data || result.errors || result.extensions) leave();
    let mediaType = '';
    const headers = new LaneHeaders({});
    const payload = {
      request,
      serverContext: context,
      context,
      fetchAPI,
      result,
      setResult: leave,
      acceptableMediaTypes: [],
      setResultProcessor(processor: unknown, accepted: string) {
        mediaType = processor === processRegularResult ? accepted : '';
      },
      response: { status: 200, headers },
      setResponse: leave,
    };
    for (const hook of hooks.onExecutionResult) hook(payload);
    for (const hook of hooks.onResultProcess) hook(payload);
    if (mediaType === '') leave();
    const body = JSON.stringify(result);
    headers.set('content-type', `${mediaType}; charset=utf-8`);
    headers.set('content-length', String(Buffer.byteLength(body)));
    for (const hook of hooks.onResponse) {
      const done = hook(payload);
      if (done instanceof Promise) await done;
    }
    if (response.destroyed) return;
    response.writeHead(200, headers.all);
    response.end(body);
  }

  async function serve(node: IncomingMessage, response: GatewayResponse, yoga: YogaListener): Promise<void> {
    const context: LaneContext = {};
    // Not in `context`, where it would outlive the request: see "Memory of ended requests" in docs/architecture.md.
    let result: PlainResult | null = null;
    try {
      const request = new LaneRequest(node);
      Object.assign(context, { req: node, res: response });
      const { pipeline, args } = await prepare(request, context);
      try {
        result = (await pipeline.execute(args)) as PlainResult;
      } catch (error) {
        context.outcome = () => {
          throw error;
        };
        throw error;
      }
      await respond(result, request, context, response);
    } catch {
      const executed = result;
      if (executed) context.outcome = () => executed;
      yoga(node, response, context);
    }
  }

  return {
    plugin: {
      onPluginInit(init) {
        plugins = init.plugins as readonly Partial<Record<keyof Hooks, Hook>>[];
      },
      onYogaInit({ yoga }) {
        const hooksOf = (name: keyof Hooks) => plugins.flatMap((plugin) => plugin[name] ?? []);
        hooks = Object.fromEntries(hookNames.map((name) => [name, hooksOf(name)])) as unknown as Hooks;
        fetchAPI = yoga.fetchAPI;
        getEnveloped = yoga.getEnveloped as never;
      },
      onParams({ context, setResult }) {
        const { outcome } = context as LaneContext;
        if (outcome) setResult(outcome() as never);
      },
    },
    inFrontOf: (yoga) => (request, response) => {
      const { method, url, headers } = request;
      if (method === 'POST' && url === path && headers.host !== undefined)
        void serve(request, response, yoga);
      else yoga(request, response, {});
    },
  };
}
