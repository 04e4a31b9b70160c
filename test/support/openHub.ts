import type { LiveStream, MessageUpserted } from '../../src/live/events.ts';
import type { Hub, StreamRequest } from '../../src/live/hub.ts';
import { EventStream, type Unnumbered } from '../../src/live/stream.ts';

/** A hub without Beeper: a test says what happens. */
export interface OpenHub extends Hub {
  /** What was subscribed to, also what has ended. */
  readonly requests: StreamRequest[];
  /** Gives all open streams the same event. */
  push(event: Unnumbered, key?: string): void;
  /** Gives all open streams a new message. */
  pushMessage(messageID: string, read?: Partial<Pick<MessageUpserted, 'message' | 'chat'>>): void;
}

/** @param open replaces the streams of the hub. */
export function createOpenHub(
  open: (request: StreamRequest, openStream: Hub['subscribe']) => LiveStream = (request, openStream) =>
    openStream(request),
): OpenHub {
  const streams = new Map<EventStream, StreamRequest>();
  const requests: StreamRequest[] = [];
  let closed: Parameters<Hub['close']>[0] | null = null;
  let position = 0;
  const place = () => ({ position: `t.${position++}`, occurredAt: new Date(0) });

  const push: OpenHub['push'] = (event, key = event.position) => {
    for (const stream of [...streams.keys()]) stream.push(key, event);
  };
  const openStream = (request: StreamRequest): LiveStream => {
    const stream = new EventStream({ onLeave: () => streams.delete(stream) });
    streams.set(stream, request);
    if (closed) stream.end(closed);
    else stream.push('started', { kind: 'started', isResumed: false, isPolled: false, ...place() });
    return stream;
  };
  return {
    requests,
    push,
    pushMessage: (messageID, read) =>
      push({
        kind: 'messageUpserted',
        chatID: 'chat',
        messageID,
        message: async () => null,
        chat: async () => null,
        ...read,
        ...place(),
      } satisfies Unnumbered<MessageUpserted>),
    subscribe(request) {
      requests.push(request);
      return open(request, openStream);
    },
    holdEchoes: () => () => {},
    served() {},
    endWhere(test, failure) {
      for (const [stream, { keyHolder }] of streams) if (test(keyHolder)) stream.end(failure);
    },
    close(failure) {
      closed = failure;
      for (const stream of [...streams.keys()]) stream.end(failure);
    },
    state: () => ({ streams: streams.size, sockets: 0 }),
  };
}
