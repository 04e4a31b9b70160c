import type { GroupFieldRules, GroupType } from '../../beeper/bridges/wire.ts';
import { builder } from '../builder.ts';
import { BeeperDisappearingTimer } from '../chat/capabilities/disappearingTimer.ts';

const BeeperGroupFieldRules = builder.objectRef<GroupFieldRules>('BeeperGroupFieldRules').implement({
  description: 'What a network accepts for one property of a new group.',
  fields: (t) => ({
    isAllowed: t.exposeBoolean('isAllowed', {
      nullable: true,
      description: 'Whether the property can be set. Null if unknown.',
    }),
    isRequired: t.exposeBoolean('isRequired', {
      nullable: true,
      description: 'Whether the property must be set. Null if unknown.',
    }),
    minLength: t.exposeInt('minLength', {
      nullable: true,
      description: 'Minimum length of the value. Null if there is none.',
    }),
    maxLength: t.exposeInt('maxLength', {
      nullable: true,
      description: 'Maximum length of the value. Null if there is none.',
    }),
    timer: t.expose('timer', {
      type: BeeperDisappearingTimer,
      nullable: true,
      description: 'For `messageExpiry`: the timers that can be set. Null elsewhere, and if unknown.',
    }),
  }),
});

const rules = (property: string) =>
  ({
    type: BeeperGroupFieldRules,
    nullable: true,
    description: `Rules for ${property}. Null if Beeper sends none.`,
  }) as const;

export const BeeperGroupType = builder.objectRef<GroupType>('BeeperGroupType').implement({
  description: 'A type of group that a network can create.',
  fields: (t) => ({
    type: t.exposeString('type', { description: 'Key of the type as sent by Beeper, such as `group`.' }),
    description: t.exposeString('description', {
      nullable: true,
      description: 'Description of the type for display. Null if Beeper sends none.',
    }),
    name: t.expose('name', rules('the title')),
    topic: t.expose('topic', rules('the topic')),
    avatar: t.expose('avatar', rules('the image')),
    username: t.expose('username', rules('the public username')),
    participants: t.expose(
      'participants',
      rules('the participants: `minLength` and `maxLength` count people, without yourself'),
    ),
    parent: t.expose('parent', rules('the space or community that the group belongs to')),
    messageExpiry: t.expose('messageExpiry', rules('the timer of disappearing messages')),
  }),
});
