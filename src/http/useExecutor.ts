import type { Plugin } from 'graphql-yoga';
import type { Context } from '../context.ts';
import { execute } from './execution/execute.ts';
import { type Execute, subscribe } from './execution/subscribe.ts';

/**
 * Executes operations with the gateway's executor. Yoga's can also defer and stream, which each field would pay for. The
 * events of a subscription are executed with all that the plugins add to an execution.
 */
export function useExecutor(): Plugin<Context> {
  let executeEvent: Execute;
  return {
    onYogaInit({ yoga }) {
      // That of every request: it depends on its arguments only.
      executeEvent = yoga.getEnveloped({}).execute as Execute;
    },
    onExecute({ args: { contextValue }, setExecuteFn }) {
      const { record }: Context = contextValue;
      setExecuteFn(record ? (args) => execute(args, record.rootTypes) : execute);
    },
    onSubscribe({ setSubscribeFn }) {
      setSubscribeFn((args) => subscribe(args, executeEvent));
    },
  };
}
