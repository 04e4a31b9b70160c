import type { Log } from '../common/requestLog.ts';

/** At most one line in this time, for each kind. */
const quietMs = 60_000;

export interface ExportLog {
  onExported(): void;
  onFailed(spans: number, error: Error): void;
  onDropped(spans: number): void;
}

/** @returns what tells the operator of spans that are lost: once a minute, and when they arrive again. */
export function createExportLog(log: Log): ExportLog {
  const failed = createQuietLine((spans, reason) =>
    log.warn({ spans, ...(reason as object) }, 'Traces lost: the collector did not take them'),
  );
  const dropped = createQuietLine((spans) =>
    log.warn({ spans }, 'Traces lost: too many wait for the collector'),
  );
  let isFailing = false;
  return {
    onExported() {
      if (isFailing) log.info({}, 'The collector takes traces again');
      isFailing = false;
    },
    onFailed(spans, error) {
      isFailing = true;
      failed(spans, reasonOf(error));
    },
    onDropped: dropped,
  };
}

/** @returns a function that counts, and writes the sum at once and then after `quietMs` each. */
function createQuietLine(write: (spans: number, detail: unknown) => void) {
  let spans = 0;
  let quietUntil = 0;
  return (more: number, detail?: unknown) => {
    spans += more;
    const now = performance.now();
    if (now < quietUntil) return;
    quietUntil = now + quietMs;
    write(spans, detail);
    spans = 0;
  };
}

/** Messages of the SDK; those of others can quote the collector or its URL. */
const kinds: Readonly<Record<string, string>> = {
  'Request timed out': 'timeout',
  'Export failed with retryable status': 'busy',
  'Concurrent export limit reached': 'hanging',
};

/** @returns the status, or the code of an error of the network or of TLS. */
function reasonOf(error: Error): object {
  const { code } = error as { code?: unknown };
  if (typeof code === 'number') return { status: code };
  return { kind: typeof code === 'string' ? code : (kinds[error.message] ?? error.name) };
}
