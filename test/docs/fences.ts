import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

export const read = (path: string): string => readFileSync(`${root}/${path}`, 'utf8');

/** The documents whose code fences are checked. */
export const documents = execFileSync(
  'git',
  [
    'ls-files',
    '--cached',
    '--others',
    '--exclude-standard',
    'README.md',
    'CONTRIBUTING.md',
    'SECURITY.md',
    'docs/*.md',
    'examples/*.md',
  ],
  { cwd: root, encoding: 'utf8' },
)
  .trim()
  .split('\n')
  .filter((path) => existsSync(`${root}/${path}`));

export interface Fence {
  /** The document, from the root of the repository. */
  readonly path: string;
  /** The line of the opening fence, from 1. */
  readonly line: number;
  /** What follows the three backticks; may be empty. */
  readonly language: string;
  /** Without the indentation of the fence. Ends with a line break. */
  readonly text: string;
  /** Files of the repository that the section links to in front of the fence. */
  readonly sources: readonly string[];
  /** No text between this fence and the one before it. */
  readonly follows: boolean;
}

/** The code fences of a document, in order. */
export function fencesOf(path: string): Fence[] {
  const text = read(path);
  let end = 0;
  return [...text.matchAll(/^( *)```([^\n]*)\n(.*?)^ *```$/gms)].map((match) => {
    const [all, indent = '', language = '', body = ''] = match;
    const between = text.slice(end, match.index);
    end = match.index + all.length;
    return {
      path,
      line: text.slice(0, match.index).split('\n').length,
      language,
      text: body.replace(new RegExp(`^${indent}`, 'gm'), ''),
      sources: linksIn(text.slice(0, match.index).split(/^#+ /m).at(-1) ?? '', path),
      follows: between.trim() === '',
    };
  });
}

/**
 * @returns the first fence of a document that begins with a text.
 * @throws {Error} if there is none.
 */
export function fence(path: string, start: string): string {
  const found = fencesOf(path).find(({ text }) => text.startsWith(start));
  if (!found) throw new Error(`${path} has no fence that begins with: ${start}`);
  return found.text;
}

const linksIn = (section: string, path: string): string[] =>
  [...section.matchAll(/\]\(([^)#]+)/g)]
    .map(([, target = '']) => posix.join(posix.dirname(path), target))
    .filter((target) => /\.\w+$/.test(target) && !target.endsWith('.md') && existsSync(`${root}/${target}`));

/** Whether a file has this text in whole or in part, at any indentation. */
export const quotes = (path: string, text: string): boolean =>
  [0, 2, 4, 6, 8, 10, 12].some((indent) =>
    read(path)
      .replace(new RegExp(`^ {${indent}}`, 'gm'), '')
      .includes(text.trim()),
  );
