import type { Capabilities } from '../../../beeper/chats/capabilities.ts';
import { builder } from '../../builder.ts';
import { BeeperSupportLevel, toLevel } from './supportLevel.ts';

export const BeeperMessageRequestCapabilities = builder
  .objectRef<NonNullable<Capabilities['messageRequest']>>('BeeperMessageRequestCapabilities')
  .implement({
    description: 'How a message request from a stranger can be accepted.',
    fields: (t) => ({
      acceptWithMessage: t.field({
        type: BeeperSupportLevel,
        nullable: true,
        description: 'Support level of accepting a message request by replying to it. Null if unknown.',
        resolve: ({ acceptWithMessage }) => toLevel(acceptWithMessage),
      }),
      acceptWithButton: t.field({
        type: BeeperSupportLevel,
        nullable: true,
        description: 'Support level of accepting a message request with a button. Null if unknown.',
        resolve: ({ acceptWithButton }) => toLevel(acceptWithButton),
      }),
    }),
  });
