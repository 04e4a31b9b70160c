import {
  type ArgumentNode,
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLObjectType,
  getNamedType,
  type InlineFragmentNode,
  isAbstractType,
  isObjectType,
  Kind,
  type ObjectFieldNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
  type ValueNode,
  type VariableDefinitionNode,
} from 'graphql';
import { isListOrCall } from './listOrCall.ts';
import { tooComplex } from './tooComplex.ts';

/** What is counted of an operation. */
interface Counts {
  /** Fields, directives, arguments, their values, variables, and object types behind an interface or a union. */
  readonly size: number;
  readonly directives: number;
  /** Those of fields with a list or an upstream call behind them; the cost limit is enough for the others. */
  readonly aliases: number;
  /** Fields with `__typename`, and fragments: each is work for every rule of graphql. */
  readonly selections: number;
}

const nothing: Counts = { size: 0, directives: 0, aliases: 0, selections: 0 };
const one: Counts = { ...nothing, size: 1 };
const oneSelection: Counts = { ...nothing, selections: 1 };

/** graphql checks each operation of a document with its fragments, although one of them runs. */
const maxSelections = 20_000;

/**
 * @returns a rule that limits an operation in the longest form in which a router can send it on: named fragments become
 * inline fragments, and one on an interface becomes one for each object type. A document has the same counts in each of
 * its forms, so that a router is not refused what a client may send.
 */
export function maxSizeRule(
  limits: Readonly<Record<Exclude<keyof Counts, 'selections'>, number>>,
): ValidationRule {
  return function MaxSizeRule(context) {
    const countsOf = createCounter(context);
    let selections = 0;
    return {
      Document: {
        leave() {
          if (selections <= maxSelections) return;
          context.reportError(
            tooComplex(
              `Size limit of ${maxSelections} for all operations of a document exceeded, found ${selections}.`,
            ),
          );
        },
      },
      OperationDefinition({ operation, selectionSet, variableDefinitions = [] }) {
        const root = context.getSchema().getRootType(operation) ?? undefined;
        const variables = { ...nothing, size: sizeOfVariables(variableDefinitions) };
        const found = sum([countsOf(selectionSet, root), variables]);
        selections += found.selections;
        for (const name of ['aliases', 'directives', 'size'] as const) {
          if (found[name] <= limits[name]) continue;
          const Name = name.replace(/^./, (first) => first.toUpperCase());
          context.reportError(tooComplex(`${Name} limit of ${limits[name]} exceeded, found ${found[name]}.`));
        }
      },
    };
  };
}

/** @returns a function that counts what a selection selects of an object type; undefined for a type that is unknown. */
function createCounter(context: ValidationContext) {
  const schema = context.getSchema();
  const known = new Map<string, Counts>();

  const ofSet = (set: SelectionSetNode, type: GraphQLObjectType | undefined): Counts =>
    sum(set.selections.map((selection) => ofSelection(selection, type)));

  const ofSelection = (selection: SelectionNode, type: GraphQLObjectType | undefined): Counts => {
    if (selection.kind === Kind.FIELD) return sum([oneSelection, ofField(selection, type)]);
    const part =
      selection.kind === Kind.INLINE_FRAGMENT
        ? ofPart(selection, type)
        : ofFragment(selection.name.value, type);
    return sum([oneSelection, part, ofDirectives(selection.directives)]);
  };

  const ofFragment = (name: string, type: GraphQLObjectType | undefined): Counts => {
    const key = `${name} on ${type?.name}`;
    const counts = known.get(key);
    if (counts) return counts;
    // Ends the recursion of a fragment cycle, which graphql's own rule reports.
    known.set(key, nothing);
    const fragment = context.getFragment(name);
    const found = fragment ? ofPart(fragment, type) : nothing;
    known.set(key, found);
    return found;
  };

  const ofPart = (
    { typeCondition, selectionSet }: InlineFragmentNode | FragmentDefinitionNode,
    type: GraphQLObjectType | undefined,
  ): Counts => {
    const condition = typeCondition && schema.getType(typeCondition.name.value);
    return applies(condition, type) ? ofSet(selectionSet, type) : nothing;
  };

  const applies = (condition: GraphQLNamedType | undefined, type: GraphQLObjectType | undefined): boolean =>
    !type ||
    !condition ||
    condition === type ||
    (isAbstractType(condition) && schema.isSubType(condition, type));

  const ofField = (node: FieldNode, type: GraphQLObjectType | undefined): Counts => {
    // Routers add it to every selection.
    if (node.name.value === '__typename') return nothing;
    const field = type?.getFields()[node.name.value];
    return sum([
      one,
      {
        ...nothing,
        size: sizeOf(node.arguments),
        aliases: node.alias && field && isListOrCall(field) ? 1 : 0,
      },
      ofDirectives(node.directives),
      node.selectionSet ? ofChildren(node.selectionSet, field && getNamedType(field.type)) : nothing,
    ]);
  };

  const ofChildren = (set: SelectionSetNode, type: GraphQLNamedType | undefined): Counts =>
    isAbstractType(type)
      ? sum(schema.getPossibleTypes(type).flatMap((possible) => [one, ofSet(set, possible)]))
      : ofSet(set, isObjectType(type) ? type : undefined);

  return ofSet;
}

const sum = (counts: readonly Counts[]): Counts =>
  counts.reduce(
    (total, { size, directives, aliases, selections }) => ({
      size: total.size + size,
      directives: total.directives + directives,
      aliases: total.aliases + aliases,
      selections: total.selections + selections,
    }),
    nothing,
  );

const ofDirectives = (directives: readonly DirectiveNode[] = []): Counts => ({
  ...nothing,
  size: directives.reduce((size, directive) => size + 1 + sizeOf(directive.arguments), 0),
  directives: directives.length,
});

/** A definition counts as two parts, because its type has tokens of its own. */
const sizeOfVariables = (definitions: readonly VariableDefinitionNode[]): number =>
  definitions.reduce(
    (size, { defaultValue }) => size + 2 + (defaultValue ? sizeOfValue(defaultValue) : 0),
    0,
  );

const sizeOf = (parts: readonly (ArgumentNode | ObjectFieldNode)[] = []): number =>
  parts.reduce((size, { value }) => size + 1 + sizeOfValue(value), 0);

function sizeOfValue(value: ValueNode): number {
  if (value.kind === Kind.LIST) return value.values.reduce((size, item) => size + sizeOfValue(item), 1);
  return value.kind === Kind.OBJECT ? 1 + sizeOf(value.fields) : 1;
}
