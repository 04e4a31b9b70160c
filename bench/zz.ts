import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { startLoad, startUpstream } from './compare/children.ts';
import { contenders, prepare, start } from './compare/contenders.ts';
import { bodyOf, operations } from './compare/operations.ts';
const [, , ops = 'a', ids = 'floor,gateway', rounds = '5', n = '2000'] = process.argv;
const up = await startUpstream();
const load = startLoad();
const cpu = (pid: number) => readdirSync(`/proc/${pid}/task`).map((t) => Number(readFileSync(`/proc/${pid}/task/${t}/schedstat`, 'utf8').split(' ')[0])).reduce((a, b) => a + b, 0);
const med = (a: number[]) => a.sort((x, y) => x - y)[a.length >> 1]!;
const procs: any[] = [];
for (const id of ids.split(',')) {
  const base = contenders.find((c) => c.id === (id.startsWith('gw:') ? 'gateway' : id))!;
  const c = id.startsWith('gw:') ? { ...base, id, script: id.slice(3) } : base;
  const r = await start(await prepare(c, up.url));
  for (;;) { try { await fetch(`http://127.0.0.1:${r.port}/health`); break; } catch { await sleep(100); } }
  procs.push(r);
}
for (const op of ops.split(',')) {
  const o = operations.find((x) => x.id === op)!;
  const res: Record<string, number[]> = {};
  const rat: Record<string, number[]> = {};
  const jobs = await Promise.all(procs.map(async (r) => {
    const body = bodyOf(o, r.documents?.[op]);
    const expected = await (await fetch(`http://127.0.0.1:${r.port}${r.path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })).text();
    return { port: r.port, path: r.path, body, expected, callers: 32, requests: Number(n), maxSeconds: 60, perSecond: null };
  }));
  for (const [i] of procs.entries()) await load.run({ ...jobs[i]!, requests: 4000 } as any);
  for (let k = 0; k < Number(rounds); k++) { let f = 0; for (const [i, r] of procs.entries()) {
    const c0 = cpu(r.pid); const x = await load.run(jobs[i] as any); const c1 = cpu(r.pid);
    if (x.fault) console.log(x.fault);
    const v = (c1 - c0) / x.done / 1000; if (i === 0) f = v;
    (res[r.id] ??= []).push(v); (rat[r.id] ??= []).push(v / f);
  } }
  const f = med(res[procs[0].id]!);
  console.log(op, Object.entries(res).map(([k, v]) => `${k} ${med(v).toFixed(0)}µs ${(med(v) / f).toFixed(2)}x (paired ${med(rat[k]!).toFixed(2)}) [${Math.min(...v).toFixed(0)}–${Math.max(...v).toFixed(0)}]`).join(' | '));
}
for (const r of procs) await r.stop();
load.stop(); up.stop();
