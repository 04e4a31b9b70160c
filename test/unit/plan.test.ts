import {
  buildSchema,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  getOperationAST,
  Kind,
  parse,
} from 'graphql';
import { expect, test } from 'vitest';
import { planOf } from '../../src/http/execution/plan.ts';

const schema = buildSchema('type Query { me: Query, id: ID }');
const type = schema.getQueryType() as GraphQLObjectType;

/** Selects what an execution of `operationName` would, and returns the plan. */
function execute(document: ReturnType<typeof parse>, operationName?: string) {
  const fragments = Object.fromEntries(
    document.definitions
      .filter((one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  const operation = getOperationAST(document, operationName);
  if (!operation) throw new Error('The document has no such operation.');
  const plan = planOf(document, { schema, operation, fragments, variables: { v: true } });
  for (const selected of plan.root(type)) plan.below(selected, type);
  return plan;
}

test('executions of an operation share a plan, also where a fragment is spread twice', () => {
  const document = parse('{ a: me { ...F } b: me { ...F } } fragment F on Query { id x: id y: id }');
  expect(execute(document)).toBe(execute(document));
});

test('executions share no plan where variables decide what is selected', () => {
  const document = parse('query ($v: Boolean!) { me { id @skip(if: $v) } }');
  expect(execute(document)).not.toBe(execute(document));
});

test('a plan that is much larger than its document is not kept', () => {
  const places = Array.from({ length: 20 }, (_, index) => `me${index}: me { ...F }`).join(' ');
  const fields = Array.from({ length: 20 }, (_, index) => `id${index}: id`).join(' ');
  const document = parse(`{ ${places} } fragment F on Query { ${fields} }`);
  expect(execute(document)).not.toBe(execute(document));
});

test('the plans of all operations of a document count together', () => {
  const fields = Array.from({ length: 20 }, (_, index) => `id${index}: id`).join(' ');
  const operations = Array.from({ length: 20 }, (_, index) => `query Q${index} { me { ...F } }`).join(' ');
  const document = parse(`${operations} fragment F on Query { ${fields} }`);
  const names = Array.from({ length: 20 }, (_, index) => `Q${index}`);
  const plans = new Map(names.map((name) => [name, execute(document, name)]));
  const kept = names.filter((name) => execute(document, name) === plans.get(name));
  expect(kept.length).toBeLessThanOrEqual(8);
  expect(kept).toContain('Q0');
});
