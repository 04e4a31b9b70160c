import {
  type DocumentNode,
  type ExecutionArgs,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { CompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';

/** Their code takes memory in addition to the documents. */
const maxCompiled = 200;

/** Compiling takes 0.1 to 0.3 ms for each field, in which the event loop is held. */
const maxFields = 150;

export interface CompiledQueries {
  /**
   * Counts one execution of an operation.
   * @returns the code for it; null where it has to be executed without, as all that are not queries and those that are rare.
   */
  find(
    schema: GraphQLSchema,
    document: DocumentNode,
    operationName: string | null | undefined,
  ): CompiledQuery | null;
}

/**
 * Compiles queries that are sent again and again: the answer with a list of chats has a thousand fields, and for each of
 * them graphql's executor collects arguments, builds a path and looks at its type. Mutations have few fields and stay with
 * it, and so do rare documents, for which compiling takes longer than it saves.
 * @param after how many executions make it worth compiling.
 */
export function createCompiledQueries(after: number): CompiledQueries {
  const executions = new WeakMap<OperationDefinitionNode, number>();
  const compiled = new LRUCache<OperationDefinitionNode, { readonly query: CompiledQuery | null }>({
    max: maxCompiled,
  });
  let jit: typeof import('graphql-jit') | null = null;
  let isLoading = false;

  /** With the first hot query, because it would make the start slower. */
  function load(): void {
    if (isLoading) return;
    isLoading = true;
    import('graphql-jit').then(
      (loaded) => {
        jit = loaded;
      },
      () => {},
    );
  }

  return {
    find(schema, document, operationName) {
      const operation = getOperationAST(document, operationName);
      if (operation?.operation !== OperationTypeNode.QUERY) return null;
      const known = compiled.get(operation);
      if (known) return known.query;
      const count = (executions.get(operation) ?? 0) + 1;
      executions.set(operation, count);
      if (count <= after || !isCompilable(document, operation)) return null;
      if (jit === null) {
        load();
        return null;
      }
      const query = compile(jit, { schema, document, operationName });
      compiled.set(operation, { query });
      return query;
    },
  };
}

/** @returns null for what the compiler does not know. */
function compile(
  { compileQuery, isCompiledQuery }: typeof import('graphql-jit'),
  { schema, document, operationName }: Pick<ExecutionArgs, 'schema' | 'document' | 'operationName'>,
): CompiledQuery | null {
  try {
    const compiled = compileQuery(schema, document, operationName ?? undefined);
    return isCompiledQuery(compiled) ? compiled : null;
  } catch {
    return null;
  }
}

/** Compiled code does not keep the place of a field that is named `__proto__` in the answer. */
const isCompilable = (document: DocumentNode, { selectionSet }: OperationDefinitionNode): boolean =>
  !document.loc?.source.body.includes('__proto__') && fieldsIn(selectionSet, document) <= maxFields;

/** @returns the number of fields with those of fragments; more than `maxFields` if there are more, without counting further. */
function fieldsIn(set: SelectionSetNode, document: DocumentNode): number {
  let count = 0;
  const visit = (selections: readonly SelectionNode[]): void => {
    for (const selection of selections) {
      if (count > maxFields) return;
      count += selection.kind === Kind.FIELD ? 1 : 0;
      const inner = selection.kind === Kind.FRAGMENT_SPREAD ? fragmentOf(selection, document) : selection;
      visit(inner?.selectionSet?.selections ?? []);
    }
  };
  visit(set.selections);
  return count;
}

const fragmentOf = ({ name }: FragmentSpreadNode, { definitions }: DocumentNode) =>
  definitions.find(
    (definition): definition is FragmentDefinitionNode =>
      definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name.value,
  );
