import { isPromise, type Plugin } from 'graphql-yoga';

/** Yoga's types ask for a whole Request and Response. The hooks use what laneRequest.ts has of them. */
export type Hook = (payload: object) => unknown;

/** @returns the hooks of this name, in the order of their plugins. */
export const hooksOf = (plugins: readonly Plugin[], name: keyof Plugin): readonly Hook[] =>
  plugins.flatMap((plugin) => (plugin[name] as Hook | undefined) ?? []);

const notPlain = new Error('Yoga has to serve this request.');

/** Leaves the request to Yoga, or the result if there is one. */
export const leave = (): never => {
  throw notPlain;
};

/** @returns what a hook has returned, unless that is a promise. What the hook does later is of no use then: it may end in `leave`. */
export function leaveIfAsync(returned: unknown): unknown {
  if (!isPromise(returned)) return returned;
  returned.then(undefined, () => {});
  return leave();
}

/**
 * Calls the hooks one after the other, and then `end`.
 * @returns what `end` returns; a promise of it if a hook returns one.
 */
export function callInTurn<Value>(
  hooks: readonly Hook[],
  payload: object,
  end: () => Value,
  first = 0,
): Value | Promise<Awaited<Value>> {
  for (let index = first; index < hooks.length; index++) {
    const done = hooks[index]?.(payload);
    if (isPromise(done))
      return done.then(() => callInTurn(hooks, payload, end, index + 1)) as Promise<Awaited<Value>>;
  }
  return end();
}
