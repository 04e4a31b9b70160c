const retryEveryMs = 1_000;
/** A command that was written to a connection can take effect as long as the store hangs, and after it was closed. */
const afterRecoveryMs = 60_000;
const againEveryMs = 10_000;
const maxClaims = 10_000;

export interface AbandonedClaims {
  /** Takes a claim whose holder has given up and sends nothing. */
  add(name: string, entry: string): void;
  close(): void;
}

interface Claim {
  readonly name: string;
  /** As `performance.now()`; null before the first release that succeeded. */
  releasedAt: number | null;
  nextAt: number;
}

/**
 * Releases claims that nobody holds although the store may have them: their keys would count as used for 24 hours. An
 * entry names its claim, so no other claim is released.
 * @param release frees the name if it has this entry.
 */
export function createAbandonedClaims(
  release: (name: string, entry: string) => Promise<void>,
): AbandonedClaims {
  const claims = new Map<string, Claim>();
  let timer: NodeJS.Timeout | undefined;
  let isRetrying = false;

  const tryRelease = async (entry: string, claim: Claim): Promise<void> => {
    await release(claim.name, entry);
    const now = performance.now();
    claim.releasedAt ??= now;
    claim.nextAt = now + againEveryMs;
    if (now - claim.releasedAt > afterRecoveryMs) claims.delete(entry);
  };

  const retry = async () => {
    timer = undefined;
    isRetrying = true;
    try {
      for (const [entry, claim] of [...claims]) {
        if (claim.nextAt <= performance.now()) await tryRelease(entry, claim);
      }
    } catch {
      // While one fails, so do the others.
    }
    isRetrying = false;
    schedule();
  };

  const schedule = () => {
    if (timer || isRetrying || claims.size === 0) return;
    timer = setTimeout(retry, retryEveryMs).unref();
  };

  return {
    add(name, entry) {
      claims.set(entry, { name, releasedAt: null, nextAt: 0 });
      const [oldest] = claims.keys();
      if (claims.size > maxClaims && oldest !== undefined) claims.delete(oldest);
      schedule();
    },
    close() {
      clearTimeout(timer);
      claims.clear();
    },
  };
}
