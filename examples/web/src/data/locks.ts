/**
 * Runs a task while no other tab runs one with the same name. When a tab is closed, or crashes, the browser gives the lock to
 * the next.
 */
export async function withLock(name: string, task: () => Promise<void>): Promise<void> {
  // There are no locks where the page is served by HTTP from another computer: idempotency keys protect then.
  if (navigator.locks) await navigator.locks.request(name, task);
  else await task();
}

/** Tells other tabs that this one has something, as long as it is there or until the function that is returned is called. */
export function holdLock(name: string): () => void {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  void navigator.locks?.request(name, () => released);
  return release;
}

/** @returns whether a tab holds a lock. */
export async function isHeld(name: string): Promise<boolean> {
  const { held = [] } = (await navigator.locks?.query()) ?? {};
  return held.some((lock) => lock.name === name);
}
