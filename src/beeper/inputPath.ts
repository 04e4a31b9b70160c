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
    const name = steps.slice(0, length).join('.');
    // The path is Beeper's: it may name a property of every object, such as `constructor`.
    const found = Object.hasOwn(paths, name) ? paths[name] : undefined;
    if (found) return [...found, ...steps.slice(length).filter((step) => /^\d+$/.test(step))];
  }
  return paths[''] ?? ['input'];
}
