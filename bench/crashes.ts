import { parseArgs } from 'node:util';
import { crashReplicas, startReplicas, startSingle } from '../test/support/replicas.ts';

/**
 * Kills replicas of the built server with SIGKILL at random moments of writes with idempotency keys, and counts the
 * chats of each key: `npm run build && npx tsx bench/crashes.ts --kills 50`. Runs two replicas with redis-server, or with
 * `--store default` one gateway with the default store, behind nginx.
 * Exit code 1 if a key has more chats than its client was told of, or an unexpected result.
 */
const { values } = parseArgs({
  options: { kills: { type: 'string', default: '50' }, store: { type: 'string', default: 'redis' } },
});

await using replicas = await (values.store === 'default' ? startSingle : startReplicas)({ timeoutMs: 1_000 });
const writes = await crashReplicas(replicas, Number(values.kills));

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
for (const write of wrong) console.log('wrong     ', write);
process.exitCode = wrong.length === 0 ? 0 : 1;
