import { expect, test } from 'vitest';
import { startPair } from '../support/pair.ts';
import {
  allAs,
  answered,
  deadlineMs,
  type Expected,
  type Fault,
  lost,
  type Operation,
  runAll,
  unreadable,
} from './support/operations.ts';

/** Faulty answers of a running Beeper. Where possible, the write is done before the fault. */
const faults: readonly { when: string; fault: Fault; expected: Expected; waits?: true }[] = [
  { when: 'a reset before the request is read', fault: { reset: 'before' }, expected: lost },
  {
    when: 'a reset after the request is read',
    fault: { reset: 'after', performs: true },
    expected: lost,
  },
  { when: 'a truncated answer', fault: { cut: true }, expected: lost },
  { when: 'no answer', fault: { hang: true, performs: true }, expected: lost, waits: true },
  { when: 'a head after the deadline', fault: { slowHeadersMs: 3_000 }, expected: lost, waits: true },
  { when: 'a body after the deadline', fault: { slowBodyMs: 3_000 }, expected: lost, waits: true },
  { when: 'a slow head before the deadline', fault: { slowHeadersMs: 150 }, expected: answered },
  { when: 'a slow body before the deadline', fault: { slowBodyMs: 150 }, expected: answered },
  { when: 'an endless body', fault: { endless: true, performs: true }, expected: lost },
  {
    when: 'an HTML page with status 200',
    fault: { html: true, performs: true },
    expected: unreadable,
  },
  {
    when: 'JSON with the content type text/plain',
    fault: { headers: { 'content-type': 'text/plain' } },
    expected: answered,
  },
  {
    when: 'plain text with the content type of JSON',
    fault: { body: 'Done.', headers: { 'content-type': 'application/json' }, performs: true },
    expected: unreadable,
  },
  {
    when: 'JSON of another type',
    fault: { body: '"done"', headers: { 'content-type': 'application/json' }, performs: true },
    expected: unreadable,
  },
  {
    when: 'JSON with a million levels',
    fault: { body: '['.repeat(1_000_000), performs: true },
    expected: unreadable,
  },
];

for (const { when, fault, expected, waits } of faults) {
  (waits ? test.concurrent : test)(
    `${when}: writes end as ${expected.write}, reads as ${expected.read}, before the deadline`,
    async () => {
      const timeoutMs = deadlineMs(waits);
      await using pair = await startPair({ api: 'split', timeoutMs });
      const chats = pair.sandbox.chats.size;
      const isSlow = waits || fault.slowHeadersMs !== undefined || fault.slowBodyMs !== undefined;
      // One wait for each kind of operation is enough; a read whose answer was lost waits before it is repeated.
      const takesTime = ({ kind }: Operation) => isSlow || (kind === 'read' && expected === lost);
      const only = (operation: Operation) =>
        !(takesTime(operation) && operation.isLikeOthers) &&
        // An empty body can't be late.
        !(fault.slowBodyMs && operation.isAnswerEmpty);

      const reports = await runAll(pair.gateway, {
        timeoutMs,
        only,
        before: ({ route }) => pair.sandbox.always(route, fault),
        after: ({ route }) => pair.sandbox.always(route, null),
        counts: { writes: () => pair.writes().length, calls: () => pair.sandbox.calls.length },
      });

      expect(reports).toEqual(allAs(expected, { only }));
      expect(pair.sandbox.chats.size - chats).toBeLessThanOrEqual(2);
    },
  );
}
