import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anchorOf } from '../../docs/.vitepress/anchorOf.ts';
import { sidebar } from '../../docs/.vitepress/sidebar.ts';
import { documents, read } from './fences.ts';

let site: string;
const pages: Record<string, string> = {};

// Without the JavaScript of the pages (`--mpa`) and colors, which take most of the time.
beforeAll(async () => {
  site = await mkdtemp(join(tmpdir(), 'site-'));
  const command = [
    'node_modules/vitepress/bin/vitepress.js',
    'build',
    'docs',
    '--outDir',
    site,
    '--mpa',
    'true',
  ];
  await promisify(execFile)(process.execPath, command, {
    env: { ...process.env, NODE_ENV: 'production', DOCS_COLORS: 'off' },
  });
  for (const name of (await readdir(site)).filter((each) => each.endsWith('.html')))
    pages[name.replace('.html', '')] = await readFile(join(site, name), 'utf8');
}, 120_000);
afterAll(() => rm(site, { recursive: true, force: true }));

const names = documents
  .filter((path) => /^docs\/[\w-]+\.md$/.test(path))
  .map((path) => posix.basename(path, '.md'));

test('the site has every page, and the sidebar names each once', () => {
  const links = sidebar.flatMap(({ items = [] }) => items.map(({ link = '' }) => link.slice(1) || 'index'));

  expect(
    Object.keys(pages)
      .filter((name) => name !== '404')
      .toSorted(),
  ).toEqual(names.toSorted());
  expect(links.toSorted()).toEqual(names.toSorted());
});

const anchorsOf = (html: string): string[] => [...html.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id);
const linksOf = (html: string): string[] =>
  [...html.matchAll(/<a [^>]*href="([^"]+)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));

test('no link of the site leads nowhere', () => {
  const isDead = (page: string, href: string): boolean => {
    if (/^\w+:/.test(href)) return false;
    const { pathname, hash } = new URL(href, `http://site/${page}`);
    if (posix.extname(pathname)) return !existsSync(join(site, pathname));
    const target = pages[pathname.slice(1) || 'index'];
    return !target || (hash !== '' && !anchorsOf(target).includes(decodeURIComponent(hash.slice(1))));
  };
  const dead = Object.entries(pages).flatMap(([page, html]) =>
    linksOf(html)
      .filter((href) => isDead(page, href))
      .map((href) => `${page}: ${href}`),
  );

  expect(dead).toEqual([]);
});

/** The anchors of a document on GitHub. */
const headingsOf = (path: string): string[] =>
  [
    ...read(path)
      .replace(/^ *```.*?^ *```$/gms, '')
      .matchAll(/^#+ (.*)$/gm),
  ].map(([, heading = '']) => anchorOf(heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')));

test.each([...documents, 'CHANGELOG.md'])('no link of %s leads nowhere on GitHub', (path) => {
  const text = read(path).replace(/^ *```.*?^ *```$/gms, '');
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, href = '']) => href);
  const isDead = (href: string): boolean => {
    if (/^\w+:/.test(href)) return false;
    const [target = '', anchor] = href.split('#');
    const file = target ? posix.join(posix.dirname(path), target) : path;
    if (!existsSync(file)) return true;
    return anchor !== undefined && file.endsWith('.md') && !headingsOf(file).includes(anchor);
  };

  expect(links.filter(isDead)).toEqual([]);
});
