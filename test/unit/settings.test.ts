import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { settingNames } from '../../src/config/settings.ts';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const namesIn = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map((match) => match[1]).toSorted();

const known = settingNames.toSorted();

test('.env.example lists every setting once and nothing else', () => {
  expect(namesIn(read('.env.example'), /^#? ?([A-Z][A-Z_]+)=/gm)).toEqual(known);
});

test('the table in docs/settings.md lists every setting once and nothing else', () => {
  const rows = read('docs/settings.md')
    .split('\n')
    .filter((line) => /^\| `[A-Z_]+`/.test(line))
    .map((line) => line.split('|')[1]);
  expect(namesIn(rows.join('\n'), /`([A-Z_]+)`/g)).toEqual(known);
});

/** They concern a port of the gateway's own. */
const forPorts = [
  'GATEWAY_COMPRESSION',
  'GATEWAY_KEEP_ALIVE_MS',
  'GATEWAY_MAX_CONNECTIONS',
  'GATEWAY_SHUTDOWN_DELAY_MS',
  'GATEWAY_WEBSOCKET',
  'HEALTH_PORT',
  'METRICS_PORT',
  'PORT',
];

test('createApp takes every setting but those for a port of its own', () => {
  const taken = namesIn(read('types/index.d.ts'), /^ {2}readonly ([A-Z][A-Z_]+)\?: string/gm);

  expect([...taken, ...forPorts].toSorted()).toEqual(known);
});
