import {
  GraphQLBoolean,
  GraphQLEnumType,
  type GraphQLFieldConfig,
  type GraphQLFieldResolver,
  GraphQLFloat,
  GraphQLID,
  GraphQLInputObjectType,
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
  type GraphQLTypeResolver,
  GraphQLUnionType,
  responsePathAsArray,
} from 'graphql';
import { picksOf } from './chance.ts';
import { createValues, type Place, type Recorded, thenable } from './values.ts';

const Color = new GraphQLEnumType({
  name: 'Color',
  values: { RED: { value: 'red' }, GREEN: { value: 2 }, BLUE: { value: null } },
});

const Odd = new GraphQLScalarType({
  name: 'Odd',
  serialize(value) {
    if (value === 'throws') throw new Error('Odd throws');
    if (value === 'gives null') return null;
    if (value === 'gives undefined') return undefined;
    return value === 'made an object' ? { made: true } : value;
  },
  parseValue(value) {
    if (value === 'throws') throw new Error('Odd does not take it');
    return { parsed: value };
  },
});

const Point: GraphQLInputObjectType = new GraphQLInputObjectType({
  name: 'Point',
  fields: () => ({
    x: { type: new GraphQLNonNull(GraphQLInt), defaultValue: 1 },
    y: { type: new GraphQLList(new GraphQLNonNull(GraphQLInt)) },
    color: { type: Color, defaultValue: 'red' },
    inner: { type: Point },
  }),
});

const args = {
  number: { type: GraphQLInt, defaultValue: 3 },
  color: { type: Color },
  point: { type: Point },
  odd: { type: Odd },
  list: { type: new GraphQLList(GraphQLInt) },
};

const Node = new GraphQLInterfaceType({
  name: 'Node',
  fields: { id: { type: GraphQLID } },
  resolveType: ({ kind }: Place) => kind,
});

/** Its types are found by `__typename` or by their predicates. */
const Named = new GraphQLInterfaceType({ name: 'Named', fields: { name: { type: GraphQLString } } });

const Any: GraphQLUnionType = new GraphQLUnionType({
  name: 'Any',
  types: () => objectTypes,
  resolveType: async ({ kind }: Place) => kind,
});

const Strange: GraphQLUnionType = new GraphQLUnionType({
  name: 'Strange',
  types: () => objectTypes,
  resolveType: strangeType as GraphQLTypeResolver<Place, Recorded>,
});

function strangeType(value: Place, recorded: Recorded, info: GraphQLResolveInfo): unknown {
  record(recorded, 'type of', value.place, info);
  const { kind, place } = value;
  switch (kind) {
    case 'a number':
      return 7;
    case 'a type':
      return Any;
    case 'an object type':
      return objectTypes[0];
    case 'missing':
      return undefined;
    case 'throws':
      throw new Error(`No type at ${place}`);
    default: {
      const way = picksOf(`${recorded.seed} type ${place}`)([
        'plain',
        'plain',
        'promise',
        'rejects',
        'thenable',
      ]);
      if (way === 'promise') return Promise.resolve(kind);
      if (way === 'rejects') return Promise.reject(new Error(`Type rejects at ${place}`));
      return way === 'thenable' ? thenable(recorded, place, () => kind) : kind;
    }
  }
}

type Predicate = NonNullable<GraphQLObjectType<Place, Recorded>['isTypeOf']>;

const predicates: Record<string, Predicate> = {
  Sure: ({ kind }) => kind === 'Sure',
  Slow: async ({ kind }) => kind === 'Slow',
  Moody: ({ kind, place }, { seed, turns }) => {
    const isMoody = kind === 'Moody';
    switch (picksOf(`${seed} predicate ${place}`)([0, 0, 0, 0, 1, 1, 2, 3, 4])) {
      case 0:
        return isMoody;
      case 1:
        return turns.wait(`predicate ${place}`).then(() => isMoody);
      case 2:
        return false;
      case 3:
        throw new Error(`No predicate at ${place}`);
      default:
        return Promise.reject(new Error(`Predicate rejects at ${place}`));
    }
  },
};

const objectTypes = ['Plain', 'Sure', 'Slow', 'Moody'].map((name) => objectType(name, predicates[name]));
const bases = [GraphQLInt, GraphQLFloat, GraphQLString, GraphQLBoolean, GraphQLID, Color, Odd];
const composites = [...objectTypes, Node, Named, Any, Strange];

