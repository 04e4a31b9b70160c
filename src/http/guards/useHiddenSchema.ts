import { NoSchemaIntrospectionCustomRule } from 'graphql';
import { isAsyncIterable, type Plugin } from 'graphql-yoga';

/**
 * Does not tell the schema: no introspection, and no "Did you mean" in answers to guesses. These come from validation
 * and, for variables, from the executor, which has no switch for those about enums: so they are cut from what is said.
 */
export function useHiddenSchema(): Plugin {
  return {
    onValidate({ addValidationRule }) {
      addValidationRule(NoSchemaIntrospectionCustomRule);
    },
    onExecutionResult({ result }) {
      if (!result || Array.isArray(result) || isAsyncIterable(result)) return;
      for (const error of result.errors ?? []) {
        // An error on a path is a resolver's, and may quote Beeper.
        if (error.path === undefined) error.message = error.message.replace(/\s*Did you mean [^?]*\?/g, '');
      }
    },
  };
}
