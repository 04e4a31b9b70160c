import { defineConfig } from 'vitepress';
import { anchorOf } from './anchorOf.ts';
import { linkRepositoryFiles, repositoryFileServer, writeRepositoryFiles } from './repositoryFiles.ts';
import { sidebar } from './sidebar.ts';

/** Colors take most of the time of a build. The test of the links does without them. */
const plainCode =
  process.env.DOCS_COLORS === 'off'
    ? { highlight: (code: string) => `<pre v-pre>${escapeHTML(code)}</pre>` }
    : {};

const escapeHTML = (code: string) => code.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

export default defineConfig({
  title: 'Beeper GraphQL gateway',
  description: 'GraphQL for the Beeper Desktop API: input unions, errors as data, live events, files.',
  lang: 'en',
  cleanUrls: true,
  // No icon, and no request for one.
  head: [['link', { rel: 'icon', href: 'data:,' }]],
  lastUpdated: false,
  markdown: { ...plainCode, anchor: { slugify: anchorOf }, config: (md) => linkRepositoryFiles(md) },
  vite: { plugins: [repositoryFileServer] },
  buildEnd: ({ outDir }) => writeRepositoryFiles(outDir),
  themeConfig: {
    sidebar,
    nav: [
      { text: 'Quickstart', link: '/quickstart' },
      { text: 'Guides', link: '/conversation' },
      { text: 'Settings', link: '/settings' },
    ],
    outline: [2, 3],
    search: { provider: 'local' },
    docFooter: { prev: 'Before', next: 'Next' },
  },
});
