import {
  buildSchema,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isUnionType,
} from 'graphql';
import { whatToDo } from '../../examples/web/src/help/whatToDo.ts';
import { type Advice, advice } from './advice.ts';
import { type Answer, produceErrors } from './answers.ts';

const retryable = {
  always: 'yes',
  never: 'no',
  sometimes: 'if `retryable` says so',
};

/**
 * Writes the parts of docs/errors.md that follow from the schema and from the sandbox: those between
 * `<!-- generated: NAME -->` and `<!-- end -->`.
 * @param sdl schema.graphql
 * @returns the page.
 * @throws {Error} if an error type of the schema has no advice.
 */
export async function renderErrorsPage(page: string, sdl: string): Promise<string> {
  const schema = buildSchema(sdl);
  const common = schema.getType('BeeperError') as GraphQLInterfaceType;
  const types = schema.getPossibleTypes(common).toSorted(byAdvice);
  const [, operation = ''] = /```graphql\n(.*?)```/s.exec(page) ?? [];
  const answers = await produceErrors(operation);

  const parts: Record<string, string> = {
    common: table(['field', 'what it is'], Object.values(common.getFields()).map(fieldRow)),
    overview: table(
      ['`code`', 'type', 'retry', 'try it'],
      types.map(({ name }) => {
        const { code, retryable: retries, example } = adviceFor(name);
        return [
          code ?? `\`${answers[name]?.code}\``,
          `\`${name}\``,
          `[${retryable[retries]}](#${name.toLowerCase()})`,
          'username' in example ? `\`${example.username}\`` : '',
        ];
      }),
    ),
    types: types.map((type) => section(schema, type, answers[type.name])).join('\n\n'),
  };
  return page.replace(
    /(<!-- generated: (\w+) -->\n)(?:.*?)(\n<!-- end -->)/gs,
    (_, begin, name, end) => `${begin}\n${parts[name]}\n${end}`,
  );
}

function section(schema: GraphQLSchema, type: GraphQLObjectType, answer: Answer | undefined): string {
  const { when, example, retryable: retries } = adviceFor(type.name);
  const common = (schema.getType('BeeperError') as GraphQLInterfaceType).getFields();
  const own = Object.values(type.getFields()).filter(({ name }) => !(name in common));
  return [
    `### ${type.name}`,
    type.description ?? '',
    `**When.** ${when}`,
    `**In the page.** ${whatToDo(type.name)}`,
    `**Retry:** ${retryable[retries]}. **Returned by** ${returnedBy(schema, type)}.`,
    own.length > 0 ? table(['field', 'what it is'], own.map(fieldRow)) : '',
    'username' in example ? `With \`{ "username": "${example.username}" }\`:` : example.text,
    `\`\`\`json\n${JSON.stringify(answer, null, 2)}\n\`\`\``,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** @returns in words which fields have the type in their union. */
function returnedBy(schema: GraphQLSchema, type: GraphQLObjectType): string {
  const returns = ({ type: result }: GraphQLField<unknown, unknown>) => {
    const named = getNamedType(result);
    return isUnionType(named) && named.getTypes().includes(type);
  };
  const namesIn = (root: GraphQLObjectType | null | undefined) =>
    Object.values(root?.getFields() ?? {})
      .filter(returns)
      .map(({ name }) => `\`${name}\``);
  const mutations = namesIn(schema.getMutationType());
  const isInAll = mutations.length === Object.keys(schema.getMutationType()?.getFields() ?? {}).length;
  const subscriptions = namesIn(schema.getSubscriptionType()).map((name) => `the subscription ${name}`);
  return [...(isInAll ? ['every mutation'] : mutations), ...subscriptions].join(', ');
}

const fieldRow = ({ name, type, description }: GraphQLField<unknown, unknown>): string[] => [
  `\`${name}: ${type}\``,
  (description ?? '').replaceAll('\n', ' '),
];

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), `|${'---|'.repeat(head.length)}`, ...rows.map(row)].join('\n');

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function adviceFor(type: string): Advice {
  const found = advice[type];
  if (!found) throw new Error(`scripts/errorsPage/advice.ts has nothing about ${type}.`);
  return found;
}

const order = Object.keys(advice);
const byAdvice = (a: GraphQLObjectType, b: GraphQLObjectType): number =>
  order.indexOf(a.name) - order.indexOf(b.name);
