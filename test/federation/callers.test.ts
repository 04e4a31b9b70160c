import { describe, expect, test } from 'vitest';
import { seedChatIDs } from '../../src/sandbox/index.ts';
import { ada, kishan, whatsapp } from '../support/people.ts';
import { federations, startGraph } from './graph.ts';

const readChat = 'query ($id: ID!) { chat(id: $id) { title notes { text } account { network } } }';
const createChat = `
  mutation ($input: CreateChatInput!) {
    createChat(input: $input) { __typename ... on CreateChatPayload { chat { title } } }
  }`;

const good = { authorization: 'Bearer sandbox-token' };
const wrong = { authorization: 'Bearer wrong' };

/** Headers that browsers, proxies and attackers send. */
const otherHeaders = {
  cookie: 'session=secret',
  'x-evil': 'evil',
  'x-forwarded-for': '203.0.113.7',
  'x-api-key': 'secret',
};

describe.each(federations)('$router over the supergraph of $composer', (federation) => {
  test('only the caller’s Authorization header reaches Beeper', async () => {
    await using graph = await startGraph(federation);

    await graph.ask(readChat, { id: kishan.chatID }, otherHeaders);
    await graph.ask(
      createChat,
      { input: { single: { accountID: whatsapp, participantID: ada.id } } },
      otherHeaders,
    );

    const asked = graph.sandbox.calls.filter(({ path }) => path !== '/v1/info');
    expect(asked.map(({ method }) => method)).toEqual(['GET', 'GET', 'POST']);
    const ofHTTP = ['accept', 'connection', 'content-length', 'content-type', 'host'];
    for (const { headers } of asked) {
      expect(Object.keys(headers).filter((name) => !ofHTTP.includes(name))).toEqual(['authorization']);
      expect(headers.authorization).toBe('Bearer sandbox-token');
    }
  });

  test('the subgraph of the gateway gets only the caller’s Authorization header, and the CRM none', async () => {
    await using graph = await startGraph(federation);

    await graph.ask(readChat, { id: kishan.chatID }, otherHeaders);

    expect(graph.gatewayProxy.requests.length).toBeGreaterThan(0);
    expect(graph.crmProxy.requests.length).toBeGreaterThan(0);
    for (const { headers } of [...graph.gatewayProxy.requests, ...graph.crmProxy.requests]) {
      for (const name of Object.keys(otherHeaders)) expect(headers).not.toHaveProperty(name);
    }
    for (const { headers } of graph.gatewayProxy.requests) expect(headers).toMatchObject(good);
    for (const { headers } of graph.crmProxy.requests) expect(headers).not.toHaveProperty('authorization');
  });

  test('a caller without a token gets no data that was read with another token', async () => {
    await using graph = await startGraph(federation);
    await graph.ask(readChat, { id: kishan.chatID });

    const { data, errors } = await graph.ask(readChat, { id: kishan.chatID }, { authorization: '' });

    expect(data).toEqual({ chat: null });
    expect(errors).toMatchObject([{ path: ['chat'], extensions: { code: 'UNAUTHENTICATED' } }]);
  });

  test.each([
    ['with the same query', () => 'chat'],
    ['with one query per pair', (number: number) => `chat${number >> 1}`],
  ])('sixty concurrent callers with different tokens share no data, %s', async (_, aliasOf) => {
    await using graph = await startGraph(federation);
    graph.sandbox.always('GET /v1/chats/{chatID}', { delayMs: 20 });
    const tokens = Array.from({ length: 60 }, (_, number) => (number % 2 ? wrong : good));

    const answers = await Promise.all(
      tokens.map((token, number) =>
        graph.ask(`{ ${aliasOf(number)}: chat(id: "${kishan.chatID}") { title } }`, {}, token),
      ),
    );

    for (const [number, { data, errors }] of answers.entries()) {
      const alias = aliasOf(number);
      if (tokens[number] === good) {
        expect({ data, errors }).toEqual({ data: { [alias]: { title: 'Kishan' } }, errors: undefined });
      } else {
        expect(data).toEqual({ [alias]: null });
        expect(errors).toMatchObject([{ path: [alias], extensions: { code: 'UNAUTHENTICATED' } }]);
      }
    }
    const used = new Set(graph.sandbox.calls.map(({ headers }) => headers.authorization));
    expect([...used].toSorted()).toEqual([good.authorization, wrong.authorization]);
  });

  test('successive callers with different tokens share no data', async () => {
    await using graph = await startGraph(federation);

    for (let turn = 0; turn < 5; turn++) {
      const answers = [
        await graph.ask(readChat, { id: seedChatIDs.grace }, good),
        await graph.ask(readChat, { id: seedChatIDs.grace }, wrong),
      ];
      expect(answers.map(({ data }) => data)).toMatchObject([{ chat: { title: 'Grace' } }, { chat: null }]);
    }
  });
});
