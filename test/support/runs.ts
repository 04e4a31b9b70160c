/**
 * How many random cases a property is tried with. With `PROPERTY_RUNS=10` in the environment, ten times `count`; since
 * the seed is fixed, these include the cases of a run without it.
 */
export const runs = (count: number): number => count * Number(process.env.PROPERTY_RUNS ?? 1);
