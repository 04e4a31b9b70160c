import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNullableType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import { collectFields, collectSubfields } from 'graphql/execution/collectFields.js';
import { getFieldDef } from 'graphql/execution/execute.js';

/** A selected field of one object type, with what is the same each time it is executed. */
export interface Selected {
  /** The response key. */
  readonly key: string;
  readonly nodes: readonly FieldNode[];
  readonly parentType: GraphQLObjectType;
  readonly field: GraphQLField<unknown, unknown>;
  readonly shape: Shape;
  /** Whether it has no resolver and no fields of its own. */
  readonly isProperty: boolean;
  /** Selected fields of the type that the value of this field turned out to have. */
  readonly below: Map<GraphQLObjectType, readonly Selected[]>;
}

/** A type, prepared for completing values of it. */
export interface Shape {
  readonly type: GraphQLNullableType;
  readonly kind: 'leaf' | 'list' | 'object' | 'abstract';
  readonly isNonNull: boolean;
  /** The shape of the items of a list. */
  readonly item: Shape | null;
}

interface Variables {
  readonly [name: string]: unknown;
}

/** What is selected in an operation. It is worked out while the operation runs, type by type. */
export interface Plan {
  readonly schema: GraphQLSchema;
  /** Another document can have the same operation, and other fragments. */
  readonly document: DocumentNode;
  root(type: GraphQLObjectType): readonly Selected[];
  /** @param type the type of a value of the field. */
  below(selected: Selected, type: GraphQLObjectType): readonly Selected[];
}

const shapes = new WeakMap<GraphQLOutputType, Shape>();

function shapeOf(type: GraphQLOutputType): Shape {
  const known = shapes.get(type);
  if (known) return known;
  const nullable: GraphQLNullableType & GraphQLOutputType = isNonNullType(type) ? type.ofType : type;
  const shape: Shape = {
    type: nullable,
    kind: isListType(nullable)
      ? 'list'
      : isLeafType(nullable)
        ? 'leaf'
        : isObjectType(nullable)
          ? 'object'
          : 'abstract',
    isNonNull: isNonNullType(type),
    item: isListType(nullable) ? shapeOf(nullable.ofType) : null,
  };
  shapes.set(type, shape);
  return shape;
}

function createPlan(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  fragments: Record<string, FragmentDefinitionNode>,
  variables: Variables,
): Plan {
  const select = (
    parentType: GraphQLObjectType,
    collected: ReadonlyMap<string, readonly FieldNode[]>,
  ): readonly Selected[] =>
    [...collected].flatMap(([key, nodes]) => {
      const field = getFieldDef(schema, parentType, nodes[0] as FieldNode);
      if (!field) return [];
      const shape = shapeOf(field.type);
      const isProperty = !field.resolve && shape.kind === 'leaf';
      return { key, nodes, parentType, field, shape, isProperty, below: new Map() };
    });
  let root: readonly Selected[] | undefined;
  return {
    schema,
    document,
    root(type) {
      root ??= select(type, collectFields(schema, fragments, variables, type, operation.selectionSet));
      return root;
    },
    below(selected, type) {
      const known = selected.below.get(type);
      if (known) return known;
      const fields = select(type, collectSubfields(schema, fragments, variables, type, selected.nodes));
      selected.below.set(type, fields);
      return fields;
    },
  };
}

const plans = new WeakMap<OperationDefinitionNode, Plan>();
const areConditional = new WeakMap<DocumentNode, boolean>();

/** @returns whether variables can decide what is selected. */
function isConditional(document: DocumentNode): boolean {
  const known = areConditional.get(document);
  if (known !== undefined) return known;
  let found = false;
  visit(document, {
    Directive({ name: { value } }) {
      found ||= value === 'skip' || value === 'include';
    },
  });
  areConditional.set(document, found);
  return found;
}

/** @returns the plan of an operation, which later executions share unless `@skip` or `@include` depends on variables. */
export function planOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  fragments: Record<string, FragmentDefinitionNode>,
  variables: Variables,
): Plan {
  if (isConditional(document)) return createPlan(schema, document, operation, fragments, variables);
  const known = plans.get(operation);
  if (known?.schema === schema && known.document === document) return known;
  const plan = createPlan(schema, document, operation, fragments, {});
  plans.set(operation, plan);
  return plan;
}
