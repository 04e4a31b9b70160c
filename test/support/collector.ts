import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { bytesIn, decodeMessage, type Message, messagesIn, numberIn, textIn } from './protobuf.ts';

type Value = string | number | boolean | (string | number)[];

export interface ReceivedSpan {
  readonly name: string;
  readonly kind: 'internal' | 'server' | 'client' | undefined;
  readonly traceID: string;
  readonly spanID: string;
  /** Empty for a root. */
  readonly parentID: string;
  /** Nanoseconds since 1970. */
  readonly start: bigint;
  readonly end: bigint;
  readonly attributes: Readonly<Record<string, Value>>;
  readonly hasFailed: boolean;
  readonly traceState: string;
}

export interface Export {
  readonly headers: IncomingMessage['headers'];
  readonly path: string;
  /** Not compressed. */
  readonly body: Buffer;
  readonly resource: Readonly<Record<string, Value>>;
  readonly scope: string;
  readonly spans: readonly ReceivedSpan[];
}

/** A receiver of OTLP over HTTP: https://opentelemetry.io/docs/specs/otlp/#otlphttp */
export interface Collector extends AsyncDisposable {
  readonly url: string;
  readonly exports: Export[];
  readonly spans: ReceivedSpan[];
  /** How it answers; a success without it. */
  respond: RequestListener | null;
}

export async function startCollector(): Promise<Collector> {
  const exports: Export[] = [];
  const spans: ReceivedSpan[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const received = toExport(request, Buffer.concat(chunks));
    exports.push(received);
    if (collector.respond) return collector.respond(request, response);
    spans.push(...received.spans);
    response.writeHead(200, { 'content-type': 'application/x-protobuf' }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const collector: Collector = {
    url: `http://127.0.0.1:${port}`,
    exports,
    spans,
    respond: null,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return collector;
}

function toExport({ headers, url = '' }: IncomingMessage, bytes: Buffer): Export {
  const body = headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes;
  const [resourceSpans = new Map()] = messagesIn(decodeMessage(body), 1);
  const [resource = new Map()] = messagesIn(resourceSpans, 1);
  const [scopeSpans = new Map()] = messagesIn(resourceSpans, 2);
  const [scope = new Map()] = messagesIn(scopeSpans, 1);
  return {
    headers,
    path: url,
    body,
    resource: attributesIn(resource, 1),
    scope: textIn(scope, 1),
    spans: messagesIn(scopeSpans, 2).map(toSpan),
  };
}

/** Fields of https://github.com/open-telemetry/opentelemetry-proto/blob/main/opentelemetry/proto/trace/v1/trace.proto */
function toSpan(span: Message): ReceivedSpan {
  const [status = new Map()] = messagesIn(span, 15);
  return {
    name: textIn(span, 5),
    kind: ([undefined, 'internal', 'server', 'client'] as const)[Number(numberIn(span, 6))],
    traceID: bytesIn(span, 1).toString('hex'),
    spanID: bytesIn(span, 2).toString('hex'),
    parentID: bytesIn(span, 4).toString('hex'),
    start: numberIn(span, 7),
    end: numberIn(span, 8),
    attributes: attributesIn(span, 9),
    hasFailed: numberIn(status, 3) === 2n,
    traceState: textIn(span, 3),
  };
}

const attributesIn = (message: Message, field: number): Record<string, Value> =>
  Object.fromEntries(
    messagesIn(message, field).map((pair) => [textIn(pair, 1), toValue(messagesIn(pair, 2)[0] ?? new Map())]),
  );

function toValue(value: Message): Value {
  if (value.has(1)) return textIn(value, 1);
  if (value.has(2)) return numberIn(value, 2) === 1n;
  if (value.has(3)) return Number(numberIn(value, 3));
  return messagesIn(messagesIn(value, 5)[0] ?? new Map(), 1).map((one) => toValue(one) as string | number);
}
