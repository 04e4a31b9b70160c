import type { Plugin } from 'graphql-yoga';
import { execute } from './execution/execute.ts';

/** Executes operations with the gateway's executor. Yoga's can also defer and stream, which each field would pay for. */
export function useExecutor(): Plugin {
  return {
    onExecute({ setExecuteFn }) {
      setExecuteFn(execute);
    },
  };
}
