import type { Attributes } from '@opentelemetry/api';
import { loggedName } from '../common/operationName.ts';
import { callerLeftStatus, type RequestRecord, resultsOf } from '../common/requestRecord.ts';
import type { UpstreamCall } from '../common/upstreamCall.ts';

/**
 * What spans say. Names are those of https://opentelemetry.io/docs/specs/semconv/registry/attributes/, or begin with
 * `beeper_graphql`. Values are from closed sets, from the configuration, or masked as in the log: no URL, header, document,
 * variable or ID of a chat.
 */

/** A caller can send any name as a method. */
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'CONNECT', 'TRACE']);

/** @returns what a request was sent to, without what is sealed in the address of a file; null for an unknown path. */
const routeOf = ({ isAtPath, route }: RequestRecord, path: string): string | null => {
  if (route !== null) return `/${route}/{sealed}`;
  return isAtPath ? path : null;
};

/** @returns the name of a request's span. */
export function requestName(record: RequestRecord, path: string): string {
  const method = methods.has(record.method) ? record.method : 'HTTP';
  const route = routeOf(record, path);
  return route === null ? method : `${method} ${route}`;
}

/** @param path that of GraphQL requests. */
export function requestAttributes(record: RequestRecord, path: string): Attributes {
  const { method, status, refusal, requestID, keyHolder } = record;
  const attributes: Attributes = {
    'http.request.method': methods.has(method) ? method : '_OTHER',
    'url.scheme': 'http',
    'http.response.body.size': record.bytes,
  };
  const route = routeOf(record, path);
  if (route !== null) attributes['http.route'] = route;
  if (record.isAtPath) attributes['url.path'] = path;
  if (record.receivedBytes > 0) attributes['http.request.body.size'] = record.receivedBytes;
  if (status !== callerLeftStatus) attributes['http.response.status_code'] = status;
  if (status >= 500) attributes['error.type'] = String(status);
  if (record.callerLeft) attributes['beeper_graphql.caller_left'] = true;
  if (requestID !== null) attributes['beeper_graphql.request_id'] = requestID;
  if (keyHolder !== null) attributes['beeper_graphql.key_holder'] = keyHolder;
  if (refusal !== null) {
    attributes['beeper_graphql.refusal.code'] = refusal.code;
    attributes['beeper_graphql.refusal.reason'] = refusal.reason;
  }
  return attributes;
}

type Operation = NonNullable<RequestRecord['operation']>;

/** @returns the name of an operation's span. */
export const operationName = ({ name, type }: Operation): string =>
  name === null ? type : `${type} ${loggedName(name)}`;

export function operationAttributes(record: RequestRecord, { name, type, endedAt }: Operation): Attributes {
  const { errorCodes } = record;
  const attributes: Attributes = { 'graphql.operation.type': type };
  if (name !== null) attributes['graphql.operation.name'] = loggedName(name);
  if (endedAt > 0) attributes['beeper_graphql.results'] = [...resultsOf(record)];
  if (errorCodes.length > 0) {
    attributes['beeper_graphql.error_codes'] = [...errorCodes];
    attributes['error.type'] = errorCodes[0] ?? '';
  }
  return attributes;
}

/** @returns the name of a call's span. */
export const callName = ({ method, route }: UpstreamCall): string => `${method} ${route}`;

/** @returns why a call failed, in a word of a closed set or as its status; null where it did not. */
export const failureOf = ({ status, error }: UpstreamCall): string | null =>
  error ?? (status !== null && status >= 400 ? String(status) : null);

/** @param beeper the server that was called. */
export function callAttributes(call: UpstreamCall, beeper: { host: string; port: number }): Attributes {
  const { method, route, status, sent, resends } = call;
  const attributes: Attributes = {
    'http.request.method': method,
    'url.template': route,
    'server.address': beeper.host,
    'server.port': beeper.port,
    'beeper_graphql.sent': sent,
  };
  if (status !== null) attributes['http.response.status_code'] = status;
  if (resends > 0) attributes['http.request.resend_count'] = resends;
  const failure = failureOf(call);
  if (failure !== null) attributes['error.type'] = failure;
  return attributes;
}
