import { adviceOf, type FailureData } from './Failure.ts';

/** Says what failed and what to do about it. */
export function FailureNotice({
  failure,
  onRetry,
  onLook,
}: {
  failure: FailureData;
  /** Shown only where repeating is safe. */
  onRetry?: () => void;
  /** Shown where it may be done already. */
  onLook?: () => void;
}) {
  const { title, canRetry, lookFirst } = adviceOf(failure);
  return (
    <div role="alert">
      <strong>{title}</strong>
      <p>
        {failure.message} {failure.remedy}
      </p>
      {canRetry && onRetry && (
        <button type="button" onClick={onRetry}>
          Try again
        </button>
      )}
      {lookFirst && onLook && (
        <button type="button" onClick={onLook}>
          Look before you repeat
        </button>
      )}
    </div>
  );
}
