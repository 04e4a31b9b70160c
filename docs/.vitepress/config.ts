import { defineConfig } from 'vitepress';
import { linkRepositoryFiles, repositoryFiles } from './repositoryFiles.ts';
import { sidebar } from './sidebar.ts';

export default defineConfig({
  title: 'Beeper GraphQL gateway',
  description: 'GraphQL for the Beeper Desktop API: input unions, errors as data, live events, files.',
  lang: 'en',
  cleanUrls: true,
  lastUpdated: false,
  markdown: { config: (md) => linkRepositoryFiles(md) },
  vite: { plugins: [repositoryFiles.devServer()] },
  buildEnd: ({ outDir }) => repositoryFiles.write(outDir),
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
