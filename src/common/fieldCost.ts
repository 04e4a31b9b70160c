/**
 * What one selection of a field adds to the cost of an operation. Declared where the field is, in its `extensions`, and
 * added up by http/limits/cost.ts.
 */
export interface FieldCost {
  /** Points for the field itself, without its selection. */
  readonly weight: number;
  /** For a page of a list: the arguments that can hold the number of items, and the maximum. */
  readonly pageSize?: { readonly arguments: readonly string[]; readonly max: number };
  /** For a field that is resolved once per item of a list argument: the name of the argument. */
  readonly perItemOf?: string;
}

declare module 'graphql/type/definition.js' {
  interface GraphQLFieldExtensions<_TSource, _TContext, _TArgs> {
    readonly cost?: FieldCost;
  }
}
