import {
  type DocumentNode,
  type ExecutionArgs,
  execute,
  getOperationAST,
  getVariableValues,
  OperationTypeNode,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import type { Plugin } from 'graphql-yoga';

export function useExecutor(): Plugin {
  const compiled = new WeakMap<DocumentNode, Map<string, CompiledQuery | null>>();
  const run = (args: ExecutionArgs) => {
    const { schema, document, operationName, variableValues, contextValue } = args;
    const operation = getOperationAST(document, operationName);
    if (operation?.operation !== OperationTypeNode.QUERY) return execute(args);
    const byName = compiled.get(document) ?? new Map();
    compiled.set(document, byName);
    let query = byName.get(operationName ?? '');
    if (query === undefined) {
      const made = compileQuery(schema, document, operationName ?? undefined);
      query = isCompiledQuery(made) ? made : null;
      byName.set(operationName ?? '', query);
    }
    if (query === null) return execute(args);
    const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variableValues ?? {}, {
      maxErrors: 50,
    });
    if (errors) return { errors };
    return query.query(undefined, contextValue, variableValues ?? {});
  };
  return {
    onExecute({ setExecuteFn }) {
      setExecuteFn(run as never);
    },
  };
}
