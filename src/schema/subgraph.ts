import {
  type DocumentNode,
  GraphQLObjectType,
  type GraphQLSchema,
  isInputObjectType,
  Kind,
  parse,
  print,
  visit,
} from 'graphql';

/**
 * The subgraph's SDL with its input unions. Apollo's printer drops `@oneOf`, and one composer drops it again unless
 * it is imported from a specification and named to be composed; in the form given here every composer keeps it.
 */
const oneOfLink = `
  schema
    @link(url: "https://specs.graphql.org/oneOf/v1.0", import: ["@oneOf"])
    @composeDirective(name: "@oneOf")
  { query: Query }
  directive @oneOf on INPUT_OBJECT
`;

void oneOfLink;

export type { DocumentNode, GraphQLSchema };

void [GraphQLObjectType, isInputObjectType, Kind, parse, print, visit];
