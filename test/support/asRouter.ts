import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

const typename: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/**
 * Rewrites an operation as federation routers do, in the longest form seen: without named fragments, with an inline
 * fragment per object type where a field returns an interface or a union, and with `__typename` in every selection.
 */
export function asRouter(query: string, schema: GraphQLSchema): string {
  const document: DocumentNode = parse(query);
  const fragments = new Map(
    document.definitions
      .filter((one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );

  const rewriteSet = (set: SelectionSetNode, type: GraphQLNamedType): SelectionSetNode => {
    if (isObjectType(type)) return withTypename(set.selections.flatMap((one) => rewrite(one, type)));
    const possible = isAbstractType(type) ? schema.getPossibleTypes(type) : [];
    return withTypename(
      possible.flatMap((one): SelectionNode[] => {
        const selections = set.selections.flatMap((selection) => rewrite(selection, one));
        return selections.length === 0 ? [] : [onType(one, withTypename(selections))];
      }),
    );
  };

  const rewrite = (selection: SelectionNode, type: GraphQLObjectType): SelectionNode[] => {
    if (selection.kind === Kind.FIELD) {
      const child = type.getFields()[selection.name.value]?.type;
      const named = child && getNamedType(child);
      if (!selection.selectionSet || !isCompositeType(named)) return [selection];
      return [{ ...selection, selectionSet: rewriteSet(selection.selectionSet, named) }];
    }
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
    if (!fragment) throw new Error('The document lacks a fragment');
    const condition = fragment.typeCondition && schema.getType(fragment.typeCondition.name.value);
    const applies =
      !condition || condition === type || (isAbstractType(condition) && schema.isSubType(condition, type));
    if (!applies) return [];
    const selections = fragment.selectionSet.selections.flatMap((one) => rewrite(one, type));
    if (!selection.directives?.length) return selections;
    return [{ ...onType(type, withTypename(selections)), directives: selection.directives }];
  };

  const operation = document.definitions.find(
    (one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION,
  );
  const root = operation && schema.getRootType(operation.operation);
  if (!root) throw new Error('The document has no operation');
  return print({ ...operation, selectionSet: rewriteSet(operation.selectionSet, root) });
}

const withTypename = (selections: readonly SelectionNode[]): SelectionSetNode => ({
  kind: Kind.SELECTION_SET,
  selections: [typename, ...selections],
});

const onType = (type: GraphQLObjectType, selectionSet: SelectionSetNode) =>
  ({
    kind: Kind.INLINE_FRAGMENT,
    typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type.name } },
    selectionSet,
  }) as const;
