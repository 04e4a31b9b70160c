import { print } from 'graphql';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../../src/common/sha256.ts';
import { newGatewayKey } from '../../security/gatewayKey.ts';
import { ReadChat } from '../../support/documents.ts';
import { startTwin } from '../../support/twin.ts';
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

describe('a gateway with keys, origins and GraphiQL', () => {
  const full = newGatewayKey('web');
  const readOnly = newGatewayKey('reports', { readOnly: true });
  const origin = 'https://app.example';
  const twin = useTwin({ keys: [full.stored, readOnly.stored], origins: [origin], corsHeaders: ['x-own'] });
  const withKey = { 'x-gateway-key': full.key };
  const withReadOnlyKey = { 'x-gateway-key': readOnly.key };
  const accept = 'application/graphql-response+json';
  const preflight = {
    origin,
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'x-own',
  };

  test.each<[string, Row]>([
    ['a query with a key', { by: 'the lane', headers: withKey, body: typename }],
    ['a query with a read-only key', { by: 'the lane', headers: withReadOnlyKey, body: typename }],
    ['a mutation with a key', { by: 'the lane', headers: withKey, body: bodyOf(archive()), writes: 1 }],
    [
      'a mutation with a read-only key',
      { by: 'Yoga', headers: { ...withReadOnlyKey, accept }, body: bodyOf(archive()), status: 403 },
    ],
    ['a query of a listed page', { by: 'the lane', headers: { ...withKey, origin }, body: typename }],
    [
      'a query of a page of the gateway',
      { by: 'the lane', headers: { ...withKey, origin: 'http://127.0.0.1' }, body: typename },
    ],
    [
      'a query of another page',
      {
        by: 'Yoga',
        headers: { ...withKey, origin: 'https://evil.example' },
        body: bodyOf(archive()),
        status: 403,
      },
    ],
    ['no key', { by: 'Yoga', body: bodyOf(archive()), status: 401 }],
    ['no key, from a listed page', { by: 'Yoga', headers: { origin }, body: bodyOf(archive()), status: 401 }],
    [
      'another key',
      { by: 'Yoga', headers: { 'x-gateway-key': 'x'.repeat(43) }, body: bodyOf(archive()), status: 401 },
    ],
    ['a preflight', { by: 'Yoga', line: 'OPTIONS /graphql HTTP/1.1', headers: preflight, status: 204 }],
    [
      'a preflight of another page',
      {
        by: 'Yoga',
        line: 'OPTIONS /graphql HTTP/1.1',
        headers: { ...preflight, origin: 'null' },
        status: 403,
      },
    ],
    [
      'an error with a key',
      { by: 'Yoga', headers: { ...withKey, accept }, body: bodyOf('{ x }'), status: 400 },
    ],
    [
      'introspection',
      { by: 'the lane', headers: withKey, body: bodyOf('{ __schema { queryType { name } } }') },
    ],
  ])('%s', async (_name, row) => {
    await sendRow(twin(), row);
  });

  test('the log of a write names the holder of the key', async () => {
    const done = await sendRow(twin(), { by: 'the lane', headers: withKey, body: startBody('short') });
    expect(done.lines.join()).toContain('"keyHolder":"web"');
  });
});

// Fails: what the lane leaves to Yoga counts twice, and an operation that was executed gets 429.
test('each request counts once for the budget of its caller, whoever serves it', async () => {
  await using twin = await startTwin({ requestsPerMinute: 4 });
  const accept = 'application/graphql-response+json';
  await sendRow(twin, { by: 'the lane', body: typename });
  await sendRow(twin, { by: 'Yoga', headers: { accept }, body: bodyOf('{ nothing }'), status: 400 });
  await sendRow(twin, { by: 'Yoga', body: bodyOf('{ chats(first: -1) { nodes { id } } }') });
  await sendRow(twin, { by: 'the lane', body: typename });
  await sendRow(twin, { by: 'Yoga', headers: { accept }, body: bodyOf(archive()), status: 429 });
  await sendRow(twin, {
    by: 'the lane',
    headers: { authorization: 'Bearer sandbox-token2' },
    body: typename,
  });
});

test('a gateway with trusted documents', async () => {
  const hashOf = (text: string) => sha256(text).toString('hex');
  const read = print(ReadChat);
  const broken = '{ nothing }';
  const documents = new Map([read, broken].map((text) => [hashOf(text), text]));
  await using twin = await startTwin({ documents });
  const accept = 'application/graphql-response+json';
  const refused = { by: 'Yoga', headers: { accept }, status: 400 } as const;
  const byHash = JSON.stringify({ documentId: hashOf(read), variables: chat });
  for (let times = 0; times < 2; times++) await sendRow(twin, { by: 'the lane', body: byHash });
  const persistedQuery = { version: 1, sha256Hash: hashOf(read) };
  await sendRow(twin, {
    by: 'the lane',
    body: JSON.stringify({ extensions: { persistedQuery }, variables: chat }),
  });
  await sendRow(twin, { ...refused, body: JSON.stringify({ documentId: hashOf(broken) }) });
  await sendRow(twin, { ...refused, body: JSON.stringify({ documentId: 'x' }) });
  await sendRow(twin, { ...refused, body: bodyOf(read, { variables: chat }) });
  await sendRow(twin, { ...refused, body: typename });
});

test('an overloaded gateway refuses plain requests', async () => {
  await using twin = await startTwin({ isOverloaded: () => true });
  await sendRow(twin, { by: 'Yoga', body: bodyOf(archive()), status: 503 });
});
