import { parseArgs } from 'node:util';
import { crashReplicas, startReplicas, startSingle } from '../test/support/replicas.ts';

/**
 * Kills replicas of the built server with SIGKILL at random moments of writes with idempotency keys, and counts the
 * chats of each key: `npm run build && npx tsx bench/crashes.ts --kills 50`. Runs two replicas with redis-server, or with
 * `--store default` one gateway with the default store, behind nginx.
 * Exit code 1 if a key has more chats than its client was told of, or an unexpected result.
 * With `--repeating`, nginx sends a write whose replica died to the other one (`proxy_next_upstream … non_idempotent`).
 * With `--no-keys`, writes have no key and are sent once: this counts what such a proxy doubles, and the exit code is 0.
 */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '50' },
    store: { type: 'string', default: 'redis' },
    repeating: { type: 'boolean', default: false },
    'no-keys': { type: 'boolean', default: false },
  },
});
const keyed = !values['no-keys'];

await using replicas =
  values.store === 'default'
    ? await startSingle({ timeoutMs: 1_000 })
    : await startReplicas({
        timeoutMs: 1_000,
        ...(values.repeating && { nextUpstream: 'error timeout non_idempotent' }),
      });
const writes = await crashReplicas(replicas, Number(values.kills), { keyed });

const created = writes.filter(({ result }) => result === 'CreateChatPayload');
const unknown = writes.filter(({ result }) => result === 'BeeperOutcomeUnknownError');
const wrong = [
  ...created.filter(({ chats }) => chats !== 1),
  ...unknown.filter(({ chats }) => chats > 1),
  ...writes.filter((write) => !created.includes(write) && !unknown.includes(write)),
];

console.log(`kills      ${values.kills}`);
console.log(`writes     ${writes.length}: ${created.length} created, ${unknown.length} unknown outcomes`);
console.log(`duplicates ${writes.filter(({ chats }) => chats > 1).length}`);
if (keyed) {
  for (const write of wrong) console.log('wrong     ', write);
  process.exitCode = wrong.length === 0 ? 0 : 1;
}
