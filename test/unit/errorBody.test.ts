import { describe, expect, test } from 'vitest';
import { decodeErrorBody } from '../../src/beeper/errorBody.ts';

describe('An error', () => {
  test.each(['CODE_15550101002', 'tel:1-555-010-1002', 'x1y5z5w5v0u1t0'])(
    'has no code where that can have a phone number in it: %s',
    (code) => {
      expect(decodeErrorBody({ message: 'Wrong', code })).toMatchObject({ message: 'Wrong', code: null });
    },
  );

  test('has a message and a code', () => {
    expect(decodeErrorBody({ message: 'Token expired', code: 'unauthorized' })).toEqual({
      isBeepers: true,
      message: 'Token expired',
      code: 'unauthorized',
      issues: [],
    });
  });

  test('can have the older shape', () => {
    const body = {
      error: 'Validation failed',
      details: { accountID: 'is required', 'user.email': 'is wrong' },
    };
    expect(decodeErrorBody(body)).toEqual({
      isBeepers: true,
      message: 'Validation failed',
      code: null,
      issues: [
        { path: ['accountID'], message: 'is required', code: null },
        { path: ['user', 'email'], message: 'is wrong', code: null },
      ],
    });
  });

  test('has the issues that can be read, without the others', () => {
    const issues = [
      { code: 'too_small', message: 'Too few', path: ['body', 'participantIDs', 0] },
      { message: 'No path, no code' },
      { message: 'Odd path', path: 'body.user', code: 7 },
      { code: 'no_message', path: [] },
      null,
      'text',
    ];
    expect(decodeErrorBody({ message: 'Invalid', details: { issues } })?.issues).toEqual([
      { code: 'too_small', message: 'Too few', path: ['body', 'participantIDs', 0] },
      { code: null, message: 'No path, no code', path: [] },
      { code: null, message: 'Odd path', path: [] },
    ]);
  });

  test.each([null, 'text', 7, [], ['text'], {}, { field: ['a', 'b'] }, { field: null }])(
    'has no issues where its details are %j',
    (details) => {
      expect(decodeErrorBody({ message: 'Invalid', code: 'X', details })).toMatchObject({
        message: 'Invalid',
        issues: [],
      });
    },
  );

  test('of a web framework for a missing route is not Beeper’s', () => {
    const body = { statusCode: 404, error: 'Not Found', message: 'Route POST:/v1/chats/start not found' };
    expect(decodeErrorBody(body)).toBeNull();
  });

  test.each([
    { message: 'Service Unavailable' },
    { message: 'upstream connect error', code: 503 },
    { error: 'Service Unavailable', message: 'x' },
    { timestamp: '2026-08-14T08:00:00Z', status: 503, error: 'Service Unavailable', path: '/v1/chats' },
    { errcode: 'M_UNRECOGNIZED', error: 'Unrecognized request' },
    { type: 'about:blank', title: 'Not Found', status: 404, message: 'x', code: 'x' },
  ])('of a proxy or another server is not in Beeper’s form: %j', (body) => {
    expect(decodeErrorBody(body)?.isBeepers).toBe(false);
  });

  test('with fields of a newer app is in Beeper’s form', () => {
    expect(decodeErrorBody({ message: 'x', code: 'NOT_FOUND', requestID: 'r' })?.isBeepers).toBe(true);
  });

  test('without a message is not Beeper’s', () => {
    const bodies = [
      null,
      undefined,
      '',
      '404 Not Found',
      7,
      [],
      {},
      { code: 'X' },
      { message: '' },
      { message: 7 },
    ];
    expect(bodies.map((body) => decodeErrorBody(body))).toEqual(bodies.map(() => null));
  });

  test('has no code if the code is missing, empty, not a string, or as long as a sentence', () => {
    for (const code of [undefined, null, '', 7, {}, 'x'.repeat(65)]) {
      expect(decodeErrorBody({ message: 'Wrong', code })).toMatchObject({ message: 'Wrong', code: null });
    }
    expect(decodeErrorBody({ message: 'Wrong', code: 'x'.repeat(64) })?.code).toHaveLength(64);
  });

  test.each(['Sorry, ada@example.com', '+15550101002 is unknown', 'ada@example.com'])(
    'has no code where %j stands in its place: codes are logged',
    (code) => {
      expect(decodeErrorBody({ message: 'Wrong', code })).toMatchObject({ message: 'Wrong', code: null });
    },
  );
});
