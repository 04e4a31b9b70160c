import { members } from '../../resolvers/chat/members.ts';
import { builder } from '../builder.ts';
import { callCost } from '../cost.ts';
import { maxMembers, memberCountSchema } from '../validation.ts';
import { BeeperChat } from './chat.ts';
import { BeeperParticipants } from './participants.ts';

const defaultCount = 100;

builder.objectField(BeeperChat, 'members', (t) =>
  t.field({
    type: BeeperParticipants,
    nullable: true,
    description:
      'Participants of the chat, including yourself, as many as you ask for; `participants` has only those that Beeper sends with the chat. `hasMore` says whether there are more. Costs one upstream call per chat, and none if Beeper sent that many, or all, together with the chat. Null if unknown, or if they can’t be read; see `errors`.',
    args: {
      first: t.arg.int({
        defaultValue: defaultCount,
        description: `Maximum number of participants to return, from 1 to ${maxMembers}. Null counts as ${defaultCount}.`,
        validate: { schema: memberCountSchema },
      }),
    },
    extensions: { cost: callCost },
    resolve: (chat, { first }, context) => members(chat, first ?? defaultCount, context),
  }),
);
