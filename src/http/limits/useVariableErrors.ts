import { GraphQLError, getOperationAST, getVariableValues } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { shortened } from './shortened.ts';

/** The variables of bodies beyond this size. */
const large = new WeakSet<object>();
const largeCharacters = 16_384;

/** @param body the JSON that `variables` are from. */
export function noteVariables(variables: unknown, body: string): void {
  if (body.length > largeCharacters && typeof variables === 'object' && variables !== null)
    large.add(variables);
}

/**
 * Stops at the first error in large variables. The executor reports up to 50, and each can quote all that was sent: one
 * request would take seconds, and hundreds of megabytes.
 */
export function useVariableErrors(): Plugin {
  return {
    onExecute({ args: { schema, document, operationName, variableValues }, setResultAndStopExecution }) {
      if (!variableValues || !large.has(variableValues)) return;
      const operation = getOperationAST(document, operationName);
      if (!operation) return;
      const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variableValues, {
        maxErrors: 1,
      });
      const [first] = errors ?? [];
      if (!first) return;
      setResultAndStopExecution({
        errors: [
          new GraphQLError(shortened(first.message), {
            nodes: first.nodes ?? null,
            extensions: { code: 'BAD_USER_INPUT', http: { status: 400, spec: true } },
          }),
        ],
      });
    },
  };
}
