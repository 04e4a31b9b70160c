import { expect, test } from 'vitest';
import { newGatewayKey } from '../security/gatewayKey.ts';
import { StartChatOnce } from '../support/documents.ts';
import { startPair } from '../support/pair.ts';
import { grace, whatsapp } from '../support/people.ts';

const input = { accountID: whatsapp, user: { id: grace.id } };

test('two gateway keys are two callers, with the same token: each has a budget and idempotency keys of its own', async () => {
  const [web, app] = [newGatewayKey('web'), newGatewayKey('app')];
  await using pair = await startPair({ keys: [web.stored, app.stored], writesPerMinute: 1 });
  const start = async (key: string, idempotencyKey: string) =>
    (
      await pair.gateway.query(
        StartChatOnce,
        { input, key: idempotencyKey },
        { headers: { 'x-gateway-key': key } },
      )
    ).data?.startChat;

  const ofWeb = await start(web.key, 'the-same-key');
  const ofApp = await start(app.key, 'the-same-key');
  const again = await start(web.key, 'the-same-key');
  const beyond = await start(web.key, 'another-key');

  expect(ofWeb).toMatchObject({ replayed: false });
  expect(ofApp).toMatchObject({ replayed: false });
  expect(again).toMatchObject({ replayed: true });
  expect(beyond).toMatchObject({ __typename: 'BeeperRateLimitedError' });
  expect(pair.writes()).toHaveLength(2);
});
