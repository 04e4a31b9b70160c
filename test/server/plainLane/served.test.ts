import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { type DocumentNode, print } from 'graphql';
import { describe, test } from 'vitest';
import { seedChatIDs } from '../../../src/sandbox/index.ts';
import { AboutBeeper, ReadChat } from '../../support/documents.ts';
import { mutations, mutationsWithoutCall } from '../../support/mutations.ts';
import { whatsapp } from '../../support/people.ts';
import * as queries from '../../support/queryDocuments.ts';
import {
  archive,
  bodyOf,
  chat,
  type Row,
  sendRow,
  startBody,
  typename,
  useTwin,
} from '../../support/twinRequests.ts';

describe('what the lane serves', () => {
  // What is sent in time would depend on the speed of the machine.
  const twin = useTwin({ graphiql: false, sendAfterMs: 'never' });
  const send = (row: Row) => sendRow(twin(), row);

  // biome-ignore lint/suspicious/noExplicitAny: each document has its own types
  const documents: [string, TypedDocumentNode<any, any>, object][] = [
    ...Object.entries({ ...queries, AboutBeeper, ReadChat }).map(
      ([name, document]) =>
        [
          name,
          document,
          {
            ...chat,
            ...{ first: 3, chatID: seedChatIDs.longHistory, accountID: whatsapp },
            ...{ query: 'a', filter: { query: 'a' } },
          },
        ] as [string, typeof document, object],
    ),
    ...Object.values(mutations).map(
      (row) => [print(row.document).split('(')[0] ?? '', row.document, { input: row.input }] as never,
    ),
  ];
  const writesOf = (name: string): number =>
    name.startsWith('mutation') &&
    !mutationsWithoutCall.some((one) => print(one.document).startsWith(`${name}(`))
      ? 1
      : 0;

  test.each(documents)('%s', async (name, document, variables) => {
    const body = bodyOf(print(document as DocumentNode), { variables });
    await send({ by: 'the lane', body, writes: writesOf(name) });
  });

  test.each([
    '*/*',
    'application/*',
    'application/json',
    'application/graphql-response+json',
    'application/json; charset=utf-8',
    'application/graphql-response+json, application/json;q=0.9',
    'application/json;q=0.5, application/graphql-response+json;q=1',
    'application/graphql-response+json,application/json;q=0.9',
    'application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed',
    'application/graphql-response+json, application/json, multipart/mixed',
    'application/json, application/graphql-response+json',
    'application/json, multipart/mixed;q=0.9, text/event-stream;q=0.9',
    'text/html, */*;q=0.1',
    'APPLICATION/JSON',
    '',
  ])('accept: %s', async (accept) => {
    await send({ by: 'the lane', headers: { accept }, body: typename }).catch(async (error) => {
      // Yoga compares names by case, so that it can't serve some of what HTTP allows.
      if (accept !== 'APPLICATION/JSON') throw error;
      await send({ by: 'Yoga', status: 406, headers: { accept }, body: typename });
    });
  });

  test.each([
    'application/json; charset=utf-8',
    'application/json;charset="UTF-8"',
    'application/graphql+json',
    'Application/JSON',
  ])('content-type: %s', async (type) => {
    await send({ by: 'the lane', headers: { 'content-type': type }, body: typename });
  });

  test.each<[string, Omit<Row, 'by'>]>([
    ['an empty operation name', { body: bodyOf('{ __typename }', { operationName: '' }) }],
    ['a null operation name', { body: bodyOf('{ __typename }', { operationName: null }) }],
    ['null variables', { body: bodyOf('{ __typename }', { variables: null }) }],
    ['extensions', { body: bodyOf('{ __typename }', { extensions: { clientLibrary: { name: 'x' } } }) }],
    [
      'the first of two operations',
      {
        body: bodyOf('query A { a: __typename } query B { b: __typename }', { operationName: 'A' }),
      },
    ],
    [
      'the second of two operations',
      {
        body: bodyOf('query A { a: __typename } query B { b: __typename }', { operationName: 'B' }),
      },
    ],
    [
      'the query of a document with a mutation',
      { body: bodyOf(`query A { a: __typename } ${archive()}`, { operationName: 'A' }) },
    ],
    [
      'the mutation of a document with a query',
      { writes: 1, body: bodyOf(`query A { a: __typename } ${archive()}`, { operationName: 'Archive' }) },
    ],
    ['a byte order mark', { body: `\ufeff${typename}` }],
    ['a request ID', { headers: { 'x-request-id': 'router-0001' }, body: typename }],
    ['a useless request ID', { headers: { 'x-request-id': 'a b' }, body: typename }],
    [
      'a trace',
      {
        headers: { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' },
        body: typename,
      },
    ],
    ['an absolute target', { line: 'POST http://127.0.0.1/graphql HTTP/1.1', body: typename }],
    ['HTTP/1.0', { line: 'POST /graphql HTTP/1.0', body: typename }],
    ['its own origin', { headers: { origin: 'http://127.0.0.1' }, body: typename }],
    ['content-encoding: identity', { headers: { 'content-encoding': 'identity' }, body: typename }],
    ['a token of the caller', { headers: { authorization: 'Bearer sandbox-token' }, body: typename }],
    ['a payload with a failure', { body: startBody('short') }],
    ['a write with a key', { writes: 1, body: startBody('key-number-1') }],
    ['a repeat of the key', { body: startBody('key-number-1') }],
    [
      'a large answer',
      {
        body: bodyOf(
          `{ ${Array.from({ length: 20 }, (_, n) => `a${n}: chat(id: "${seedChatIDs.longHistory}") { messages(first: 20) { nodes { id text } } }`).join(' ')} }`,
        ),
      },
    ],
  ])('%s', async (_name, row) => {
    await send({ by: 'the lane', ...row });
  });

  test('the same document again, from the cache', async () => {
    const body = bodyOf(print(ReadChat), { variables: chat });
    for (let times = 0; times < 3; times++) await send({ by: 'the lane', body });
  });
});
