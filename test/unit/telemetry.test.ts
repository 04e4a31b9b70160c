import { expect, test, vi } from 'vitest';
import { routeOf } from '../../src/beeper/routes.ts';
import { loggedName } from '../../src/common/operationName.ts';
import { parseTraceparent } from '../../src/common/traceparent.ts';
import { durationBuckets } from '../../src/telemetry/buckets.ts';
import { createOperationNames } from '../../src/telemetry/operationNames.ts';

const namesTo = (count: number, prefix = 'Name') =>
  Array.from({ length: count }, (_, index) => `${prefix}_${index}`);

test('one caller can’t fill all places for names of operations at once, and later ones get the rest', () => {
  const now = vi.spyOn(performance, 'now').mockReturnValue(0);
  const names = createOperationNames(false);
  const junk = new Set(namesTo(1_000, 'Junk').map((name) => names.labelOf(name, true)));
  expect(junk.size).toBeLessThanOrEqual(52);
  expect(junk).toContain('other');
  now.mockReturnValue(60_000);
  expect(names.labelOf('Inbox', true)).toBe('Inbox');
  expect(names.labelOf('Next', true)).toBe('other');
  for (let minute = 2; minute < 200; minute++) {
    now.mockReturnValue(minute * 60_000);
    junk.add(names.labelOf(`Slow_${minute}`, true));
  }
  expect(junk.size).toBeLessThanOrEqual(100);
  expect(names.labelOf('Inbox', false)).toBe('Inbox');
  now.mockRestore();
});

test('the name of an operation that fails takes no place', () => {
  const names = createOperationNames(false);
  expect(names.labelOf('Inbox', false)).toBe('other');
  expect(names.labelOf('Inbox', true)).toBe('Inbox');
  expect(names.labelOf('Inbox', false)).toBe('Inbox');
  expect(names.labelOf(null, true)).toBe('anonymous');
});

test('the names of trusted documents get places at once, up to a limit', () => {
  const names = createOperationNames(true);
  const labels = new Set(namesTo(2_000).map((name) => names.labelOf(name, true)));
  expect(labels.size).toBe(1_001);
});

test('a name with as many digits as a phone number is masked, and a long one is cut', () => {
  expect(loggedName('Chats_2026')).toBe('Chats_2026');
  expect(loggedName('_1_555_010_1002')).toBe('(masked)');
  expect(loggedName('x'.repeat(100))).toHaveLength(64);
});

test.each([
  ['/v1/chats?limit=25', '/v1/chats'],
  ['/v1/chats/search?query=x', '/v1/chats/search'],
  ['/v1/chats/%21abc%3Abeeper.com', '/v1/chats/{chatID}'],
  ['/v1/chats/a/messages/b/reactions/c', '/v1/chats/{chatID}/messages/{messageID}/reactions/{reactionKey}'],
  ['/v1/chats/a/b/c/d/e/f', 'other'],
  ['/v2/chats', 'other'],
])('the route of %s is %s', (path, route) => {
  expect(routeOf(path)).toBe(route);
});

test('a traceparent tells its trace, its parent and whether that is sampled', () => {
  const [traceID, parentSpanID] = ['4bf92f3577b34da6a3ce929d0e0e4736', '00f067aa0ba902b7'];
  expect(parseTraceparent(`00-${traceID}-${parentSpanID}-01`)).toEqual({
    traceID,
    parentSpanID,
    sampled: true,
  });
  expect(parseTraceparent(`00-${traceID}-${parentSpanID}-02`)).toMatchObject({ sampled: false });
  expect(parseTraceparent('anything else')).toBe(null);
});

test.each([100, 15_000, 600_000])('with a deadline of %d ms, buckets rise beyond it', (timeoutMs) => {
  const buckets = durationBuckets(timeoutMs);
  expect(buckets).toEqual(buckets.toSorted((a, b) => a - b));
  expect(buckets.at(-1)).toBeGreaterThan(2 * (timeoutMs / 1_000));
  expect(buckets).toContain(Math.max(30, timeoutMs / 1_000));
});
