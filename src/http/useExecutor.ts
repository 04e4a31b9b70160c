import {
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  type FieldNode,
  GraphQLError,
  getOperationAST,
  getVariableValues,
  visit,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { createCompiledQueries } from './compiledQueries.ts';

/**
 * Executes operations with graphql's own executor, and queries that are sent again and again with code that is compiled
 * for them. Yoga's executor can also defer and stream, which this schema does not use and each field would pay for.
 * @param compileAfter how often a query is executed before it is compiled.
 */
export function useExecutor(compileAfter: number): Plugin {
  const queries = createCompiledQueries(compileAfter);

  function run(args: ExecutionArgs): ExecutionResult | Promise<ExecutionResult> {
    const { schema, document, operationName, variableValues, contextValue } = args;
    const compiled = queries.find(schema, document, operationName);
    if (compiled === null) return execute(args) as ExecutionResult | Promise<ExecutionResult>;
    // The compiled code reads variables by itself, but does not know `@oneOf`.
    const definitions = getOperationAST(document, operationName)?.variableDefinitions ?? [];
    const { errors } = getVariableValues(schema, definitions, variableValues ?? {}, { maxErrors: 50 });
    if (errors) return { errors };
    const result = compiled.query(undefined, contextValue, variableValues ?? {});
    return result instanceof Promise
      ? result.then((done) => withNodes(done, document))
      : withNodes(result, document);
  }

  return {
    onExecute({ setExecuteFn }) {
      setExecuteFn(run);
    },
  };
}

/** Errors of compiled code have locations, while Yoga writes those of their nodes. */
function withNodes(result: ExecutionResult, document: DocumentNode): ExecutionResult {
  if (!result.errors) return result;
  const errors = result.errors.map(
    ({ message, locations, path, originalError, extensions }) =>
      new GraphQLError(message, {
        nodes: fieldsAt(document, locations ?? []),
        path,
        originalError,
        extensions,
      }),
  );
  return { ...result, errors };
}

function fieldsAt(document: DocumentNode, locations: NonNullable<GraphQLError['locations']>): FieldNode[] {
  const fields: FieldNode[] = [];
  visit(document, {
    Field(field) {
      const { line, column } = field.loc?.startToken ?? {};
      if (locations.some((one) => one.line === line && one.column === column)) fields.push(field);
    },
  });
  return fields;
}
