import { type GraphQLField, getNullableType, isListType } from 'graphql';

/** @returns whether an upstream call or a list is behind a field, so that each alias of it is work of its own. */
export const isListOrCall = ({ type, extensions }: GraphQLField<unknown, unknown>): boolean =>
  extensions.cost !== undefined || isListType(getNullableType(type));
