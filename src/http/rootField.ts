import {
  type DocumentNode,
  type FragmentDefinitionNode,
  getOperationAST,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/**
 * @param responseKey the first element of an error's `path`: an alias, or the field's name.
 * @returns the name of that query or mutation field; undefined if the operation does not select it.
 */
export function rootFieldOf(
  document: DocumentNode,
  operationName: string | null | undefined,
  responseKey: unknown,
): string | undefined {
  const fragmentNamed = (name: string) =>
    document.definitions.find(
      (definition): definition is FragmentDefinitionNode =>
        definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name,
    );
  const fieldIn = (set: SelectionSetNode | undefined): string | undefined =>
    set?.selections.map(fieldOf).find((name) => name !== undefined);
  const fieldOf = (selection: SelectionNode): string | undefined => {
    if (selection.kind === Kind.INLINE_FRAGMENT) return fieldIn(selection.selectionSet);
    if (selection.kind === Kind.FRAGMENT_SPREAD)
      return fieldIn(fragmentNamed(selection.name.value)?.selectionSet);
    return (selection.alias ?? selection.name).value === responseKey ? selection.name.value : undefined;
  };
  return fieldIn(getOperationAST(document, operationName)?.selectionSet);
}
