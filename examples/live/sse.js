/**
 * Runs a subscription over server-sent events: graphql-sse's “distinct connections mode”, in the 60 lines that it takes.
 * `EventSource` can't be used: it sends no headers. The library graphql-sse can; this page reads the stream itself because it
 * has to see the heartbeats, which tell a quiet stream from a dead one.
 *
 * @param {object} options
 * @param {string} options.url
 * @param {Record<string, string>} options.headers such as `authorization`
 * @param {{ query: string, variables?: object }} options.operation
 * @param {AbortSignal} options.signal ends it
 * @param {(result: { data?: any, errors?: any[] }) => void} options.onResult
 * @param {() => void} options.onBytes called for all that arrives, also for heartbeats
 * @returns {Promise<void>} once the server has completed the subscription
 * @throws {Refusal} if the server refuses the request; other errors if the connection fails or is cut
 */
export async function subscribe({ url, headers, operation, signal, onResult, onBytes }) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headers },
    body: JSON.stringify(operation),
    signal,
  });
  onBytes();
  if (
    !response.ok ||
    !response.body ||
    !/^text\/event-stream\b/.test(response.headers.get('content-type') ?? '')
  )
    throw new Refusal(response.status, await response.json().catch(() => null));

  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) throw new Error('The stream ended without a “complete”.');
    onBytes();
    // A \r\n can be cut in two by the network.
    const parts = (text + value).split(/\r?\n\r?\n/);
    text = parts.pop() ?? '';
    for (const part of parts) {
      const { event, data } = parseEvent(part);
      if (event === 'next') onResult(JSON.parse(data));
      if (event === 'complete') return;
    }
  }
}

/** The server answered with a JSON error instead of a stream. */
export class Refusal extends Error {
  /**
   * @param {number} status
   * @param {{ errors?: { message: string, extensions?: Record<string, unknown> }[] } | null} body
   */
  constructor(status, body) {
    const [error] = body?.errors ?? [];
    super(error?.message ?? `The server answered with status ${status}.`);
    this.code = error?.extensions?.code ?? null;
    this.remedy = error?.extensions?.remedy ?? null;
    // Without the gateway's own word, as from a proxy, only trouble of the server is worth another try.
    this.retryable = error?.extensions?.retryable ?? status >= 500;
  }
}

/** @param {string} part the lines of one event; those that begin with a colon are heartbeats. */
function parseEvent(part) {
  let event = '';
  const data = [];
  for (const line of part.split(/\r?\n/)) {
    const [, field, value = ''] = /^(event|data): ?(.*)$/.exec(line) ?? [];
    if (field === 'event') event = value;
    if (field === 'data') data.push(value);
  }
  return { event, data: data.join('\n') };
}
