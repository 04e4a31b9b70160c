import { execFileSync } from 'node:child_process';
import { buildSchema, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { claims } from './claims.ts';
import { documents, type Fence, fencesOf, quotes, read } from './fences.ts';

const schema = buildSchema(read('schema.graphql'));

const placeOf = ({ path, line }: Fence) => `${path}:${line}`;
const firstLineOf = ({ text }: Fence) => text.split('\n', 1)[0] ?? '';

const all = documents.flatMap(fencesOf);

/** In or below one of these folders, every file is run, compiled or parsed by a test that names the folder. */
const isTested = (path: string): boolean => {
  const [top, folder = ''] = path.split('/');
  if (top === 'test' || top === 'ops' || path === 'schema.graphql') return true;
  return top === 'examples' && namedInTests(`${top}/${folder}`);
};

function namedInTests(text: string): boolean {
  const found = execFileSync(
    'git',
    ['grep', '--untracked', '-lF', text, '--', 'test', ':!test/docs/claims.ts'],
    {
      encoding: 'utf8',
    },
  );
  return found !== '';
}

const isQuote = ({ sources, text }: Fence): boolean =>
  sources.some((source) => isTested(source) && quotes(source, text));

/** An operation: test/docs/examples.test.ts runs it if an answer follows. */
function isValidOperation({ language, text }: Fence): boolean {
  if (language !== 'graphql') return false;
  try {
    return validate(schema, parse(text)).length === 0;
  } catch {
    return false;
  }
}

/** test/docs/examples.test.ts compares it. */
const isAnswer = ({ language, follows }: Fence, before?: Fence): boolean =>
  follows && before?.language === 'graphql' && ['json', 'text'].includes(language);

const isListed = (fence: Fence): boolean =>
  claims.some(([path, firstLine]) => path === fence.path && firstLine === firstLineOf(fence));

test('every code fence of a document is run or compared by a test', () => {
  const unclaimed = all.filter(
    (fence, index) =>
      !(isQuote(fence) || isValidOperation(fence) || isAnswer(fence, all[index - 1]) || isListed(fence)),
  );

  expect(unclaimed.map((fence) => `${placeOf(fence)} \`\`\`${fence.language} ${firstLineOf(fence)}`)).toEqual(
    [],
  );
});

test.each(claims)('%s, “%s” is checked by %s', (path, firstLine, checkedBy) => {
  const fence = all.find((each) => each.path === path && firstLineOf(each) === firstLine);
  expect(fence, 'a fence of the document').toBeDefined();
  const check = read(checkedBy);
  expect(check.includes(path) || check.includes(firstLine), `${checkedBy} names it`).toBe(true);
});
