import { expect, test } from 'vitest';
import { requestIDOf } from '../../src/context.ts';

const uuid = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;
const idOf = (headers: Record<string, string>) => requestIDOf((name) => headers[name]);

test.each([
  '+15550101002',
  'tel:+15550101002',
  'u-15550101002',
  'user=1-555-010.1002',
  'user15550101002',
  '1_555_010_1002/retry',
  '00000000000000000000015550101002',
  '00000000-0000-0000-0000-015550101002',
  '5550101-abcdefabcdefabcdef',
])('a request ID that can have a phone number in it is replaced: %s', (given) => {
  expect(idOf({ 'x-request-id': given })).toMatch(uuid);
});

test.each([
  '1a2b3c4d-1234-4123-9123-012345678901',
  '0af7651916cd43dd8448eb2112345678',
  '00000000000000004bf9234567890da6',
  'Root=1-67891233-abcdef012345678912345678',
  '105445aa7843bc8bf206b12000100000/1:o=1',
  '1189237482374823748',
  '01ARZ3NDEKTSV4RRFFQ69G5FAV',
  'web-123456',
])('one of a machine is used: %s', (given) => {
  expect(idOf({ 'x-request-id': given })).toBe(given);
});

const traceID = '4bf92f3577b34da6a3ce929d0e0e4736';

test.each([
  ['a trace ID', `00-00000000000000000000015550101002-00f067aa0ba902b7-01`],
  ['the ID of a parent', `00-${traceID}-0000015550101002-01`],
])('a phone number as %s is not accepted', (_what, traceparent) => {
  expect(idOf({ traceparent })).toMatch(uuid);
});

test.each([
  traceID,
  '0000000000000000a3ce929d0e0e4736',
  '12345678901234567890123456789012',
  '00000000000000000000000000000001',
])('the trace ID of a machine is used: %s', (id) => {
  expect(idOf({ traceparent: `00-${id}-0000000000000001-01` })).toBe(id);
});
