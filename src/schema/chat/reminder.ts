import type { Reminder } from '../../beeper/chats/wire.ts';
import { builder } from '../builder.ts';

export const BeeperChatReminder = builder.objectRef<Reminder>('BeeperChatReminder').implement({
  description: 'A reminder that is set on a chat.',
  fields: (t) => ({
    remindAt: t.expose('remindAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the reminder is due. Null if unknown.',
    }),
    dismissOnIncomingMessage: t.exposeBoolean('dismissOnIncomingMessage', {
      nullable: true,
      description: 'Whether an incoming message dismisses the reminder. Null if unknown.',
    }),
  }),
});
