import { buildSchema, defaultFieldResolver, execute, isObjectType, parse } from 'graphql';
import { expect, test } from 'vitest';
import { createCompiledQueries } from '../../src/http/compiledQueries.ts';
import { useExecutor } from '../../src/http/useExecutor.ts';

const schema = buildSchema(/* GraphQL */ `
  type Query {
    echo(text: String, list: [[Int]], by: By): String
    things(first: Int = 2): [Thing]
    required: Thing
  }
  type Mutation {
    echo(text: String): String
  }
  input By @oneOf {
    id: ID
    name: String
  }
  interface Thing {
    name: String!
    next: Thing
  }
  type Book implements Thing {
    name: String!
    next: Thing
    pages: Int
  }
  type Song implements Thing {
    name: String!
    next: Thing
    seconds: Float
  }
`);

const book = { __typename: 'Book', name: 'B', pages: 3, next: async () => song };
const song = { __typename: 'Song', name: 'S', seconds: 1.5, next: null };
const root = {
  echo: (args: object) => JSON.stringify(args),
  things: ({ first }: { first: number }) => [book, Promise.resolve(song), null, book].slice(0, first),
  required: () => ({ ...book, name: () => Promise.reject(new Error('no name')) }),
};
// Compiled code has a default of its own; in the schema of the gateway, every field has a resolver.
for (const type of Object.values(schema.getTypeMap())) {
  if (!isObjectType(type) || type.name.startsWith('__')) continue;
  for (const field of Object.values(type.getFields())) field.resolve = defaultFieldResolver;
}
for (const [name, resolve] of Object.entries(root)) {
  for (const type of [schema.getQueryType(), schema.getMutationType()]) {
    const field = type?.getFields()[name];
    if (field) field.resolve = (_source, args) => resolve(args);
  }
}

type Execute = typeof execute;

/** The function with which the plugin makes Yoga execute operations. */
function executorOf(compileAfter: number): Execute {
  let found: Execute = execute;
  const { onExecute } = useExecutor(compileAfter) as { onExecute(hook: object): void };
  onExecute({
    setExecuteFn(run: Execute) {
      found = run;
    },
  });
  return found;
}

const plain = (query: string, variableValues: object, operationName?: string) =>
  execute({ schema, document: parse(query), variableValues: { ...variableValues }, operationName });

/** Executes until the compiler is loaded, and once more. */
async function compiled(query: string, variableValues: object, operationName?: string) {
  const run = executorOf(0);
  const document = parse(query);
  const args = { schema, document, variableValues: { ...variableValues }, operationName };
  await run(args);
  await import('graphql-jit');
  await new Promise(setImmediate);
  return run(args);
}

const thingFields = /* GraphQL */ `
  fragment ThingFields on Thing {
    __typename
    name
    ... on Book { pages }
    ... on Song { seconds }
  }
`;

const cases: [query: string, variables?: object, operationName?: string][] = [
  ['{ things { name } }'],
  [`{ things(first: 4) { ...ThingFields next { ...ThingFields } } } ${thingFields}`],
  ['query ($first: Int) { things(first: $first) { name } }', {}],
  ['query ($first: Int) { things(first: $first) { name } }', { first: null }],
  ['query ($first: Int = 3) { things(first: $first) { name } }', {}],
  [
    'query ($a: Boolean!, $b: Boolean!) { things { name @skip(if: $a) n: name @include(if: $b) } }',
    { a: true, b: true },
  ],
  ['query ($a: Boolean!) { things { ... @include(if: $a) { name } __typename } }', { a: false }],
  ['query A { things { name } } query B { echo(text: "b") }', {}, 'B'],
  ['{ required { pages: __typename name } things { name } }'],
  ['{ a: things { name } b: things(first: 1) { name next { name } } a: things { next { name } } }'],
  ['{ echo(text: "quote \\" backslash \\\\ line \\n \\u2028 $ {1+1} `x` */ //") }'],
  ['{ echo(text: """block "quotes" \\ and `ticks`""") }'],
  ['{ echo(list: [[1, 2], null, [null]]) }'],
  ['query ($list: [[Int]]) { echo(list: $list) }', { list: [[1], null] }],
  ['query ($list: [[Int]]) { echo(list: $list) }', { list: 5 }],
  ['query ($n: Int) { echo(list: [[$n]]) }', {}],
  ['query ($text: String!) { echo(text: $text) }', {}],
  ['query ($text: String) { echo(text: $text) }', { text: 5 }],
  ['query ($by: By) { echo(by: $by) }', { by: { id: '1' } }],
  ['query ($by: By) { echo(by: $by) }', { by: { id: '1', name: 'n' } }],
  ['query ($by: By) { echo(by: $by) }', { by: { id: null } }],
  ['query ($by: By) { echo(by: $by) }', { by: {} }],
  ['{ constructor: echo(text: "1") __proto__: echo(text: "2") hasOwnProperty: echo(text: "3") then: echo }'],
];

test.each(cases)(
  '%s with %j gives the same compiled as executed by graphql',
  async (query, variables = {}, name) => {
    const [fast, slow] = [await compiled(query, variables, name), await plain(query, variables, name)];

    expect(JSON.stringify(fast)).toBe(JSON.stringify(slow));
  },
);

test('an error of compiled code has the node and the cause that graphql gives it', async () => {
  const { errors } = await compiled('{ required { name } }', {});

  expect(errors?.[0]).toMatchObject({
    nodes: [{ name: { value: 'name' } }],
    originalError: { message: 'no name' },
  });
});

const find = async (after: number, query: string, times: number) => {
  const queries = createCompiledQueries(after);
  const document = parse(query);
  const found = [];
  for (let count = 0; count < times; count++) {
    found.push(queries.find(schema, document, null));
    await import('graphql-jit');
    await new Promise(setImmediate);
  }
  return found.map((one) => one !== null);
};

test('a query is compiled once it was executed often, and stays compiled', async () => {
  // The first one beyond the limit loads the compiler.
  expect(await find(2, '{ things { name } }', 5)).toEqual([false, false, false, true, true]);
});

test('a mutation is never compiled', async () => {
  expect(await find(0, 'mutation { echo(text: "1") }', 4)).not.toContain(true);
});

test('a query of more than 150 fields is never compiled, also where they are in fragments', async () => {
  const fields = (count: number) => Array.from({ length: count }, (_, n) => `a${n}: name`).join(' ');
  const inFragment = (count: number) =>
    `{ a: things { ...F } b: things { ...F } } fragment F on Thing { ${fields(count)} }`;

  expect(await find(0, `{ things { ${fields(149)} } }`, 3)).toContain(true);
  expect(await find(0, `{ things { ${fields(150)} } }`, 3)).not.toContain(true);
  expect(await find(0, inFragment(74), 3)).toContain(true);
  expect(await find(0, inFragment(75), 3)).not.toContain(true);
});

test('a query whose compiled code fails is executed by graphql', async () => {
  const broken = buildSchema(
    'interface Thing { name: String } type Book implements Thing { name: String } type Query { thing: Thing }',
  );
  const thing = broken.getQueryType()?.getFields().thing;
  if (thing) thing.resolve = () => ({ name: 'of no known type' });
  const document = parse('{ thing { name } }');
  const run = executorOf(0);
  await run({ schema: broken, document });
  await import('graphql-jit');
  await new Promise(setImmediate);

  const { data, errors } = await run({ schema: broken, document });

  expect(data).toEqual({ thing: null });
  expect(errors?.map(({ message }) => message)).toEqual([
    expect.stringContaining('must resolve to an Object type'),
  ]);
});
