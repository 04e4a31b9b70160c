import { builder } from '../builder.ts';
import { toKnown } from '../openEnum.ts';

const types = {
  SINGLE: { description: 'A direct chat with one person.' },
  GROUP: { description: 'A group chat.' },
  OTHER: { description: 'A type that this gateway does not recognize. See `rawType`.' },
} as const;
export const toChatType = toKnown(types);

export const BeeperChatType = builder.enumType('BeeperChatType', {
  description: 'Type of a chat.',
  values: types,
});
