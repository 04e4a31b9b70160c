import { adviceOf, type FailureData, type Issue, issuesOf, waitSecondsOf } from './Failure.ts';
import { FailureDetails } from './FailureDetails.tsx';
import { useWait } from './useWait.ts';
import '../styles/failures.css';

/** Says what failed and what to do about it. */
export function FailureNotice({
  failure,
  issues = issuesOf(failure),
  isForDevelopers = false,
  onRetry,
  onLook,
}: {
  failure: FailureData;
  /** Problems with the input to list. A form leaves out those that it shows at its fields. */
  issues?: readonly Issue[];
  /** Whether it is told in the words of the gateway only. */
  isForDevelopers?: boolean;
  /** Repeats the request. Offered only where repeating is safe. */
  onRetry?: (() => void) | undefined;
  /** Shows what is there. Offered where what was asked for may be done already. */
  onLook?: (() => void) | undefined;
}) {
  const { title, text: plainText, canRetry, lookFirst } = adviceOf(failure);
  const text = isForDevelopers ? undefined : plainText;
  return (
    <div className="notice failure" data-kind="danger">
      {/* The seconds that count down are outside: a screen reader would read all of it again each second. */}
      <div role="alert">
        <strong className="failure-title">{title}</strong>
        <p>{text ?? failure.message}</p>
        {!text && failure.remedy && <p>{failure.remedy}</p>}
        {lookFirst && !canRetry && <p>Look before you repeat: to send it again can do it twice.</p>}
        {issues.length > 0 && (
          <ul className="failure-issues">
            {issues.map(({ path, message }) => (
              <li key={`${path.join('.')} ${message}`}>{message.replaceAll('`', '')}</li>
            ))}
          </ul>
        )}
      </div>
      <div className="failure-actions">
        {canRetry && onRetry && <RetryButton failure={failure} onRetry={onRetry} />}
        {lookFirst && onLook && (
          <button type="button" className="button" onClick={onLook}>
            Look what is there
          </button>
        )}
      </div>
      <FailureDetails failure={failure} />
    </div>
  );
}

function RetryButton({ failure, onRetry }: { failure: FailureData; onRetry: () => void }) {
  const left = useWait(failure, waitSecondsOf(failure) ?? 0);
  return (
    <button type="button" className="button" onClick={onRetry} disabled={left > 0}>
      {left > 0 ? `Try again in ${left} s` : 'Try again'}
    </button>
  );
}
