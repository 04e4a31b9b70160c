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

function createPlan(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: Record<string, FragmentDefinitionNode>,
  variables: Variables,
  onSelect: (count: number) => void = () => {},
): Plan {
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

interface DocumentFacts {
  /** Whether variables can decide what is selected. */
  readonly isConditional: boolean;
  /** Selected fields that the plans of its operations may still have. */
  fieldsLeft: number;
}

/** A fragment can be spread on many types and in many places: a common document has its fields once or twice. */
const plannedPerField = 2;

const plans = new WeakMap<OperationDefinitionNode, Plan>();
const factsOf = new WeakMap<DocumentNode, DocumentFacts>();

function factsAbout(document: DocumentNode): DocumentFacts {
  const known = factsOf.get(document);
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
  const facts = { isConditional, fieldsLeft: plannedPerField * fields };
  factsOf.set(document, facts);
  return facts;
}

/**
 * @returns the plan of an operation. Later executions share it unless `@skip` or `@include` depends on variables. A plan
 * that is much larger than its document is not kept: the cache of documents weighs their text only.
 */
export function planOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  fragments: Record<string, FragmentDefinitionNode>,
  variables: Variables,
): Plan {
  const facts = factsAbout(document);
  if (facts.isConditional) return createPlan(schema, operation, fragments, variables);
  const known = plans.get(operation);
  if (known?.schema === schema) return known;
  if (facts.fieldsLeft <= 0) return createPlan(schema, operation, fragments, {});
  const plan = createPlan(schema, operation, fragments, {}, (count) => {
    facts.fieldsLeft -= count;
    if (facts.fieldsLeft < 0) plans.delete(operation);
  });
  plans.set(operation, plan);
  return plan;
}
