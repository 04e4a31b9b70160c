import type { Capabilities } from '../../../beeper/chats/capabilities.ts';
import { builder } from '../../builder.ts';
import { BeeperSupportLevel, toLevel } from './supportLevel.ts';

export const BeeperMessageRequestCapabilities = builder
  .objectRef<NonNullable<Capabilities['messageRequest']>>('BeeperMessageRequestCapabilities')
  .implement({
    description: 'How a request of a stranger to chat can be accepted.',
    fields: (t) => ({
      acceptWithMessage: t.field({
        type: BeeperSupportLevel,
        nullable: true,
        description: 'By answering.',
        resolve: ({ acceptWithMessage }) => toLevel(acceptWithMessage),
      }),
      acceptWithButton: t.field({
        type: BeeperSupportLevel,
        nullable: true,
        description: 'By a button of its own.',
        resolve: ({ acceptWithButton }) => toLevel(acceptWithButton),
      }),
    }),
  });
