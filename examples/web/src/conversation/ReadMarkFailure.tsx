import { FailureNotice } from '../failures/FailureNotice.tsx';
import type { useReadMark } from './useReadMark.ts';

/** Says that a chat could not be marked. */
export function ReadMarkFailure({
  readMark: { failed, retry, dismiss },
}: {
  readMark: ReturnType<typeof useReadMark>;
}) {
  if (!failed) return null;
  return (
    <section className="read-mark-failure" aria-label={`This chat could not be marked as ${failed.mark}`}>
      <p>This chat could not be marked as {failed.mark}.</p>
      <FailureNotice failure={failed.failure} onRetry={retry} />
      <button type="button" className="button" data-kind="quiet" onClick={dismiss}>
        Dismiss
      </button>
    </section>
  );
}
