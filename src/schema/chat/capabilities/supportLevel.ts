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
  description: 'How well a network supports a feature.',
  values: {
    REJECTED: { description: 'The network rejects the whole message.' },
    DROPPED: { description: 'The message is sent without this part. Warn the person before they send it.' },
    UNSUPPORTED: { description: 'Not supported.' },
    PARTIAL: { description: 'Partially supported.' },
    FULL: { description: 'Fully supported.' },
    OTHER: { description: 'A support level that this gateway does not recognize.' },
  },
});

export const BeeperFeatureLevel = builder
  .objectRef<{ key: string; value: number }>('BeeperFeatureLevel')
  .implement({
    description: 'A text format or MIME type and how well it is supported.',
    fields: (t) => ({
      feature: t.exposeString('key', {
        description:
          'Name of a text format, such as `bold`, or a MIME type or pattern, such as `image/jpeg` or `image/*`.',
      }),
      level: t.field({
        type: BeeperSupportLevel,
        nullable: true,
        description: 'How well the format or MIME type is supported. Null if unknown.',
        resolve: ({ value }) => toLevel(value),
      }),
    }),
  });
