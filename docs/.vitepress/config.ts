import { defineConfig } from 'vitepress';
import { anchorOf } from './anchorOf.ts';
import { linkRepositoryFiles, repositoryFileServer, writeRepositoryFiles } from './repositoryFiles.ts';
import { sidebar } from './sidebar.ts';

export default defineConfig({
  title: 'Beeper GraphQL gateway',
  description: 'GraphQL for the Beeper Desktop API: input unions, errors as data, live events, files.',
  lang: 'en',
  cleanUrls: true,
  lastUpdated: false,
  markdown: { anchor: { slugify: anchorOf }, config: (md) => linkRepositoryFiles(md) },
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
