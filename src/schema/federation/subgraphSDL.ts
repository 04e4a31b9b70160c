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
 * Apollo's printer drops `@oneOf`, one composer refuses it where it is not defined, and drops it again where it is not
 * linked from a specification and named to be composed. In this form every composer that we test with keeps it.
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
 * @returns the same with the input unions of `schema` marked as such, in the form that survives composition.
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
