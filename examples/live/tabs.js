/**
 * Lets all tabs of an origin share one stream: over HTTP/1.1 a browser opens six connections to a server, and each stream
 * holds one as long as it is open.
 *
 * The tab that gets the lock is the leader. It opens the stream and hands on what arrives. When it is closed, or crashes, the
 * browser gives the lock to the next tab, which goes on from the last event that it was handed. The tabs hand on the position of
 * the event before, too: a tab that finds another one than its own has missed something, for example while it was frozen.
 *
 * @param {object} options
 * @param {string} options.name of the lock and the channel. Different for each user: tabs with the same name share what they see.
 * @param {(after: string | null, handlers: { onResult: (result: any) => void, onStatus: (status: any) => void }) => Connection} options.open
 * @param {(result: any) => void} options.onResult
 * @param {() => void} options.onMissed called when the page has to read again
 * @param {(status: any, isLeader: boolean) => void} options.onStatus
 *
 * @typedef {{ check: () => void, retry: () => void, close: () => void }} Connection
 */
export function shareStream({ name, open, onResult, onMissed, onStatus }) {
  const channel = new BroadcastChannel(name);
  /** @type {string | null} of the last event that this tab was given */
  let position = null;
  /** @type {Connection | null} of the leader */
  let connection = null;
  /** Of the leader's stream. */
  let status = { kind: 'connecting' };

  channel.onmessage = ({ data }) => {
    if (data.type === 'result') takeFromLeader(data);
    if (data.type === 'status') onStatus(data.status, false);
    if (data.type === 'hello' && connection) channel.postMessage({ type: 'here', status, position });
    if (data.type === 'here' && !connection) join(data);
    if (data.type === 'check') connection?.check();
    if (data.type === 'retry') connection?.retry();
  };

  function takeFromLeader({ result, before }) {
    if (before !== position) onMissed();
    position = result.data.chatEvents.position;
    onResult(result);
  }

  /** What the leader has been given so far is found by reading. */
  function join(leader) {
    onStatus(leader.status, false);
    if (position !== null || leader.position === null) return;
    position = leader.position;
    onMissed();
  }

  navigator.locks.request(name, () => {
    connection = open(position, {
      onResult(result) {
        channel.postMessage({ type: 'result', result, before: position });
        position = result.data.chatEvents.position;
        onResult(result);
      },
      onStatus(next) {
        status = next;
        channel.postMessage({ type: 'status', status });
        onStatus(status, true);
      },
    });
    // Holds the lock as long as the tab is there.
    return new Promise(() => {});
  });
  channel.postMessage({ type: 'hello' });

  // The leader can be a hidden tab, whose timers are slow.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') channel.postMessage({ type: 'check' });
  });
  // Back from the back/forward cache, where no messages arrive.
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return;
    position = null;
    channel.postMessage({ type: 'hello' });
  });

  return {
    /** After a failure that ended the stream for good. */
    retry: () => (connection ? connection.retry() : channel.postMessage({ type: 'retry' })),
  };
}
