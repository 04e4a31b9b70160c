import { existsSync, readFileSync, statSync } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MarkdownRenderer, UserConfig } from 'vitepress';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Where the site has copies of files of the repository, as text that browsers show. */
const folder = '/repository/';
const linked = new Set<string>();

const addressOf = (path: string): string => `${folder}${path}${path.endsWith('.txt') ? '' : '.txt'}`;

/**
 * The file of the repository that a link of a page leads to, from the root; undefined for a page of the site and for
 * what does not exist. A link in the changelog, which is included, is relative to the root.
 */
function fileOf(href: string, page: string): string | undefined {
  if (/^(\w+:|[/#])/.test(href)) return undefined;
  const [target = ''] = href.split('#');
  const inside = posix.normalize(posix.join('docs', posix.dirname(page), target));
  const path = page === 'changelog.md' && !existsSync(join(root, inside)) ? target : inside;
  return !path.startsWith('docs/') && existsSync(join(root, path)) && statSync(join(root, path)).isFile()
    ? path
    : undefined;
}

/** Makes links to files outside of `docs/` lead to a copy of the file. */
export function linkRepositoryFiles(md: MarkdownRenderer): void {
  md.core.ruler.push('repository-files', ({ tokens, env }) => {
    for (const token of tokens.flatMap(({ children }) => children ?? [])) {
      if (token.type !== 'link_open') continue;
      const href = token.attrGet('href') ?? '';
      const path = fileOf(href, env.relativePath);
      if (path) {
        linked.add(path);
        token.attrSet('href', addressOf(path));
      } else if (env.relativePath === 'changelog.md') token.attrSet('href', href.replace(/^docs\//, './'));
    }
  });
}

/** Writes the copies that pages link to. */
export async function writeRepositoryFiles(outDir: string): Promise<void> {
  for (const path of linked) {
    const copy = join(outDir, addressOf(path));
    await mkdir(dirname(copy), { recursive: true });
    await copyFile(join(root, path), copy);
  }
}

type Plugin = NonNullable<NonNullable<UserConfig['vite']>['plugins']>[number];

/** Serves them while pages are written. */
export const repositoryFileServer: Plugin = {
  name: 'repository-files',
  configureServer({ middlewares }) {
    middlewares.use(folder, ({ url = '' }, response, next) => {
      const path = [...linked].find((each) => addressOf(each) === folder + decodeURI(url).slice(1));
      if (!path) return next();
      response.setHeader('content-type', 'text/plain; charset=utf-8');
      response.end(readFileSync(join(root, path)));
    });
  },
};
