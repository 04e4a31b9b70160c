import type { Capabilities } from '../../../beeper/chats/capabilities.ts';
import { builder } from '../../builder.ts';
import { BeeperSupportLevel, toLevel } from './supportLevel.ts';

type ChatState = NonNullable<Capabilities['state']>;

export const BeeperChatStateCapabilities = builder
  .objectRef<ChatState>('BeeperChatStateCapabilities')
  .implement({
    description: 'Properties of a chat and how well the network supports changing them.',
    fields: (t) => {
      const level = (property: keyof ChatState, noun: string) =>
        t.field({
          type: BeeperSupportLevel,
          nullable: true,
          description: `Support level of changing the ${noun}. Null if unknown.`,
          resolve: (state) => toLevel(state[property]?.level ?? null),
        });
      return {
        disappearingTimer: level('disappearingTimer', 'timer of disappearing messages'),
        avatar: level('avatar', 'image of the chat'),
        title: level('title', 'title of the chat'),
        description: level('description', 'description of the chat'),
      };
    },
  });
