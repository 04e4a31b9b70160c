import type { Context } from '../../context.ts';
import { account } from '../../resolvers/account/account.ts';
import { chat } from '../../resolvers/chat/chat.ts';
import { idSchema } from '../validation.ts';

/** Finds the object that a router refers to, or null. */
type Find = (id: string, context: Context) => object | null | Promise<object | null>;

/** The entities of the subgraph: the types that a router may refer to by `id`, and how they are found. */
export const entities: ReadonlyMap<string, Find> = new Map<string, Find>([
  ['BeeperAccount', account],
  ['BeeperChat', chat],
]);

/** References are sent by a router and skip the rules for arguments; a value that can't be an ID matches nothing. */
export const isID = (id: unknown): id is string => idSchema.safeParse(id).success;
