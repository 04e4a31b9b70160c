import { useMemo } from 'react';
import { FailureNotice } from './FailureNotice.tsx';
import { asRead, failuresOfError } from './NoAnswer.ts';

/** Says what is missing in the answer to a query, beside what did arrive. Nothing without an error. */
export function QueryFailures({ error, onRetry }: { error: unknown; onRetry?: (() => void) | undefined }) {
  const failures = useMemo(() => (error ? failuresOfError(error).map(asRead) : []), [error]);
  return failures.map((failure) => (
    <FailureNotice key={`${failure.code} ${failure.message}`} failure={failure} onRetry={onRetry} />
  ));
}
