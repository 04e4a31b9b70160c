import type { Capabilities } from '../../../beeper/chats/capabilities.ts';
import { builder } from '../../builder.ts';
import { BeeperSupportLevel, toLevel } from './supportLevel.ts';

type ParticipantActions = NonNullable<Capabilities['participantActions']>;

export const BeeperParticipantActions = builder
  .objectRef<ParticipantActions>('BeeperParticipantActions')
  .implement({
    description: 'Actions on the participants of a chat and how well the network supports them.',
    fields: (t) => {
      const level = (action: keyof ParticipantActions, gerund: string) =>
        t.field({
          type: BeeperSupportLevel,
          nullable: true,
          description: `Support level of ${gerund}. Null if unknown.`,
          resolve: (actions) => toLevel(actions[action]),
        });
      return {
        ban: level('ban', 'banning a participant'),
        invite: level('invite', 'inviting a person'),
        kick: level('kick', 'removing a participant'),
        leave: level('leave', 'leaving the chat'),
        revokeInvite: level('revokeInvite', 'withdrawing an invitation'),
      };
    },
  });
