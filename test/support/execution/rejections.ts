const event = 'unhandledRejection';

/**
 * Collects what nobody handles, in place of the test runner, which would let the test fail.
 * @returns the reasons, until it is disposed of
 */
export function collectRejections(): Disposable & { readonly reasons: unknown[] } {
  const reasons: unknown[] = [];
  const listeners = process.listeners(event);
  const collect = (reason: unknown) => void reasons.push(reason);
  process.removeAllListeners(event);
  process.on(event, collect);
  return {
    reasons,
    [Symbol.dispose]() {
      process.off(event, collect);
      for (const listener of listeners) process.on(event, listener);
    },
  };
}
