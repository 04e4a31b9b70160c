import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { transform } from 'esbuild';
import { buildSchema, type GraphQLObjectType, lexicographicSortSchema, parse } from 'graphql';
import { expect, onTestFinished, test } from 'vitest';
import { parse as parseYAML } from 'yaml';
import { loadConfig, settingNames } from '../../src/config/settings.ts';
import { printSubgraph } from '../../src/schema/federation/subgraphSDL.ts';
import { schema } from '../../src/schema/index.ts';
import { findOrInstall } from '../support/programs.ts';
import { fence, fencesOf, read } from './fences.ts';

test('the gateway takes the settings in the commands of docs/operations.md', () => {
  const lines = fencesOf('docs/operations.md').flatMap(({ text }) =>
    text.split('\n').filter((line) => line.endsWith(' node dist/server.js')),
  );
  expect(lines.length).toBe(3);
  for (const line of lines) {
    const settings = Object.fromEntries(
      [...line.matchAll(/(\w+)=(\S+)/g)].map(([, name, value]) => [name, value]),
    );
    const known: readonly string[] = settingNames;
    expect(Object.keys(settings).filter((name) => !known.includes(name))).toEqual([]);
    expect(() => loadConfig(settings)).not.toThrow();
  }
});

test('the gateway takes the file of keys in docs/settings.md', () => {
  const { keys } = loadConfig({ GATEWAY_KEYS: fence('docs/settings.md', '# frontends') });
  expect(keys?.map(({ name }) => name)).toEqual(['web', 'screen']);
});

test('the kustomization in docs/operations.md names what ops/kubernetes has, and settings that the gateway takes', () => {
  const own = parseYAML(fence('docs/operations.md', '# kustomization.yaml'));
  const [folder] = own.resources;
  const variant = parseYAML(read(`${folder.replace('beeper-graphql-gateway/', '')}/kustomization.yaml`));
  const base = parseYAML(read('ops/kubernetes/base/kustomization.yaml'));
  const [generator] = own.configMapGenerator;

  expect(own.images[0].name).toBe(variant.images[0].newName);
  expect(own.images[0].newTag).toBe(JSON.parse(read('package.json')).version);
  expect(base.configMapGenerator.map(({ name }: { name: string }) => name)).toContain(generator.name);
  expect(() =>
    loadConfig(Object.fromEntries(generator.literals.map((each: string) => each.split(/=(.*)/)))),
  ).not.toThrow();
});

test('nginx takes the configuration for WebSockets in docs/live.md', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'nginx-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFile(
    join(folder, 'nginx.conf'),
    `pid ${folder}/pid; error_log stderr; events {} http { access_log off;
      ${fence('docs/live.md', 'map $http_upgrade')}
      server { listen 127.0.0.1:8080; ${fence('docs/live.md', 'location = /graphql')} }
    }`,
  );
  const program = await findOrInstall('nginx');
  const { stderr } = await promisify(execFile)(program, [
    '-t',
    '-p',
    folder,
    '-c',
    join(folder, 'nginx.conf'),
    '-e',
    'stderr',
  ]);
  expect(stderr).toContain('test is successful');
});

const routerFiles = fencesOf('docs/federation.md').filter(({ language }) => language === 'yaml');

test('supergraph.yaml and graph.yaml in docs/federation.md name the same two subgraphs', () => {
  const subgraphs = { beeper: 'http://127.0.0.1:4000/graphql', crm: 'http://127.0.0.1:4001/graphql' };
  const files = { beeper: './beeper.graphql', crm: './crm.graphql' };
  const rover = parseYAML(fence('docs/federation.md', 'federation_version: 2'));
  const wgc = parseYAML(fence('docs/federation.md', 'version: 1\n'));

  for (const [name, url] of Object.entries(subgraphs)) {
    const file = files[name as keyof typeof files];
    expect(rover.subgraphs[name]).toEqual({ routing_url: url, schema: { file } });
    expect(wgc.subgraphs).toContainEqual({ name, routing_url: url, schema: { file } });
  }
});

test.each([...routerFiles, ...fencesOf('docs/live.md').filter(({ language }) => language === 'yaml')])(
  'the YAML at $path:$line is valid, and what forwards headers forwards the token to this subgraph only',
  ({ text }) => {
    const file = parseYAML(text, { strict: true, uniqueKeys: true });
    if (!file.headers) return;
    expect(Object.keys(file.headers.subgraphs)).toEqual(['beeper']);
    expect(JSON.stringify(file.headers.subgraphs.beeper.request)).toMatch(/"named":"authorization"/i);
    expect(JSON.stringify(file.headers.all?.request ?? '')).not.toMatch(/authorization/i);
  },
);

test('gateway.config.ts in docs/federation.md forwards the token to this subgraph only, and subscribes by POST', async () => {
  const source = fence('docs/federation.md', 'import { defineConfig }').replace(
    /^import .*$/m,
    'const defineConfig = (config) => config;',
  );
  const { code } = await transform(source, { loader: 'ts' });
  const { gatewayConfig } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  const request = new Request('http://127.0.0.1/', { headers: { authorization: 'Bearer one' } });
  const forwarded = (subgraphName: string) =>
    gatewayConfig.propagateHeaders.fromClientToSubgraphs({ request, subgraphName });

  expect(forwarded('beeper')).toMatchObject({ authorization: 'Bearer one' });
  expect(forwarded('crm')).toEqual({});
  expect(read('examples/federation/router.ts')).toContain(
    "transportEntries: { '*.http': { options: { method: 'POST' } } },",
  );
  expect(gatewayConfig.transportEntries).toEqual({ '*.http': { options: { method: 'POST' } } });
});

const words = (text: string) =>
  text
    .replace(/"""[^"]*"""/g, '')
    .replace(/#.*$/gm, '')
    .split(/[\s,]+/)
    .join(' ');

test('the type in docs/federation.md is that of the example', () => {
  const type = words(fence('docs/federation.md', 'type BeeperChat')).trim();
  const [head = '', fields = ''] = type.split(' { ');
  const example = words(read('examples/crm-subgraph/schema.graphql'));

  expect(() => parse(type)).not.toThrow();
  expect(example).toContain(`${head} { ${fields.replace(/ \}$/, '')}`);
});

test('the beginning of the SDL in docs/federation.md is that of the subgraph', () => {
  const shown = fence('docs/federation.md', 'extend schema @link');
  const sdl = printSubgraph(lexicographicSortSchema(schema));
  const pattern = shown
    .trim()
    .split('..., ')
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*')
    .replace(/\s+/g, '\\s+');
  expect(sdl).toMatch(new RegExp(`^\\s*${pattern}`));
});

test('the elements in docs/files.md have addresses that attachments have', () => {
  const attachment = buildSchema(read('schema.graphql')).getType('BeeperAttachment') as GraphQLObjectType;
  const names = [...fence('docs/files.md', '<img').matchAll(/\{(\w+)\.contentURL\}/g)].map(
    ([, name = '']) => name,
  );

  expect(names.length).toBe(5);
  for (const name of names) expect(String(attachment.getFields()[name]?.type)).toBe('BeeperAsset');
});

test('the route in docs/files.md exports handlers that the example of Next.js has', () => {
  const [, names = ''] = /\{ (.*) \}/.exec(fence('docs/files.md', 'export {')) ?? [];
  const example = read('examples/mount/nextRoute.ts');
  for (const name of names.split(', ')) expect(example).toMatch(new RegExp(`as ${name}\\b`));
});
