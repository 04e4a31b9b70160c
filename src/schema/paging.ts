import type { ArgBuilder, InputFieldMap, ObjectRef } from '@pothos/core';
import type { Connection } from '../resolvers/paging/connect.ts';
import { cursorOf, type JoinedPlace, type Place } from '../resolvers/paging/cursor.ts';
import type { Edge } from '../resolvers/paging/pages.ts';
import { builder } from './builder.ts';
import { pageCost } from './cost.ts';
import {
  atMost,
  cursorSchema,
  maxLength,
  maxPageSize,
  pageSizeSchema,
  singleDirection,
} from './validation.ts';

type SchemaTypes = (typeof builder)['$inferSchemaTypes'];

const PageInfo = builder.objectRef<Connection<unknown>>('PageInfo').implement({
  description: 'Position of a page in a list, as defined by the Relay cursor connections specification.',
  fields: (t) => ({
    hasNextPage: t.exposeBoolean('hasNextPage', {
      description: 'Whether the list has items after `endCursor`.',
    }),
    hasPreviousPage: t.exposeBoolean('hasPreviousPage', {
      description: 'Whether the list has items before `startCursor`.',
    }),
    startCursor: t.string({
      nullable: true,
      description:
        'Cursor of the first item of the page. Pass it as `before` to get the previous page. Null if the page is empty.',
      resolve: ({ edges: [first] }) => (first ? cursorOf(first) : null),
    }),
    endCursor: t.string({
      nullable: true,
      description:
        'Cursor of the last item of the page. Pass it as `after` to get the next page. Null if the page is empty.',
      resolve: ({ edges }) => {
        const last = edges.at(-1);
        return last ? cursorOf(last) : null;
      },
    }),
  }),
});

interface ConnectionOptions {
  /** What one item is, in a word whose plural ends in s: `chat`. */
  readonly item: string;
  /**
   * Whether a node can be null. True for an entity: a required field that another subgraph adds to it can fail, and must
   * not null the list.
   */
  readonly nullableNodes: boolean;
}

/** @returns the type `${name}Connection` over `node`, with its edge type. */
export function connectionType<Node>(
  name: string,
  node: ObjectRef<SchemaTypes, Node>,
  { item, nullableNodes }: ConnectionOptions,
): ObjectRef<SchemaTypes, Connection<Node>> {
  const Edge = builder.objectRef<Edge<Node, Place | JoinedPlace>>(`${name}Edge`).implement({
    description: `A ${item} in a page of ${item}s, with its cursor.`,
    fields: (t) => ({
      cursor: t.string({
        description: `Opaque cursor of the ${item}, such as \`W251bGwsImJlZm9y…\`, but longer. Pass it as \`after\` or \`before\` to continue from here.`,
        resolve: (edge) => cursorOf(edge),
      }),
      node: t.field({
        type: node,
        nullable: nullableNodes,
        description: `The ${item}.${nullableNodes ? ' Null only behind a router, if a required field of another subgraph fails; see `errors`.' : ''}`,
        resolve: (edge) => edge.node as never,
      }),
    }),
  });
  return builder.objectRef<Connection<Node>>(`${name}Connection`).implement({
    description: `A page of ${item}s.`,
    fields: (t) => ({
      edges: t.field({
        type: [Edge],
        description: `The ${item}s of the page, each with its cursor.`,
        resolve: ({ edges }) => edges,
      }),
      nodes: t.field({
        type: [node],
        nullable: { list: false, items: nullableNodes },
        description: `The ${item}s of the page.${nullableNodes ? ` A ${item} is null only behind a router, if a required field of another subgraph fails; see \`errors\`.` : ''}`,
        resolve: ({ edges }) => edges.map((edge) => edge.node) as never,
      }),
      pageInfo: t.field({
        type: PageInfo,
        description: 'First and last cursor of the page, and whether the list has more items.',
        resolve: (connection) => connection,
      }),
    }),
  });
}

/**
 * The options of a field that returns a page: the paging arguments next to `otherArgs`, their rules, and the cost.
 * @param defaultFirst how many items the page has if the caller does not say.
 * @param cost that of a page by default.
 */
export const pageOptions = <OtherArgs extends InputFieldMap>(
  arg: ArgBuilder<SchemaTypes>,
  defaultFirst: number,
  otherArgs: OtherArgs,
  cost = pageCost,
) => ({
  args: {
    ...otherArgs,
    first: arg.int({
      defaultValue: defaultFirst,
      description: `Maximum number of items to return, from 1 to ${maxPageSize}. Ignored if \`last\` is given.`,
      validate: { schema: pageSizeSchema },
    }),
    after: arg.string({
      description: `Returns the items after this cursor: \`pageInfo { endCursor }\` of the page before, or the \`cursor\` of an edge. If omitted or empty, returns items from the start of the list. Can’t be combined with \`before\`.${atMost(maxLength.cursor)}`,
      validate: { schema: cursorSchema },
    }),
    last: arg.int({
      description: `Maximum number of items to return before the cursor \`before\`, from 1 to ${maxPageSize}. Requires \`before\`.`,
      validate: { schema: pageSizeSchema },
    }),
    before: arg.string({
      description: `Returns the items directly before this cursor, in the order of the list: \`pageInfo { startCursor }\` of a page, or the \`cursor\` of an edge. Requires \`last\`. Can’t be combined with \`after\`. If empty, it counts as omitted.${atMost(maxLength.cursor)}`,
      validate: { schema: cursorSchema },
    }),
  },
  validate: singleDirection,
  extensions: { cost },
});
