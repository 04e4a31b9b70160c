import { type Connection, reconnect, useConnection } from '../data/connection.ts';

/** Whether new messages arrive by themselves. */
export function ConnectionState() {
  const connection = useConnection();
  return (
    <div className="connection" data-kind={connection.kind} tabIndex={-1}>
      <span role="status">{wordsOf(connection)}</span>
      {connection.kind === 'waiting' && (
        <button type="button" className="button" data-kind="quiet" onClick={reconnect}>
          Retry
        </button>
      )}
    </div>
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
