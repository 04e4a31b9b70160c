import type { InputPaths } from './operation.ts';

/** Where frameworks say that a field is, in front of its path. */
const places = ['body', 'params', 'path', 'query'];

/**
 * @param path Beeper's own path of an issue: `["body", "participantIDs", 0]`.
 * @returns the path in the caller's input, as `paths` maps it.
 */
export function inputPathOf(paths: InputPaths, path: readonly (string | number)[]): readonly string[] {
  const [first, ...rest] = path.map(String);
  const steps = first === undefined ? [] : places.includes(first) ? rest : [first, ...rest];
  for (let length = steps.length; length > 0; length--) {
    const found = paths[steps.slice(0, length).join('.')];
    if (found) return [...found, ...steps.slice(length).filter((step) => /^\d+$/.test(step))];
  }
  return paths[''] ?? ['input'];
}
