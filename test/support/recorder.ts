import { appendFileSync } from 'node:fs';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { NetworkError } from '../../src/beeper/errors.ts';
import type { Answer, Call, Transport } from '../../src/beeper/transport.ts';
import type { GatewayServer } from '../../src/http/httpServer.ts';

/** What a gateway did, in a form that two gateways can be compared by: without IDs, times and ports that they make up. */
export type Entry =
  | {
      readonly kind: 'response';
      readonly request: string;
      readonly response: string;
      readonly byLane: boolean;
    }
  | { readonly kind: 'call'; readonly call: string; readonly outcome: string }
  | { readonly kind: 'log'; readonly line: string };

export type RecordEntry = (entry: Entry) => void;

/** Records what is sent over each connection of a server, as the bytes that its sockets receive. */
export function recordResponses(server: GatewayServer['http'], record: RecordEntry): void {
  const exchanges = new WeakMap<Socket, Exchange[]>();
  const byResponse = new WeakMap<ServerResponse, Exchange>();
  server.prependListener('connection', (socket: Socket) => {
    const queue: Exchange[] = [];
    exchanges.set(socket, queue);
    const write = socket.write.bind(socket) as (...args: unknown[]) => boolean;
    socket.write = (chunk: string | Uint8Array, ...rest: unknown[]): boolean => {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk, encodingOf(rest[0])) : Buffer.from(chunk);
      // A pipelined response is sent before the one in front of it is closed.
      const { _httpMessage: sending } = socket as { _httpMessage?: ServerResponse | null };
      const exchange = (sending && byResponse.get(sending)) ?? queue[0];
      if (exchange) {
        exchange.sent.push(bytes);
      } else {
        const response = maskedResponse(bytes.toString());
        record({ kind: 'response', request: 'none', response, byLane: false });
      }
      return write(chunk, ...rest);
    };
  });
  const onRequest: RequestListener = (request, response) => {
    const exchange: Exchange = { received: [], sent: [], byLane: false };
    const queue = exchanges.get(request.socket) ?? [];
    queue.push(exchange);
    byResponse.set(response, exchange);
    const end = response.end.bind(response) as (...args: unknown[]) => typeof response;
    response.end = (...args: unknown[]) => {
      exchange.byLane ||= isCalledByLane();
      return end(...args);
    };
    collectBody(request, exchange);
    response.once('close', () => {
      queue.splice(queue.indexOf(exchange), 1);
      record({
        kind: 'response',
        request: requestOf(request, exchange),
        response: maskedResponse(Buffer.concat(exchange.sent).toString()),
        byLane: exchange.byLane,
      });
    });
  };
  server.prependListener('request', onRequest);
}

/** Records each call to Beeper, and what came of it. */
export const recordCalls = (transport: Transport, record: RecordEntry): Transport => ({
  async call(call) {
    try {
      const answer = await transport.call(call);
      record({ kind: 'call', call: textOfCall(call), outcome: textOfAnswer(answer) });
      return answer;
    } catch (error) {
      record({ kind: 'call', call: textOfCall(call), outcome: textOfError(error) });
      throw error;
    }
  },
  close: () => transport.close(),
});

/** Records a line of the log. */
export function recordLine(line: object, record: RecordEntry): void {
  const { time, pid, hostname, requestID, durationMs, ...fields } = line as { [name: string]: unknown };
  record({ kind: 'log', line: masked(JSON.stringify({ ...fields, hasRequestID: requestID !== undefined })) });
}

/** @returns a record that appends to a file, with the file of the running test in front. */
export const recordToFile =
  (file: string, fileOfTest: () => string): RecordEntry =>
  (entry) => {
    appendFileSync(file, `${JSON.stringify({ test: fileOfTest(), ...entry })}\n`);
  };

interface Exchange {
  readonly received: Uint8Array[];
  readonly sent: Uint8Array[];
  byLane: boolean;
}

const encodingOf = (encoding: unknown): BufferEncoding =>
  typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8';

/** The parser of Node pushes each part of the body. Reading the request instead would change when it flows. */
function collectBody(request: IncomingMessage, { received }: Exchange): void {
  const push = request.push.bind(request);
  request.push = (chunk: Uint8Array | null, ...rest: [BufferEncoding?]) => {
    if (chunk !== null) received.push(Buffer.from(chunk));
    return push(chunk, ...rest);
  };
}

