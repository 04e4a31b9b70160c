import {
  buildSchema,
  type ExecutionArgs,
  type ExecutionResult,
  GraphQLEnumType,
  type GraphQLFieldResolver,
  GraphQLInt,
  GraphQLInterfaceType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  GraphQLScalarType,
  GraphQLSchema,
  GraphQLString,
  execute as graphqlExecute,
  parse,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { execute } from '../../src/http/execution/execute.ts';
import { collectRejections } from '../support/execution/rejections.ts';

const user = buildSchema(`
  type Query { user(id: Int = 1): User, users: [User!], must: User! }
  type Mutation { first: User, second: User }
  type User { id: Int, name(upper: Boolean = false): String, friend: User, must: Int! }
`);

/** @returns the result with graphql and with ours, which are compared. */
async function both(args: ExecutionArgs): Promise<ExecutionResult> {
  const expected = await graphqlExecute(args);
  const actual = await execute(args);
  expect(JSON.stringify(actual)).toBe(JSON.stringify(expected));
  return actual;
}

const dataOf = ({ data }: ExecutionResult): unknown => JSON.parse(JSON.stringify(data));

describe('what is kept of an operation', () => {
  test('a condition is read anew from the variables of each request', async () => {
    const document = parse('query ($all: Boolean!) { user { id ... @include(if: $all) { name } } }');
    const rootValue = { user: { id: 1, name: 'Ann' } };
    const ask = async (all: boolean) =>
      dataOf(await both({ schema: user, document, rootValue, variableValues: { all } }));

    expect(await ask(true)).toEqual({ user: { id: 1, name: 'Ann' } });
    expect(await ask(false)).toEqual({ user: { id: 1 } });
    expect(await ask(true)).toEqual({ user: { id: 1, name: 'Ann' } });
  });

  test('arguments and info have the variables of the request, not those of the first one', async () => {
    const document = parse('query ($id: Int) { user(id: $id) { id } }');
    const rootValue = {
      user: ({ id }: { id: number }, _: unknown, info: GraphQLResolveInfo) => ({
        id: id + Number(info.variableValues.id ?? 100),
      }),
    };
    const ask = async (variableValues: Record<string, unknown>) =>
      dataOf(await both({ schema: user, document, rootValue, variableValues }));

    expect(await ask({ id: 4 })).toEqual({ user: { id: 8 } });
    expect(await ask({ id: 5 })).toEqual({ user: { id: 10 } });
    expect(await ask({})).toEqual({ user: { id: 101 } });
  });

  test('what is selected is worked out once', async () => {
    const document = parse('{ users { id friend { id } } }');
    const seen: unknown[] = [];
    const friend = (_: unknown, __: unknown, info: GraphQLResolveInfo) => void seen.push(info.fieldNodes);
    const rootValue = { users: [{ friend }, { friend }] };

    await execute({ schema: user, document, rootValue });
    await execute({ schema: user, document, rootValue });

    expect(seen).toHaveLength(4);
    expect(new Set(seen).size).toBe(1);
  });

  test('two schemas can be asked the same document', async () => {
    const other = buildSchema('type Query { user: Person } type Person { id: String }');
    const document = parse('{ user { __typename id name } }');
    const rootValue = { user: { id: 7, name: 'Ann' } };

    for (let round = 0; round < 2; round++) {
      const ofUser = dataOf(await both({ schema: user, document, rootValue }));
      const ofOther = dataOf(await both({ schema: other, document, rootValue }));
      expect(ofUser).toEqual({ user: { __typename: 'User', id: 7, name: 'Ann' } });
      expect(ofOther).toEqual({ user: { __typename: 'Person', id: '7' } });
    }
  });

  test('two documents can share an operation and differ in a fragment', async () => {
    const [operation, ...fragments] = parse(
      '{ user { ...Part } } fragment Part on User { id } fragment Part on User { name }',
    ).definitions;
    if (!operation) throw new Error('There is no operation');
    const rootValue = { user: { id: 7, name: 'Ann' } };
    const ask = async (index: number) => {
      const definitions = [operation, ...fragments.slice(index, index + 1)];
      const document = { ...parse('{ user { id } }'), definitions };
      return dataOf(await both({ schema: user, document, rootValue }));
    };

    expect(await ask(0)).toEqual({ user: { id: 7 } });
    expect(await ask(1)).toEqual({ user: { name: 'Ann' } });
  });

  test('the operations of a document are kept apart', async () => {
    const document = parse('query A { user { id } } query B { user { name } }');
    const rootValue = { user: { id: 7, name: 'Ann' } };
    for (const [operationName, part] of [
      ['A', { id: 7 }],
      ['B', { name: 'Ann' }],
    ] as const) {
      expect(dataOf(await both({ schema: user, document, rootValue, operationName }))).toEqual({
        user: part,
      });
    }
  });
});

describe('the data', () => {
  test.each([
    ['at once', 'Ann'],
    ['later', Promise.resolve('Ann')],
  ])('a field named __proto__ is a property of its object, if it is there %s', async (_, name) => {
    const rootValue = { user: { name, id: 7 } };
    const document = parse('{ __proto__: user { __proto__: name constructor: id toString: id } }');

    const { data } = await both({ schema: user, document, rootValue });

    expect(Object.keys(data ?? {})).toEqual(['__proto__']);
    const part = Object.getOwnPropertyDescriptor(data, '__proto__')?.value as object;
    expect(Object.entries(part)).toEqual([
      ['__proto__', 'Ann'],
      ['constructor', 7],
      ['toString', 7],
    ]);
    expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
    expect(Object.getPrototypeOf(part)).toBe(Object.prototype);
  });

  test('a mutation can name its fields __proto__', async () => {
    const rootValue = { first: { id: 1 }, second: Promise.resolve({ id: 2 }) };
    const document = parse('mutation { __proto__: second { id } first { id } }');
    const { data } = await both({ schema: user, document, rootValue });
    expect(Object.keys(data ?? {})).toEqual(['__proto__', 'first']);
  });

  test('without a root value, fields without resolvers are null', async () => {
    const document = parse('{ __typename user { id } users { id } }');
    expect(dataOf(await both({ schema: user, document }))).toEqual({
      __typename: 'Query',
      user: null,
      users: null,
    });
  });

  test('keys are in the order of the document, whatever comes first', async () => {
    const rootValue = { user: { id: new Promise((resolve) => setImmediate(resolve, 7)), name: 'Ann' } };
    const { data } = await execute({ schema: user, document: parse('{ user { id name } }'), rootValue });
    expect(JSON.stringify(data)).toBe('{"user":{"id":7,"name":"Ann"}}');
  });

  test('a result without promises is given at once', () => {
    const rootValue = { user: { id: 7 } };
    expect(execute({ schema: user, document: parse('{ user { id } }'), rootValue })).toEqual({
      data: { user: { id: 7 } },
    });
  });
});

describe('resolvers', () => {
  test('they get the source, the arguments, the context value and the info that they get with graphql', async () => {
    const document = parse(
      'query Q($id: Int) { a: users { ...F } user(id: $id) { id } } fragment F on User { friend { b: name(upper: true) } }',
    );
    const calls: unknown[][] = [];
    const record =
      (value: unknown): GraphQLFieldResolver<unknown, unknown> =>
      (...given) => {
        calls.push(given);
        return value;
      };
    const fieldResolver: GraphQLFieldResolver<unknown, unknown> = (source, given, context, info) =>
      record(info.fieldName === 'users' ? [{ index: 0 }, { index: 1 }] : { is: info.fieldName })(
        source,
        given,
        context,
        info,
      );
    const args = {
      ...{ schema: user, document, fieldResolver, rootValue: { root: true }, contextValue: { me: 1 } },
      variableValues: { id: 3 },
    };

    await graphqlExecute(args);
    const expected = calls.splice(0);
    await execute(args);

    expect(expected.length).toBe(7);
    expect(calls).toEqual(expected);
    for (const [index, [, , context, info]] of calls.entries()) {
      expect(context).toBe(args.contextValue);
      expect(Object.keys(info as object)).toEqual(Object.keys(expected[index]?.[3] as object));
      expect((info as GraphQLResolveInfo).schema).toBe(user);
    }
  });

  test('fields without arguments share an empty object that can not be written to', async () => {
    const seen: unknown[] = [];
    const friend = (given: unknown) => void seen.push(given);
    const rootValue = { users: [{ friend }, { friend }] };
    await execute({ schema: user, document: parse('{ users { friend { id } } }'), rootValue });
    expect(seen[0]).toEqual({});
    expect(seen[0]).toBe(seen[1]);
    expect(Object.isFrozen(seen[0])).toBe(true);
  });

  test.each<[what: string, makeValue: () => unknown]>([
    ['a number', () => 7],
    ['null', () => null],
    ['missing', () => undefined],
    ['not valid', () => 'x'],
    ['a promise', () => Promise.resolve(7)],
    ['an error', () => new Error('No ID')],
    ['a rejected promise', () => Promise.reject(new Error('No ID'))],
  ])('a property that is %s is read once', async (_, makeValue) => {
    using rejections = collectRejections();
    let reads = 0;
    const source = {
      get id() {
        reads++;
        return makeValue();
      },
    };
    await execute({ schema: user, document: parse('{ user { id } }'), rootValue: { user: source } });
    await new Promise(setImmediate);
    expect(reads).toBe(1);
    expect(rejections.reasons).toEqual([]);
  });

  test('a getter that throws makes its field null', async () => {
    const rootValue = {
      user: {
        get id() {
          throw new Error('No ID');
        },
        get must() {
          throw new Error('No number');
        },
      },
    };
    const { data, errors } = await both({ schema: user, document: parse('{ user { id } }'), rootValue });
    expect(data).toEqual({ user: { id: null } });
    expect(errors?.map(({ message, path }) => [message, path])).toEqual([['No ID', ['user', 'id']]]);
    const must = await both({ schema: user, document: parse('{ user { id must } }'), rootValue });
    expect(must.data).toEqual({ user: null });
  });

  test('mutations run one after another', async () => {
    const log: string[] = [];
    const step = (name: string) => async () => {
      log.push(`${name} begins`);
      await new Promise(setImmediate);
      log.push(`${name} ends`);
      return { id: async () => void log.push(`${name} is read`) };
    };
    const rootValue = { first: step('first'), second: step('second') };
    await execute({ schema: user, document: parse('mutation { first { id } second { id } }'), rootValue });
    expect(log).toEqual([
      ...['first begins', 'first ends', 'first is read'],
      ...['second begins', 'second ends', 'second is read'],
    ]);
  });

  test('a mutation runs after one that failed', async () => {
    const rootValue = { first: () => Promise.reject(new Error('No')), second: { id: 2 } };
    const document = parse('mutation { first { id } second { id } }');
    const { data, errors } = await both({ schema: user, document, rootValue });
    expect(data).toEqual({ first: null, second: { id: 2 } });
    expect(errors).toHaveLength(1);
  });
});

describe('what is like a promise', () => {
  const thenable = (value: unknown) => ({
    // biome-ignore lint/suspicious/noThenProperty: it is like a promise
    then: (done: (value: unknown) => unknown, failed?: (error: unknown) => unknown) =>
      (value instanceof Error ? Promise.reject(value) : Promise.resolve(value)).then(done, failed),
  });
  const error = new Error('No ID');

  test.each<[what: string, rootValue: object]>([
    ['a field', { user: thenable({ id: 7 }) }],
    ['a property', { user: { id: thenable(7) } }],
    ['what a method returns', { user: { id: () => thenable(7) } }],
    ['an item', { user: { id: 7 }, users: [thenable({ id: 8 }), { id: thenable(9) }] }],
    ['a field that fails', { user: { id: thenable(error) }, users: [thenable({ id: thenable(error) })] }],
    ['an item that fails', { users: [thenable(error)] }],
  ])('can be %s', async (_, rootValue) => {
    await both({ schema: user, document: parse('{ user { id } users { id } }'), rootValue });
  });

  test('can be the name of a type, and whether a value is of a type', async () => {
    const Named = new GraphQLInterfaceType({
      name: 'Named',
      fields: { name: { type: GraphQLString } },
      resolveType: (() => thenable('Person')) as unknown as () => string,
    });
    const Person = new GraphQLObjectType({
      name: 'Person',
      interfaces: [Named],
      fields: { name: { type: GraphQLString } },
      isTypeOf: (({ is }: { is: boolean }) => thenable(is)) as unknown as () => boolean,
    });
    const schema = new GraphQLSchema({
      query: new GraphQLObjectType({ name: 'Query', fields: { yes: { type: Named }, no: { type: Named } } }),
      types: [Person],
    });
    const rootValue = { yes: { is: true, name: 'Ann' }, no: { is: false, name: 'Bob' } };
    const { data, errors } = await both({
      schema,
      document: parse('{ yes { name } no { name } }'),
      rootValue,
    });
    expect(data).toEqual({ yes: { name: 'Ann' }, no: null });
    expect(errors).toHaveLength(1);
  });

  test('can be what a scalar serializes to', async () => {
    const Slow = new GraphQLScalarType({
      name: 'Slow',
      serialize: (value) => (value === 'fails' ? Promise.reject(error) : Promise.resolve(value)),
    });
    const schema = new GraphQLSchema({
      query: new GraphQLObjectType({
        name: 'Query',
        fields: { a: { type: Slow }, b: { type: Slow }, list: { type: new GraphQLList(Slow) } },
      }),
    });
    const rootValue = { a: 1, b: 'fails', list: ['fails', 2] };
    const { data } = await both({ schema, document: parse('{ a b list }'), rootValue });
    expect(data).toEqual({ a: 1, b: null, list: [null, 2] });
  });
});

describe('promises that nobody waits for', () => {
  const later = (message: string) => new Promise((_, reject) => setImmediate(reject, new Error(message)));
  const rejects = { must: () => later('a') };
  /** The first time it is read it rejects later, the second time it is missing. */
  const twice = () => [later('a'), null].values();

  test.each<[when: string, text: string, makeRoot: () => unknown]>([
    [
      'a field fails at once',
      '{ user { must b: must } }',
      () => {
        const values = twice();
        return { user: { must: () => values.next().value } };
      },
    ],
    ['a field fails first', '{ user { must b: must } }', () => ({ user: rejects })],
    ['an item fails at once', '{ users { must } }', () => ({ users: [rejects, { must: null }] })],
    [
      'an item fails first',
      '{ users { must } }',
      () => ({ users: [rejects, Promise.reject(new Error('b'))] }),
    ],
    [
      'a list ends with an error',
      '{ users { must } }',
      () => ({
        *users() {
          yield rejects;
          throw new Error('No more');
        },
      }),
    ],
  ])('they are handled if %s', async (_, text, makeRoot) => {
    using rejections = collectRejections();
    const { errors } = await execute({ schema: user, document: parse(text), rootValue: makeRoot() });
    for (let turn = 0; turn < 4; turn++) await new Promise(setImmediate);
    expect(errors).toHaveLength(1);
    expect(rejections.reasons).toEqual([]);
  });
});

describe('the message of an error', () => {
  const Kind = new GraphQLEnumType({ name: 'Kind', values: { A: { value: 1 } } });
  const Empty = new GraphQLScalarType({ name: 'Empty', serialize: () => null });
  const Pet = new GraphQLInterfaceType({
    name: 'Pet',
    fields: { name: { type: GraphQLString } },
    resolveType: ((value: { type: unknown }) => value.type) as () => string,
  });
  const Cat = new GraphQLObjectType({
    name: 'Cat',
    interfaces: [Pet],
    fields: { name: { type: GraphQLString } },
    isTypeOf: (value: { isCat?: unknown }) => value.isCat as boolean,
  });
  const Dog = new GraphQLObjectType({ name: 'Dog', fields: { name: { type: GraphQLString } } });

  const noType = (name: string) => `Abstract type "Pet" was resolved to ${name}.`;
  const rows: readonly [message: string, type: GraphQLOutputType, makeValue: () => unknown][] = [
    ['Int cannot represent non-integer value: "x"', GraphQLInt, () => 'x'],
    ['Enum "Kind" cannot represent value: 2', Kind, () => 2],
    ['Expected `Empty.serialize(1)` to return non-nullable value, returned: null', Empty, () => 1],
    ['Cannot return null for non-nullable field Query.field.', new GraphQLNonNull(GraphQLInt), () => null],
    ['Cannot return null for non-nullable field Query.field.', new GraphQLNonNull(Cat), () => undefined],
    [
      'Expected Iterable, but did not find one for field "Query.field".',
      new GraphQLList(GraphQLInt),
      () => ({}),
    ],
    [
      'Expected Iterable, but did not find one for field "Query.field".',
      new GraphQLList(GraphQLInt),
      () => 'text',
    ],
    ['Expected value of type "Cat" but got: { isCat: false }.', Cat, () => ({ isCat: false })],
    ['Expected value of type "Cat" but got: { isCat: {} }.', Cat, () => ({ isCat: Promise.resolve(false) })],
    [
      'Abstract type "Pet" must resolve to an Object type at runtime for field "Query.field". Either the "Pet" type should provide a "resolveType" function or each possible type should provide an "isTypeOf" function.',
      Pet,
      () => ({ type: undefined }),
    ],
    [
      'Abstract type "Pet" must resolve to an Object type at runtime for field "Query.field" with value { type: 7 }, received "7".',
      Pet,
      () => ({ type: 7 }),
    ],
    [
      'Support for returning GraphQLObjectType from resolveType was removed in graphql-js@16.0.0 please return type name instead.',
      Pet,
      () => ({ type: Cat }),
    ],
    [
      noType('a type "Bird" that does not exist inside the schema'),
      Pet,
      () => ({ type: Promise.resolve('Bird') }),
    ],
    [noType('a non-object type "Kind"'), Pet, () => ({ type: 'Kind' })],
    ['Runtime Object type "Dog" is not a possible type for "Pet".', Pet, () => ({ type: 'Dog' })],
    ['No', GraphQLInt, () => new Error('No')],
    ['Unexpected error value: "No"', GraphQLInt, () => Promise.reject('No')],
  ];

  test.each(rows)('is %s', async (message, type, makeValue) => {
    const schema = new GraphQLSchema({
      query: new GraphQLObjectType({
        name: 'Query',
        fields: { field: { type }, other: { type: new GraphQLList(type) }, kind: { type: Kind } },
      }),
      types: [Cat, Dog],
    });
    const selection = type instanceof GraphQLObjectType || `${type}`.match(/Pet|Cat/) ? '{ name }' : '';
    const document = parse(`{ a: field ${selection} other ${selection} }`);

    const { errors } = await both({
      schema,
      document,
      rootValue: { field: makeValue, other: () => [makeValue()] },
    });

    expect(errors?.[0]?.message).toBe(message);
    expect(errors?.[0]?.path).toEqual(['a']);
    expect(errors?.[0]?.locations).toEqual([{ line: 1, column: 3 }]);
  });

  test('a condition without a value comes before the type of the object', async () => {
    const schema = new GraphQLSchema({
      query: new GraphQLObjectType({ name: 'Query', fields: { cat: { type: Cat } } }),
    });
    const document = parse('query ($no: Boolean = true) { cat { name @include(if: $no) } }');
    const args = { schema, document, rootValue: { cat: { isCat: false } }, variableValues: { no: null } };
    const { errors } = await both(args);
    expect(errors?.[0]?.message).toBe('Argument "if" of non-null type "Boolean!" must not be null.');
  });

  test('a variable that is not valid is an error without data', async () => {
    const document = parse('query ($id: Int) { user(id: $id) { id } }');
    const result = await both({ schema: user, document, variableValues: { id: 'x' } });
    expect(Object.keys(result)).toEqual(['errors']);
  });

  test('an operation that is missing, or not of the schema, is an error', async () => {
    const document = parse('subscription { user { id } }');
    const { data, errors } = await both({ schema: user, document });
    expect(data).toBeNull();
    expect(errors?.[0]?.message).toBe('Schema is not configured to execute subscription operation.');
    const unknown = await both({ schema: user, document, operationName: 'Other' });
    expect(unknown.errors?.[0]?.message).toBe('Unknown operation named "Other".');
  });
});
