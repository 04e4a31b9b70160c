import type { Logger } from 'pino';
import { ConfigError } from './checks.ts';
import type { Reread } from './rereadFiles.ts';

/** What became of the reloads so far; for metrics. */
export interface ReloadRecord {
  /** Reloads that have ended. */
  total: number;
  failed: number;
  /** Whether the last one succeeded; the start counts as one. */
  lastSucceeded: boolean;
  /** When the last success was, in milliseconds since 1970. */
  succeededAt: number;
}

interface ReloaderOptions {
  /** Reads everything anew; throws if a part of it is not valid. */
  readonly read: () => Promise<Reread>;
  /** Puts what was read into force in one step. */
  readonly apply: (reread: Reread) => void;
  readonly log: Pick<Logger, 'info' | 'error'>;
}

export interface Reloader {
  /** Reads once more. While that is under way, further calls together cause one more reading after it. It never throws. */
  reload(): void;
  readonly record: Readonly<ReloadRecord>;
}

/** @returns a reloader that changes all or nothing, and logs one line for each reload. */
export function createReloader({ read, apply, log }: ReloaderOptions): Reloader {
  const record: ReloadRecord = { total: 0, failed: 0, lastSucceeded: true, succeededAt: Date.now() };
  let isReading = false;
  let isOutdated = false;

  const reloadOnce = async () => {
    try {
      const reread = await read();
      apply(reread);
      Object.assign(record, { lastSucceeded: true, succeededAt: Date.now() });
      const { keys, documents } = reread;
      if (keys || documents) log.info({ keys: keys?.length, documents: documents?.size }, 'Reloaded');
      else log.info('Nothing to reload: neither GATEWAY_KEYS_FILE nor GATEWAY_DOCUMENTS is set');
    } catch (error) {
      record.lastSucceeded = false;
      record.failed++;
      const reason = error instanceof ConfigError ? { issues: error.issues } : { err: error };
      log.error(reason, 'Reload failed: the earlier keys and documents stay in force');
    }
    record.total++;
  };

  const reloadUntilCurrent = async () => {
    isReading = true;
    do {
      isOutdated = false;
      await reloadOnce();
    } while (isOutdated);
    isReading = false;
  };

  return {
    record,
    reload() {
      if (isReading) isOutdated = true;
      else void reloadUntilCurrent();
    },
  };
}
