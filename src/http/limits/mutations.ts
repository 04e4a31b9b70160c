import { Kind, OperationTypeNode, type SelectionSetNode, type ValidationRule } from 'graphql';
import { tooComplex } from './tooComplex.ts';

/** @returns the rule that one operation writes at most `limit` times, fragments looked into. */
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
      // A fragment within itself is another rule's business.
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
