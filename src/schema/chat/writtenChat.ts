import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../../context.ts';
import { type WrittenChat, writtenChat } from '../../resolvers/chat/writtenChat.ts';
import { sharedCallCost } from '../cost.ts';
import { followUpError } from '../followUps.ts';
import { isOnlyIDSelected } from '../onlyID.ts';
import { BeeperChat } from './chat.ts';

const cost =
  'Costs one upstream call, unless Beeper’s response to the mutation contains every selected field. If that call fails, this field is null, `chatError` says why, and the mutation still succeeds.';

/** The `chat` field of the payload of every mutation that writes to a chat. */
export const writtenChatField = {
  type: BeeperChat,
  nullable: true,
  description: `The chat after the mutation. ${cost}`,
  extensions: { cost: sharedCallCost },
  resolve: (written: WrittenChat, _args: object, context: Context, info: GraphQLResolveInfo) =>
    writtenChat(written, isOnlyIDSelected(info), context),
} as const;

/** The `chatError` field of the same payloads. */
export const chatErrorField = followUpError('chat');

/** As `writtenChatField`, for a mutation that can create the chat. */
export const createdChatField = {
  ...writtenChatField,
  description: `The chat. Right after its creation it may not be complete: its title, type and participants can still be missing or change. ${cost}`,
} as const;
