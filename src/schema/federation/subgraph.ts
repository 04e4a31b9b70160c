import {
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLScalarType,
  GraphQLSchema,
  GraphQLString,
  GraphQLUnionType,
  isObjectType,
  lexicographicSortSchema,
} from 'graphql';
import { entitiesCost, sdlCost } from '../cost.ts';
import { entities } from './entities.ts';
import { resolveReferences } from './references.ts';

const AnyType = new GraphQLScalarType({ name: '_Any' });

const ServiceType = new GraphQLObjectType({
  name: '_Service',
  fields: {
    sdl: {
      type: GraphQLString,
      description: 'The subgraph in the schema definition language, with the directives of Federation.',
    },
  },
});

/**
 * Adds what routers ask for, as the specification of Apollo Federation defines it: `_entities` and `_service`.
 * @param printSDL is called at the first request for the SDL, and not again.
 * @returns the schema with sorted types and fields.
 */
export function toSubgraph(schema: GraphQLSchema, printSDL: () => string): GraphQLSchema {
  const { query, types, ...config } = schema.toConfig();
  if (!query) throw new Error('The schema has no type Query');
  const { fields, ...queryConfig } = query.toConfig();
  let sdl: string | undefined;
  const Query = new GraphQLObjectType({
    ...queryConfig,
    fields: {
      ...fields,
      _entities: {
        type: new GraphQLNonNull(
          new GraphQLList(
            new GraphQLUnionType({
              name: '_Entity',
              types: types.filter((type) => isObjectType(type)).filter(({ name }) => entities.has(name)),
            }),
          ),
        ),
        args: {
          representations: { type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(AnyType))) },
        },
        resolve: resolveReferences,
        extensions: { cost: entitiesCost },
      },
      _service: {
        type: new GraphQLNonNull(ServiceType),
        resolve: () => {
          sdl ??= printSDL();
          return { sdl };
        },
        extensions: { cost: sdlCost },
      },
    },
  });
  const others = types.filter((type) => type !== query);
  return lexicographicSortSchema(new GraphQLSchema({ ...config, query: Query, types: [...others, Query] }));
}
