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
import type { CompiledQuery } from 'graphql-jit';
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
    const { schema, document, operationName, variableValues } = args;
    const compiled = queries.find(schema, document, operationName);
    if (compiled === null) return execute(args) as ExecutionResult | Promise<ExecutionResult>;
    // The compiled code reads variables by itself, but does not know `@oneOf`.
    const definitions = getOperationAST(document, operationName)?.variableDefinitions ?? [];
    const { errors } = getVariableValues(schema, definitions, variableValues ?? {}, { maxErrors: 50 });
    if (errors) return { errors };
    return runCompiled(compiled, args).catch(() => execute(args));
  }

  return {
    onExecute({ setExecuteFn }) {
      setExecuteFn(run);
    },
  };
}

/** @throws what graphql would make an error of a field, such as for an object of an unknown type. */
async function runCompiled(
  { query }: CompiledQuery,
  { document, contextValue, variableValues }: ExecutionArgs,
): Promise<ExecutionResult> {
  return withNodes(await query(undefined, contextValue, variableValues ?? {}), document);
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
  return { errors, data: result.data ?? null };
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
