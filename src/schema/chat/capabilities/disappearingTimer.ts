import type { Capabilities } from '../../../beeper/chats/capabilities.ts';
import { builder } from '../../builder.ts';

export const BeeperDisappearingTimer = builder
  .objectRef<NonNullable<Capabilities['disappearingTimer']>>('BeeperDisappearingTimer')
  .implement({
    description: 'After which times messages can be made to disappear.',
    fields: (t) => ({
      types: t.exposeStringList('types', {
        nullable: true,
        description: 'From when the time is counted, in Beeper’s words: `afterRead`, `afterSend`.',
      }),
      timers: t.expose('timers', {
        type: ['Float'],
        nullable: true,
        description: 'The times that can be chosen, in milliseconds; null where any can.',
      }),
      omitEmptyTimer: t.exposeBoolean('omitEmptyTimer', {
        nullable: true,
        description: 'Whether "off" is said by leaving the timer out.',
      }),
    }),
  });
