import type { Capabilities } from '../../../beeper/chats/capabilities.ts';
import { builder } from '../../builder.ts';
import { BeeperSupportLevel, toLevel } from './supportLevel.ts';

type ParticipantActions = NonNullable<Capabilities['participantActions']>;

export const BeeperParticipantActions = builder
  .objectRef<ParticipantActions>('BeeperParticipantActions')
  .implement({
    description: 'What can be done with the people in a chat.',
    fields: (t) => {
      const level = (action: keyof ParticipantActions, description: string) =>
        t.field({
          type: BeeperSupportLevel,
          nullable: true,
          description,
          resolve: (actions) => toLevel(actions[action]),
        });
      return {
        ban: level('ban', 'Shut somebody out for good.'),
        invite: level('invite', 'Ask somebody in.'),
        kick: level('kick', 'Remove somebody.'),
        leave: level('leave', 'Leave the chat.'),
        revokeInvite: level('revokeInvite', 'Take an invitation back.'),
      };
    },
  });
