import type { Snooze } from '../../beeper/chats/wire.ts';
import { builder } from '../builder.ts';

export const BeeperChatSnooze = builder.objectRef<Snooze>('BeeperChatSnooze').implement({
  description: 'The period during which a snoozed chat is hidden.',
  fields: (t) => ({
    snoozeUntil: t.expose('snoozeUntil', {
      type: 'DateTime',
      nullable: true,
      description: 'When the chat becomes visible again. Null if unknown.',
    }),
    userSnoozedAt: t.expose('userSnoozedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the user snoozed the chat. Null if unknown.',
    }),
  }),
});
