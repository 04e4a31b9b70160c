import { describe, expect, test } from 'vitest';
import { startPair } from '../support/pair.ts';

const json = 'application/json';
const graphql = 'application/graphql-response+json';

/** What is sent, whether the answer has `data`, and its status for each media type, as GraphQL over HTTP has it. */
const cases = [
  ['a query that is answered', '{ accounts { id } }', { [json]: 200, [graphql]: 200 }],
  ['a field that is null for a failure', '{ chat(id: "!a:b") { id } }', { [json]: 200, [graphql]: 200 }],
  ['data that is null for a failure', '{ chats { nodes { id } } }', { [json]: 200, [graphql]: 200 }],
  ['an input that is refused', '{ chats(first: 0) { nodes { id } } }', { [json]: 200, [graphql]: 200 }],
  ['a document that does not fit the schema', '{ nothing }', { [json]: 200, [graphql]: 400 }],
  ['a document that can’t be read', '{', { [json]: 200, [graphql]: 400 }],
] as const;

describe.each([json, graphql] as const)('A caller that accepts %s', (accept) => {
  test.each(cases)('gets its status for %s', async (_, query, statuses) => {
    await using pair = await startPair();
    pair.sandbox.next('GET /v1/chats', { status: 500 });
    pair.sandbox.next('GET /v1/chats/{chatID}', { status: 500 });

    const answer = await pair.gateway.send(query, {}, { headers: { accept } });

    expect(answer.headers.get('content-type')).toContain(accept);
    expect(answer.status).toBe(statuses[accept]);
    const body = (await answer.json()) as { data?: unknown };
    // In the newer media type only a request that was never executed has no `data`.
    if (accept === graphql) expect('data' in body).toBe(answer.status === 200);
  });
});
