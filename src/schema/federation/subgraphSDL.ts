import { type ConstDirectiveNode, type GraphQLSchema, Kind, parse, print, printSchema, visit } from 'graphql';
import { entities } from './entities.ts';

/**
 * What the subgraph needs of Federation, and `@oneOf`: `@apollo/composition` rejects the directive if it is not defined,
 * and drops it if it is not linked from a specification and listed in `@composeDirective`.
 * test/federation/sdlForms.test.ts covers each combination.
 */
const header = parse(`
  extend schema @link(url: "https://specs.graphql.org/oneOf/v1.0", import: ["@oneOf"])

  directive @oneOf on INPUT_OBJECT

  extend schema
    @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@composeDirective"])
    @composeDirective(name: "@oneOf")
`);

const directive = (name: string, args: Readonly<Record<string, string>> = {}): ConstDirectiveNode => ({
  kind: Kind.DIRECTIVE,
  name: { kind: Kind.NAME, value: name },
  arguments: Object.entries(args).map(([key, value]) => ({
    kind: Kind.ARGUMENT,
    name: { kind: Kind.NAME, value: key },
    value: { kind: Kind.STRING, value },
  })),
});

const key = directive('key', { fields: 'id' });

/** Relay requires the name `PageInfo` in every subgraph that has connections. */
const shareable = directive('shareable');

/** The types and fields for routers, `_Entity` and `_service` for example, are not part of a subgraph's SDL. */
const isForRouters = ({ name }: { readonly name: { readonly value: string } }): boolean =>
  name.value.startsWith('_');

/**
 * @returns the SDL for composition. It is valid for the composers of Apollo, Hive and Cosmo.
 */
export function printSubgraph(schema: GraphQLSchema): string {
  const marked = visit(parse(printSchema(schema), { noLocation: true }), {
    ObjectTypeDefinition(node) {
      if (isForRouters(node)) return null;
      if (entities.has(node.name.value)) return { ...node, directives: [key] };
      return node.name.value === 'PageInfo' ? { ...node, directives: [shareable] } : undefined;
    },
    UnionTypeDefinition: (node) => (isForRouters(node) ? null : undefined),
    // Routers make no use of the address of a scalar's specification.
    ScalarTypeDefinition: (node) => (isForRouters(node) ? null : { ...node, directives: [] }),
    FieldDefinition: (node) => (isForRouters(node) ? null : undefined),
  });
  return print({ ...marked, definitions: [...header.definitions, ...marked.definitions] });
}
