import { builder } from '../builder.ts';

export const BeeperDeleteScope = builder.enumType('BeeperDeleteScope', {
  description: 'For whom a message is deleted.',
  values: {
    EVERYONE: { description: 'For everyone in the chat.' },
    ME: { description: 'Only for you. Others still see the message.' },
  } as const,
});
