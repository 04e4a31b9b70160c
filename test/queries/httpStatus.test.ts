import { describe, expect, test } from 'vitest';
import { startPair } from '../support/pair.ts';

const json = 'application/json';
const graphql = 'application/graphql-response+json';

/** The status per media type, as GraphQL over HTTP specifies it. */
const cases = [
  ['a successful query', '{ accounts { id } }', { [json]: 200, [graphql]: 200 }],
  ['a failure that nulls one field', '{ chat(id: "!a:b") { id } }', { [json]: 200, [graphql]: 200 }],
  ['a failure that nulls `data`', '{ chats { nodes { id } } }', { [json]: 200, [graphql]: 200 }],
  ['invalid input', '{ chats(first: 0) { nodes { id } } }', { [json]: 200, [graphql]: 200 }],
  ['a document that is invalid for the schema', '{ nothing }', { [json]: 200, [graphql]: 400 }],
  ['a document with a syntax error', '{', { [json]: 200, [graphql]: 400 }],
] as const;

describe.each([json, graphql] as const)('With accept: %s', (accept) => {
  test.each(cases)('%s has the specified status', async (_, query, statuses) => {
    await using pair = await startPair();
    pair.sandbox.next('GET /v1/chats', { status: 500 });
    pair.sandbox.next('GET /v1/chats/{chatID}', { status: 500 });

    const answer = await pair.gateway.send(query, {}, { headers: { accept } });

    expect(answer.headers.get('content-type')).toContain(accept);
    expect(answer.status).toBe(statuses[accept]);
    const body = (await answer.json()) as { data?: unknown };
    // With the newer media type, only the response to a request that was not executed lacks `data`.
    if (accept === graphql) expect('data' in body).toBe(answer.status === 200);
  });
});