type Wrap = (type: GraphQLOutputType) => GraphQLOutputType;
const required: Wrap = (type) => new GraphQLNonNull(type);
const listOf: Wrap = (type) => new GraphQLList(type);
const wraps: Record<string, Wrap> = {
  '': (type) => type,
  Must: required,
  Resolved: (type) => type,
  MustResolved: required,
  List: listOf,
  ListMust: (type) => required(listOf(required(type))),
  ListResolved: (type) => listOf(required(type)),
  Nested: (type) => listOf(required(listOf(type))),
};

function fieldsOf(): Record<string, GraphQLFieldConfig<unknown, Recorded>> {
  const fields: Record<string, GraphQLFieldConfig<unknown, Recorded>> = {
    id: { type: GraphQLID },
    name: { type: GraphQLString },
    strict: { type: GraphQLInt, args: { number: { type: new GraphQLNonNull(GraphQLInt) } }, resolve },
  };
  for (const base of [...bases, ...composites]) {
    for (const [suffix, wrap] of Object.entries(wraps)) {
      const isResolved = suffix.endsWith('Resolved');
      fields[`${base.name.toLowerCase()}${suffix}`] = {
        type: wrap(base),
        ...(isResolved ? { resolve } : {}),
        ...(isResolved || suffix === 'List' ? { args } : {}),
      };
    }
  }
  return fields;
}

function objectType(name: string, isTypeOf?: Predicate): GraphQLObjectType {
  return new GraphQLObjectType<Place, Recorded>({
    name,
    interfaces: name === 'Slow' ? [Named] : [Node, Named],
    fields: fieldsOf,
    ...(isTypeOf && {
      isTypeOf(value, recorded, info) {
        record(recorded, `is ${name}`, value.place, info);
        return isTypeOf(value, recorded, info);
      },
    }),
  });
}

const make = createValues(makeObject);

const numbers = new WeakMap<object, number>();
let lastNumber = 0;

/** @returns a number by which the object is known in the recorded calls. */
export function numberOf(value: object): number {
  const number = numbers.get(value) ?? ++lastNumber;
  numbers.set(value, number);
  return number;
}

function pathOf(path: GraphQLResolveInfo['path'] | undefined): string {
  return path ? `${pathOf(path.prev)}/${path.typename ?? ''}.${path.key}` : '';
}

function record({ calls }: Recorded, what: string, place: string, info: GraphQLResolveInfo, given?: object) {
  const { fieldName, fieldNodes, returnType, parentType, schema: used, fragments, rootValue } = info;
  const { operation, variableValues } = info;
  calls.push(
    [
      ...[what, place, JSON.stringify(given), fieldName, pathOf(info.path), `${returnType}`, parentType.name],
      ...[...fieldNodes, used, operation].map(numberOf),
      Object.keys(fragments).length,
      ...[rootValue === undefined, JSON.stringify(variableValues)],
    ].join(' '),
  );
}

const isPlace = (source: unknown): source is Place => typeof source === 'object' && source !== null;

const resolve: GraphQLFieldResolver<unknown, Recorded> = (source, given, recorded, info) => {
  const place = isPlace(source) ? source.place : '';
  record(recorded, 'resolve', place, info, given);
  return make(info.returnType, `${place}/${responsePathAsArray(info.path).at(-1)}`, recorded);
};

/** Fields without resolvers are properties, getters or methods of it. They are made when they are read. */
function makeObject(kind: string, place: string, recorded: Recorded): unknown {
  const pick = picksOf(`${recorded.seed} object ${place}`);
  const object = { kind, place, ...(pick([true, false, false]) && { __typename: kind }) };
  return new Proxy(object, {
    get(target, name) {
      const field = typeof name === 'string' ? fields[name] : undefined;
      return field ? partOf(`${place}/${String(name)}`, field.type, recorded) : Reflect.get(target, name);
    },
  });
}

function partOf(place: string, type: GraphQLOutputType, recorded: Recorded): unknown {
  const form = picksOf(`${recorded.seed} form ${place}`)(['property', 'property', 'getter', 'method']);
  if (form === 'method') {
    return (given: object, _: Recorded, info: GraphQLResolveInfo) => {
      record(recorded, 'method', place, info, given);
      return make(type, place, recorded);
    };
  }
  if (form === 'getter') recorded.calls.push(`getter ${place}`);
  return make(type, place, recorded);
}

const Query = new GraphQLObjectType({ name: 'Query', fields: fieldsOf });
const Mutation = new GraphQLObjectType({ name: 'Mutation', fields: fieldsOf });
const fields = Query.getFields();

export const schema = new GraphQLSchema({ query: Query, mutation: Mutation, types: objectTypes });

export const rootValueOf = (recorded: Recorded): unknown => makeObject('Plain', 'root', recorded);
