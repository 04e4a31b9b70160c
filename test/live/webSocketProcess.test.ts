import { expect, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { startProcess } from '../support/process.ts';
import { openWebSocket } from '../support/webSocket.ts';

test('on SIGTERM, WebSockets are completed and closed, and hold up neither the end nor its order', async () => {
  await using sandbox = await startSandbox();
  await using gateway = await startProcess({
    BEEPER_URL: sandbox.url,
    BEEPER_ACCESS_TOKEN: sandbox.token,
    GATEWAY_WEBSOCKET: 'on',
  });
  const origin = await gateway.origin();
  await using idle = await openWebSocket({ origin });
  await using deaf = await openWebSocket({ origin });
  await using watching = await openWebSocket({ origin });
  watching.subscribe(
    'one',
    'subscription { chatEvents { __typename ... on BeeperLiveEnded { error { code } } } }',
  );
  await watching.receives('one', { payload: { data: { chatEvents: { __typename: 'BeeperLiveStarted' } } } });
  deaf.webSocket.pause();

  gateway.kill('SIGTERM');

  expect(await gateway.ends()).toEqual({ code: 0, signal: null });
  expect((await idle.closes()).code).toBe(1001);
  expect((await watching.closes()).code).toBe(1001);
  expect(watching.received.slice(-2)).toMatchObject([
    { type: 'next', payload: { data: { chatEvents: { error: { code: 'UNAVAILABLE' } } } } },
    { type: 'complete' },
  ]);
  expect(gateway.stderr).toBe('');
});
