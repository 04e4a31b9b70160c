import type { Snooze } from '../../beeper/chats/wire.ts';
import { builder } from '../builder.ts';

export const BeeperChatSnooze = builder.objectRef<Snooze>('BeeperChatSnooze').implement({
  description: 'A chat that is hidden for a while.',
  fields: (t) => ({
    snoozeUntil: t.expose('snoozeUntil', {
      type: 'DateTime',
      nullable: true,
      description: 'When it comes back.',
    }),
    userSnoozedAt: t.expose('userSnoozedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was put away.',
    }),
  }),
});
