import { execFileSync } from 'node:child_process';
import { buildSchema, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { byHand, type Claim, claims } from './claims.ts';
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

const isClaimed = (fence: Fence, [path, start]: Claim): boolean =>
  path === fence.path && fence.text.startsWith(start);

test('every code fence of a document is run or compared by a test', () => {
  const unclaimed = all.filter(
    (fence, index) =>
      !(
        isQuote(fence) ||
        isValidOperation(fence) ||
        isAnswer(fence, all[index - 1]) ||
        claims.some((claim) => isClaimed(fence, claim))
      ),
  );

  expect(unclaimed.map((fence) => `${placeOf(fence)} \`\`\`${fence.language} ${firstLineOf(fence)}`)).toEqual(
    [],
  );
});

test.each(claims.map((claim) => ({ claim })))('$claim.0, “$claim.1” is checked by $claim.2', ({ claim }) => {
  const [path, start, checkedBy, as = start] = claim;
  const fence = all.find((each) => isClaimed(each, claim));
  expect(fence, 'a fence of the document').toBeDefined();
  if (checkedBy === 'by hand') {
    expect(sectionWith(read(path), fence?.line ?? 0)).toMatch(byHand);
    return;
  }
  expect(read(checkedBy)).toContain(as);
});

/** The section, below a heading of the second level, that has this line. */
function sectionWith(text: string, line: number): string {
  const lines = text.split('\n');
  const isHeading = (each: string) => each.startsWith('## ');
  const start = lines.slice(0, line).findLastIndex(isHeading);
  const rest = lines.slice(start + 1);
  const end = rest.findIndex(isHeading);
  return rest.slice(0, end === -1 ? undefined : end).join('\n');
}
