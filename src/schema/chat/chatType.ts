import { builder } from '../builder.ts';
import { toKnown } from '../openEnum.ts';

const types = {
  SINGLE: { description: 'A direct chat with one person.' },
  GROUP: { description: 'A chat of several people.' },
  OTHER: { description: 'A kind that this gateway does not know yet; `rawType` names it.' },
} as const;
export const toChatType = toKnown(types);

export const BeeperChatType = builder.enumType('BeeperChatType', {
  description: 'What kind of chat it is.',
  values: types,
});
