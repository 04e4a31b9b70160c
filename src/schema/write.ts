import { collectSubFields } from '@graphql-tools/utils';
import { type GraphQLResolveInfo, getNamedType, isObjectType } from 'graphql';
import type { CreatedChat } from '../beeper/decode.ts';
import type { Context } from '../context.ts';
import { writtenChat } from '../resolvers/chat/chat.ts';
import { BeeperChat } from './chat/chat.ts';
import { sharedCallCost } from './cost.ts';
import { idempotencyKeySchema } from './validation.ts';

/** The `chat` field of every payload that names a chat: it costs a call only if more than the ID is selected. */
export const writtenChatField = {
  type: BeeperChat,
  nullable: true,
  description:
    'The chat itself. Where Beeper’s answer did not bring it, selecting more than `id` reads it now; if that fails, this is null with an error on its path, and the mutation stays a success.',
  extensions: { cost: sharedCallCost },
  resolve: (written: CreatedChat, _args: object, context: Context, info: GraphQLResolveInfo) =>
    writtenChat(written, onlyIDSelected(info), context),
} as const;

export const replayedField = {
  description:
    'True where this was done by an earlier request with the same `idempotencyKey`, and not again.',
} as const;

/** The argument that makes a mutation safe to send again. */
export const idempotencyKeyArg = {
  description:
    'Makes it safe to send this mutation again: within 24 hours the same key, with the same input and token, is done once, and answers what it answered. 8 to 255 visible ASCII characters; take a new UUID for each thing that you want done. A failure that did nothing frees the key.',
  validate: { schema: idempotencyKeySchema },
} as const;

/** @returns whether `id` or `__typename` is all that is selected; fragments, `@skip` and `@include` are followed. */
function onlyIDSelected(info: GraphQLResolveInfo): boolean {
  const type = getNamedType(info.returnType);
  if (!isObjectType(type)) return false;
  const { fields } = collectSubFields(info.schema, info.fragments, info.variableValues, type, [
    ...info.fieldNodes,
  ]);
  return [...fields.values()].every(
    ([node]) => node?.name.value === 'id' || node?.name.value === '__typename',
  );
}
