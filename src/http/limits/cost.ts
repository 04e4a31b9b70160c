import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  type InlineFragmentNode,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type NamedTypeNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
  valueFromASTUntyped,
} from 'graphql';
import type { FieldCost } from '../../common/fieldCost.ts';

/** An operation of a valid document. */
export interface PricedOperation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** How many items a list has that is not paged: what makes a call to Beeper for each item counts that often. */
  readonly listSize: number;
}

export type Variables = Readonly<Record<string, unknown>>;

/** The cost of a selection: once per parent, and that of its lists. */
interface Cost {
  readonly once: number;
  /** Of one item of each list, for a parent that is a page. */
  readonly perItem: number;
  /** Of all items of each list, for any other parent. */
  readonly allItems: number;
  /** Whether a field of it makes a call of its own to Beeper each time it is selected. */
  readonly calls: boolean;
}

type ReferenceCosts = NonNullable<FieldCost['references']>['types'];

const noCost: Cost = { once: 0, perItem: 0, allItems: 0, calls: false };
const defaultCost: FieldCost = { weight: 1 };

/** A field with at least this weight makes a call each time it is selected; those with less share one. */
const callWeight = 50;

/** A reference that can't be resolved is an error of its own in the answer. */
const unknownReference = { each: 50, once: 0 };

/**
 * Adds up what the fields of an operation declare in `extensions.cost`, 1 by default. What is selected in the lists of a
 * page counts once for each item that `first` or `last` asks for, what is selected of entities once per reference, and what
 * makes calls below any other list `listSize` times.
 * @param variables as sent by the client; null to assume the most expensive value of each.
 * @returns the sum, Infinity if a null `variables` leaves it unbounded.
 */
export function costOf(
  { schema, document, operation, listSize }: PricedOperation,
  variables: Variables | null,
): number {
  const argumentOf = argumentReader(operation, variables);
  const fragmentCosts = new Map<string, Cost>();

  const ofSet = (set: SelectionSetNode | undefined, parent: GraphQLNamedType | undefined): Cost =>
    set?.selections.reduce((sum, selection) => plus(sum, ofSelection(selection, parent)), noCost) ?? noCost;

  const ofSelection = (selection: SelectionNode, parent: GraphQLNamedType | undefined): Cost => {
    if (selection.kind === Kind.FIELD) return ofField(selection, parent);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(selection.name.value, parent);
    return ofPart(selection, parent);
  };

  const ofFragment = (name: string, parent: GraphQLNamedType | undefined): Cost => {
    const key = `${name} on ${parent?.name}`;
    const fragment = document.definitions.find(
      (definition) => definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name,
    );
    if (fragment?.kind !== Kind.FRAGMENT_DEFINITION) return noCost;
    const cost = fragmentCosts.get(key) ?? ofPart(fragment, parent);
    fragmentCosts.set(key, cost);
    return cost;
  };

  /** What is on another object type than the parent's is not selected. */
  const ofPart = (
    { typeCondition, selectionSet }: InlineFragmentNode | FragmentDefinitionNode,
    parent: GraphQLNamedType | undefined,
  ): Cost => {
    const type = typeOf(typeCondition);
    if (!isObjectType(parent)) return ofSet(selectionSet, type ?? parent);
    return isObjectType(type) && type !== parent ? noCost : ofSet(selectionSet, parent);
  };

  const ofField = (node: FieldNode, parent: GraphQLNamedType | undefined): Cost => {
    const field = fieldOf(parent, node.name.value);
    // Introspection makes no upstream call, and graphql limits it separately.
    if (!field) return noCost;
    const { pageSize, references, members, idIsFree, ...declared } = field.extensions.cost ?? defaultCost;
    if (references) return ofReferences(node, argumentOf(node, field, references.argument), references.types);
    const weight = idIsFree && isOnlyID(node.selectionSet) ? defaultCost.weight : declared.weight;
    const inner = ofSet(node.selectionSet, getNamedType(field.type));
    const calls = weight >= callWeight || inner.calls;
    const sizes = pageSize?.arguments.map((name) => clamp(argumentOf(node, field, name), pageSize.max));
    const items = sizes ? Math.max(1, ...sizes) * inner.perItem : inner.allItems;
    const cost = weight + (members ? listSize : 0) + inner.once + items;
    if (!isListType(getNullableType(field.type))) return { ...noCost, once: cost, calls };
    return { once: 0, perItem: cost, allItems: calls ? listSize * cost : cost, calls };
  };

  const ofReferences = (node: FieldNode, given: unknown, types: ReferenceCosts): Cost => {
    if (given === Number.POSITIVE_INFINITY) return { ...noCost, once: given, calls: true };
    const counts = new Map<string, number>();
    // GraphQL takes one value for a list of one.
    for (const reference of Array.isArray(given) ? given : [given]) {
      const name = reference?.__typename;
      const known = typeof name === 'string' && Object.hasOwn(types, name) ? name : '';
      counts.set(known, (counts.get(known) ?? 0) + 1);
    }
    const ofType = ([name, count]: readonly [string, number]): number => {
      const { each, once } = types[name] ?? unknownReference;
      const inner = name === '' ? noCost : ofSet(node.selectionSet, schema.getType(name));
      return once + count * (each + inner.once + inner.allItems);
    };
    return { ...noCost, once: [...counts].reduce((sum, entry) => sum + ofType(entry), 0), calls: true };
  };

  const typeOf = (node: NamedTypeNode | undefined) => node && schema.getType(node.name.value);

  const { once, allItems } = ofSet(
    operation.selectionSet,
    schema.getRootType(operation.operation) ?? undefined,
  );
  return once + allItems;
}

