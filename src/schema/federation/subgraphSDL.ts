import {
  type ConstDirectiveNode,
  type GraphQLSchema,
  isInputObjectType,
  Kind,
  parse,
  print,
  visit,
} from 'graphql';

/**
 * `@apollo/subgraph` doesn't print `@oneOf`. `@apollo/composition` rejects the directive if it is not defined, and drops
 * it if it is not linked from a specification and listed in `@composeDirective`. test/federation/sdlForms.test.ts
 * covers each combination.
 */
const oneOf = parse(`
  extend schema @link(url: "https://specs.graphql.org/oneOf/v1.0", import: ["@oneOf"])

  directive @oneOf on INPUT_OBJECT
`);

const oneOfDirective: ConstDirectiveNode = {
  kind: Kind.DIRECTIVE,
  name: { kind: Kind.NAME, value: 'oneOf' },
};

/**
 * @param sdl the subgraph as @apollo/subgraph prints it, with `@composeDirective(name: "@oneOf")`.
 * @returns the same SDL with `@oneOf` on the input unions of `schema`, in a form that composition keeps.
 */
export function withInputUnions(sdl: string, schema: GraphQLSchema): string {
  const marked = visit(parse(sdl), {
    InputObjectTypeDefinition(node) {
      const type = schema.getType(node.name.value);
      if (!isInputObjectType(type) || !type.isOneOf) return undefined;
      return { ...node, directives: [...(node.directives ?? []), oneOfDirective] };
    },
  });
  return print({ ...marked, definitions: [...oneOf.definitions, ...marked.definitions] });
}
