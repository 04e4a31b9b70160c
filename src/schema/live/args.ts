import type { GraphQLResolveInfo } from 'graphql';
import type { ZodType } from 'zod';
import { Queue } from '../../common/queue.ts';
import type { Context } from '../../context.ts';
import type { Failure } from '../../failures.ts';
import { rejectedInput } from '../rejectedInput.ts';

/**
 * Checks the arguments of a subscription once. Rules in the arguments themselves would be checked again at each event, and
 * break the subscription with a top-level error.
 * @returns the events, or the failure as the only one.
 */
export function ifValid<Event>(
  schema: ZodType,
  args: object,
  { fieldName }: GraphQLResolveInfo,
  context: Context,
  subscribe: () => AsyncIterableIterator<Event | Failure>,
): AsyncIterableIterator<Event | Failure> {
  const { error } = schema.safeParse(args);
  return error
    ? new Queue<Event | Failure>().put(rejectedInput(error, fieldName, context)).end()
    : subscribe();
}
