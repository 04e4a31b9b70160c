import { expect, test } from 'vitest';
import { CreateChatOnce, ReadChat } from '../support/documents.ts';
import { startPair } from '../support/pair.ts';
import { ada, whatsapp } from '../support/people.ts';

const write = {
  input: { single: { accountID: whatsapp, participantID: ada.id } },
  key: 'a-key-of-mine',
};

for (const fault of [{ hang: true }, { reset: 'after' }] as const) {
  test(`a write is unavailable and frees its key if the probe of an open circuit fails: ${Object.keys(fault)}`, async () => {
    // The circuit is half open at once: every call sends the probe first.
    await using pair = await startPair({ api: 'split', timeoutMs: 1_000, circuitOpenMs: 0 });
    pair.sandbox.always('GET /v1/chats/{chatID}', { reset: 'after' });
    pair.sandbox.always('GET /v1/info', fault);
    // Six attempts without a connection open the circuit.
    for (let turn = 0; turn < 2; turn++) await pair.gateway.query(ReadChat, { id: 'nobody' });

    const { data } = await pair.gateway.query(CreateChatOnce, write);
    pair.sandbox.always('GET /v1/info', null);
    const again = await pair.gateway.query(CreateChatOnce, write);

    expect(data?.createChat).toMatchObject({ __typename: 'BeeperUnavailableError', retryable: true });
    expect(again.data?.createChat).toMatchObject({ __typename: 'CreateChatPayload', replayed: false });
    expect(pair.writes()).toHaveLength(1);
  });
}
