import { useState } from 'react';
import type { FailureData } from '../failures/Failure.ts';
import { FailureNotice } from '../failures/FailureNotice.tsx';
import { failureOfError } from '../failures/NoAnswer.ts';
import { Spinner } from '../ui/Loading.tsx';
import { useEndless } from '../ui/useEndless.ts';

/** The upper end of the history: it loads what is older before it comes into view. */
export function OlderMessages({
  cursor,
  onOlder,
  isEmpty,
}: {
  /** Null if there is nothing older. */
  cursor: string | null;
  onOlder: (after: string) => Promise<void>;
  isEmpty: boolean;
}) {
  const [isLoading, setIsLoading] = useState(false);
  const [failure, setFailure] = useState<FailureData | null>(null);
  const load = async () => {
    if (!cursor || isLoading) return;
    setIsLoading(true);
    setFailure(null);
    await onOlder(cursor).catch((error) => setFailure(failureOfError(error)));
    setIsLoading(false);
  };
  const end = useEndless(() => void load(), cursor !== null && !isLoading && !failure);
  if (cursor === null)
    return <p className="history-start">{isEmpty ? 'No messages yet.' : 'This is where the chat begins.'}</p>;
  if (failure) return <FailureNotice failure={failure} onRetry={() => void load()} />;
  return (
    <p className="history-start">
      {isLoading ? (
        <Spinner label="Loading older messages" />
      ) : (
        <button ref={end} type="button" className="button" data-kind="quiet" onClick={() => void load()}>
          Load older messages
        </button>
      )}
    </p>
  );
}