/** Reads arguments before graphql coerces variables: it rejects a value of the wrong type right after. */
function argumentReader(operation: OperationDefinitionNode, variables: Variables | null) {
  // Without a prototype: a variable can have the name of one of its properties, such as `constructor`.
  const values: Record<string, unknown> = Object.create(null);
  for (const { variable, defaultValue } of operation.variableDefinitions ?? []) {
    const name = variable.name.value;
    if (variables && Object.hasOwn(variables, name)) values[name] = variables[name];
    else if (defaultValue) values[name] = valueFromASTUntyped(defaultValue);
  }
  return (node: FieldNode, field: GraphQLField<unknown, unknown>, name: string): unknown => {
    const value = node.arguments?.find((argument) => argument.name.value === name)?.value;
    if (value && variables === null && hasVariable(value)) return Number.POSITIVE_INFINITY;
    const given = value && valueFromASTUntyped(value, values);
    // Resolvers treat null like an omitted argument.
    return given ?? field.args.find((argument) => argument.name === name)?.defaultValue;
  };
}

function hasVariable(value: ValueNode): boolean {
  if (value.kind === Kind.LIST) return value.values.some(hasVariable);
  return value.kind === Kind.OBJECT
    ? value.fields.some((field) => hasVariable(field.value))
    : value.kind === Kind.VARIABLE;
}

/** Fragments are not followed: what is in one may count although it costs nothing. */
const isOnlyID = (set: SelectionSetNode | undefined): boolean =>
  set?.selections.every((one) => one.kind === Kind.FIELD && ['id', '__typename'].includes(one.name.value)) ??
  false;

const plus = (a: Cost, b: Cost): Cost => ({
  once: a.once + b.once,
  perItem: a.perItem + b.perItem,
  allItems: a.allItems + b.allItems,
  calls: a.calls || b.calls,
});

const fieldOf = (type: GraphQLNamedType | undefined, name: string) =>
  isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;

/** A number outside the limits is rejected by the rule of its argument; anything else counts as 1. */
const clamp = (size: unknown, max: number): number =>
  typeof size === 'number' ? Math.min(Math.max(size, 1), max) : 1;

/** @returns the name of the root field that costs most, or the name of the fragment that it is in. */
export function mostExpensiveOf({ operation, ...rest }: PricedOperation, variables: Variables): string {
  const costs = operation.selectionSet.selections.map((selection) => {
    const selectionSet = { ...operation.selectionSet, selections: [selection] };
    const name = selection.kind === Kind.INLINE_FRAGMENT ? '...' : selection.name.value;
    return { name, cost: costOf({ ...rest, operation: { ...operation, selectionSet } }, variables) };
  });
  return costs.reduce((most, next) => (next.cost > most.cost ? next : most), { name: '', cost: -1 }).name;
}
