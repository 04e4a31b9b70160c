import { type DocumentNode, Kind, OperationTypeNode, parse } from 'graphql';

/**
 * @param documents the manifest of persisted documents: the text of each by its hash.
 * @returns the hash of a query that runs without variables; null if there is none.
 */
export function exampleDocument(documents: ReadonlyMap<string, string>): string | null {
  for (const [hash, text] of documents) {
    // The hash is printed as part of a command.
    if (/^[\w:.-]+$/.test(hash) && runsAlone(text)) return hash;
  }
  return null;
}

function runsAlone(text: string): boolean {
  let document: DocumentNode;
  try {
    document = parse(text);
  } catch {
    return false;
  }
  const [operation, ...others] = document.definitions.filter(
    ({ kind }) => kind === Kind.OPERATION_DEFINITION,
  );
  if (operation?.kind !== Kind.OPERATION_DEFINITION || others.length > 0) return false;
  return (
    operation.operation === OperationTypeNode.QUERY &&
    (operation.variableDefinitions ?? []).every(
      ({ type, defaultValue }) => type.kind !== Kind.NON_NULL_TYPE || defaultValue !== undefined,
    )
  );
}
