import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startSandbox } from '../src/sandbox/index.ts';
import { startBuiltGateway } from './support/builtGateway.ts';
import type { Job, Result } from './support/callers.ts';

/**
 * Compares what 16 and 400 callers get done, in one run, while Beeper takes a fixed time for each call:
 * `npm run build && npx tsx bench/overload.ts --seconds 8 --delay 30` (Linux only). The callers are a process of their own.
 * Exit code 1 if 400 callers get done less than 80 % of what 16 do, the slowest in a hundred takes 2 s or more, or a
 * refusal takes a tenth or more of the processor time of an inbox.
 */
const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '8' }, delay: { type: 'string', default: '30' } },
});
const seconds = Number(values.seconds);

const queries = {
  'one chat': '{ chat(id: "!NCdzlIaMjZUmvmvyHU:beeper.com") { title } }',
  'inbox of 25':
    '{ chats { nodes { title account { network } participants { items { fullName } } lastMessage { plainText sender { fullName } } } } }',
};
const routes = ['GET /v1/chats/{chatID}', 'GET /v1/chats', 'GET /v1/accounts'] as const;

const sandbox = await startSandbox();
const gateway = await startBuiltGateway(sandbox);
const callers = fork(fileURLToPath(new URL('support/callers.ts', import.meta.url)), {
  execArgv: ['--import', 'tsx'],
});
const forget = setInterval(() => {
  sandbox.calls.length = 0;
}, 1_000);
for (const route of routes) sandbox.always(route, { delayMs: Number(values.delay) });

const port = Number(new URL(gateway.origin).port);

async function measure(job: Omit<Job, 'port'>) {
  const cpuAtStart = gateway.cpuMs();
  callers.send({ port, ...job } satisfies Job);
  const [result] = (await once(callers, 'message')) as [Result];
  return { ...result, cpuMs: gateway.cpuMs() - cpuAtStart };
}

let isMet = true;
const check = (what: string, condition: boolean) => {
  console.log(`${condition ? 'met    ' : 'NOT MET'} ${what}`);
  isMet &&= condition;
};

for (const [name, query] of Object.entries(queries)) {
  await measure({ callers: 16, seconds: 2, query, waits: false });
  let base = 0;
  let cpuPerSuccess = 0;
  for (const { callers, waits } of [
    { callers: 16, waits: false },
    { callers: 400, waits: false },
    { callers: 400, waits: true },
  ]) {
    const {
      done,
      refused,
      failed,
      p50,
      p99,
      cpuMs,
      seconds: took,
    } = await measure({ callers, seconds, query, waits });
    const rate = done / took;
    const what = `${name}, ${callers} callers${callers === 16 ? '' : waits ? ' that honor Retry-After' : ' that retry at once'}`;
    console.log(
      `${what}: ${rate.toFixed(0)} done a second, p50 ${p50} ms, p99 ${p99} ms, ${(refused / took).toFixed(0)} refused and ${(failed / took).toFixed(0)} failed a second, ${(cpuMs / took / 10).toFixed(0)} % of a processor`,
    );
    if (callers === 16) {
      base = rate;
      cpuPerSuccess = cpuMs / done;
      continue;
    }
    check(
      `${((100 * rate) / base).toFixed(0)} % of what 16 callers get done (at least 80)`,
      rate >= 0.8 * base,
    );
    check(`p99 ${p99} ms (under 2000)`, p99 < 2_000);
  }

  for (const route of routes) sandbox.always(route, { hang: true });
  const held = new AbortController();
  const body = JSON.stringify({ query });
  const headers = { 'content-type': 'application/json' };
  for (let i = 0; i < 300; i++)
    fetch(`${gateway.origin}/graphql`, { method: 'POST', headers, body, signal: held.signal }).catch(
      () => {},
    );
  await sleep(1_000);
  // The first refusals run code that is not compiled yet, and 400 connections are made.
  await measure({ callers: 400, seconds: 2, query, waits: false });
  const { refused, cpuMs } = await measure({ callers: 400, seconds: 4, query, waits: false });
  held.abort();
  for (const route of routes) sandbox.always(route, { delayMs: Number(values.delay) });
  const cpuPerRefusal = cpuMs / refused;
  check(
    `processor time: ${cpuPerRefusal.toFixed(3)} ms per refusal, ${cpuPerSuccess.toFixed(2)} ms per success (under a tenth)`,
    cpuPerRefusal < 0.1 * cpuPerSuccess,
  );
}

process.exitCode = isMet ? 0 : 1;
clearInterval(forget);
callers.disconnect();
gateway.stop();
await sandbox.close();
