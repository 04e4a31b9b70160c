import type { IncomingHttpHeaders } from 'node:http';
import type { ZodObject, ZodType, ZodUndefined, z } from 'zod';
import type { Approvals } from '../world/approvals.ts';
import type { World } from '../world/types.ts';
import type { Paging } from './paginate.ts';
import type { ReceivedForm } from './receiveForm.ts';
import type { ApiResponse } from './response.ts';
import { readBody, readQuery } from './validate.ts';

/**
 * Whether another server of the API has a route, whatever its version. `missing` is a 404 and `not-allowed` a 405, both as
 * plain text. What EasyMatrix was seen to do.
 */
export type OnOtherServers = 'present' | 'missing' | 'not-allowed';

/** A `multipart` body is not kept in memory: the handler gets it as `upload`. */
export type BodyFormat = 'json' | 'form' | 'multipart';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** The simulated app at the time of the request. */
export interface App {
  world: World;
  /** The access tokens of the app, and who asks for one. */
  approvals: Approvals;
  name: string;
  version: string;
  port: number;
  paging: Paging;
  /** Whether lists repeat their last page for ever. */
  repeatsEnd: boolean;
  /** Whether GET /v1/chats lists the chats that are part of a merged chat. */
  listsMergedParts: boolean;
}

/** Whether the simulated app is Beeper Desktop, not another server of the API. */
export function isBeeper({ name }: Pick<App, 'name'>): boolean {
  return name === 'Beeper';
}

/** A validated request, as a handler receives it. */
export interface ApiRequest<Path extends string, Query, Body> {
  /** The percent-decoded values of the `{…}` segments of the path. */
  params: Record<ParamName<Path>, string>;
  query: Query;
  body: Body;
  headers: IncomingHttpHeaders;
  /** The body of a route that takes `multipart`; undefined if the request has another kind of body, or none. */
  upload: ReceivedForm | undefined;
  /** The access token; undefined if there is none. */
  token: string | undefined;
  app: App;
}

/** A request that matches a route, before validation. */
export interface RawRequest {
  params: Record<string, string>;
  query: URLSearchParams;
  /** The parsed body; undefined if there is none. */
  body: unknown;
  headers: IncomingHttpHeaders;
  upload: ReceivedForm | undefined;
  token: string | undefined;
  app: App;
}

/** Everything the sandbox knows about one route. */
export interface RouteDefinition<
  M extends Method,
  Path extends string,
  Query extends ZodObject,
  Body extends ZodType,
> {
  method: M;
  /** Parameters are whole segments in braces: `/v1/chats/{chatID}`. */
  path: Path;
  /** The first app version that has the route. All versions have it by default. */
  since?: string;
  /** The first app version that no longer has the route. */
  until?: string;
  /** By default, the version decides as on Beeper Desktop. */
  onOtherServers?: OnOtherServers;
  /** Set to false for a route that works without an access token. */
  requiresToken?: false;
  /** A field that holds an array accepts a repeated key. Without a schema, the query is ignored. */
  query?: PerVersion<Query>;
  /** The format of the body: JSON by default. The fields of a form are an object of strings. */
  bodyFormat?: BodyFormat;
  /** Without a schema, the body is ignored. */
  body?: PerVersion<Body>;
  /** Runs only for a valid request. Throws an `ApiError` to respond with one. */
  handler: (request: ApiRequest<Path, z.output<Query>, z.output<Body>>) => ApiResponse;
}

export interface Route<Name extends string = string> {
  /** Method and path, such as `GET /v1/chats/{chatID}`. */
  readonly name: Name;
  readonly method: Method;
  readonly path: string;
  readonly since: string | undefined;
  readonly until: string | undefined;
  readonly onOtherServers: OnOtherServers | undefined;
  readonly requiresToken: boolean;
  readonly bodyFormat: BodyFormat;
  /**
   * Validates the request and runs the handler.
   * @throws {ApiError} if the request is invalid or the handler rejects it.
   */
  respond(request: RawRequest): ApiResponse;
}

type PerVersion<Schema> = Schema | ((appVersion: string, app: App) => Schema);

type ParamName<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParamName<Rest>
  : never;

/** Derives the types of the handler's request, and the literal name of the route, from the definition. */
export function defineRoute<
  const M extends Method,
  const Path extends string,
  Query extends ZodObject = ZodObject<Record<never, never>>,
  Body extends ZodType = ZodUndefined,
>(definition: RouteDefinition<M, Path, Query, Body>): Route<`${M} ${Path}`> {
  const {
    method,
    path,
    since,
    until,
    onOtherServers,
    requiresToken = true,
    bodyFormat = 'json',
    handler,
  } = definition;
  return {
    name: `${method} ${path}`,
    method,
    path,
    since,
    until,
    onOtherServers,
    requiresToken,
    bodyFormat,
    respond: ({ params, query, body, ...rest }) =>
      handler({
        params,
        query: readQuery(schemaFor(definition.query, rest.app), query),
        body: readBody(schemaFor(definition.body, rest.app), body),
        ...rest,
      }),
  };
}

function schemaFor<Schema extends ZodType>(
  schema: PerVersion<Schema> | undefined,
  app: App,
): Schema | undefined {
  return typeof schema === 'function' ? schema(app.version, app) : schema;
}
