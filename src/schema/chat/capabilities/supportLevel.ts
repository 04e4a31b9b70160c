import { builder } from '../../builder.ts';

const levels: Readonly<Record<number, 'REJECTED' | 'DROPPED' | 'UNSUPPORTED' | 'PARTIAL' | 'FULL'>> = {
  [-2]: 'REJECTED',
  [-1]: 'DROPPED',
  0: 'UNSUPPORTED',
  1: 'PARTIAL',
  2: 'FULL',
};
export const toLevel = (level: number | null) => (level === null ? null : (levels[level] ?? 'OTHER'));

export const BeeperSupportLevel = builder.enumType('BeeperSupportLevel', {
  description: 'How far a network supports something.',
  values: {
    REJECTED: { description: 'The network refuses the whole message.' },
    DROPPED: { description: 'That part of the message is left out.' },
    UNSUPPORTED: { description: 'Not supported.' },
    PARTIAL: { description: 'Supported in part.' },
    FULL: { description: 'Supported.' },
    OTHER: { description: 'A level that this gateway does not know yet.' },
  },
});

export const BeeperFeatureLevel = builder
  .objectRef<{ key: string; value: number }>('BeeperFeatureLevel')
  .implement({
    description: 'One feature, format or kind of file, and how far it is supported.',
    fields: (t) => ({
      feature: t.exposeString('key', { description: 'The feature, format or MIME type in Beeper’s word.' }),
      level: t.field({
        type: BeeperSupportLevel,
        nullable: true,
        description: 'How far it is supported.',
        resolve: ({ value }) => toLevel(value),
      }),
    }),
  });
