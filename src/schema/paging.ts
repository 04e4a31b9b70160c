import type { ArgBuilder, ObjectRef } from '@pothos/core';
import { type Connection, cursorOf, type Edge } from '../resolvers/paging.ts';
import { builder } from './builder.ts';
import { cursorSchema, pageSizeSchema } from './validation.ts';

type SchemaTypes = (typeof builder)['$inferSchemaTypes'];

/** Relay fixes the name, so it is shared with the other subgraphs that page. */
const PageInfo = builder.objectRef<Connection<unknown>>('PageInfo').implement({
  shareable: true,
  description: 'Where this part of a list ends, and whether there is more, as in Relay’s cursor connections.',
  fields: (t) => ({
    hasNextPage: t.exposeBoolean('hasNextPage', { description: 'Whether more follows behind `endCursor`.' }),
    hasPreviousPage: t.exposeBoolean('hasPreviousPage', {
      description: 'Whether more stands before `startCursor`.',
    }),
    startCursor: t.string({
      nullable: true,
      description: 'The cursor of the first edge; null where there is none.',
      resolve: ({ edges: [first] }) => (first ? cursorOf(first) : null),
    }),
    endCursor: t.string({
      nullable: true,
      description: 'The cursor of the last edge, to be given as `after`; null where there is none.',
      resolve: ({ edges }) => {
        const last = edges.at(-1);
        return last ? cursorOf(last) : null;
      },
    }),
  }),
});

interface ConnectionOptions {
  /** What the list holds, as in "people whom the account knows". */
  readonly of: string;
  /** Whether a node may be null: where a required field of its own can fail, and must not take the list along. */
  readonly nullableNodes: boolean;
}

/** @returns the type `${name}Connection` over `node`, with its edge type. */
export function connectionType<Node>(
  name: string,
  node: ObjectRef<SchemaTypes, Node>,
  { of, nullableNodes }: ConnectionOptions,
): ObjectRef<SchemaTypes, Connection<Node>> {
  const whenNull = nullableNodes ? ' Null where it could not be read, with an error on its path.' : '';
  const Edge = builder.objectRef<Edge<Node>>(`${name}Edge`).implement({
    description: `One of the ${of}, with its place in the list.`,
    fields: (t) => ({
      cursor: t.string({
        description: 'The item’s place: give it as `after` or `before`. Opaque.',
        resolve: (edge) => cursorOf(edge),
      }),
      node: t.field({
        type: node,
        nullable: nullableNodes,
        description: `The item itself.${whenNull}`,
        resolve: (edge) => edge.node as never,
      }),
    }),
  });
  return builder.objectRef<Connection<Node>>(`${name}Connection`).implement({
    description: `A part of the list of ${of}.`,
    fields: (t) => ({
      edges: t.field({
        type: [Edge],
        description: 'The items with their cursors.',
        resolve: ({ edges }) => edges,
      }),
      nodes: t.field({
        type: [node],
        nullable: { list: false, items: nullableNodes },
        description: `The items alone.${whenNull}`,
        resolve: ({ edges }) => edges.map((edge) => edge.node) as never,
      }),
      pageInfo: t.field({
        type: PageInfo,
        description: 'Where this part ends, and whether there is more.',
        resolve: (connection) => connection,
      }),
    }),
  });
}

/** The paging arguments of every list; `validate: singleDirection` belongs to the field beside them. */
export const pagingArgs = (arg: ArgBuilder<SchemaTypes>, defaultFirst: number) => ({
  first: arg.int({
    defaultValue: defaultFirst,
    description: 'How many items, from `after` on; 1 to 200. Not looked at where `last` is given.',
    validate: { schema: pageSizeSchema },
  }),
  after: arg.string({
    description: 'The cursor behind which to begin; left out, the list begins at its front.',
    validate: { schema: cursorSchema },
  }),
  last: arg.int({
    description: 'How many items back from `before`; 1 to 200.',
    validate: { schema: pageSizeSchema },
  }),
  before: arg.string({
    description: 'The cursor from which `last` goes back, towards the front of the list.',
    validate: { schema: cursorSchema },
  }),
});
