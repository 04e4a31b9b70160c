import fc from 'fast-check';
import {
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isLeafType,
  isObjectType,
  isUnionType,
  type OperationDefinitionNode,
  parse,
} from 'graphql';
import { expect, test } from 'vitest';
import { costOf } from '../../src/http/limits/cost.ts';
import { seedChatIDs } from '../../src/sandbox/index.ts';
import { schema } from '../../src/schema/index.ts';
import { seed } from '../support/askStrictly.ts';
import type { GraphQLAnswer } from '../support/gateway.ts';
import { startPair } from '../support/pair.ts';
import { whatsapp } from '../support/people.ts';
import { runs } from '../support/runs.ts';

const numRuns = runs(60);

const limit = 20_000;
const listSize = 10;

/** Variables can have the names of what every object has. */
const names = ['v', 'constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf'];
const chatIDs = [
  seedChatIDs.merged,
  seedChatIDs.longHistory,
  seedChatIDs.everyKind,
  seedChatIDs.kishan,
  'nobody',
];
const sizes = [1, 2, 3, 20, 21, 60, 200];

/** For arguments named `id`. */
const idsOf: Readonly<Record<string, readonly string[]>> = {
  chat: chatIDs,
  message: ['1300003', '1302860'],
  bridge: ['local-whatsapp'],
};

type Random = <T>(items: readonly T[]) => T;

/** A random operation that is valid, with the variables to send. */
interface Operation {
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

function randomOperation(pick: Random): Operation {
  const definitions = new Map<string, string>();
  const variables: [string, unknown][] = [];
  const fragments: string[] = [];
  let aliases = 0;

  /** A literal or a variable, which is sent, or has a default, or is left out. */
  function value(type: string, values: readonly unknown[]): string {
    const name = pick([...names, null, null, null]);
    const chosen = pick(values);
    if (name === null || definitions.has(name)) return literal(chosen);
    const isRequired = type.endsWith('!');
    const sent = pick(isRequired ? ['sent'] : ['sent', 'default', 'absent', 'null', 'both']);
    const hasDefault = sent === 'default' || sent === 'both';
    definitions.set(name, `$${name}: ${type}${hasDefault ? ` = ${literal(pick(values))}` : ''}`);
    if (sent === 'sent' || sent === 'both') variables.push([name, chosen]);
    if (sent === 'null') variables.push([name, null]);
    return `$${name}`;
  }

  const references = () =>
    Array.from({ length: pick([1, 2, 5]) }, () =>
      pick([
        ...chatIDs.map((id) => ({ __typename: 'BeeperChat', id })),
        { __typename: 'BeeperAccount', id: whatsapp },
      ]),
    );

  function argumentsOf(field: GraphQLField<unknown, unknown>): string {
    const given = field.args.flatMap(({ name }) => {
      if (name === 'first') return pick([true, false]) ? [`first: ${value('Int', sizes)}`] : [];
      if (name === 'id') return [`id: ${value('ID!', idsOf[field.name] ?? [whatsapp])}`];
      if (name === 'chatID') return [`chatID: ${value('ID!', chatIDs)}`];
      if (name === 'query' && field.name !== 'contacts')
        return [`query: ${value('String!', ['dinner', 'ada'])}`];
      if (name === 'accountID') return [`accountID: ${value('ID!', [whatsapp])}`];
      if (name === 'filter') {
        const filters = field.name === 'searchChats' ? ['{}', '{ labelID: "label-family" }'] : ['{}'];
        return [`filter: ${pick(filters)}`];
      }
      if (name === 'representations') {
        const one = pick([true, false]);
        return [
          `representations: ${one ? value('[_Any!]!', [references()]) : `[${value('_Any!', references())}]`}`,
        ];
      }
      return [];
    });
    return given.length > 0 ? `(${given.join(', ')})` : '';
  }

  function selectionOf(type: GraphQLObjectType, depth: number): string {
    const fields = Object.values(type.getFields()).filter(({ name }) => name !== '_service');
    // Fields below which calls are made come up most.
    const interesting = fields.filter(
      (field) => field.extensions.cost || /^(nodes|edges|node|merge|pageInfo)$/.test(field.name),
    );
    const leaves = fields.filter((field) => isLeafType(getNamedType(field.type)) && field.args.length === 0);
    const chosen = Array.from({ length: pick([1, 1, 2, 3]) }, () =>
      pick(depth > 0 && interesting.length > 0 ? [...interesting, ...interesting, ...leaves] : leaves),
    );
    const parts = chosen.map((field) => {
      if (!field) return '__typename';
      // Fields of one name are merged, and must have the same arguments.
      const alias = pick([true, false]) || field.args.length > 0 ? `a${aliases++}: ` : '';
      const below = getNamedType(field.type);
      const selection = isLeafType(below) ? '' : ` { ${setOf(below, depth - 1)} }`;
      return `${alias}${field.name}${argumentsOf(field)} ${pick(['', '', '@include(if: true)'])}${selection}`;
    });
    const set = parts.join(' ');
    const form = pick(['plain', 'plain', 'inline', 'named']);
    if (form === 'inline') return `... on ${type.name} { ${set} }`;
    if (form !== 'named') return set;
    const name = `F${fragments.length}`;
    fragments.push(`fragment ${name} on ${type.name} { ${set} }`);
    return `...${name}`;
  }

  function setOf(type: unknown, depth: number): string {
    if (isObjectType(type)) return selectionOf(type, depth);
    if (!isUnionType(type)) return '__typename';
    return type
      .getTypes()
      .map((member) => `... on ${member.name} { ${selectionOf(member, depth)} }`)
      .join(' ');
  }

  const set = setOf(schema.getQueryType(), 9);
  const declared = definitions.size > 0 ? `(${[...definitions.values()].join(', ')})` : '';
  return {
    query: `query ${declared} { ${set} } ${fragments.join(' ')}`,
    variables: Object.fromEntries(variables),
  };
}

const literal = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  return `{ ${Object.entries(value)
    .map(([key, part]) => `${key}: ${literal(part)}`)
    .join(', ')} }`;
};

test.each(['split', 'union'] as const)(
  'the price of a random query is never below the number of calls that it makes (%s)',
  async (dialect) => {
    await using pair = await startPair({ dialect, listSize });
    let priced = 0;

    await fc.assert(
      fc.asyncProperty(fc.gen(), async (random) => {
        const pick: Random = (items) =>
          items[random(fc.integer, { min: 0, max: Math.max(0, items.length - 1) })] as never;
        const { query, variables } = randomOperation(pick);
        const document = parse(query);
        const [operation] = document.definitions as OperationDefinitionNode[];
        if (!operation) throw new Error('There is no operation');
        const cost = costOf({ schema, document, operation, listSize }, variables);

        pair.sandbox.calls.length = 0;
        const answer = (await (await pair.gateway.send(query, variables)).json()) as GraphQLAnswer<object>;
        const calls = pair.sandbox.calls.length;

        const refused = answer.errors?.find(() => answer.data === undefined)?.extensions?.code;
        expect(['QUERY_TOO_COMPLEX', undefined], JSON.stringify(answer.errors)).toContain(refused);
        if (cost > limit) expect(refused).toBe('QUERY_TOO_COMPLEX');
        if (refused) expect(calls).toBe(0);
        else priced++;
        expect(cost).toBeGreaterThanOrEqual(calls);
      }),
      { seed, numRuns },
    );

    // Most documents are executed, not refused.
    expect(priced).toBeGreaterThan(numRuns / 2);
  },
);
