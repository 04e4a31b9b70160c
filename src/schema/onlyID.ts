import { collectSubFields } from '@graphql-tools/utils';
import { type GraphQLResolveInfo, getNamedType, isObjectType } from 'graphql';

/** @returns whether only `id` and `__typename` are selected; follows fragments, `@skip` and `@include`. */
export function isOnlyIDSelected(info: GraphQLResolveInfo): boolean {
  const type = getNamedType(info.returnType);
  if (!isObjectType(type)) return false;
  const { fields } = collectSubFields(info.schema, info.fragments, info.variableValues, type, [
    ...info.fieldNodes,
  ]);
  return [...fields.values()].every(
    ([node]) => node?.name.value === 'id' || node?.name.value === '__typename',
  );
}
