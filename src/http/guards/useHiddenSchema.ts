import { NoSchemaIntrospectionCustomRule } from 'graphql';
import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import { shortened } from '../limits/shortened.ts';

/**
 * Disables introspection and removes "Did you mean" suggestions from error messages. Validation and, for variables, the
 * executor add these; graphql has no option that turns all of them off.
 */
export function useHiddenSchema(): Plugin {
  return {
    onValidate({ addValidationRule }) {
      addValidationRule(NoSchemaIntrospectionCustomRule);
    },
    onExecutionResult({ result }) {
      if (!result || Array.isArray(result) || isAsyncIterable(result)) return;
      for (const error of result.errors ?? []) {
        // An error with a path comes from a resolver and can quote Beeper.
        if (error.path === undefined)
          error.message = shortened(error.message).replace(/\s*Did you mean [^?]*\?/g, '');
      }
    },
  };
}
