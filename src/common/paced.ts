/** Milliseconds of work before the event loop gets a turn. */
const maxBusyMs = 10;

let busyMs = 0;
let nextTurn: Promise<void> | null = null;

/**
 * Runs work that occupies the processor. The pieces of all callers share the time between two turns of the event loop:
 * once it is spent, further pieces wait for the next turn, so that many of them in a row do not stop the process.
 *
 * @returns the result itself where nothing has to wait.
 */
export function paced<Result>(work: () => Result): Result | Promise<Result> {
  return busyMs < maxBusyMs ? timed(work) : later(work);
}

async function later<Result>(work: () => Result): Promise<Result> {
  while (busyMs >= maxBusyMs) {
    nextTurn ??= new Promise((resolve) => {
      setImmediate(() => {
        busyMs = 0;
        nextTurn = null;
        resolve();
      });
    });
    await nextTurn;
  }
  return timed(work);
}

function timed<Result>(work: () => Result): Result {
  const startedAt = performance.now();
  try {
    return work();
  } finally {
    busyMs += performance.now() - startedAt;
  }
}
