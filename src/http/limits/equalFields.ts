import {
  type FieldNode,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import { tooComplex } from './tooComplex.ts';

/**
 * Those of 500 equal fields, with `__typename` next to each, which routers add. graphql itself gives up after 500,000
 * steps, which take several hundred milliseconds.
 */
const maxPairs = 265_000;

/** What comparing two fields with selections of their own costs, besides what is in these. */
const pairWithSelections = 5;

/** Beyond these, other limits reject the operation: what is seen of it here is enough. */
const maxFields = 20_000;
const maxDepth = 100;

/** @returns the error for an operation that selects the same fields too often in one place. */
export const tooManyEqualFields = () =>
  tooComplex('Comparison limit exceeded: the same fields are selected too often in one place.');

/**
 * @returns a rule that limits how often an operation selects fields of the same name or alias in one place. graphql
 * compares each with each, and those below them, too.
 */
export function maxEqualFieldsRule(): ValidationRule {
  return function MaxEqualFieldsRule(context) {
    return {
      OperationDefinition({ selectionSet }) {
        if (pairsIn(context, selectionSet) > maxPairs) context.reportError(tooManyEqualFields());
      },
    };
  };
}

function pairsIn(context: ValidationContext, set: SelectionSetNode): number {
  let [pairs, left] = [0, maxFields];

  /** The fields of several selections that are merged, with those of their fragments, by name or alias. */
  function collect(sets: readonly SelectionSetNode[]): Map<string, FieldNode[]> {
    const byKey = new Map<string, FieldNode[]>();
    const seen = new Set<string>();
    const add = ({ selections }: SelectionSetNode): void => {
      for (const selection of selections) {
        if (left-- < 0) return;
        if (selection.kind === Kind.FIELD) {
          const key = (selection.alias ?? selection.name).value;
          const known = byKey.get(key);
          if (known) known.push(selection);
          else byKey.set(key, [selection]);
        } else if (selection.kind === Kind.INLINE_FRAGMENT) {
          add(selection.selectionSet);
        } else if (!seen.has(selection.name.value)) {
          seen.add(selection.name.value);
          const fragment = context.getFragment(selection.name.value);
          if (fragment) add(fragment.selectionSet);
        }
      }
    };
    for (const one of sets) add(one);
    return byKey;
  }

  function visit(sets: readonly SelectionSetNode[], depth: number): void {
    for (const fields of collect(sets).values()) {
      const below = fields.flatMap(({ selectionSet }) => selectionSet ?? []);
      const each = below.length > 0 ? pairWithSelections : 1;
      pairs += (each * fields.length * (fields.length - 1)) / 2;
      if (pairs > maxPairs || left < 0 || depth > maxDepth) return;
      if (below.length > 0) visit(below, depth + 1);
    }
  }

  visit([set], 0);
  return pairs;
}
