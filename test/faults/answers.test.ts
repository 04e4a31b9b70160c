import { expect, test } from 'vitest';
import { startPair } from '../support/pair.ts';
import {
  allAs,
  answered,
  deadlineMs,
  type Expected,
  type Fault,
  lost,
  runAll,
  unreadable,
} from './support/operations.ts';

/** What a Beeper that is up can do wrong with its answer. Where it can, it has done the work before. */
const faults: readonly { when: string; fault: Fault; expected: Expected; waits?: true }[] = [
  { when: 'a reset before the request is read', fault: { reset: 'before' }, expected: lost },
  {
    when: 'a reset after the request is read',
    fault: { reset: 'after', performs: true },
    expected: lost,
  },
  { when: 'an answer that breaks off in the middle', fault: { cut: true }, expected: lost },
  { when: 'no answer at all', fault: { hang: true, performs: true }, expected: lost, waits: true },
  { when: 'a head that comes too late', fault: { slowHeadersMs: 3_000 }, expected: lost, waits: true },
  { when: 'a body that comes too late', fault: { slowBodyMs: 3_000 }, expected: lost, waits: true },
  { when: 'a head that is slow, but in time', fault: { slowHeadersMs: 150 }, expected: answered },
  { when: 'a body that is slow, but in time', fault: { slowBodyMs: 150 }, expected: answered },
  { when: 'a body that never ends', fault: { endless: true, performs: true }, expected: lost },
  {
    when: 'a page of HTML with status 200',
    fault: { html: true, performs: true },
    expected: unreadable,
  },
  {
    when: 'JSON that is called text/plain',
    fault: { headers: { 'content-type': 'text/plain' } },
    expected: answered,
  },
  {
    when: 'plain text that is called JSON',
    fault: { body: 'Done.', headers: { 'content-type': 'application/json' }, performs: true },
    expected: unreadable,
  },
  {
    when: 'JSON of another kind',
    fault: { body: '"done"', headers: { 'content-type': 'application/json' }, performs: true },
    expected: unreadable,
  },
  {
    when: 'JSON that nests without end',
    fault: { body: '['.repeat(1_000_000), performs: true },
    expected: unreadable,
  },
];

for (const { when, fault, expected, waits } of faults) {
  (waits ? test.concurrent : test)(
    `${when}: writes are ${expected.write} and sent once, reads ${expected.read}, in time`,
    async () => {
      const timeoutMs = deadlineMs(waits);
      await using pair = await startPair({ api: 'split', timeoutMs });
      const chats = pair.sandbox.chats.size;

      const reports = await runAll(pair.gateway, {
        timeoutMs,
        before: ({ route }) => pair.sandbox.always(route, fault),
        after: ({ route }) => pair.sandbox.always(route, null),
        counts: { writes: () => pair.writes().length, calls: () => pair.sandbox.calls.length },
      });

      expect(reports).toEqual(allAs(expected));
      expect(pair.sandbox.chats.size - chats).toBeLessThanOrEqual(2);
    },
  );
}
