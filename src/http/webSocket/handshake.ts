import type { IncomingHttpHeaders } from 'node:http';
import { hasBody } from '../gatewayResponse.ts';
import { Refusal } from '../refusal.ts';

/** The only subprotocol: https://github.com/graphql/graphql-over-http/blob/main/rfcs/GraphQLOverWebSocket.md */
export const subprotocol = 'graphql-transport-ws';

/** The part of a request that a handshake is known by. */
export interface Head {
  readonly httpVersion: string;
  readonly method?: string | undefined;
  readonly headers: IncomingHttpHeaders;
}

/** @returns whether a request asks for a WebSocket. */
export const isHandshake = ({ method, headers }: Pick<Head, 'method' | 'headers'>): boolean =>
  method === 'GET' && headers.upgrade?.toLowerCase() === 'websocket';

/** @returns why a handshake can't begin a connection; null if it can. */
export function faultOf({ httpVersion, headers }: Head): Refusal | null {
  // RFC 6455, section 4.1. A proxy would take the first messages for the body.
  if (httpVersion !== '1.1' || hasBody(headers)) return wrongRequest;
  if (headers['sec-websocket-version'] !== '13') return wrongVersion;
  if (!/^[+/\dA-Za-z]{22}==$/.test(headers['sec-websocket-key'] ?? '')) return wrongKey;
  const offered = headers['sec-websocket-protocol']?.split(',').map((name) => name.trim()) ?? [];
  const isValid = offered.every((name) => /^[\w.-]+$/.test(name)) && new Set(offered).size === offered.length;
  return isValid && offered.includes(subprotocol) ? null : wrongProtocol;
}

const wrongRequest = new Refusal({
  status: 400,
  code: 'BAD_REQUEST',
  reason: 'websocket-request',
  message: 'A WebSocket begins with a GET request of HTTP/1.1 without a body.',
  remedy: 'Open the connection with a WebSocket client, and let proxies use HTTP/1.1 to the gateway.',
});

const wrongVersion = new Refusal({
  status: 426,
  code: 'BAD_REQUEST',
  reason: 'websocket-version',
  message: 'The only version of WebSocket is 13.',
  remedy: 'Send the header "sec-websocket-version: 13".',
  headers: { 'sec-websocket-version': '13', upgrade: 'websocket' },
});

const wrongKey = new Refusal({
  status: 400,
  code: 'BAD_REQUEST',
  reason: 'websocket-key',
  message: 'The header sec-websocket-key is missing or malformed.',
  remedy: 'Open the connection with a WebSocket client.',
});

const wrongProtocol = new Refusal({
  status: 400,
  code: 'BAD_REQUEST',
  reason: 'websocket-protocol',
  message: `The only WebSocket subprotocol of this gateway is ${subprotocol}.`,
  remedy: `Send the header "sec-websocket-protocol: ${subprotocol}", as the package graphql-ws does. The older protocol graphql-ws, of the package subscriptions-transport-ws, is another one.`,
});

export const switchedOff = new Refusal({
  status: 404,
  code: 'NOT_FOUND',
  reason: 'websocket-off',
  message: 'This gateway does not serve WebSocket.',
  remedy:
    'Send subscriptions by HTTP with the header "accept: text/event-stream", or ask the operator of the gateway to set GATEWAY_WEBSOCKET=on.',
});

export const draining = new Refusal({
  status: 503,
  code: 'UNAVAILABLE',
  reason: 'draining',
  message: 'The gateway is shutting down.',
  remedy: 'Connect again: another replica, or the next process, will answer.',
  retryable: true,
  headers: { 'retry-after': '1' },
});

export const tooMany = new Refusal({
  status: 503,
  code: 'UNAVAILABLE',
  reason: 'websockets',
  message: 'The gateway has too many WebSocket connections.',
  remedy:
    'Connect again later, use one connection for all subscriptions, or ask the operator to raise GATEWAY_STREAMS.',
  retryable: true,
  headers: { 'retry-after': '1' },
});
