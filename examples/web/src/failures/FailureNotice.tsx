import { useMemo } from 'react';
import { useSecondsUntil } from '../ui/useSecondsUntil.ts';
import { type Advice, adviceOf, type FailureData, type Issue, issuesOf, waitSecondsOf } from './Failure.ts';
import { FailureDetails } from './FailureDetails.tsx';
import '../styles/failures.css';

/** Says what failed and what to do about it. */
export function FailureNotice({
  failure,
  issues = issuesOf(failure),
  isForDevelopers = false,
  retryAt,
  onRetry,
  onLook,
  isDone = false,
}: {
  failure: FailureData;
  /** Problems with the input to list. A form leaves out those that it shows at its fields. */
  issues?: readonly Issue[];
  /** Whether it is told in the words of the gateway only. */
  isForDevelopers?: boolean;
  /** When to try again, in milliseconds since 1970. Without it, the wait begins when this failure is shown first. */
  retryAt?: number | undefined;
  /** Repeats the request. Offered only where repeating is safe. */
  onRetry?: (() => void) | undefined;
  /** Shows what is there. Offered where what was asked for may be done already. */
  onLook?: (() => void) | undefined;
  /** Whether what was asked for is done, and only its result could not be read. */
  isDone?: boolean;
}) {
  const { title, text: plainText, canRetry, lookFirst } = isDone ? doneAdvice : adviceOf(failure);
  const text = isForDevelopers ? undefined : plainText;
  // A single problem is the message itself.
  const others = [...new Set(issues.map(({ message }) => message))].filter(
    (message) => message !== (text ?? failure.message),
  );
  // Its seconds would stand still beside those of the button.
  const isCounted = canRetry && onRetry !== undefined && waitSecondsOf(failure) !== null;
  const ownRemedy = text ? null : failure.remedy;
  const remedy = isDone ? 'It was done: do not repeat it.' : ownRemedy;
  return (
    <div className="notice failure" data-kind="danger">
      {/* The seconds that count down are outside: a screen reader would read all of it again each second. */}
      <div role="alert">
        <strong className="failure-title">{title}</strong>
        <p>{withoutCode(text ?? failure.message)}</p>
        {remedy && <p>{withoutCode(isCounted ? withoutSeconds(remedy) : remedy)}</p>}
        {lookFirst && !canRetry && <p>Check first: trying again may do it twice.</p>}
        {others.length > 0 && (
          <ul className="failure-issues">
            {others.map((message) => (
              <li key={message}>{withoutCode(message)}</li>
            ))}
          </ul>
        )}
      </div>
      <div className="failure-actions">
        {canRetry && onRetry && <RetryButton failure={failure} retryAt={retryAt} onRetry={onRetry} />}
        {lookFirst && onLook && (
          <button type="button" className="button" onClick={onLook}>
            Check what is there
          </button>
        )}
      </div>
      <FailureDetails failure={failure} />
    </div>
  );
}

const doneAdvice: Advice = {
  title: 'It was done, but the result could not be read',
  canRetry: false,
  lookFirst: false,
};

/** @returns a sentence without the marks around names in code. */
const withoutCode = (text: string) => text.replaceAll('`', '');

const withoutSeconds = (text: string) => text.replace(/ in \d+ s\b/, ' after that time');

function RetryButton({
  failure,
  retryAt,
  onRetry,
}: {
  failure: FailureData;
  retryAt: number | undefined;
  onRetry: () => void;
}) {
  const end = useMemo(
    () => retryAt ?? Date.now() + 1_000 * (waitSecondsOf(failure) ?? 0),
    [failure, retryAt],
  );
  const left = useSecondsUntil(end);
  return (
    <button type="button" className="button" onClick={onRetry} disabled={left > 0}>
      {left > 0 ? `Try again in ${left} s` : 'Try again'}
    </button>
  );
}
