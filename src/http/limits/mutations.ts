import { Kind, OperationTypeNode, type SelectionSetNode, type ValidationRule } from 'graphql';
import { tooComplex } from './tooComplex.ts';

/** @returns a rule that allows at most `limit` mutation fields per operation, including those in fragments. */
export function maxMutationsRule(limit: number): ValidationRule {
  return function MaxMutationsRule(context) {
    const counted = new Map<string, number>();
    const count = ({ selections }: SelectionSetNode): number =>
      selections.reduce((sum, selection) => {
        if (selection.kind === Kind.FIELD) return sum + (selection.name.value === '__typename' ? 0 : 1);
        if (selection.kind === Kind.INLINE_FRAGMENT) return sum + count(selection.selectionSet);
        return sum + countFragment(selection.name.value);
      }, 0);
    const countFragment = (name: string): number => {
      const known = counted.get(name);
      if (known !== undefined) return known;
      // Ends the recursion of a fragment cycle, which graphql's own rule reports.
      counted.set(name, 0);
      const fragment = context.getFragment(name);
      const sum = fragment ? count(fragment.selectionSet) : 0;
      counted.set(name, sum);
      return sum;
    };
    return {
      OperationDefinition({ operation, selectionSet }) {
        if (operation !== OperationTypeNode.MUTATION) return;
        const mutations = count(selectionSet);
        if (mutations > limit) {
          context.reportError(tooComplex(`Mutations limit of ${limit} exceeded, found ${mutations}.`));
        }
      },
    };
  };
}
