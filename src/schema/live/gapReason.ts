import type { GapReason } from '../../live/events.ts';
import { builder } from '../builder.ts';

const reasons: Record<GapReason, { readonly description: string }> = {
  RECONNECTED: {
    description: 'The gateway lost its connection to Beeper, and has a new one.',
  },
  DISCONNECTED: {
    description:
      'The gateway lost its connection to Beeper, and tries to get a new one. Until it has one, no events come.',
  },
  EVENTS_LOST: { description: 'Beeper skipped events, or sent one that can’t be read.' },
  TOO_SLOW: {
    description: 'You read more slowly than events come, so that the gateway dropped those that waited.',
  },
  UNKNOWN_PLACE: {
    description:
      'The gateway does not know the position in `after` any more: it is more than about a minute old, or the gateway was restarted.',
  },
  NOT_HEALED: {
    description: 'After an earlier gap, the gateway could not read everything that may have changed.',
  },
};

export const BeeperLiveGapReason = builder.enumType('BeeperLiveGapReason', {
  description: 'Why events are missing.',
  values: reasons,
});
