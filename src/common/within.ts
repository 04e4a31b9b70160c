/**
 * Waits for a promise, but not longer than `ms` milliseconds. What it waited for goes on.
 * @throws what `late` returns, after that time.
 */
export async function within<Value>(ms: number, value: Promise<Value>, late: () => Error): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late()), ms);
  });
  try {
    return await Promise.race([value, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
