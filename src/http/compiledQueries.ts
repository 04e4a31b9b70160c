import {
  type DocumentNode,
  type GraphQLSchema,
  getOperationAST,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import type { CompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';

/** Their code takes memory in addition to the documents. */
const maxCompiled = 200;

/** Compiling a larger document would hold the event loop for more than 20 ms. */
const maxCharacters = 8_192;

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
      if (count <= after || (document.loc?.end ?? maxCharacters) >= maxCharacters) return null;
      if (jit === null) {
        load();
        return null;
      }
      const made = jit.compileQuery(schema, document, operationName ?? undefined);
      const query = jit.isCompiledQuery(made) ? made : null;
      compiled.set(operation, { query });
      return query;
    },
  };
}
