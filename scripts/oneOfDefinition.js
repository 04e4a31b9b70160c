import { GraphQLOneOfDirective } from 'graphql';

/**
 * A codegen plugin: the definition of `@oneOf`. GraphQL specifies it, so graphql does not print it, but parsers that are
 * older than it (genqlient 0.8) reject a schema that uses it without a definition.
 */
export const plugin = () => {
  const { name, description, locations } = GraphQLOneOfDirective;
  return { prepend: [`"""${description}"""\ndirective @${name} on ${locations.join(' | ')}\n`], content: '' };
};
