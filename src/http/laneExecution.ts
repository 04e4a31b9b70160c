import type { ExecutionArgs } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { callInTurn, type Hook, hooksOf, leave, leaveIfAsync } from './laneHooks.ts';

/** The result of a query or mutation. */
export interface LaneResult {
  readonly data?: object | null;
  readonly errors?: readonly unknown[];
  readonly extensions?: object;
}

type Execute = (args: ExecutionArgs) => LaneResult | Promise<LaneResult>;

export interface LaneExecution {
  /**
   * Adds to the context what resolvers get.
   * @throws where Yoga has to serve the request.
   */
  extend(context: object): void;
  /**
   * Calls the hooks that come before the execution.
   * @returns a function that executes the operation and calls the other hooks.
   * @throws where Yoga has to serve the request.
   */
  begin(args: ExecutionArgs): () => LaneResult | Promise<LaneResult>;
}

/**
 * Does with a document that has passed validation what Yoga's pipeline does, which calls five functions and makes three
 * closures for each hook: together with its choice of the format, a tenth of a mutation.
 * @param plugins those of Yoga, too: one of them adds the context, and another one sets the executor.
 */
export function createLaneExecution(plugins: readonly Plugin[]): LaneExecution {
  const contextHooks = hooksOf(plugins, 'onContextBuilding');
  const executeHooks = hooksOf(plugins, 'onExecute');

  return {
    extend(context) {
      const payload = {
        context,
        extendContext: (more: object) => Object.assign(context, more),
        breakContextBuilding: leave,
      };
      for (const hook of contextHooks) leaveIfAsync(hook(payload));
    },

    begin(args) {
      const doneHooks: Hook[] = [];
      let execute: Execute = leave;
      let ended: LaneResult | null = null;
      const payload = {
        args,
        context: args.contextValue,
        extendContext: (more: object) => Object.assign(args.contextValue as object, more),
        setExecuteFn(changed: Execute) {
          execute = changed;
        },
        setResultAndStopExecution(result: LaneResult) {
          ended = result;
        },
      };
      for (const hook of executeHooks) {
        const after = leaveIfAsync(hook(payload)) as { readonly onExecuteDone?: Hook } | undefined;
        if (after?.onExecuteDone) doneHooks.push(after.onExecuteDone);
        if (ended !== null) break;
      }
      return () => {
        const result = ended ?? execute(args);
        return result instanceof Promise
          ? result.then((executed) => finish(executed, args, doneHooks))
          : finish(result, args, doneHooks);
      };
    },
  };
}

function finish(
  result: LaneResult,
  args: ExecutionArgs,
  doneHooks: readonly Hook[],
): LaneResult | Promise<LaneResult> {
  const payload = {
    args,
    result,
    setResult(changed: LaneResult) {
      payload.result = changed;
    },
  };
  return callInTurn(doneHooks, payload, () => payload.result);
}
