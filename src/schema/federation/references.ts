import type { GraphQLFieldResolver } from 'graphql';
import type { Context } from '../../context.ts';
import { InvalidInputFailure } from '../../failures.ts';
import { entities, isID } from './entities.ts';

/** A router asks for the entities of one answer at once: a page has at most 200. */
const maxReferences = 1_000;

interface EntitiesArgs {
  readonly representations: readonly unknown[];
}

interface Reference {
  readonly __typename: string;
  readonly id: unknown;
}

/** Resolves each reference by itself: one that can't be read is an error at its index. */
export const resolveReferences: GraphQLFieldResolver<unknown, Context, EntitiesArgs> = (
  _root,
  { representations },
  context,
) => {
  if (representations.length > maxReferences) throw tooMany(context);
  const faults = representations.map(faultOf);
  const faulty = faults.filter((fault) => fault !== null).length;
  if (faulty > 0)
    context.log.info({ operation: '_entities', code: 'INVALID_INPUT', references: faulty }, 'Input rejected');
  return representations.map(async (reference, index) => {
    const fault = faults[index];
    if (fault) throw new InvalidInputFailure([{ path: ['representations', String(index)], ...fault }]);
    return resolveReference(reference as Reference, context);
  });
};

async function resolveReference({ __typename, id }: Reference, context: Context): Promise<object | null> {
  const found = isID(id) ? await entities.get(__typename)?.(id, context) : null;
  // Not a copy: resolvers of fields can know the object itself. The union `_Entity` finds its type by this.
  return found ? Object.defineProperty(found, '__typename', { value: __typename }) : null;
}

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

function faultOf(reference: unknown) {
  if (typeof reference !== 'object' || reference === null || !('__typename' in reference)) {
    return { message: 'A reference must be an object with a __typename.', code: 'not_a_reference' };
  }
  if (typeof reference.__typename !== 'string' || !entities.has(reference.__typename)) {
    return {
      message: `The __typename of a reference must be one of ${[...entities.keys()].join(', ')}.`,
      code: 'unknown_type',
    };
  }
  if (!('id' in reference)) {
    return { message: `A reference to ${reference.__typename} must have an id.`, code: 'missing_key' };
  }
  return null;
}
