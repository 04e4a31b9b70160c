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
  /** Selected fields of the types that values of this field turned out to have; null for a scalar or an enum. */
  readonly below: Map<GraphQLObjectType, readonly Selected[]> | null;
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

interface PlanOptions {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Record<string, FragmentDefinitionNode>;
  /** The variables that decide what is selected. */
  readonly variables: Variables;
  /** Is told how many fields are added to the plan. */
  readonly onSelect: (count: number) => void;
}

function createPlan({ schema, operation, fragments, variables, onSelect }: PlanOptions): Plan {
  const select = (
    parentType: GraphQLObjectType,
    collected: ReadonlyMap<string, readonly FieldNode[]>,
  ): readonly Selected[] => {
    onSelect(collected.size);
    return [...collected].flatMap(([key, nodes]) => {
      const field = getFieldDef(schema, parentType, nodes[0] as FieldNode);
      if (!field) return [];
      const shape = shapeOf(field.type);
      const below = shape.kind === 'leaf' ? null : new Map();
      const isProperty = !field.resolve && shape.kind === 'leaf';
      return { key, nodes, parentType, field, shape, isProperty, below };
    });
  };
  let root: readonly Selected[] | undefined;
  return {
    schema,
    root(type) {
      root ??= select(type, collectFields(schema, fragments, variables, type, operation.selectionSet));
      return root;
    },
    below(selected, type) {
      const known = selected.below?.get(type);
      if (known) return known;
      const fields = select(type, collectSubfields(schema, fragments, variables, type, selected.nodes));
      selected.below?.set(type, fields);
      return fields;
    },
  };
}

interface DocumentPlans {
  /** Whether variables can decide what is selected. */
  readonly isConditional: boolean;
  /** Selected fields that the plans may still have. */
  fieldsLeft: number;
  readonly byOperation: Map<OperationDefinitionNode, Plan>;
}

/** A fragment can be spread in many places, and one on an interface is planned for each of its types that occurs. */
const plannedPerField = 4;

const plans = new WeakMap<DocumentNode, DocumentPlans>();

function plansOf(document: DocumentNode): DocumentPlans {
  const known = plans.get(document);
  if (known) return known;
  let isConditional = false;
  let fields = 0;
  visit(document, {
    Field() {
      fields++;
    },
    Directive({ name: { value } }) {
      isConditional ||= value === 'skip' || value === 'include';
    },
  });
  const made = { isConditional, fieldsLeft: plannedPerField * fields, byOperation: new Map() };
  plans.set(document, made);
  return made;
}

/**
 * @returns the plan of an operation. Later executions share it unless `@skip` or `@include` depends on variables. A plan
 * that is much larger than its document is not kept: the cache of documents weighs their text only.
 */
export function planOf(document: DocumentNode, execution: Omit<PlanOptions, 'onSelect'>): Plan {
  const { schema, operation } = execution;
  const kept = plansOf(document);
  if (kept.isConditional) return createPlan({ ...execution, onSelect: () => {} });
  const known = kept.byOperation.get(operation);
  if (known?.schema === schema) return known;
  const plan = createPlan({
    ...execution,
    // They may hold texts of people, and decide nothing.
    variables: {},
    onSelect(count) {
      kept.fieldsLeft -= count;
      if (kept.fieldsLeft < 0) kept.byOperation.delete(operation);
    },
  });
  if (kept.fieldsLeft > 0) kept.byOperation.set(operation, plan);
  return plan;
}
