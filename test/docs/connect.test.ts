import { expect, test } from 'vitest';
import { examine } from '../../src/cli/doctor/examine.ts';
import type { Finding, FindingID } from '../../src/cli/doctor/finding.ts';
import { textReport } from '../../src/cli/doctor/report.ts';
import { loadConfig } from '../../src/config/settings.ts';
import { startSandbox } from '../../src/sandbox/index.ts';
import { fence, read } from './fences.ts';

test('the table of versions in docs/connect.md is that of the schema', () => {
  const [, type = ''] = /\ntype Mutation \{\n(.*?)\n\}/s.exec(read('schema.graphql')) ?? [];
  const required = [...type.matchAll(/^ {2}"""\n(.*?)\n {2}"""\n {2}(\w+)\(/gms)].map(
    ([, description = '', name]) => [
      name,
      /Requires Beeper Desktop ([\d.]+\d)/.exec(description)?.[1] ?? 'any version',
    ],
  );
  const rows = [...read('docs/connect.md').matchAll(/^\| (any version|[\d.]+) \| (.*) \|$/gm)].flatMap(
    ([, version, names = '']) => [...names.matchAll(/`(\w+)`/g)].map(([, name]) => [name, version]),
  );

  expect(Object.fromEntries(rows)).toEqual(Object.fromEntries(required));
});

test('the report of docs/connect.md is one of doctor', async () => {
  const report = fence('docs/connect.md', '✓');
  const findings: Finding[] = [...report.matchAll(/^([✓!✗]) (\w+) +(.*)$/gm)].map(
    ([, mark, id = '', message = '']) => ({
      id: id as FindingID,
      status: mark === '✓' ? 'ok' : mark === '!' ? 'warning' : 'failure',
      message: message.replace(/\.$/, ''),
      remedy: null,
    }),
  );
  await using sandbox = await startSandbox();
  const config = loadConfig({
    BEEPER_URL: sandbox.url,
    BEEPER_ACCESS_TOKEN: sandbox.token,
    GATEWAY_STORE: 'memory:',
    PORT: '0',
  });
  const examined = await examine(() => ({ config, warnings: [], hasSavedToken: false }));

  expect(textReport(findings, { colors: false }).replace(/\.$/gm, '')).toBe(report.replace(/\.$/gm, ''));
  expect([...new Set(findings.map(({ id }) => id))]).toEqual([...new Set(examined.map(({ id }) => id))]);
});
