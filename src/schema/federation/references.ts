import type { GraphQLFieldResolver, GraphQLUnionType } from 'graphql';
import type { Context } from '../../context.ts';
import { InvalidInputFailure } from '../../failures.ts';

/** A router asks for the entities of one answer at once: a page has at most 200. */
const maxReferences = 1_000;

interface EntitiesArgs {
  readonly representations: readonly unknown[];
}

type EntitiesResolver = GraphQLFieldResolver<unknown, Context, EntitiesArgs>;

/**
 * @param resolve the resolver of @apollo/subgraph, which fails as a whole if one reference is not an object of a known type.
 * @param union the union of all entity types.
 * @returns a resolver that resolves each reference by itself: one that can't be read is an error at its index.
 */
export const referenceByReference =
  (resolve: EntitiesResolver, union: GraphQLUnionType): EntitiesResolver =>
  (root, { representations }, context, info) => {
    if (representations.length > maxReferences) throw tooMany(context);
    const names = new Set(union.getTypes().map(({ name }) => name));
    const faults = representations.map((reference) => faultOf(reference, names));
    const faulty = faults.filter((fault) => fault !== null).length;
    if (faulty > 0)
      context.log.info(
        { operation: '_entities', code: 'INVALID_INPUT', references: faulty },
        'Input rejected',
      );
    return representations.map(async (reference, index) => {
      const fault = faults[index];
      if (fault) throw new InvalidInputFailure([{ path: ['representations', String(index)], ...fault }]);
      const entities = await resolve(root, { representations: [reference] }, context, info);
      return Array.isArray(entities) ? entities[0] : null;
    });
  };

function tooMany({ log }: Context): InvalidInputFailure {
  const path = ['representations'];
  log.info(
    { operation: '_entities', code: 'INVALID_INPUT', issues: ['representations: too_big'] },
    'Input rejected',
  );
  return new InvalidInputFailure([
    { path, message: `At most ${maxReferences} references are allowed.`, code: 'too_big' },
  ]);
}

function faultOf(reference: unknown, names: ReadonlySet<string>) {
  if (typeof reference !== 'object' || reference === null || !('__typename' in reference)) {
    return { message: 'A reference must be an object with a __typename.', code: 'not_a_reference' };
  }
  if (typeof reference.__typename !== 'string' || !names.has(reference.__typename)) {
    return {
      message: `The __typename of a reference must be one of ${[...names].join(', ')}.`,
      code: 'unknown_type',
    };
  }
  if (!('id' in reference)) {
    return { message: `A reference to ${reference.__typename} must have an id.`, code: 'missing_key' };
  }
  return null;
}
