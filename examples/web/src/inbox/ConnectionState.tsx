import { type Connection, reconnect, useConnection } from '../data/connection.ts';
import { useSecondsUntil } from '../ui/useSecondsUntil.ts';

/** Whether new messages arrive by themselves. */
export function ConnectionState() {
  const connection = useConnection();
  return (
    <div className="connection" data-kind={connection.kind}>
      <span role="status">{wordsOf(connection)}</span>
      {connection.kind === 'waiting' && <NextTry at={connection.retryAt} />}
    </div>
  );
}

/** The seconds that count down, outside of what screen readers read at each change. */
function NextTry({ at }: { at: number }) {
  const left = useSecondsUntil(at);
  return (
    <button type="button" className="button" data-kind="quiet" onClick={reconnect}>
      {left > 0 ? `Retry (${left} s)` : 'Retry'}
    </button>
  );
}

function wordsOf({ kind }: Connection): string {
  switch (kind) {
    case 'connecting':
      return 'Connecting…';
    case 'live':
      return 'Live';
    case 'waiting':
      return 'Not connected';
    case 'offline':
      return 'Offline';
    case 'failed':
      return 'Not live';
    default:
      kind satisfies never;
      return '';
  }
}
