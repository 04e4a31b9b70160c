import type { Plugin } from 'graphql-yoga';
import type { Context } from '../context.ts';
import { execute } from './execution/execute.ts';

/** Executes operations with the gateway's executor. Yoga's can also defer and stream, which each field would pay for. */
export function useExecutor(): Plugin<Context> {
  return {
    onExecute({ args: { contextValue }, setExecuteFn }) {
      const { record }: Context = contextValue;
      setExecuteFn(record ? (args) => execute(args, record.rootTypes) : execute);
    },
  };
}
