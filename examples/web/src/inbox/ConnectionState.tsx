import { type Connection, useConnection } from '../data/connection.ts';

/** Whether new messages arrive by themselves. Why they do not is told below the header. */
export function ConnectionState() {
  const connection = useConnection();
  return (
    <p className="connection" data-kind={connection.kind} role="status">
      {wordsOf(connection)}
    </p>
  );
}

function wordsOf({ kind }: Connection): string {
  switch (kind) {
    case 'connecting':
      return 'Connecting…';
    case 'live':
      return 'Live';
    case 'waiting':
      return 'Trying again…';
    case 'offline':
      return 'Offline';
    case 'failed':
      return 'Not live';
    default:
      kind satisfies never;
      return '';
  }
}
