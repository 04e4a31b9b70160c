import type { Capabilities } from '../../../beeper/chats/capabilities.ts';
import { builder } from '../../builder.ts';
import { BeeperSupportLevel, toLevel } from './supportLevel.ts';

type ChatState = NonNullable<Capabilities['state']>;

export const BeeperChatStateCapabilities = builder
  .objectRef<ChatState>('BeeperChatStateCapabilities')
  .implement({
    description: 'What of the chat itself can be changed.',
    fields: (t) => {
      const level = (part: keyof ChatState, description: string) =>
        t.field({
          type: BeeperSupportLevel,
          nullable: true,
          description,
          resolve: (state) => toLevel(state[part]?.level ?? null),
        });
      return {
        disappearingTimer: level('disappearingTimer', 'After which time messages disappear.'),
        avatar: level('avatar', 'The chat’s picture.'),
        title: level('title', 'The chat’s title.'),
        description: level('description', 'The chat’s topic.'),
      };
    },
  });
