import {
  type GraphQLArgument,
  type GraphQLCompositeType,
  getNamedType,
  isAbstractType,
  isCompositeType,
} from 'graphql';
import type { Pick } from './chance.ts';
import { schema } from './schema.ts';

/** A random document, with the name of one of its operations and the variables of two requests. */
export interface Operation {
  readonly text: string;
  readonly operationName: string;
  readonly requests: readonly Record<string, unknown>[];
}

const aliases = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'a', 'b', 'id', '_'];
const variableNames = ['v', 'w', 'x', 'y', '__proto__', 'constructor', 'toString'];
const conditions = ['', '', '', '', '', '', '', '', '', '', '@include(if: true)', '@skip(if: false)'];
const never = ['@include(if: false)', '@skip(if: true)'];

/** Literals by the text of their type, the last of which is not valid, and what is sent as variables. */
const literals: Record<string, readonly string[]> = {
  Int: ['1', '2', 'null', '"a text"'],
  'Int!': ['1', '2', '3', 'null'],
  Color: ['RED', 'GREEN', 'BLUE', 'null', 'PINK'],
  Point: ['{}', '{ x: 2, y: [1, 2] }', '{ y: 3, inner: { color: GREEN } }', 'null', '{ z: 1 }'],
  Odd: ['1', '"text"', '{ deep: [true] }', '"throws"'],
  '[Int]': ['[1, null]', '3', '[]', 'null', '["a text"]'],
};
const sent: Record<string, readonly unknown[]> = {
  Int: [1, 2, null, 5, 6, 'a text'],
  'Int!': [1, 2, 3, 4, 5, null],
  Color: ['RED', 'GREEN', 'BLUE', null, 'PINK'],
  Point: [{}, { x: 2, y: [1, 2] }, { y: 3, inner: { color: 'GREEN' } }, null, { z: 1 }],
  Odd: [1, 'text', { deep: [true] }, 'throws'],
  '[Int]': [[1, null], 3, [], null, ['a text']],
  'Boolean!': [true, false, true, false, null],
  Boolean: [true, false, true, false, null],
};

/** All object types have these fields. Abstract types have two of them. */
const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
const composites = fields.filter(({ type }) => isCompositeType(getNamedType(type)));
const leaves = [...fields.filter((field) => !composites.includes(field)), undefined];

export function randomOperation(pick: Pick): Operation {
  const definitions = new Map<string, { readonly type: string; readonly text: string }>();
  const fragments: { readonly name: string; readonly depth: number; readonly text: string }[] = [];
  const isConditional = pick([true, false]);

  function variable(type: string): string | undefined {
    const name = pick(variableNames);
    const known = definitions.get(name);
    if (known) return known.type === type ? `$${name}` : undefined;
    const isDefault = !type.endsWith('!') && pick([true, false]);
    const preset = type === 'Boolean' ? ' = true' : isDefault ? ` = ${pick(literals[type] ?? ['1'])}` : '';
    definitions.set(name, { type, text: `$${name}: ${type}${preset}` });
    return `$${name}`;
  }

  function condition(): string {
    if (!isConditional) return '';
    const form = pick(['none', 'none', 'none', 'literal', 'never', 'variable', 'variable']);
    if (form === 'literal') return pick(conditions);
    if (form === 'never') return pick(never);
    if (form === 'none') return '';
    const name = variable(pick(['Boolean!', 'Boolean!', 'Boolean']));
    return name ? `@${pick(['skip', 'include'])}(if: ${name})` : '';
  }

  function valueFor({ type }: GraphQLArgument): string {
    const text = `${type}`;
    const name = pick([true, true, false]) ? variable(text) : undefined;
    if (name) return name;
    const valid = literals[text] ?? [];
    return pick([...valid, ...valid.slice(0, -1), ...valid.slice(0, -1)]);
  }

  function argumentsOf(args: readonly GraphQLArgument[]): string {
    const given = args.filter(({ name }) =>
      pick(name === 'number' ? [true, true, false] : [true, false, false]),
    );
    return given.length > 0 ? `(${given.map((one) => `${one.name}: ${valueFor(one)}`).join(', ')})` : '';
  }

  function field(type: GraphQLCompositeType, depth: number): string {
    const chosen = pick(depth > 0 && pick([true, true, false]) ? composites : leaves);
    const alias = pick([true, false, false]) ? `${pick(aliases)}: ` : '';
    if (!chosen || isAbstractType(type))
      return `${alias}${pick(['__typename', '__typename', '__typename', 'nothing', 'id', 'name'])} ${condition()}`;
    const below = getNamedType(chosen.type);
    const selection = isCompositeType(below) ? selectionSet(below, depth - 1) : '';
    return `${alias}${chosen.name}${argumentsOf(chosen.args)} ${condition()} ${selection}`;
  }

  function selectionSet(type: GraphQLCompositeType, depth: number): string {
    const parts = Array.from({ length: pick([1, 1, 2, 2, 3]) }, () => selection(type, depth));
    return `{ ${parts.join(' ')} }`;
  }

  function selection(type: GraphQLCompositeType, depth: number): string {
    const form = pick(['field', 'field', 'field', 'field', 'field', 'inline', 'named', 'known', 'known']);
    const isNarrowed = isAbstractType(type) && pick([true, true, true, false]);
    const narrow = isNarrowed ? pick(schema.getPossibleTypes(type)) : type;
    if (form === 'known') {
      const usable = fragments.filter((fragment) => fragment.depth <= depth);
      const chosen = pick([...usable, undefined]);
      return chosen ? `...${chosen.name} ${condition()}` : field(type, depth);
    }
    if (form === 'named') {
      const set = selectionSet(narrow, depth);
      const name = `F${fragments.length}`;
      fragments.push({ name, depth, text: `fragment ${name} on ${narrow.name} ${set}` });
      return `...${name} ${condition()}`;
    }
    if (form === 'field' && !isNarrowed) return field(type, depth);
    return `... ${pick([`on ${narrow.name}`, `on ${narrow.name}`, ''])} ${condition()} ${selectionSet(narrow, depth)}`;
  }

  function operation(kind: string, name: string): string {
    const root = kind === 'mutation' ? schema.getMutationType() : schema.getQueryType();
    if (!root) throw new Error('There is no such root type');
    const set = selectionSet(root, pick([1, 1, 2, 2, 3]));
    return `${kind} ${name}<variables> ${set}`;
  }

  function variablesToSend(): Record<string, unknown> {
    const given = [...definitions].flatMap(([name, { type }]) => {
      const values = sent[type] ?? [];
      const isValid = pick([...Array.from({ length: 15 }, () => true), false]);
      const isSent = type.endsWith('!') || pick([true, true, false]);
      return isSent ? [[name, pick(isValid ? values.slice(0, -1) : values)]] : [];
    });
    return Object.fromEntries(given);
  }

  const first = operation(pick(['query', 'query', 'mutation']), 'First');
  const second = pick([true, false, false, false]) ? operation('query', 'Second') : '';
  const declared = [...definitions.values()].map(({ text }) => text).join(', ');
  const operations = `${first} ${second}`.replaceAll('<variables>', declared && `(${declared})`);
  return {
    text: [operations, ...fragments.map(({ text }) => text)].join('\n'),
    operationName: second ? pick(['First', 'Second']) : 'First',
    requests: [variablesToSend(), variablesToSend()],
  };
}
