import type { Capabilities } from '../../../beeper/chats/capabilities.ts';
import { builder } from '../../builder.ts';

export const BeeperDisappearingTimer = builder
  .objectRef<NonNullable<Capabilities['disappearingTimer']>>('BeeperDisappearingTimer')
  .implement({
    description: 'Timers for disappearing messages that a chat supports.',
    fields: (t) => ({
      types: t.exposeStringList('types', {
        nullable: true,
        description:
          'Events that start the timer, such as `afterRead` or `afterSend`. Beeper may add values. Null if unknown.',
      }),
      timers: t.expose('timers', {
        type: ['Float'],
        nullable: true,
        description: 'Durations that can be set, in milliseconds. Null if any duration can be set.',
      }),
      omitEmptyTimer: t.exposeBoolean('omitEmptyTimer', {
        nullable: true,
        description: 'True if the timer is turned off by omitting it. Null if unknown.',
      }),
    }),
  });
