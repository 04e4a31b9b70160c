import type { Plugin } from 'graphql-yoga';
import type { Context } from '../context.ts';

/** Logs once per operation how many items of Beeper's answers were left out because they can't be read. */
export function useDroppedItems(): Plugin<Context> {
  return {
    onExecute({ args }) {
      return {
        onExecuteDone() {
          const { dropped, log }: Context = args.contextValue;
          if (dropped.size > 0)
            log.warn({ dropped: Object.fromEntries(dropped) }, 'Unreadable items left out');
        },
      };
    },
  };
}
