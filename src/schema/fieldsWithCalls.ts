import { collectSubFields } from '@graphql-tools/utils';
import {
  type FieldNode,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  getNamedType,
  isObjectType,
} from 'graphql';

/** The executor has one list of field nodes for each field of a document, and does not change it. */
const known = new WeakMap<readonly FieldNode[], ReadonlySet<string>>();

/**
 * @returns the names of the fields with a cost, which may call Beeper, that are selected on the items of a connection;
 * follows fragments, `@skip` and `@include`.
 */
export function fieldsWithCalls(info: GraphQLResolveInfo): ReadonlySet<string> {
  const found = known.get(info.fieldNodes);
  if (found) return found;
  const names = new Set<string>();
  const add = (type: GraphQLOutputType, nodes: readonly FieldNode[], [name, ...rest]: readonly string[]) => {
    const named = getNamedType(type);
    if (!isObjectType(named)) return;
    const { fields } = collectSubFields(info.schema, info.fragments, info.variableValues, named, [...nodes]);
    for (const selected of fields.values()) {
      const selectedName = selected[0]?.name.value ?? '';
      const field = named.getFields()[selectedName];
      if (!field) continue;
      if (name === undefined && field.extensions.cost) names.add(selectedName);
      else if (selectedName === name) add(field.type, selected, rest);
    }
  };
  add(info.returnType, info.fieldNodes, ['nodes']);
  add(info.returnType, info.fieldNodes, ['edges', 'node']);
  known.set(info.fieldNodes, names);
  return names;
}
