import { reconnect, useConnection } from '../data/connection.ts';
import { FailureNotice } from '../failures/FailureNotice.tsx';

/** Why nothing arrives by itself any more, where only a person can change it. */
export function ConnectionFailure() {
  const connection = useConnection();
  if (connection.kind !== 'failed') return null;
  return (
    <div className="list-notice">
      {/* To connect again is always safe, and nothing else waits for it. */}
      <FailureNotice failure={{ ...connection.failure, retryable: true }} retryAt={0} onRetry={reconnect} />
    </div>
  );
}
