import { GraphQLError, getOperationAST, getVariableValues } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Begin } from './begin.ts';
import { shortened } from './shortened.ts';

/** Bodies beyond this size have large variables. */
export const largeCharacters = 16_384;

const large = new WeakSet<object>();

/** Tells `useVariableErrors` that variables are large. */
export function noteLarge(variables: unknown): void {
  if (typeof variables === 'object' && variables !== null) large.add(variables);
}

const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Stops at the first error in large input objects. The executor reports up to 50, and each can quote the whole object:
 * one request would take seconds, and hundreds of megabytes. Of lists, errors quote single items or the first ten.
 */
export function useVariableErrors(): Plugin {
  const check = ({
    args: { schema, document, operationName, variableValues },
    setResultAndStopExecution,
  }: Begin): void => {
    if (!variableValues || !large.has(variableValues)) return;
    const definitions = getOperationAST(document, operationName)?.variableDefinitions ?? [];
    const objects = definitions.filter(({ variable }) => isObject(variableValues[variable.name.value]));
    const { errors } = getVariableValues(schema, objects, variableValues, { maxErrors: 1 });
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
  };
  return { onExecute: check, onSubscribe: check };
}
