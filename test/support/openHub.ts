import type { LiveEvent } from '../../src/live/events.ts';
import type { Hub, StreamRequest } from '../../src/live/hub.ts';
import { EventStream, type Unnumbered } from '../../src/live/stream.ts';

/** A hub without Beeper: a test says what happens. */
export interface OpenHub extends Hub {
  /** What was subscribed to, also what has ended. */
  readonly requests: StreamRequest[];
  /** Gives all open streams the same event. */
  push(event: Unnumbered, key?: string): void;
  /** Gives all open streams a new message. */
  pushMessage(messageID: string): void;
}

/** @param setUp replaces the streams that the hub opens. */
export function createOpenHub(open?: (request: StreamRequest) => ReturnType<Hub['subscribe']>): OpenHub {
  const streams = new Map<EventStream, StreamRequest>();
  const requests: StreamRequest[] = [];
  let closed: Parameters<Hub['close']>[0] | null = null;
  let position = 0;
  const place = () => ({ position: `t.${position++}`, occurredAt: new Date(0) });

  const push: OpenHub['push'] = (event, key = event.position) => {
    for (const stream of [...streams.keys()]) stream.push(key, event);
  };
  return {
    requests,
    push,
    pushMessage: (messageID) =>
      push({
        kind: 'messageUpserted',
        chatID: 'chat',
        messageID,
        message: async () => null,
        chat: async () => null,
        ...place(),
      } satisfies Unnumbered<Extract<LiveEvent, { kind: 'messageUpserted' }>>),
    subscribe(request) {
      requests.push(request);
      if (open) return open(request);
      const stream = new EventStream({ onLeave: () => streams.delete(stream) });
      streams.set(stream, request);
      if (closed) stream.end(closed);
      else stream.push('started', { kind: 'started', isResumed: false, isPolled: false, ...place() });
      return stream;
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
