import { execute } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/**
 * Executes operations with graphql's own executor. Yoga's can also defer and stream, which this schema does not use and
 * each field would pay for.
 */
export function useExecutor(): Plugin {
  return {
    onExecute({ setExecuteFn }) {
      setExecuteFn(execute);
    },
  };
}
