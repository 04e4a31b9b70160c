import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type NamedTypeNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql';
import { maxPageSize } from '../../schema/validation.ts';

/** One operation of a document that is valid. */
export interface Priced {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

export type Variables = Readonly<Record<string, unknown>>;

/** Fields that may ask Beeper each time they are selected; so does every connection. */
export const callingFields: ReadonlySet<string> = new Set([
  'Query.chat',
  'Query._entities',
  'BeeperChat.lastMessage',
]);
const callCost = 50;

/** What a selection costs: once, and for each item of the connection that it may be made in. */
interface Cost {
  readonly once: number;
  readonly each: number;
}

const nothing: Cost = { once: 0, each: 0 };

/**
 * Counts what an operation may ask for: 1 for a field, 50 for one that may ask Beeper; what is selected in the lists of
 * a connection as often as its `first` or `last` says, what is selected of entities as often as there are references.
 * @param variables as they were sent; null for the dearest that could be.
 * @returns the sum, Infinity where nothing bounds it.
 */
export function costOf({ schema, document, operation }: Priced, variables: Variables | null): number {
  const argumentOf = argumentReader(operation, variables);
  const known = new Map<FragmentDefinitionNode, Cost>();

  const ofSet = (set: SelectionSetNode | undefined, parent: GraphQLNamedType | undefined): Cost =>
    set?.selections.reduce((sum, selection) => plus(sum, ofSelection(selection, parent)), nothing) ?? nothing;

  const ofSelection = (selection: SelectionNode, parent: GraphQLNamedType | undefined): Cost => {
    if (selection.kind === Kind.FIELD) return ofField(selection, parent);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(selection.name.value);
    return ofSet(selection.selectionSet, typeOf(selection.typeCondition) ?? parent);
  };

  const ofFragment = (name: string): Cost => {
    const fragment = document.definitions.find(
      (definition) => definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name,
    );
    if (fragment?.kind !== Kind.FRAGMENT_DEFINITION) return nothing;
    const cost = known.get(fragment) ?? ofSet(fragment.selectionSet, typeOf(fragment.typeCondition));
    known.set(fragment, cost);
    return cost;
  };

  const ofField = (node: FieldNode, parent: GraphQLNamedType | undefined): Cost => {
    const field = fieldOf(parent, node.name.value);
    // Introspection asks nobody, and has a limit of its own.
    if (!parent || !field) return nothing;
    const inner = ofSet(node.selectionSet, getNamedType(field.type));
    const own = isPaged(field) || callingFields.has(`${parent.name}.${field.name}`) ? callCost : 1;
    if (takes(field, 'representations')) {
      return {
        once: lengthOf(argumentOf(node, field, 'representations')) * (own + inner.once + inner.each),
        each: 0,
      };
    }
    const items = isPaged(field)
      ? Math.max(itemsIn(argumentOf(node, field, 'first')), itemsIn(argumentOf(node, field, 'last')))
      : 1;
    const cost = own + inner.once + items * inner.each;
    return isListType(getNullableType(field.type)) ? { once: 0, each: cost } : { once: cost, each: 0 };
  };

  const typeOf = (node: NamedTypeNode | undefined) => node && schema.getType(node.name.value);

  const { once, each } = ofSet(operation.selectionSet, schema.getRootType(operation.operation) ?? undefined);
  return once + each;
}

/** Variables are not coerced yet: what is none of the right type is refused right after. */
function argumentReader(operation: OperationDefinitionNode, variables: Variables | null) {
  const defaults = operation.variableDefinitions?.flatMap(({ variable, defaultValue }) =>
    defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)] as const] : [],
  );
  const values = { ...Object.fromEntries(defaults ?? []), ...variables };
  return (node: FieldNode, field: GraphQLField<unknown, unknown>, name: string): unknown => {
    const value = node.arguments?.find((argument) => argument.name.value === name)?.value;
    if (value?.kind === Kind.VARIABLE && variables === null) return Number.POSITIVE_INFINITY;
    const given = value && valueFromASTUntyped(value, values);
    // The resolvers take null for left out, too.
    return given ?? field.args.find((argument) => argument.name === name)?.defaultValue;
  };
}

const plus = (a: Cost, b: Cost): Cost => ({ once: a.once + b.once, each: a.each + b.each });

const fieldOf = (type: GraphQLNamedType | undefined, name: string) =>
  isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;

const takes = (field: GraphQLField<unknown, unknown>, name: string): boolean =>
  field.args.some((argument) => argument.name === name);

const isPaged = (field: GraphQLField<unknown, unknown>): boolean => takes(field, 'first');

/** More than `maxPageSize` is refused by a rule of the argument. */
const itemsIn = (value: unknown): number =>
  typeof value === 'number' ? Math.min(Math.max(value, 1), maxPageSize) : 1;

const lengthOf = (value: unknown): number =>
  Array.isArray(value) ? value.length : typeof value === 'number' ? value : 1;
