import { once } from 'node:events';
import { GraphQLError } from 'graphql';
import { describe, expect, test } from 'vitest';
import { InvalidInputFailure, UnavailableFailure } from '../../src/failures.ts';
import type { LiveStream } from '../../src/live/events.ts';
import { newGatewayKey } from '../security/gatewayKey.ts';
import { readEvents, subscribe } from '../support/eventStream.ts';
import { startGateway } from '../support/gateway.ts';
import { createOpenHub } from '../support/openHub.ts';
import { openSocket, postText, requestText } from '../support/rawSocket.ts';

const beeper = 'http://127.0.0.1:9';

const query = `subscription Watch { chatEvents {
  __typename
  ... on BeeperLiveEvent { index }
  ... on BeeperMessageUpserted { messageID }
  ... on BeeperError { code message remedy retryable }
} }`;

const started = { data: { chatEvents: { __typename: 'BeeperLiveStarted', index: 0 } } };
const message = (messageID: string, index: number) => ({
  data: { chatEvents: { __typename: 'BeeperMessageUpserted', index, messageID } },
});

const sse = { accept: 'text/event-stream' };

describe('a subscription', () => {
  test('is answered with one event for each result, until the hub ends it', async () => {
    const hub = createOpenHub();
    await using gateway = await startGateway({ beeper, hub });
    await using watching = await subscribe(gateway, query);

    expect(watching.response.status).toBe(200);
    expect(watching.response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(watching.response.headers.get('x-accel-buffering')).toBe('no');
    expect(await watching.next()).toEqual(started);
    hub.pushMessage('a');
    hub.pushMessage('b');
    expect(await watching.next()).toEqual(message('a', 1));
    expect(await watching.next()).toEqual(message('b', 2));
    hub.close(new UnavailableFailure('Closing.', { retryAfterSeconds: 1 }));
    expect(await watching.next()).toMatchObject({
      data: { chatEvents: { __typename: 'BeeperUnavailableError', message: 'Closing.', retryable: true } },
    });
    expect(await watching.next()).toBeNull();
    expect(watching.text()).toMatch(/event: complete\ndata:\n\n$/);
  });

  test('works by GET, as with EventSource', async () => {
    const hub = createOpenHub();
    await using gateway = await startGateway({ beeper, hub });
    const url = `${gateway.origin}/graphql?query=${encodeURIComponent(query)}`;
    const leaving = new AbortController();
    const response = await fetch(url, { headers: sse, signal: leaving.signal });
    await using watching = readEvents(response, leaving);

    expect(await watching.next()).toEqual(started);
    const mutation = await fetch(`${gateway.origin}/graphql?query=mutation{__typename}`, { headers: sse });
    expect(mutation.status).toBe(405);
  });
});
