import type { Reminder } from '../../beeper/chats/wire.ts';
import { builder } from '../builder.ts';

export const BeeperChatReminder = builder.objectRef<Reminder>('BeeperChatReminder').implement({
  description: 'A reminder that is set on a chat.',
  fields: (t) => ({
    remindAt: t.expose('remindAt', { type: 'DateTime', nullable: true, description: 'When it is due.' }),
    dismissOnIncomingMessage: t.exposeBoolean('dismissOnIncomingMessage', {
      nullable: true,
      description: 'Whether an answer in the chat takes it away.',
    }),
  }),
});