/** The lane ends a response while its own code is on the stack, and Yoga while that of its adapter is. */
function isCalledByLane(): boolean {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 50;
  const { stack = '' } = new Error();
  Error.stackTraceLimit = stackTraceLimit;
  return stack.includes('/laneResponse.ts') && !stack.includes('/@whatwg-node/');
}

const requestOf = ({ method, url, rawHeaders }: IncomingMessage, { received }: Exchange): string => {
  const headers = rawHeaders.flatMap((name, index) =>
    index % 2 === 0 ? [`${name}: ${rawHeaders[index + 1]}`] : [],
  );
  return masked([`${method} ${url}`, ...headers.sort(), '', Buffer.concat(received).toString()].join('\n'));
};

const interim = /^HTTP\/1.1 1/;

/** Headers have no order, and their names no case. */
function maskedResponse(text: string): string {
  const [head = '', ...rest] = text.split('\r\n\r\n');
  const [status, ...headers] = head.split('\r\n');
  const lowered = headers.map((header) => header.replace(/^[^:]*/, (name) => name.toLowerCase())).sort();
  const body = rest.join('\r\n\r\n');
  return masked([status, ...lowered, '', interim.test(head) ? maskedResponse(body) : body].join('\n'));
}

const textOfCall = ({ method, path, body, token, effect }: Call): string =>
  masked(`${effect} ${method} ${path} ${token} ${JSON.stringify(body)}`);

const textOfAnswer = ({ status, complete }: Answer): string => `${status}${complete ? '' : ', incomplete'}`;

const textOfError = (error: unknown): string =>
  error instanceof NetworkError ? `${error.reason}${error.sent ? ', sent' : ''}` : String(error);

const masks: readonly (readonly [RegExp, string])[] = [
  [/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g, '(UUID)'],
  // Keys that tests make, also in places where they do not count.
  [/^(x-gateway-key|authorization|cookie): .*[\w-]{32}.*$/gm, '$1: (key)'],
  [/x-gateway-key=[\w-]{32,}/g, 'x-gateway-key=(key)'],
  [/(127\.0\.0\.1|localhost|\[::1\]|\b[a-z]{1,20}\.example):\d+/g, '$1:(port)'],
  [/\b(m1|hicli-mautrix-go_)\d{15,16}\b/g, '(pending ID)'],
  // Events are pushed when they happen, and comments come in between.
  [/"position":"[\da-f]{12}\.\d+"/g, '"position":"(position)"'],
  [/^3\r\n:\n\n\r\n/gm, ''],
  [/\/(assets|uploads)\/[\w-]{40,}/g, '/$1/(seal)'],
  [/"expiresAt":"[^"]*"/g, '"expiresAt":(soon)'],
  // After a message was sent; the sandbox begins with earlier days.
  [
    new RegExp(`"lastActivity":"${new Date().toISOString().slice(0, 10)}T[^"]*"`, 'g'),
    '"lastActivity":(now)',
  ],
  // Reminders are set a while from now.
  [/"(remindAt|remindAtMs)":(?:"[^"]*"|\d+)/g, '"$1":(later)'],
  [/^date: .*$/gm, 'date: (now)'],
  [/^retry-after: \d+$/gm, 'retry-after: (seconds)'],
  [/"retryAfterSeconds":\d+/g, '"retryAfterSeconds":(seconds)'],
  [/\bin \d+ s\b/g, 'in (seconds) s'],
  [/-{4}WebKitFormBoundary\w+/g, '(boundary)'],
  [/^Sec-WebSocket-Key: .*$/gm, 'Sec-WebSocket-Key: (random)'],
  [/"durationMs":[\d.]+/g, '"durationMs":(ms)'],
  [/"upstream":\{"calls":(\d+),"ms":[\d.]+/g, '"upstream":{"calls":$1,"ms":(ms)'],
  [/"bytes":\d+/g, '"bytes":(bytes)'],
  [/"stack":"(?:[^"\\]|\\.)*"/g, '"stack":(stack)'],
];

const masked = (text: string): string => {
  const result = masks.reduce((part, [pattern, mask]) => part.replace(pattern, mask), text);
  // Seconds have one digit or two.
  return result.includes('(seconds)')
    ? result.replace(/^content-length: \d+$/gm, 'content-length: (length)')
    : result;
};
