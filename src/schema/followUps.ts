import {
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isObjectType,
  OperationTypeNode,
  responsePathAsArray,
} from 'graphql';
import type { Context } from '../context.ts';
import { Failure, UnavailableFailure } from '../failures.ts';
import type { Place } from '../writes/followUps.ts';
import { BeeperError } from './errorInterface.ts';
import { errorObject } from './errorObject.ts';

type Resolver = GraphQLFieldResolver<unknown, Context>;

/**
 * Makes a field below the payload of a mutation null where its read fails, without a top-level error: the write is
 * done. `followUpError` says why. Applies to the fields that declare a cost; only these can fail.
 * @returns the same schema.
 */
export function withFollowUps(schema: GraphQLSchema): GraphQLSchema {
  const roots = [schema.getQueryType(), schema.getMutationType()];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || roots.includes(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.extensions.cost && field.resolve) field.resolve = followingUp(field.resolve);
    }
  }
  return schema;
}

function followingUp(resolve: Resolver): Resolver {
  return (source, args, context, info) =>
    info.operation.operation === OperationTypeNode.MUTATION
      ? followUp(() => resolve(source, args, context, info), context, info)
      : resolve(source, args, context, info);
}

async function followUp(read: () => unknown, context: Context, info: GraphQLResolveInfo) {
  const place = placeOf(info);
  const run = (one: () => unknown) => context.followUps.run(place, () => expected(one, context, info));
  const value = await run(read);
  // The items of a list can be reads, too.
  return Array.isArray(value) ? value.map((item) => run(() => item)) : value;
}

/** @throws {Failure} also for an unexpected error, which is logged: even a bug must not make the write look failed. */
async function expected(
  read: () => unknown,
  { log }: Context,
  { path, fieldName }: GraphQLResolveInfo,
): Promise<unknown> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Failure) throw error;
    const keys = responsePathAsArray(path);
    log.error({ operation: fieldName, path: keys.join('.'), err: error }, 'Unexpected error masked');
    throw new UnavailableFailure('Unexpected error.', { cause: error });
  }
}

function placeOf({ path, fieldName }: GraphQLResolveInfo): Place {
  let [mutation, field] = [path, path];
  while (mutation.prev) [mutation, field] = [mutation.prev, mutation];
  return { payload: String(mutation.key), key: String(field.key), field: field === path ? fieldName : null };
}

/**
 * The field of a payload that tells why another one, which reads after the write, is null.
 * @param field the name of the other field.
 */
export const followUpError = (field: string) =>
  ({
    type: BeeperError,
    nullable: true,
    description: `Why \`${field}\`, or a field in it, is null: the first failure of a read after the mutation. The mutation itself succeeded: do not send it again, whatever the type of the error. Null if nothing failed, or if \`${field}\` is not selected. Costs no upstream call.`,
    resolve: async (_payload: unknown, _args: object, { followUps }: Context, info: GraphQLResolveInfo) => {
      const failure = await followUps.failureOf(String(info.path.prev?.key), field);
      return failure && afterWrite(failure);
    },
  }) as const;

/** Repeating the request would repeat the write. */
const afterWrite = (failure: Failure): Failure =>
  errorObject(failure, {
    retryable: false,
    remedy:
      'The mutation succeeded: do not send it again. Read what is missing later, by the IDs in the payload.',
  });
