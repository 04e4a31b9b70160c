/**
 * What one selection of a field adds to the cost of an operation. Declared where the field is, in its `extensions`, and
 * added up by http/limits/cost.ts.
 */
export interface FieldCost {
  /** Points for the field itself, without its selection. */
  readonly weight: number;
  /** For a page of a list: the arguments that can hold the number of items, and the maximum. */
  readonly pageSize?: { readonly arguments: readonly string[]; readonly max: number };
  /** Whether an item of an unpaged list can be a call of its own, as for the messages of a merged chat. */
  readonly members?: true;
  /** Whether it makes no call, and costs 1, if only `id` is selected of it. */
  readonly idIsFree?: true;
  /**
   * For `_entities`: the argument with the references, and the points of each type, for every reference and once for all.
   * `weight` is not counted then.
   */
  readonly references?: {
    readonly argument: string;
    readonly types: Readonly<Record<string, { readonly each: number; readonly once: number }>>;
  };
}

declare module 'graphql/type/definition.js' {
  interface GraphQLFieldExtensions<_TSource, _TContext, _TArgs> {
    readonly cost?: FieldCost;
  }
}
